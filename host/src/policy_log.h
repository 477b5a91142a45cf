// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace kea_policy {

/// Bounds the lines that one policy may cause in Kea's log, from any thread and without a lock. Approximate where threads meet at the
/// turn of a second: a line more or less does no harm.
class LogLimiter {
public:
    LogLimiter(std::uint32_t burst, std::uint32_t per_second) noexcept : burst_(burst), per_second_(per_second), left_(burst) {}

    /// May a line be written now (seconds of any steady clock)? The number of lines left out since the last written one is put
    /// into *suppressed*.
    bool allow(std::int64_t now_seconds, std::uint64_t& suppressed) noexcept;
    /// May one be written at this moment?
    bool allow(std::uint64_t& suppressed) noexcept;

private:
    const std::uint32_t burst_;
    const std::uint32_t per_second_;
    std::atomic<std::int64_t> second_{0};
    std::atomic<std::int64_t> left_;
    std::atomic<std::uint64_t> suppressed_{0};
};

enum class PolicyLogLevel : std::uint32_t { Debug = 0, Info = 1, Warning = 2, Error = 3 };

/// What a policy says and what is said of it, in Kea's log. One per policy.
class PolicyLog {
public:
    PolicyLog(const std::string& policy_name, std::uint32_t lines_per_second);

    /// A line of the policy's own. Control characters are escaped: a line stays a line whatever a client sent.
    void line(PolicyLogLevel level, const std::string& text);

    void fault(const char* hook_point, const std::string& client, const char* kind, const std::string& text, const char* told);

private:
    std::string name_;
    LogLimiter own_lines_;
    LogLimiter faults_;
};

}  // namespace kea_policy
