;; SPDX-License-Identifier: MPL-2.0
;; Reads the same option 1000 times: that takes no more room than once.
(module
  (import "kea_policy_1" "option" (func $option (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (local $left i32)
    (local.set $left (i32.const 1000))
    (loop $again
      (drop (call $option (i32.const 0) (i32.const 60)))
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (i32.const 0)))
