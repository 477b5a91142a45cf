// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "policy_set.h"

#include <cc/data.h>

namespace kea_policy {

/// Kea's answer to the command stat-policy-get, a "result-set" as stat-lease4-get has it: a row for each policy and hook point of the
/// server's family. The values are those of Kea's statistics, which must have been flushed. *set* may be nullptr: no rows.
/// *arguments*, nullptr or a map, narrows it by "policy" and "hook-point"; what it does not know it names in an error answer.
isc::data::ConstElementPtr statPolicyGetAnswer(const PolicySet* set, int family, const isc::data::ConstElementPtr& arguments);

}  // namespace kea_policy
