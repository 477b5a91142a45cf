;; SPDX-License-Identifier: MPL-2.0
;; Removes option 12 in its first callout, and writes nothing in the others.
(module
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (global $called (mut i32) (i32.const 0))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (if (i32.eqz (global.get $called)) (then
      (i32.store (i32.const 40960) (i32.const 16))
      (i32.store16 (i32.const 40968) (i32.const 2))
      (i32.store (i32.const 40976) (i32.const 12))))
    (global.set $called (i32.const 1))
    (i32.const 0)))
