// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"
#include "packet_editor.h"

#include <dhcp/pkt6.h>

namespace kea_policy {

/// A callout whose one argument is a DHCPv6 query: pkt6_receive.
class Pkt6Callout : public CalloutView {
public:
    explicit Pkt6Callout(isc::dhcp::Pkt6& query) : query_(query) {}

    bool write(FrameCursor& frame, const FieldsRead& read) override;
    ByteView likelyKey(ListKind kind) override;
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t object, std::uint32_t field) override;
    std::uint32_t option(FrameCursor& frame, std::uint32_t object, std::uint32_t code) override;
    std::uint32_t subOption(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t sub_code) override;
    std::uint32_t relay(FrameCursor& frame, std::uint32_t object, std::uint32_t index) override;
    std::string text(std::uint32_t object, std::uint32_t which) override;
    std::string client() override;
    std::optional<std::string> prepareEdits(const std::vector<EditEntry>& edits) override;
    void applyEdits() noexcept override;

private:
    /// The options of the query itself or of one of its relay hops; nullptr where the handle is neither.
    const isc::dhcp::OptionCollection* optionsOf(std::uint32_t object) const;

    isc::dhcp::Pkt6& query_;
    PacketEditor editor_{isc::dhcp::Option::V6};
};

}  // namespace kea_policy
