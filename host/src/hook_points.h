// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "generated/abi.h"
#include "verdict.h"

#include <array>
#include <cstddef>
#include <set>
#include <string>

namespace kea_policy {

/// The hook-point table is generated from the schema (kHookPoints); here are its indexes and questions.
constexpr std::size_t kHookPointCount = sizeof(kHookPoints) / sizeof(kHookPoints[0]);

/// Position in kHookPoints: numbers are given from 1 without gaps, in the table's order.
constexpr std::size_t hookPointIndex(HookPointId id) noexcept {
    return static_cast<std::size_t>(id) - 1;
}

constexpr bool numbersAreInOrder() noexcept {
    for (std::size_t i = 0; i < kHookPointCount; ++i) {
        if (hookPointIndex(kHookPoints[i].id) != i) {
            return false;
        }
    }
    return true;
}
static_assert(numbersAreInOrder(), "give a new hook point of sdk/abi/hook_points the next number");

constexpr const HookPointInfo& hookPointInfo(HookPointId id) noexcept {
    return kHookPoints[hookPointIndex(id)];
}

/// Does Kea honour this verdict there?
constexpr bool honours(const HookPointInfo& hook_point, std::int32_t verdict) noexcept {
    return verdict >= 0 && verdict <= 2 && (hook_point.verdicts >> verdict & 1U) != 0;
}

/// Does kea-dhcp4 or kea-dhcp6 have it, whatever its version?
constexpr bool isOf(const HookPointInfo& hook_point, int family) noexcept {
    return hook_point.family == 0 || hook_point.family == family;
}

/// Does a Kea of this KEA_HOOKS_VERSION keep packets parked there while a hook library works on them?
constexpr bool parks(const HookPointInfo& hook_point, int version) noexcept {
    return hook_point.parks_since_version != 0 && hook_point.parks_since_version <= version;
}

inline std::set<std::string> hookPointNames() {
    std::set<std::string> names;
    for (const HookPointInfo& hook_point : kHookPoints) {
        names.insert(hook_point.name);
    }
    return names;
}

}  // namespace kea_policy
