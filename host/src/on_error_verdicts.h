// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
#include "hook_points.h"

#include <vector>

namespace kea_policy {

/// Refuses an `on-error` that Kea of that KEA_HOOKS_VERSION does not take at one of the hook points: it would be told something else, and
/// nobody would know. The sentence names all of them. Throws ConfigError.
void checkOnError(const PolicyConfig& policy, const std::vector<const HookPointInfo*>& hook_points, int kea_version);

}  // namespace kea_policy
