// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "fault.h"
#include "verdict.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace kea_policy {

/// A counter with one writer at a time (whoever holds the slot) and readers at any time: an increment is a plain load and
/// store, no locked instruction.
class Counter {
public:
    void add(std::uint64_t amount) noexcept {
        value_.store(value_.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
    }
    std::uint64_t value() const noexcept { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

/// What one slot counts at one hook point.
struct CallCounters {
    Counter calls;
    std::array<Counter, 3> verdicts;
    std::array<Counter, kFaultKinds> faults;
    Counter timed_calls;
    Counter timed_nanoseconds;
};

/// What is counted where no slot is held, by several threads at once.
struct UncalledCounters {
    std::atomic<std::uint64_t> no_instance{0};
    std::atomic<std::uint64_t> suspended{0};
};

}  // namespace kea_policy
