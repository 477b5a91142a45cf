// SPDX-License-Identifier: MPL-2.0
// Host functions that read what the operator gave the policy, its configuration and its lists; the schema says what each does.
#pragma once

#include "host_call.h"

namespace kea_policy {

void listOpen(GuestState& state, Values v);
void listKind(GuestState& state, Values v);
void listHas(GuestState& state, Values v);
void configKind(GuestState& state, Values v);
void configSize(GuestState& state, Values v);
void configItem(GuestState& state, Values v);
void configMember(GuestState& state, Values v);
void configName(GuestState& state, Values v);
void configInteger(GuestState& state, Values v);
void configNumber(GuestState& state, Values v);
void configString(GuestState& state, Values v);

}  // namespace kea_policy
