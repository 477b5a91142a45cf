// SPDX-License-Identifier: MPL-2.0
#include "script_verdicts.h"

#include "config_error.h"
#include "generated/abi.h"
#include "hook_point_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace kea_policy {

namespace {

template <std::size_t... I>
constexpr std::array<UnsafeVerdict, sizeof...(I)> unsafeVerdicts(std::index_sequence<I...>) {
    return {Arguments<kHookPoints[I].id>::unsafe_verdict...};
}
constexpr auto kUnsafe = unsafeVerdicts(std::make_index_sequence<kHookPointCount>());

/// Would it crash this Kea whatever the packet? Elsewhere the packet decides.
bool crashes(const HookPointInfo& hook_point, Verdict verdict, int kea_version) {
    const UnsafeVerdict& unsafe = kUnsafe[hookPointIndex(hook_point.id)];
    return unsafe.verdict == verdict && unsafe.where == kAlways && unsafe.before > kea_version;
}

bool takes(const HookPointInfo& hook_point, Verdict verdict, int kea_version) {
    return honours(hook_point, static_cast<std::int32_t>(verdict)) && !parkedSkip(hook_point, verdict, kea_version) &&
           !crashes(hook_point, verdict, kea_version);
}

/// "the client does not get this address" of the sentences that say what Kea does.
std::string shortly(const std::string& sentences) {
    std::string words = sentences.substr(0, sentences.find_first_of(".;"));
    if (words.compare(0, 4, "Kea ") != 0) {
        words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
    }
    return words;
}

/// Why Kea does not take it, and what it does take.
std::string mendFor(Verdict verdict, const std::vector<const HookPointInfo*>& hook_points, int kea_version) {
    const bool skip = verdict == Verdict::Skip;
    if (skip && std::all_of(hook_points.begin(), hook_points.end(), [&](const HookPointInfo* info) { return parks(*info, kea_version); })) {
        return parkingReason("there") + "; write \"continue\" or \"drop\"";
    }
    const Verdict other = skip ? Verdict::Drop : Verdict::Skip;
    std::string reason, taken;
    for (const HookPointInfo* hook_point : hook_points) {
        if (crashes(*hook_point, verdict, kea_version)) {
            reason += "this Kea may crash on it at " + std::string(hook_point->name) + ", so it is not told it; ";
        }
        if (takes(*hook_point, other, kea_version)) {
            taken += (taken.empty() ? "" : ", at ") + std::string(hook_point->name) + " (" + shortly(skip ? hook_point->on_drop : hook_point->on_skip) + ")";
        }
    }
    if (taken.empty()) {
        return reason + "write \"continue\", which is all that Kea takes there, or leave exit-status out";
    }
    return reason + "write \"" + verdictName(other) + "\", which Kea takes at " + taken + ", or \"continue\"";
}

}  // namespace

bool parkedSkip(const HookPointInfo& hook_point, Verdict verdict, int kea_version) noexcept {
    return verdict == Verdict::Skip && parks(hook_point, kea_version);
}

std::string parkingReason(const std::string& where) {
    return "Kea parks the packet " + where + " while the script runs, and can then only go on with it or drop it";
}

void checkScriptVerdicts(const PolicyConfig& policy, const std::vector<const HookPointInfo*>& hook_points, int kea_version) {
    if (!policy.script || !policy.script->wait) {
        return;
    }
    const auto refuseUseless = [&](const std::string& status, Verdict verdict) {
        if (verdict != Verdict::Continue && std::none_of(hook_points.begin(), hook_points.end(),
                                                         [&](const HookPointInfo* info) { return takes(*info, verdict, kea_version); })) {
            throw ConfigError(policy.script->exit_status_path + "." + status + " is \"" + verdictName(verdict) + "\", which no hook point of the script takes (" +
                              namesOf(hook_points) + "): " + mendFor(verdict, hook_points, kea_version));
        }
    };
    for (const auto& [status, verdict] : policy.script->exit_status) {
        refuseUseless(std::to_string(status), verdict);
    }
    refuseUseless("other", policy.script->other_status);
}

}  // namespace kea_policy
