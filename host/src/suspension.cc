// SPDX-License-Identifier: MPL-2.0
#include "suspension.h"

#include "limits.h"

#include <algorithm>

namespace kea_policy {

std::chrono::milliseconds Suspension::fault() noexcept {
    const std::uint32_t faults = faults_in_row_.fetch_add(1, std::memory_order_relaxed) + 1;
    if (faults < limits::faults_until_suspension) {
        return std::chrono::milliseconds::zero();
    }
    // Several threads may fail at once when a rest ends: the first one's fault begins the next rest, the others' only count.
    std::int64_t until = until_.load(std::memory_order_relaxed);
    const auto now = Clock::now().time_since_epoch();
    if (now.count() < until) {
        return std::chrono::milliseconds::zero();
    }
    const std::uint32_t doublings = std::min<std::uint32_t>(faults - limits::faults_until_suspension, 16);
    const auto rest = std::min(limits::suspension_first * (1U << doublings), limits::suspension_longest);
    if (!until_.compare_exchange_strong(until, (now + std::chrono::duration_cast<Clock::duration>(rest)).count(),
                                        std::memory_order_relaxed)) {
        return std::chrono::milliseconds::zero();
    }
    return rest;
}

}  // namespace kea_policy
