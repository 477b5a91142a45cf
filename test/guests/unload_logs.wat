;; SPDX-License-Identifier: MPL-2.0
;; Says "bye" in unload().
(module
  (import "kea_policy_1" "log" (func $log (param i32 i32 i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (data (i32.const 16) "b\00y\00e\00")
  (func $pkt4_receive (export "pkt4_receive") (param i32) (result i32)
    (i32.const 0))
  (func $unload (export "unload")
    (call $log (i32.const 1) (i32.const 16) (i32.const 6))))
