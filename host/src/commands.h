// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <hooks/hooks.h>

namespace kea_policy {

// Kea's own commands, with our counters brought up to date before Kea's own handler answers.
int statisticGet(isc::hooks::CalloutHandle& handle);
int statisticGetAll(isc::hooks::CalloutHandle& handle);
int statisticReset(isc::hooks::CalloutHandle& handle);
int statisticResetAll(isc::hooks::CalloutHandle& handle);

/// Ours: what each policy did at each hook point, as one table.
int statPolicyGet(isc::hooks::CalloutHandle& handle);

}  // namespace kea_policy
