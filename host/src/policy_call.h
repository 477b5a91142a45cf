// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "fault.h"
#include "guest_state.h"
#include "policy_module.h"

#include <wasmtime.h>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kea_policy {

/// Gives the instance *budget* instructions and calls one of its functions: there is no other way into a policy. Arguments and
/// result are in *values*. A fault where it did not return; the instance must be thrown away then.
std::optional<Fault> callPolicy(GuestState& state, const PolicyModule& module, const wasmtime_func_t& function,
                                wasmtime_val_raw_t* values, std::size_t value_count, std::uint64_t budget);

/// What ended a call or an instantiation, as a fault. Off the packet path's normal way: allocates at will.
Fault explainFault(GuestState& state, const PolicyModule& module, const wasm_trap_t* trap, const wasmtime_error_t* error,
                   std::uint64_t budget);

}  // namespace kea_policy
