;; SPDX-License-Identifier: MPL-2.0
;; Calls a cheap host function 45,000 times: some 300,000 instructions of its own, the rest is what the host takes for the calls.
(module
  (import "kea_policy_1" "list_kind" (func $list_kind (param i32) (result i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (local $left i32)
    (local.set $left (i32.const 45000))
    (loop $again
      (drop (call $list_kind (i32.const 0)))
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (i32.const 0)))
