// SPDX-License-Identifier: MPL-2.0
#include "host_call.h"

#include "wasm_handles.h"

#include <algorithm>
#include <cstring>

namespace kea_policy {

void raise(FaultKind kind, std::string text) {
    throw GuestFault{{kind, std::move(text)}};
}

void takeOwedFuel(GuestState& state) {
    std::uint64_t left = 0;
    ErrorHandle(wasmtime_context_get_fuel(state.context, &left));
    if (left < state.owed_fuel) {
        raise(FaultKind::Budget, "");
    }
    ErrorHandle(wasmtime_context_set_fuel(state.context, left - state.owed_fuel));
    state.owed_fuel = 0;
}

CalloutView& viewOf(GuestState& state) {
    if (state.view == nullptr) {
        raise(FaultKind::Trap, "asked for packet data outside of a callout, where there is none");
    }
    return *state.view;
}

std::string textAt(GuestState& state, std::uint32_t address, std::uint32_t bytes, std::size_t limit) {
    const GuestMemory memory = state.memoryNow();
    if (memory.at(address, bytes) == nullptr) {
        raise(FaultKind::Trap, "handed the host a text that is not inside its memory");
    }
    // Turning UTF-16 into UTF-8; a text that is longer than the limit is read no further.
    charge(state, std::min<std::uint64_t>(bytes, 2 * limit) / 4);
    return *memory.text(address, bytes, limit);
}

std::uint32_t copyOut(GuestState& state, std::string_view text, std::uint32_t destination, std::uint32_t capacity) {
    const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), capacity));
    std::uint8_t* to = state.at(destination, length);
    if (to == nullptr) {
        raise(FaultKind::Trap, "handed the host a buffer that is not inside its memory");
    }
    std::memcpy(to, text.data(), length);
    charge(state, length / 8);
    return static_cast<std::uint32_t>(text.size());
}

}  // namespace kea_policy
