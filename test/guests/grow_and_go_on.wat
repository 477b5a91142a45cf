;; SPDX-License-Identifier: MPL-2.0
;; Grows its memory until that is refused, says how many pages it has in option 224, and goes on.
(module
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (block $refused
      (loop $again
        (br_if $refused (i32.eq (memory.grow (i32.const 1)) (i32.const -1)))
        (br $again)))
    (i32.store (i32.const 40960) (i32.const 24))
    (i32.store16 (i32.const 40968) (i32.const 1))
    (i32.store (i32.const 40976) (i32.const 224))
    (i32.store (i32.const 40980) (i32.const 4))
    (i32.store (i32.const 40984) (memory.size))
    (i32.const 0)))
