// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_packet.h"

#include <dhcp/pkt4.h>

namespace kea_policy {

/// A DHCPv4 packet.
class Pkt4Reader : public PacketReader<isc::dhcp::Pkt4Ptr, isc::dhcp::Option::V4> {
public:
    using PacketReader::PacketReader;

    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    ByteView likelyKey(ListKind kind) const;
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t field);
    std::uint32_t option(FrameCursor& frame, std::uint32_t part, std::uint32_t code);
    /// Does Kea park it where it parks packets? Not one that came inside of DHCPv6: Kea either does not park it, or would answer it as any
    /// other packet afterwards.
    bool isParked() const noexcept { return !packet_->isDhcp4o6(); }
    std::uint32_t subOption(FrameCursor& frame, std::uint32_t part, std::uint32_t code, std::uint32_t sub_code);
};

}  // namespace kea_policy
