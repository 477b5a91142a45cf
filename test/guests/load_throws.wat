;; SPDX-License-Identifier: MPL-2.0
;; Throws in load().
(module
  (import "kea_policy_1" "abort" (func $abort (param i32 i32 i32 i32 i32 i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (data (i32.const 16) "b\00a\00d\00")
  (func $pkt4_receive (export "pkt4_receive") (param i32) (result i32)
    (i32.const 0))
  (func $load (export "load") (result i32)
    (call $abort (i32.const 16) (i32.const 6) (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 2))
    (i32.const 1)))
