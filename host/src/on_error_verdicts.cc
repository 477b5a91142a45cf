// SPDX-License-Identifier: MPL-2.0
#include "on_error_verdicts.h"

#include "config_error.h"
#include "hook_point_names.h"
#include "script_verdicts.h"

#include <map>
#include <string>

namespace kea_policy {

namespace {

/// The operator's map with these hook points beside: {"default": "drop", "lease4_select": "continue"}.
std::string mended(const OnError& on_error, const std::vector<const HookPointInfo*>& wrong) {
    std::map<std::string, Verdict> told = on_error.by_hook_point;
    for (const HookPointInfo* hook_point : wrong) {
        told[hook_point->name] = Verdict::Continue;
    }
    std::string text = std::string("{\"default\": \"") + verdictName(on_error.fallback) + "\"";
    for (const auto& [name, verdict] : told) {
        text += ", \"" + name + "\": \"" + verdictName(verdict) + "\"";
    }
    return text + "}";
}

}  // namespace

void checkOnError(const PolicyConfig& policy, const std::vector<const HookPointInfo*>& hook_points, int kea_version) {
    const bool waits = policy.script && policy.script->wait;
    const auto takes = [&](const HookPointInfo& hook_point, Verdict verdict) {
        return honours(hook_point, static_cast<std::int32_t>(verdict)) && !(waits && parkedSkip(hook_point, verdict, kea_version));
    };
    std::vector<const HookPointInfo*> wrong, parked;  // by the default
    for (const HookPointInfo* hook_point : hook_points) {
        const Verdict told = policy.on_error.forHookPoint(hook_point->name);
        if (takes(*hook_point, told)) {
            continue;
        }
        const bool parking = waits && honours(*hook_point, static_cast<std::int32_t>(told));
        if (policy.on_error.by_hook_point.count(hook_point->name) != 0) {
            const Verdict other = told == Verdict::Skip ? Verdict::Drop : Verdict::Skip;
            throw ConfigError(policy.path + ".on-error." + hook_point->name + " is \"" + verdictName(told) + "\", which Kea does not take there" +
                              (parking ? " (" + parkingReason(std::string("at ") + hook_point->name) + ")" : "") + ": write \"continue\"" +
                              (takes(*hook_point, other) ? std::string(" or \"") + verdictName(other) + "\"" : ""));
        }
        wrong.push_back(hook_point);
        if (parking) {
            parked.push_back(hook_point);
        }
    }
    if (!wrong.empty()) {
        throw ConfigError(policy.path + ".on-error is \"" + verdictName(policy.on_error.fallback) + "\" for " + namesOf(wrong) + ", and Kea does not take that there" +
                          (parked.empty() ? "" : " (" + parkingReason("at " + namesOf(parked)) + ")") + ": name another for each, as in " + mended(policy.on_error, wrong));
    }
}

}  // namespace kea_policy
