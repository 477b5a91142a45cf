// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"

#include <dhcp/option.h>
#include <dhcp/pkt.h>

#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

/// Applies edits to one of Kea's packets, all or nothing: prepare() builds every new option with Kea's own parsers, which may
/// refuse, and changes nothing; apply() cannot fail. The only writer of Kea's packets.
class PacketEditor {
public:
    explicit PacketEditor(isc::dhcp::Option::Universe universe) noexcept : universe_(universe) {}

    void begin(const isc::dhcp::Pkt& packet);
    /// A sentence without its subject where the edit is refused.
    std::optional<std::string> prepare(const EditEntry& edit);
    void apply(isc::dhcp::Pkt& packet) noexcept;

private:
    std::optional<std::string> prepareOption(const EditEntry& edit);
    isc::dhcp::OptionPtr parse(const EditEntry& edit) const;
    bool mayEdit(std::uint32_t code) const noexcept;

    const isc::dhcp::Option::Universe universe_;
    /// The packet is an answer of Kea's.
    bool in_answer_ = false;
    isc::dhcp::OptionCollection options_;
    std::vector<isc::dhcp::ClientClass> classes_;
};

}  // namespace kea_policy
