;; SPDX-License-Identifier: MPL-2.0
;; Exports a hook point that Kea calls beside the threads that process packets, beside one of packets.
(module
  (memory (export "memory") 1)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func (export "pkt4_receive") (param i32) (result i32)
    (i32.const 0))
  (func (export "command_processed") (param i32) (result i32)
    (i32.const 0)))
