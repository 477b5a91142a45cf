// SPDX-License-Identifier: MPL-2.0
#include "script_verdicts.h"

#include "config_error.h"

#include <algorithm>
#include <string>

namespace kea_policy {

namespace {

constexpr const char* why = ": Kea parks the packet there while the script runs, and can then only go on with it or drop it; write \"continue\" or "
                            "\"drop\"";

std::string namesOf(const std::vector<const HookPointInfo*>& hook_points) {
    std::string names;
    for (const HookPointInfo* hook_point : hook_points) {
        names += (names.empty() ? "" : ", ") + std::string(hook_point->name);
    }
    return names;
}

}  // namespace

void checkScriptVerdicts(const PolicyConfig& policy, const std::vector<const HookPointInfo*>& hook_points, int kea_version) {
    if (!policy.script || !policy.script->wait) {
        return;
    }
    const auto isParking = [kea_version](const HookPointInfo* hook_point) { return parks(*hook_point, kea_version); };
    for (const HookPointInfo* hook_point : hook_points) {
        if (isParking(hook_point) && policy.on_error.forHookPoint(hook_point->name) == Verdict::Skip) {
            throw ConfigError(policy.path + ".on-error is \"skip\" for " + hook_point->name + why + " for it, as in {\"default\": \"skip\", \"" +
                              hook_point->name + "\": \"drop\"}");
        }
    }
    if (!std::all_of(hook_points.begin(), hook_points.end(), isParking)) {
        return;
    }
    const auto refuseSkip = [&](const std::string& status, Verdict verdict) {
        if (verdict == Verdict::Skip) {
            throw ConfigError(policy.script->exit_status_path + "." + status + " is \"skip\", which no hook point of the script takes (" +
                              namesOf(hook_points) + ")" + why);
        }
    };
    for (const auto& [status, verdict] : policy.script->exit_status) {
        refuseSkip(std::to_string(status), verdict);
    }
    refuseSkip("other", policy.script->other_status);
}

}  // namespace kea_policy
