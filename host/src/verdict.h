// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kea_policy {

/// What a policy answers; the numbers cross the boundary to the policy and never change.
enum class Verdict : std::int32_t { Continue = 0, Skip = 1, Drop = 2 };

/// The word of the configuration and of the log: continue, skip, drop.
constexpr const char* verdictName(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::Continue: return "continue";
    case Verdict::Skip: return "skip";
    case Verdict::Drop: return "drop";
    }
    return "unknown";
}

inline std::optional<Verdict> parseVerdict(std::string_view word) noexcept {
    for (Verdict verdict : {Verdict::Continue, Verdict::Skip, Verdict::Drop}) {
        if (word == verdictName(verdict)) {
            return verdict;
        }
    }
    return std::nullopt;
}

}  // namespace kea_policy
