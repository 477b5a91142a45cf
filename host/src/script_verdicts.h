// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
#include "hook_points.h"

#include <string>
#include <vector>

namespace kea_policy {

/// Is it a Skip where Kea of that KEA_HOOKS_VERSION parks the packet while it waits for a script? Then it can only go on with it or drop it.
bool parkedSkip(const HookPointInfo& hook_point, Verdict verdict, int kea_version) noexcept;

/// Why such a Skip is not taken. *where*: "there", or "at" and hook points.
std::string parkingReason(const std::string& where);

/// Refuses an exit status that could do nothing: its verdict is one that Kea takes at none of the hook points, or that would crash it there.
/// The map is one for all hook points of a script, so it may have what is good for some of them. Throws ConfigError.
void checkScriptVerdicts(const PolicyConfig& policy, const std::vector<const HookPointInfo*>& hook_points, int kea_version);

}  // namespace kea_policy
