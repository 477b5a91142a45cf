// SPDX-License-Identifier: MPL-2.0
#include "kea_host_name.h"

#include <dhcp/option4_client_fqdn.h>

#include <algorithm>
#include <exception>

namespace kea_policy {

namespace {

/// A line break in a name would break Kea's file of leases.
bool isPrintable(char character) {
    return character > ' ' && character <= '~';
}

}  // namespace

std::optional<std::string> dnsRefuses(const std::string& name) {
    try {
        // Kea puts names into this option, or its like of DHCPv6, and into what it sends to kea-dhcp-ddns.
        using isc::dhcp::Option4ClientFqdn;
        Option4ClientFqdn(Option4ClientFqdn::FLAG_E, Option4ClientFqdn::RCODE_CLIENT(), name, Option4ClientFqdn::FULL);
    } catch (const std::exception& error) {
        return error.what();
    }
    return std::nullopt;
}

std::optional<std::string> HostNameValue::read(const EditEntry& edit, Kea& wanted) {
    wanted.assign(reinterpret_cast<const char*>(edit.value.data), edit.value.size);
    if (wanted.empty()) {
        return "set an empty host name; what is not to be in the DNS is kept out by setForwardUpdate(false) and setReverseUpdate(false)";
    }
    if (!std::all_of(wanted.begin(), wanted.end(), isPrintable)) {
        return "set a host name that has other characters than printable ASCII";
    }
    if (const auto why = dnsRefuses(wanted)) {
        return "set a host name that Kea refuses: " + *why;
    }
    return std::nullopt;
}

std::optional<std::string> HostNameValue::check(const Kea& name) {
    if (name.empty()) {
        return "changed the DNS updates of a client that has no name; set one with setHostname as well";
    }
    return std::nullopt;
}

}  // namespace kea_policy
