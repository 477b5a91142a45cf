// SPDX-License-Identifier: MPL-2.0
// Host functions that read the arguments of the callout under way; the schema says what each does.
#pragma once

#include "host_call.h"

namespace kea_policy {

void fetch(GuestState& state, Values v);
void option(GuestState& state, Values v);
void optionAt(GuestState& state, Values v);
void subOption(GuestState& state, Values v);
void relay(GuestState& state, Values v);
void item(GuestState& state, Values v);
void find(GuestState& state, Values v);
void text(GuestState& state, Values v);

}  // namespace kea_policy
