// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace kea_policy {

/// Rests a policy that keeps failing: after limits::faults_until_suspension faults in a row it is not called for a while, then
/// tried again; each fault after a rest doubles the next one, a success ends it all. Any thread, no lock.
class Suspension {
public:
    using Clock = std::chrono::steady_clock;

    /// Is the policy resting? Costs a load where it never failed.
    bool active() const noexcept {
        const std::int64_t until = until_.load(std::memory_order_relaxed);
        return __builtin_expect(until != 0, 0) && Clock::now().time_since_epoch().count() < until;
    }

    /// A call succeeded. True where that ended a suspension.
    bool success() noexcept {
        if (__builtin_expect(faults_in_row_.load(std::memory_order_relaxed) == 0, 1)) {
            return false;
        }
        faults_in_row_.store(0, std::memory_order_relaxed);
        rests_in_row_.store(0, std::memory_order_relaxed);
        return until_.exchange(0, std::memory_order_relaxed) != 0;
    }

    /// A call failed. The length of the suspension that begins with it, or 0.
    std::chrono::milliseconds fault(Clock::time_point now = Clock::now()) noexcept;

    std::uint32_t faultsInRow() const noexcept { return faults_in_row_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint32_t> faults_in_row_{0};
    std::atomic<std::uint32_t> rests_in_row_{0};
    /// Since the clock's epoch; 0 where the policy is not suspended.
    std::atomic<std::int64_t> until_{0};
};

}  // namespace kea_policy
