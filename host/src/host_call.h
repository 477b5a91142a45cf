// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "fault.h"
#include "guest_state.h"

#include <wasmtime.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kea_policy {

/// Arguments and result of a host function, as wasmtime has them.
using Values = wasmtime_val_raw_t*;

inline std::uint32_t argument(Values v, std::size_t index) {
    return static_cast<std::uint32_t>(v[index].i32);
}

inline void answer(Values v, std::uint32_t result) {
    v[0].i32 = static_cast<std::int32_t>(result);
}

/// Ends the call of the policy; thrown and caught inside of one host function, so no exception crosses a wasm frame.
struct GuestFault {
    Fault fault;
};

[[noreturn]] void raise(FaultKind kind, std::string text);

/// So much more than its budget a call may use.
constexpr std::uint64_t kMostFuelOwed = 500;

void takeOwedFuel(GuestState& state);

/// Takes fuel for work that the host does on the policy's behalf.
inline void charge(GuestState& state, std::uint64_t instructions) {
    state.owed_fuel += instructions;
    if (state.owed_fuel > kMostFuelOwed) {
        takeOwedFuel(state);
    }
}

/// The callout under way; a fault outside of one.
CalloutView& viewOf(GuestState& state);

/// A text of the policy's, at most *limit* bytes of UTF-8; a fault where it is not inside the memory.
std::string textAt(GuestState& state, std::uint32_t address, std::uint32_t bytes, std::size_t limit);

/// Copies as much as fits and returns the whole length; a fault where the destination is not inside the memory.
std::uint32_t copyOut(GuestState& state, std::string_view text, std::uint32_t destination, std::uint32_t capacity);

}  // namespace kea_policy
