// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"
#include "packet_editor.h"

#include <dhcp/pkt4.h>

namespace kea_policy {

/// A callout whose one argument is a DHCPv4 query: pkt4_receive.
class Pkt4Callout : public CalloutView {
public:
    explicit Pkt4Callout(isc::dhcp::Pkt4& query) : query_(query) {}

    bool write(FrameCursor& frame, const FieldsRead& read) override;
    ByteView likelyKey(ListKind kind) override;
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t object, std::uint32_t field) override;
    std::uint32_t option(FrameCursor& frame, std::uint32_t object, std::uint32_t code) override;
    std::uint32_t subOption(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t sub_code) override;
    std::uint32_t relay(FrameCursor&, std::uint32_t, std::uint32_t) override { return 0; }
    std::string text(std::uint32_t object, std::uint32_t which) override;
    std::string client() override;
    std::optional<std::string> prepareEdits(const std::vector<EditEntry>& edits) override;
    void applyEdits() noexcept override;

private:
    isc::dhcp::Pkt4& query_;
    PacketEditor editor_{isc::dhcp::Option::V4};
};

}  // namespace kea_policy
