;; SPDX-License-Identifier: MPL-2.0
;; Never returns, and makes each instruction dear: a fill of 3 MiB.
(module
  (memory (export "memory") 64)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 8192))
  (global (export "kea_policy_frame_size") i32 (i32.const 32768))
  (global (export "kea_policy_edits") i32 (i32.const 40960))
  (global (export "kea_policy_edits_size") i32 (i32.const 8192))
  (func $pkt4_receive (export "pkt4_receive") (param $callout i32) (result i32)
    (loop $again
      (memory.fill (i32.const 65536) (i32.const 1) (i32.const 3145728))
      (br $again))
    (unreachable)))
