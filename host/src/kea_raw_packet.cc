// SPDX-License-Identifier: MPL-2.0
#include "kea_raw_packet.h"

#include "generated/records.h"
#include "kea_values.h"

namespace kea_policy {

namespace {

/// What raw packets of both families have. The bytes are copied for those policies only that read them.
template <typename Record>
void writeCommon(const isc::dhcp::Pkt& packet, bool reads_wire, Record& record) {
    record.remotePort(packet.getRemotePort());
    record.ifindex(packet.getIndex());
    record.iface(bytesOf(interfaceName(packet)));
    if (reads_wire) {
        record.wire(bytesOf(packet.data_));
    }
}

}  // namespace

template <>
std::uint32_t RawPacket4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    RawPacket4Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    writeCommon(*packet_, (read.of(ObjectClass::RawPacket4) & field::RawPacket4::wire) != 0, record);
    record.localPort(packet_->getLocalPort());
    record.localAddr(ipv4Value(packet_->getLocalAddr()));
    record.remoteAddr(ipv4Value(packet_->getRemoteAddr()));
    return record.end();
}

template <>
std::uint32_t RawPacket6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    RawPacket6Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    writeCommon(*packet_, (read.of(ObjectClass::RawPacket6) & field::RawPacket6::wire) != 0, record);
    record.localAddr(ipv6Value(packet_->getLocalAddr()));
    record.remoteAddr(ipv6Value(packet_->getRemoteAddr()));
    return record.end();
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
