// SPDX-License-Identifier: MPL-2.0
// The callouts that most tests make, from a packet.
#pragma once

#include "kea_callout.h"

namespace kea_policy {

using Pkt4Callout = KeaCallout<HookPointId::pkt4_receive>;
using Pkt6Callout = KeaCallout<HookPointId::pkt6_receive>;

}  // namespace kea_policy
