// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "fault.h"
#include "guest_state.h"
#include "policy_module.h"

#include <wasmtime.h>

#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// What ended a call or an instantiation, as a fault. Off the packet path's normal way: allocates at will.
Fault explainFault(GuestState& state, const PolicyModule& module, const wasm_trap_t* trap, const wasmtime_error_t* error,
                   std::uint64_t budget);

/// The same; takes the trap and the error.
Fault faultOf(GuestState& state, const PolicyModule& module, wasm_trap_t* trap, wasmtime_error_t* error, std::uint64_t budget);

/// Gives the instance *budget* instructions and calls one of its functions: there is no other way into a policy. Arguments and
/// result are in *values*. False, and a fault, where it did not return; the instance must be thrown away then.
inline bool callPolicy(GuestState& state, const PolicyModule& module, const wasmtime_func_t& function, wasmtime_val_raw_t* values,
                       std::size_t value_count, std::uint64_t budget, Fault& fault) {
    wasm_trap_t* trap = nullptr;
    state.owed_fuel = 0;
    wasmtime_error_t* error = wasmtime_context_set_fuel(state.context, budget);
    if (__builtin_expect(error == nullptr, 1)) {
        error = wasmtime_func_call_unchecked(state.context, &function, values, value_count, &trap);
    }
    if (__builtin_expect(trap != nullptr || error != nullptr, 0)) {
        fault = faultOf(state, module, trap, error, budget);
        return false;
    }
    if (state.memory_moves) {
        state.base = wasmtime_memory_data(state.context, &state.memory);
    }
    return true;
}

}  // namespace kea_policy
