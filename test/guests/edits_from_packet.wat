;; SPDX-License-Identifier: MPL-2.0
;; Writes the value of option 225 over its edit log as it stands, however broken, and returns the first byte of option 226.
(module
  (import "kea_policy_1" "option" (func $option (param i32 i32) (result i32)))
  (memory (export "memory") 2)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 1024))
  (global (export "kea_policy_frame_size") i32 (i32.const 64512))
  (global (export "kea_policy_edits") i32 (i32.const 65536))
  (global (export "kea_policy_edits_size") i32 (i32.const 16384))
  (func $pkt4_receive (export "pkt4_receive") (param i32) (result i32)
    (local $form i32)
    (local.set $form (call $option (i32.const 0) (i32.const 225)))
    (memory.copy (i32.const 65536) (i32.add (local.get $form) (i32.load (local.get $form))) (i32.load offset=4 (local.get $form)))
    (local.set $form (call $option (i32.const 0) (i32.const 226)))
    (i32.load8_u (i32.add (local.get $form) (i32.load (local.get $form)))))
  (func $pkt6_receive (export "pkt6_receive") (param i32) (result i32)
    (call $pkt4_receive (local.get 0))))
