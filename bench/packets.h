// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <asiolink/io_address.h>
#include <dhcp/pkt4.h>
#include <dhcp/pkt6.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace kea_policy_bench {

using Bytes = std::vector<std::uint8_t>;
using Mac = std::array<std::uint8_t, 6>;

/// A DUID of the link-layer kind for that MAC.
inline Bytes duidOf(const Mac& mac) {
    Bytes duid{0, 3, 0, 1};
    duid.insert(duid.end(), mac.begin(), mac.end());
    return duid;
}

inline void append(Bytes& to, std::initializer_list<std::uint8_t> bytes) {
    to.insert(to.end(), bytes);
}

/// A DISCOVER through a relay agent, with the options that common clients and relays send.
inline Bytes discoverBytes(const Mac& mac) {
    Bytes bytes(240, 0);
    const std::uint8_t head[] = {1, 1, 6, 1, 0x12, 0x34, 0x56, 0x78, 0, 3, 0x80, 0};
    std::memcpy(bytes.data(), head, sizeof head);
    const std::uint8_t giaddr[] = {10, 20, 30, 1};
    std::memcpy(bytes.data() + 24, giaddr, sizeof giaddr);
    std::memcpy(bytes.data() + 28, mac.data(), mac.size());
    const std::uint8_t cookie[] = {0x63, 0x82, 0x53, 0x63};
    std::memcpy(bytes.data() + 236, cookie, sizeof cookie);
    append(bytes, {53, 1, 1});
    append(bytes, {61, 7, 1, mac[0], mac[1], mac[2], mac[3], mac[4], mac[5]});
    append(bytes, {57, 2, 0x05, 0xdc});
    append(bytes, {60, 8, 'M', 'S', 'F', 'T', ' ', '5', '.', '0'});
    append(bytes, {12, 7, 'p', 'r', 'i', 'n', 't', 'e', 'r'});
    append(bytes, {55, 10, 1, 3, 6, 15, 26, 28, 42, 51, 58, 59});
    append(bytes, {82, 18, 1, 9, 'c', 'i', 'r', 'c', 'u', 'i', 't', '-', '7', 2, 5, 'b', 'o', 'x', '-', '1'});
    append(bytes, {255});
    return bytes;
}

/// A SOLICIT with the options that common clients send.
inline Bytes solicitBytes(const Mac& mac) {
    Bytes bytes{1, 0x12, 0x34, 0x56};
    const Bytes duid = duidOf(mac);
    append(bytes, {0, 1, 0, static_cast<std::uint8_t>(duid.size())});
    bytes.insert(bytes.end(), duid.begin(), duid.end());
    append(bytes, {0, 8, 0, 2, 0, 0});
    append(bytes, {0, 6, 0, 8, 0, 23, 0, 24, 0, 31, 0, 39});
    append(bytes, {0, 3, 0, 12, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0});
    append(bytes, {0, 39, 0, 9, 1, 7, 'p', 'r', 'i', 'n', 't', 'e', 'r'});
    return bytes;
}

/// A packet as the server has it when it asks the hooks: received and unpacked.
template <typename Packet>
boost::shared_ptr<Packet> receive(const Bytes& bytes, const char* local, const char* remote) {
    auto packet = boost::make_shared<Packet>(bytes.data(), static_cast<std::uint32_t>(bytes.size()));
    packet->setIface("eth0");
    packet->setIndex(2);
    packet->setLocalAddr(isc::asiolink::IOAddress(local));
    packet->setRemoteAddr(isc::asiolink::IOAddress(remote));
    packet->unpack();
    return packet;
}

/// What differs between the families.
struct V4 {
    static constexpr int family = 4;
    static constexpr const char* hook_point = "pkt4_receive";
    static constexpr const char* argument = "query4";
    using Packet = isc::dhcp::Pkt4;
    static isc::dhcp::Pkt4Ptr packet(const Mac& mac) { return receive<Packet>(discoverBytes(mac), "10.20.30.2", "10.20.30.1"); }
};

struct V6 {
    static constexpr int family = 6;
    static constexpr const char* hook_point = "pkt6_receive";
    static constexpr const char* argument = "query6";
    using Packet = isc::dhcp::Pkt6;
    static isc::dhcp::Pkt6Ptr packet(const Mac& mac) { return receive<Packet>(solicitBytes(mac), "fe80::1", "fe80::2"); }
};

}  // namespace kea_policy_bench
