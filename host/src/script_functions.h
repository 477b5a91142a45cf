// SPDX-License-Identifier: MPL-2.0
// The host function that runs the policy's script; the schema says what it does.
#pragma once

#include "host_call.h"

namespace kea_policy {

void runScript(GuestState& state, Values v);

}  // namespace kea_policy
