// SPDX-License-Identifier: MPL-2.0
#include "suspension.h"

#include "limits.h"

#include <algorithm>

namespace kea_policy {

std::chrono::milliseconds Suspension::fault(Clock::time_point now) noexcept {
    const std::uint32_t faults = faults_in_row_.fetch_add(1, std::memory_order_relaxed) + 1;
    if (faults < limits::faults_until_suspension) {
        return std::chrono::milliseconds::zero();
    }
    // Several threads may fail at once when a rest ends: the first one's fault begins the next rest, the others' only count.
    std::int64_t until = until_.load(std::memory_order_relaxed);
    const auto since_epoch = now.time_since_epoch();
    if (since_epoch.count() < until) {
        return std::chrono::milliseconds::zero();
    }
    // By the rests before, not by the faults: calls that were under way when a rest began fail in bunches.
    const std::uint32_t rests = rests_in_row_.load(std::memory_order_relaxed);
    const std::uint32_t doublings = std::min<std::uint32_t>(rests, 16);
    const auto rest = std::min(limits::suspension_first * (1U << doublings), limits::suspension_longest);
    if (!until_.compare_exchange_strong(until, (since_epoch + std::chrono::duration_cast<Clock::duration>(rest)).count(),
                                        std::memory_order_relaxed)) {
        return std::chrono::milliseconds::zero();
    }
    rests_in_row_.store(rests + 1, std::memory_order_relaxed);
    return rest;
}

}  // namespace kea_policy
