;; SPDX-License-Identifier: MPL-2.0
;; A module that is no policy.
(module
  (func (export "add") (param i32 i32) (result i32)
    (i32.add (local.get 0) (local.get 1))))
