;; SPDX-License-Identifier: MPL-2.0
;; Counts its calls in itself and fails at the third: a fresh instance counts from the begin.
(module
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (global $calls (mut i32) (i32.const 0))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (if (i32.eq (global.get $calls) (i32.const 3)) (then (unreachable)))
    (i32.const 0)))
