;; SPDX-License-Identifier: MPL-2.0
;; Throws as AssemblyScript does: a message, a file, a line and a column.
(module
  (import "kea_policy_1" "abort" (func $abort (param i32 i32 i32 i32 i32 i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (data (i32.const 16) "s\00o\00r\00r\00y\00")
  (data (i32.const 32) "p\00.\00t\00s\00")
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (call $abort (i32.const 16) (i32.const 10) (i32.const 32) (i32.const 8) (i32.const 7) (i32.const 9))
    (i32.const 0)))
