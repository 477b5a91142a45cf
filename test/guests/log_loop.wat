;; SPDX-License-Identifier: MPL-2.0
;; Writes log lines for ever.
(module
  (import "kea_policy_1" "log" (func $log (param i32 i32 i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (data (i32.const 16) "x\00")
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (loop $again
      (call $log (i32.const 1) (i32.const 16) (i32.const 2))
      (br $again))
    (unreachable)))
