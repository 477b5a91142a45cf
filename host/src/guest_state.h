// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"
#include "fault.h"
#include "frame_cursor.h"
#include "guest_memory.h"
#include "policy_resources.h"

#include <wasmtime.h>

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace kea_policy {

/// What host functions know of the instance that calls them: the data of its wasmtime store. An instance is used by one
/// thread at a time, so nothing here is shared.
struct GuestState {
    explicit GuestState(PolicyResources& resources_of_policy, std::uint64_t random_seed) noexcept
        : resources(resources_of_policy), random(random_seed) {}

    GuestMemory memoryNow() const noexcept { return GuestMemory(context, memory); }

    /// As memoryNow().at(); asks wasmtime only where the answer may have changed, since asking costs more than most host functions do.
    std::uint8_t* at(std::uint32_t address, std::uint32_t length) noexcept {
        if (!memory_moves && std::uint64_t{address} + length <= known_size) {
            return base + address;
        }
        const GuestMemory now = memoryNow();
        known_size = now.size();
        return now.at(address, length);
    }

    /// Where the two regions are while the policy does not run. They were checked when the instance was made, and a memory never
    /// shrinks, so the way of a packet asks for no size.
    std::uint8_t* frameRegion() const noexcept { return base + frame_address; }
    std::uint8_t* editsRegion() const noexcept { return base + edits_address; }

    PolicyResources& resources;
    wasmtime_context_t* context = nullptr;
    wasmtime_memory_t memory{};
    /// Of the memory, as it was when the policy ran last. callPolicy() keeps it fresh where a memory may move while the policy runs.
    std::uint8_t* base = nullptr;
    bool memory_moves = false;
    /// Of the memory, when it was last asked for; it can only have grown.
    std::uint64_t known_size = 0;
    /// Fuel for the work of host functions in this call that is still to be taken: wasmtime is told now and then, not each time.
    std::uint64_t owed_fuel = 0;
    std::uint32_t frame_address = 0;
    std::uint32_t frame_size = 0;
    std::uint32_t edits_address = 0;
    std::uint32_t edits_size = 0;

    /// The callout under way; nullptr outside of one, where only configuration and lists may be read.
    CalloutView* view = nullptr;
    /// Set where view is.
    const HookPointInfo* hook_point = nullptr;
    FrameCursor frame{};
    /// The upper half of what the frame had left when the policy first asked for an item of a list; without size before. Items go round in it,
    /// so that a list of any length can be read.
    FrameCursor items{};
    std::uint32_t items_begin = 0;

    /// What was brought into the frame by key during this callout, so that reading it again takes no more room.
    struct Brought {
        Import by;
        std::uint32_t object, code, sub_code, offset;
    };
    std::array<Brought, 64> brought{};
    std::uint32_t brought_count = 0;

    /// Set by a host function that ends the call: tells more than the trap it returns.
    std::optional<Fault> raised;
    /// The sentence of refuse().
    std::string refusal;
    /// Names of lists that the policy asked for while it started and loaded, known ones and others.
    std::set<std::string> asked_lists;
    /// load() runs in every instance, but only the first one's log lines are wanted.
    bool quiet = false;
    std::uint64_t random;
};

}  // namespace kea_policy
