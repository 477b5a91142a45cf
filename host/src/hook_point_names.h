// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "hook_points.h"

#include <string>
#include <vector>

namespace kea_policy {

/// "lease4_select, lease4_renew": as sentences and the log list hook points.
inline std::string namesOf(const std::vector<const HookPointInfo*>& hook_points) {
    std::string names;
    for (const HookPointInfo* hook_point : hook_points) {
        names += (names.empty() ? "" : ", ") + std::string(hook_point->name);
    }
    return names;
}

}  // namespace kea_policy
