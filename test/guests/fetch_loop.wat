;; SPDX-License-Identifier: MPL-2.0
;; Fetches the same lazy field until its frame is full.
(module
  (import "kea_policy_1" "fetch" (func $fetch (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (loop $again
      (drop (call $fetch (i32.const 0) (i32.const 3)))
      (br $again))
    (unreachable)))
