// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
#include "hook_points.h"

#include <vector>

namespace kea_policy {

/// Refuses what a script of this policy could not make Kea do, since Kea of that KEA_HOOKS_VERSION parks the packet while the script
/// runs: then it can only go on with it or drop it. The map of exit statuses is one for all hook points of a script, so a Skip in it is
/// refused only where Kea parks at each of them; `on-error` is told for each hook point. Throws ConfigError.
void checkScriptVerdicts(const PolicyConfig& policy, const std::vector<const HookPointInfo*>& hook_points, int kea_version);

}  // namespace kea_policy
