;; SPDX-License-Identifier: MPL-2.0
;; Its start function must have run before load(), and that before the callout.
(module
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (global $step (mut i32) (i32.const 0))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (i32.ne (global.get $step) (i32.const 2)))
  (func $start (export "kea_policy_start")
    (global.set $step (i32.add (global.get $step) (i32.const 1))))
  (func $load (export "load") (result i32)
    (global.set $step (i32.mul (global.get $step) (i32.const 2)))
    (i32.eq (global.get $step) (i32.const 2))))
