// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <hooks/hooks.h>

namespace kea_policy {

/// Kea's dhcp4_srv_configured and dhcp6_srv_configured. Here a configuration is refused, not in load(): then the operator reads the
/// sentence as the answer to config-set and Kea goes on serving, while a load() that fails leaves it answering nobody.
/// Here also the number of slots is known, from the multi-threading settings.
int serverConfigured(isc::hooks::CalloutHandle& handle);

}  // namespace kea_policy
