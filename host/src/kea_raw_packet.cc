// SPDX-License-Identifier: MPL-2.0
#include "kea_raw_packet.h"

#include "generated/frame_writer.h"
#include "kea_values.h"

namespace kea_policy {

namespace {

/// What raw packets of both families have. The bytes are copied for those policies only that read them.
template <typename View>
void readCommon(const isc::dhcp::Pkt& packet, bool reads_wire, View& view) {
    view.remote_port = packet.getRemotePort();
    view.ifindex = packet.getIndex();
    view.iface = bytesOf(interfaceName(packet));
    if (reads_wire) {
        view.wire = bytesOf(packet.data_);
    }
}

}  // namespace

template <>
std::uint32_t RawPacket4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    RawPacket4View view;
    view.object = handle;
    readCommon(*packet_, (read.of(ObjectClass::RawPacket4) & field::RawPacket4::wire) != 0, view);
    view.local_port = packet_->getLocalPort();
    view.local_addr = ipv4Value(packet_->getLocalAddr());
    view.remote_addr = ipv4Value(packet_->getRemoteAddr());
    return writeRawPacket4(frame, view);
}

template <>
std::uint32_t RawPacket6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    RawPacket6View view;
    view.object = handle;
    readCommon(*packet_, (read.of(ObjectClass::RawPacket6) & field::RawPacket6::wire) != 0, view);
    view.local_addr = ipv6Value(packet_->getLocalAddr());
    view.remote_addr = ipv6Value(packet_->getRemoteAddr());
    return writeRawPacket6(frame, view);
}

template <>
std::uint32_t RawPacket4Reader::fetch(FrameCursor& frame, std::uint32_t field) {
    return static_cast<LazyField>(field) == LazyField::RawPacket4RemoteHwaddr ? bringHwAddr(frame, packet_->getRemoteHWAddr()) : 0;
}

template <>
std::uint32_t RawPacket6Reader::fetch(FrameCursor&, std::uint32_t) {
    return 0;
}

template class RawPacketReader<isc::dhcp::Pkt4Ptr>;
template class RawPacketReader<isc::dhcp::Pkt6Ptr>;

}  // namespace kea_policy
