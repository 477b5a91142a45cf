;; SPDX-License-Identifier: MPL-2.0
;; Calls one host function with any arguments, as the configuration says: a list of numbers
;;   0 when: 0 in the callout, 1 in load(), 2 in the start function   1 which function, by its place in the schema's table
;;   2..7 its arguments   8 address of bytes to show, -1 the result, -2 the bytes that the form at the result leads to   9 how many
;; After the callout option 224 is the result as 8 bytes, option 225 the bytes shown.
;; Its memory has "list" at 16 and "deny" at 32 in UTF-16, and ends at 393216, where its edit log ends.
(module
  (import "kea_policy_1" "abort" (func $abort (param i32 i32 i32 i32 i32 i32)))
  (import "kea_policy_1" "log" (func $log (param i32 i32 i32)))
  (import "kea_policy_1" "refuse" (func $refuse (param i32 i32)))
  (import "kea_policy_1" "seed" (func $seed (result f64)))
  (import "kea_policy_1" "now" (func $now (result i64)))
  (import "kea_policy_1" "fetch" (func $fetch (param i32 i32) (result i32)))
  (import "kea_policy_1" "option" (func $option (param i32 i32) (result i32)))
  (import "kea_policy_1" "sub_option" (func $sub_option (param i32 i32 i32) (result i32)))
  (import "kea_policy_1" "relay" (func $relay (param i32 i32) (result i32)))
  (import "kea_policy_1" "text" (func $text (param i32 i32 i32 i32) (result i32)))
  (import "kea_policy_1" "list_open" (func $list_open (param i32 i32) (result i32)))
  (import "kea_policy_1" "list_kind" (func $list_kind (param i32) (result i32)))
  (import "kea_policy_1" "list_has" (func $list_has (param i32 i32 i32) (result i32)))
  (import "kea_policy_1" "config_kind" (func $config_kind (param i32) (result i32)))
  (import "kea_policy_1" "config_size" (func $config_size (param i32) (result i32)))
  (import "kea_policy_1" "config_item" (func $config_item (param i32 i32) (result i32)))
  (import "kea_policy_1" "config_member" (func $config_member (param i32 i32 i32) (result i32)))
  (import "kea_policy_1" "config_name" (func $config_name (param i32 i32 i32 i32) (result i32)))
  (import "kea_policy_1" "config_integer" (func $config_integer (param i32) (result i64)))
  (import "kea_policy_1" "config_number" (func $config_number (param i32) (result f64)))
  (import "kea_policy_1" "config_string" (func $config_string (param i32 i32 i32) (result i32)))
  (import "kea_policy_1" "item" (func $item (param i32 i32) (result i32)))
  (import "kea_policy_1" "option_at" (func $option_at (param i32 i32 i32) (result i32)))
  (memory (export "memory") 6)
  (global (export "kea_policy_abi") i32 (i32.const 1))
  (global (export "kea_policy_frame") i32 (i32.const 65536))
  (global (export "kea_policy_frame_size") i32 (i32.const 262144))
  (global (export "kea_policy_edits") i32 (i32.const 327680))
  (global (export "kea_policy_edits_size") i32 (i32.const 65536))
  (data (i32.const 16) "l\00i\00s\00t\00")
  (data (i32.const 32) "d\00e\00n\00y\00")

  (func $number (param $index i32) (result i32)
    (i32.wrap_i64 (call $config_integer (call $config_item (i32.const 1) (local.get $index)))))

  (func $run (result i64)
    (block $absent
      (block $f22
      (block $f21
      (block $f20
      (block $f19
      (block $f18
      (block $f17
      (block $f16
      (block $f15
      (block $f14
      (block $f13
      (block $f12
      (block $f11
      (block $f10
      (block $f9
      (block $f8
      (block $f7
      (block $f6
      (block $f5
      (block $f4
      (block $f3
      (block $f2
      (block $f1
      (block $f0
        (br_table $f0 $f1 $f2 $f3 $f4 $f5 $f6 $f7 $f8 $f9 $f10 $f11 $f12 $f13 $f14 $f15 $f16 $f17 $f18 $f19 $f20 $f21 $f22 $absent (call $number (i32.const 1)))
      ) (call $abort (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)) (call $number (i32.const 5)) (call $number (i32.const 6)) (call $number (i32.const 7))) (return (i64.const 0))
      ) (call $log (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4))) (return (i64.const 0))
      ) (call $refuse (call $number (i32.const 2)) (call $number (i32.const 3))) (return (i64.const 0))
      ) (return (i64.reinterpret_f64 (call $seed)))
      ) (return (call $now))
      ) (return (i64.extend_i32_u (call $fetch (call $number (i32.const 2)) (call $number (i32.const 3)))))
      ) (return (i64.extend_i32_u (call $option (call $number (i32.const 2)) (call $number (i32.const 3)))))
      ) (return (i64.extend_i32_u (call $sub_option (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)))))
      ) (return (i64.extend_i32_u (call $relay (call $number (i32.const 2)) (call $number (i32.const 3)))))
      ) (return (i64.extend_i32_u (call $text (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)) (call $number (i32.const 5)))))
      ) (return (i64.extend_i32_u (call $list_open (call $number (i32.const 2)) (call $number (i32.const 3)))))
      ) (return (i64.extend_i32_u (call $list_kind (call $number (i32.const 2)))))
      ) (return (i64.extend_i32_u (call $list_has (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)))))
      ) (return (i64.extend_i32_u (call $config_kind (call $number (i32.const 2)))))
      ) (return (i64.extend_i32_u (call $config_size (call $number (i32.const 2)))))
      ) (return (i64.extend_i32_u (call $config_item (call $number (i32.const 2)) (call $number (i32.const 3)))))
      ) (return (i64.extend_i32_u (call $config_member (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)))))
      ) (return (i64.extend_i32_u (call $config_name (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)) (call $number (i32.const 5)))))
      ) (return (call $config_integer (call $number (i32.const 2))))
      ) (return (i64.reinterpret_f64 (call $config_number (call $number (i32.const 2)))))
      ) (return (i64.extend_i32_u (call $config_string (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)))))
      ) (return (i64.extend_i32_u (call $item (call $number (i32.const 2)) (call $number (i32.const 3)))))
      ) (return (i64.extend_i32_u (call $option_at (call $number (i32.const 2)) (call $number (i32.const 3)) (call $number (i32.const 4)))))
    )
    (i64.const -1))

  (func $edit (param $entry i32) (param $code i32) (param $length i32)
    (i32.store16 (local.get $entry) (i32.const 1))
    (i32.store16 offset=2 (local.get $entry) (i32.const 0))
    (i32.store offset=4 (local.get $entry) (i32.const 0))
    (i32.store offset=8 (local.get $entry) (local.get $code))
    (i32.store offset=12 (local.get $entry) (local.get $length)))

  (func $runs_in (param $when i32) (result i32)
    (i32.eq (call $number (i32.const 0)) (local.get $when)))

  (func (export "kea_policy_start")
    (if (call $runs_in (i32.const 2)) (then (drop (call $run)))))

  (func $load (export "load") (result i32)
    (if (call $runs_in (i32.const 1)) (then (drop (call $run))))
    (i32.const 1))

  (func $pkt4_receive (export "pkt4_receive") (param i32) (result i32)
    (local $result i64)
    (local $shown i32)
    (local $length i32)
    (if (i32.eqz (call $runs_in (i32.const 0))) (then (return (i32.const 0))))
    (local.set $result (call $run))
    (local.set $shown (call $number (i32.const 8)))
    (local.set $length (call $number (i32.const 9)))
    (if (i32.eq (local.get $shown) (i32.const -1)) (then (local.set $shown (i32.wrap_i64 (local.get $result)))))
    (if (i32.eq (local.get $shown) (i32.const -2)) (then
      (local.set $shown (i32.wrap_i64 (local.get $result)))
      (local.set $length (i32.load offset=4 (local.get $shown)))
      (local.set $shown (i32.add (local.get $shown) (i32.load (local.get $shown))))))
    (call $edit (i32.const 327688) (i32.const 224) (i32.const 8))
    (i64.store (i32.const 327704) (local.get $result))
    (call $edit (i32.const 327712) (i32.const 225) (local.get $length))
    (memory.copy (i32.const 327728) (local.get $shown) (local.get $length))
    (i32.store (i32.const 327680) (i32.add (i32.const 40) (local.get $length)))
    (i32.const 0))

  (func $pkt6_receive (export "pkt6_receive") (param i32) (result i32)
    (call $pkt4_receive (local.get 0))))
