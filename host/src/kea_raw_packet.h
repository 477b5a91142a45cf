// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"

#include <dhcp/pkt4.h>
#include <dhcp/pkt6.h>

#include <utility>

namespace kea_policy {

/// A packet of either family before Kea parsed it. Everything but bytes and addresses is still what Kea's constructor left there, so
/// nothing else is shown, and there is no editing.
template <typename PacketPtr>
class RawPacketReader : public KeaObject {
public:
    using Kea = PacketPtr;
    static constexpr bool is_object = true;

    explicit RawPacketReader(Kea packet) : packet_(std::move(packet)) {}

    bool exists() const noexcept { return packet_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t field);
    std::string client() const { return "sender " + packet_->getRemoteAddr().toText(); }

private:
    Kea packet_;
};

using RawPacket4Reader = RawPacketReader<isc::dhcp::Pkt4Ptr>;
using RawPacket6Reader = RawPacketReader<isc::dhcp::Pkt6Ptr>;

}  // namespace kea_policy
