// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_value.h"

#include <hooks/callout_handle.h>

#include <optional>
#include <string>

namespace kea_policy {

/// Why Kea would not take the name for the DNS; nothing where it would.
std::optional<std::string> dnsRefuses(const std::string& name);

/// A client's name, as Kea keeps it in the lease and in the DNS.
struct HostNameValue : TextValue {
    /// Takes what Kea takes without a failure later, which would drop the packet or lose the edit.
    static std::optional<std::string> read(const EditEntry& edit, Kea& wanted);
    /// Kea takes no change, not even of the directions alone, for a client without a name.
    static std::optional<std::string> check(const Kea& name);
    static void give(isc::hooks::CalloutHandle& handle, const std::string& name, const Kea& value) { handle.setArgument(name, value); }
};

}  // namespace kea_policy
