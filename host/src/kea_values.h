// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frame_cursor.h"
#include "kea_members.h"

#include <asiolink/io_address.h>
#include <cc/data.h>
#include <dhcp/hwaddr.h>
#include <dhcp/pkt.h>

#include <cstdint>
#include <string>
#include <vector>

namespace kea_policy {

inline ByteView bytesOf(const std::vector<std::uint8_t>& bytes) {
    return {bytes.data(), static_cast<std::uint32_t>(bytes.size())};
}

inline ByteView bytesOf(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::uint32_t>(text.size())};
}

inline HwAddrView hwAddrView(const isc::dhcp::HWAddr& address) {
    HwAddrView view;
    view.bytes = bytesOf(address.hwaddr_);
    view.htype = address.htype_;
    view.source = address.source_;
    return view;
}

/// 0 where there is none.
inline std::uint32_t bringHwAddr(FrameCursor& frame, const isc::dhcp::HWAddrPtr& address) {
    return address ? writeHwAddr(frame, hwAddrView(*address)) : 0;
}

/// In host order. 0 for what is no IPv4 address: a DHCPv4 packet that came over DHCPv6 has IPv6 addresses as local and remote.
inline std::uint32_t ipv4Value(const isc::asiolink::IOAddress& address) {
    const boost::asio::ip::address& inner = asioAddress(address);
    return inner.is_v4() ? inner.to_v4().to_uint() : 0;
}

inline Ipv6Bytes ipv6Value(const isc::asiolink::IOAddress& address) {
    const boost::asio::ip::address& inner = asioAddress(address);
    return inner.is_v6() ? inner.to_v6().to_bytes() : Ipv6Bytes{};
}

inline std::uint32_t bringClasses(FrameCursor& frame, const isc::dhcp::Pkt& packet) {
    std::vector<ByteView> names;
    for (const isc::dhcp::ClientClass& name : packet.getClasses()) {
        names.push_back(bytesOf(name));
    }
    return writeBytesList(frame, names);
}

/// The bytes that Kea packed its answer to, or those that a packet came as; none of an answer before that. An answer to DHCPv4 over DHCPv6 has
/// both: kea-dhcp6 has it from kea-dhcp4 with notes of theirs in it, and packs it without them.
inline ByteView wireOf(isc::dhcp::Pkt& packet) {
    const auto& packed = packet.getBuffer();
    if (packed.getLength() > 0) {
        return {static_cast<const std::uint8_t*>(packed.getData()), static_cast<std::uint32_t>(packed.getLength())};
    }
    return bytesOf(packet.data_);
}

inline std::uint32_t bringWire(FrameCursor& frame, isc::dhcp::Pkt& packet) {
    const ByteView bytes = wireOf(packet);
    return bytes.size == 0 ? 0 : writeBytes(frame, bytes);
}

/// JSON text of a value, such as a user context; empty where there is none.
inline std::string textOf(const isc::data::ConstElementPtr& value) {
    return value ? value->str() : std::string();
}

/// Kea's text of the packet (which 0), its label (1) or the name of its type (2).
template <typename Packet>
std::string textOf(const Packet& packet, std::uint32_t which) {
    switch (which) {
    case 0: return packet.toText();
    case 1: return packet.getLabel();
    case 2: return packet.getName();
    default: return {};
    }
}

}  // namespace kea_policy
