;; SPDX-License-Identifier: MPL-2.0
;; Reads all leases of leases6_committed and traps unless the IAID of each is its place in the list, also when a hundred others
;; were read after it. What is behind the last one must be nothing.
(module
  (import "kea_policy_1" "item" (func $item (param i32 i32) (result i32)))
  (memory (export "memory") 6)
  (global (export "kea_policy_abi") i32 (i32.const 3))
  (global (export "kea_policy_frame") i32 (i32.const 65536))
  (global (export "kea_policy_frame_size") i32 (i32.const 262144))
  (global (export "kea_policy_edits") i32 (i32.const 327680))
  (global (export "kea_policy_edits_size") i32 (i32.const 65536))

  ;; The field iaid of a record.
  (func $iaid (param $record i32) (result i32)
    (i32.load offset=24 (local.get $record)))

  (func $expect (param $record i32) (param $index i32)
    (if (i32.ne (call $iaid (local.get $record)) (local.get $index)) (then (unreachable))))

  ;; Where the address of the N-th record is kept.
  (func $slot (param $index i32) (result i32)
    (i32.mul (local.get $index) (i32.const 4)))

  (func (export "leases6_committed") (param $callout i32) (result i32)
    (local $list i32) (local $index i32) (local $record i32)
    ;; The second argument: the distance to it stands at 20, its length at 16 in its record.
    (local.set $list (i32.add (i32.add (local.get $callout) (i32.const 20)) (i32.load offset=20 (local.get $callout))))
    (block $done
      (loop $next
        (local.set $record (call $item (i32.load offset=4 (local.get $list)) (local.get $index)))
        (br_if $done (i32.eqz (local.get $record)))
        (call $expect (local.get $record) (local.get $index))
        (i32.store (call $slot (local.get $index)) (local.get $record))
        (if (i32.ge_u (local.get $index) (i32.const 100))
          (then (call $expect (i32.load (call $slot (i32.sub (local.get $index) (i32.const 100)))) (i32.sub (local.get $index) (i32.const 100)))))
        (local.set $index (i32.add (local.get $index) (i32.const 1)))
        (br $next)))
    (if (i32.ne (local.get $index) (i32.load offset=16 (local.get $list))) (then (unreachable)))
    (i32.const 0)))
