// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frame_cursor.h"

#include <asiolink/io_address.h>
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

/// In host order. 0 for what is no IPv4 address: a DHCPv4 packet that came over DHCPv6 has IPv6 addresses as local and remote.
inline std::uint32_t ipv4Value(const isc::asiolink::IOAddress& address) {
    return address.isV4() ? address.toUint32() : 0;
}

/// Kea keeps its asio address to itself; toBytes() is the one way to the 16 bytes, and allocates: hence lazy fields.
inline Ipv6Bytes ipv6Value(const isc::asiolink::IOAddress& address) {
    Ipv6Bytes value{};
    if (address.isV6()) {
        const std::vector<std::uint8_t> bytes = address.toBytes();
        std::memcpy(value.data(), bytes.data(), value.size());
    }
    return value;
}

inline std::uint32_t bringClasses(FrameCursor& frame, const isc::dhcp::Pkt& packet) {
    std::vector<ByteView> names;
    for (const isc::dhcp::ClientClass& name : packet.getClasses()) {
        names.push_back(bytesOf(name));
    }
    return writeBytesList(frame, names);
}

/// Kea's text of the packet (which 0) or its label (1).
template <typename Packet>
std::string textOf(const Packet& packet, std::uint32_t which) {
    return which == 0 ? packet.toText() : which == 1 ? packet.getLabel() : std::string();
}

}  // namespace kea_policy
