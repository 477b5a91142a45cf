// SPDX-License-Identifier: MPL-2.0
// Knows neither Kea nor wasmtime: kea-policy-starter bounds what it hands on by the same rule.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace kea_policy {

/// Bounds the lines that one policy may cause in Kea's log, from any thread and without a lock. Approximate where threads meet at the
/// turn of a second: a line more or less does no harm.
class LogLimiter {
public:
    LogLimiter(std::uint32_t burst, std::uint32_t per_second) noexcept : burst_(burst), per_second_(per_second), left_(burst) {}

    /// May a line be written now (seconds of any steady clock)? The number of lines left out since the last written one is put
    /// into *suppressed*.
    bool allow(std::int64_t now_seconds, std::uint64_t& suppressed) noexcept {
        std::int64_t last = second_.load(std::memory_order_relaxed);
        if (now_seconds > last && second_.compare_exchange_strong(last, now_seconds, std::memory_order_relaxed)) {
            const std::int64_t gained = std::min<std::int64_t>((now_seconds - last) * per_second_, burst_);
            const std::int64_t kept = std::max<std::int64_t>(left_.load(std::memory_order_relaxed), 0);
            left_.store(std::min<std::int64_t>(kept + gained, burst_), std::memory_order_relaxed);
        }
        if (left_.fetch_sub(1, std::memory_order_relaxed) <= 0) {
            leaveOut(1);
            return false;
        }
        suppressed = takeSuppressed();
        return true;
    }
    /// May one be written at this moment?
    bool allow(std::uint64_t& suppressed) noexcept { return allow(secondsOf(std::chrono::steady_clock::now()), suppressed); }

    /// So many lines are left out, whether they might have been written or not.
    void leaveOut(std::uint64_t lines) noexcept { suppressed_.fetch_add(lines, std::memory_order_relaxed); }
    /// The number of lines left out since it was asked for last, here or by allow().
    std::uint64_t takeSuppressed() noexcept { return suppressed_.exchange(0, std::memory_order_relaxed); }

    bool hasSuppressed() const noexcept { return suppressed_.load(std::memory_order_relaxed) != 0; }

    static std::int64_t secondsOf(std::chrono::steady_clock::time_point now) noexcept {
        return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    }

private:
    const std::uint32_t burst_;
    const std::uint32_t per_second_;
    std::atomic<std::int64_t> second_{0};
    std::atomic<std::int64_t> left_;
    std::atomic<std::uint64_t> suppressed_{0};
};

}  // namespace kea_policy
