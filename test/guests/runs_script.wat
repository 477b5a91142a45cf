;; SPDX-License-Identifier: MPL-2.0
;; Runs the script of its configuration at pkt4_receive, without variables.
(module
  (import "kea_policy_1" "run_script" (func $run_script (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func (export "pkt4_receive") (param i32) (result i32)
    (call $run_script (i32.const 0) (i32.const 0))))
