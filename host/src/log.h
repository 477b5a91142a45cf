// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "generated/messages.h"

#include <log/log_dbglevels.h>
#include <log/logger.h>
#include <log/macros.h>

namespace kea_policy {

/// Configured in Kea as `kea-dhcp4.policy-hooks` or `kea-dhcp6.policy-hooks`.
extern isc::log::Logger policy_logger;

}  // namespace kea_policy
