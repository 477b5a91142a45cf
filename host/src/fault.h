// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace kea_policy {

/// Ways in which a call of a policy ends without a verdict that Kea may be told. docs/operating.md says what each means.
enum class FaultKind : std::uint32_t {
    Budget,
    Abort,
    Trap,
    OutOfMemory,
    StackOverflow,
    BadVerdict,
    BadEdit,
    NoInstance,
    Suspended,
};

constexpr std::size_t kFaultKinds = 9;

/// As it stands in statistics and log lines.
constexpr const char* faultName(FaultKind kind) noexcept {
    constexpr const char* names[kFaultKinds] = {"budget",         "abort",       "trap",     "out-of-memory", "stack-overflow",
                                                "bad-verdict",    "bad-edit",    "no-instance", "suspended"};
    return names[static_cast<std::size_t>(kind)];
}

/// One fault, told as a sentence without its subject: "used more than 1000000 instructions in f at index.ts:3:5".
struct Fault {
    FaultKind kind = FaultKind::Trap;
    std::string text;
};

}  // namespace kea_policy
