// SPDX-License-Identifier: MPL-2.0
#include "log.h"

namespace kea_policy {

isc::log::Logger policy_logger("policy-hooks");

}  // namespace kea_policy
