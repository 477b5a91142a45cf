;; SPDX-License-Identifier: MPL-2.0
;; Fails where the packet is an INFORM, or else goes on.
(module
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (if (i32.eq (i32.load8_u offset=16 (i32.add (i32.add (local.get $callout) (i32.const 16)) (i32.load offset=16 (local.get $callout)))) (i32.const 8))
      (then (unreachable)))
    (i32.const 0)))
