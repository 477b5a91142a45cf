// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_packet.h"

#include <dhcp/pkt6.h>

namespace kea_policy {

/// A DHCPv6 packet, and the relay hops of one.
class Pkt6Reader : public PacketReader<isc::dhcp::Pkt6Ptr, isc::dhcp::Option::V6> {
public:
    /// As Pkt4Reader's.
    bool isParked() const noexcept { return true; }
    using PacketReader::PacketReader;

    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    ByteView likelyKey(ListKind kind) const;
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t field);
    std::uint32_t option(FrameCursor& frame, std::uint32_t part, std::uint32_t code);
    std::uint32_t optionAt(FrameCursor& frame, std::uint32_t code, std::uint32_t index);
    std::uint32_t subOption(FrameCursor& frame, std::uint32_t part, std::uint32_t code, std::uint32_t sub_code);
    std::uint32_t relay(FrameCursor& frame, std::uint32_t handle, std::uint32_t index);

private:
    /// The options of the packet itself or of one of its relay hops; nullptr where there is no such part.
    const isc::dhcp::OptionCollection* optionsOf(std::uint32_t part) const;
};

}  // namespace kea_policy
