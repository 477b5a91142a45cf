// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"

#include <dhcp/option.h>
#include <dhcp/pkt.h>

#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

/// Applies an edit log to one of Kea's packets, all or nothing: prepare() builds every new option with Kea's own parsers, which may
/// refuse, and changes nothing; apply() cannot fail. With kea_view4 and kea_view6 the only writer of Kea's objects.
class PacketEditor {
public:
    explicit PacketEditor(isc::dhcp::Option::Universe universe) noexcept : universe_(universe) {}

    /// *object* is the packet's handle in the callout. A sentence without its subject where an edit is refused.
    std::optional<std::string> prepare(const isc::dhcp::Pkt& packet, std::uint32_t object, const std::vector<EditEntry>& edits);
    void apply(isc::dhcp::Pkt& packet) noexcept;

private:
    std::optional<std::string> prepareOption(const EditEntry& edit);
    isc::dhcp::OptionPtr parse(const EditEntry& edit) const;
    bool mayEdit(std::uint32_t code) const noexcept;

    const isc::dhcp::Option::Universe universe_;
    isc::dhcp::OptionCollection options_;
    std::vector<isc::dhcp::ClientClass> classes_;
};

}  // namespace kea_policy
