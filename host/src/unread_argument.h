// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace kea_policy {

/// What is said of an argument that a callout could not read. Whatever is wrong is so with each packet: it is said once a minute at most.
class UnreadArgument {
public:
    using Clock = std::chrono::steady_clock;

    /// *needed*: no policy is called without it.
    UnreadArgument(const char* hook_point, const char* name, bool needed) noexcept : hook_point_(hook_point), name_(name), needed_(needed) {}

    /// *given*: Kea gave one of that name, of another type.
    void report(bool given, Clock::time_point now = Clock::now());

private:
    const char* const hook_point_;
    const char* const name_;
    const bool needed_;
    /// When it may be said again, since the clock's epoch.
    std::atomic<std::int64_t> rests_until_{0};
};

}  // namespace kea_policy
