;; SPDX-License-Identifier: MPL-2.0
;; Refuses its configuration while it starts, with no reason.
(module
  (import "kea_policy_1" "refuse" (func $refuse (param i32 i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func $pkt4_receive (export "pkt4_receive") (param i32) (result i32)
    (i32.const 0))
  (func $start (export "kea_policy_start")
    (call $refuse (i32.const 16) (i32.const 0))))
