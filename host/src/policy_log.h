// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "log_limiter.h"

#include <cstdint>
#include <string>

namespace kea_policy {

enum class PolicyLogLevel : std::uint32_t { Debug = 0, Info = 1, Warning = 2, Error = 3 };

/// What a policy says and what is said of it, in Kea's log. One per policy.
class PolicyLog {
public:
    PolicyLog(const std::string& policy_name, std::uint32_t lines_per_second);
    ~PolicyLog() { tellLeftOut(); }

    /// A line of the policy's own. Control characters are escaped: a line stays a line whatever a client sent.
    void line(PolicyLogLevel level, const std::string& text);

    void fault(const char* hook_point, const std::string& client, const char* kind, const std::string& text, const char* told);

    /// How many lines were left out since that was told last, if any were. Else that stands before the next line.
    void tellLeftOut() noexcept;

private:
    void tellOfLines(std::uint64_t left_out);
    void tellOfFaults(std::uint64_t left_out);

    std::string name_;
    LogLimiter own_lines_;
    LogLimiter faults_;
};

}  // namespace kea_policy
