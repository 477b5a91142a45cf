// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <asiolink/io_address.h>
#include <dhcp/dhcp4.h>
#include <dhcp/dhcp6.h>
#include <dhcp/pkt4.h>
#include <dhcp/pkt6.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace kea_policy {

using Bytes = std::vector<std::uint8_t>;

inline Bytes bytesOfText(const std::string& text) {
    return Bytes(text.begin(), text.end());
}

/// A number in network byte order.
inline Bytes bigEndian(std::uint64_t value, std::size_t bytes) {
    Bytes out(bytes);
    for (std::size_t i = 0; i < bytes; ++i) {
        out[bytes - 1 - i] = static_cast<std::uint8_t>(value >> 8 * i);
    }
    return out;
}

inline void append(Bytes& to, const Bytes& from) {
    to.insert(to.end(), from.begin(), from.end());
}

// Functions, not initialisers in the class: gcc 12 warns of those without cause.
inline Bytes hardwareAddressField() {
    return {2, 0, 0x5e, 0x10, 0x20, 0x30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
}
inline Bytes discoverOption() {
    return {53, 1, 1};
}

/// The bytes of a DHCPv4 message, each field of its header with a value of its own.
struct RawDhcp4 {
    std::uint8_t op = 1, htype = 1, hlen = 6, hops = 3;
    std::uint32_t transid = 0x12345678;
    std::uint16_t secs = 0x0a0b, flags = 0x8000;
    std::uint32_t ciaddr = 0xc0000201, yiaddr = 0xc0000202, siaddr = 0xc0000203, giaddr = 0xc0000204;
    Bytes chaddr = hardwareAddressField();
    Bytes options = discoverOption();

    RawDhcp4& option(std::uint8_t code, const Bytes& value) {
        options.push_back(code);
        options.push_back(static_cast<std::uint8_t>(value.size()));
        append(options, value);
        return *this;
    }
    /// In parts of at most 255 bytes (RFC 3396).
    RawDhcp4& longOption(std::uint8_t code, const Bytes& value) {
        for (std::size_t at = 0; at < value.size(); at += 255) {
            option(code, Bytes(value.begin() + static_cast<long>(at),
                               value.begin() + static_cast<long>(std::min(value.size(), at + 255))));
        }
        return *this;
    }

    Bytes bytes() const {
        Bytes out = {op, htype, hlen, hops};
        for (const auto& [value, size] : {std::pair<std::uint64_t, std::size_t>{transid, 4}, {secs, 2}, {flags, 2}, {ciaddr, 4},
                                          {yiaddr, 4}, {siaddr, 4}, {giaddr, 4}}) {
            append(out, bigEndian(value, size));
        }
        append(out, chaddr);
        Bytes sname(64), file(128);
        for (std::size_t i = 0; i < sname.size(); ++i) sname[i] = static_cast<std::uint8_t>(0x40 + i);
        for (std::size_t i = 0; i < file.size(); ++i) file[i] = static_cast<std::uint8_t>(0x80 + i);
        append(out, sname);
        append(out, file);
        append(out, {0x63, 0x82, 0x53, 0x63});
        append(out, options);
        out.push_back(255);
        return out;
    }
};

/// Keeps a packet to the end of the program, as Kea keeps one while a callout runs: readers have no share in it. From any thread.
template <typename PacketPtr>
PacketPtr kept(PacketPtr packet) {
    static std::mutex mutex;
    static std::vector<PacketPtr> packets;
    const std::lock_guard<std::mutex> lock(mutex);
    packets.push_back(packet);
    return packet;
}

/// What Kea makes of bytes from the wire, in the state in which a callout gets it.
inline isc::dhcp::Pkt4Ptr receive4(const Bytes& bytes) {
    isc::dhcp::Pkt4Ptr packet(new isc::dhcp::Pkt4(bytes.data(), bytes.size()));
    packet->unpack();
    // Kea 2.2 begins a packet's classes with ALL, later versions leave that to their servers.
    packet->addClass("ALL");
    packet->setIface("eth7");
    packet->setIndex(7);
    packet->setLocalAddr(isc::asiolink::IOAddress("198.51.100.1"));
    packet->setRemoteAddr(isc::asiolink::IOAddress("198.51.100.2"));
    packet->setLocalPort(67);
    packet->setRemotePort(1067);
    // In callouts Kea's getOption() puts copies into the packet: who reads that way is found out.
    packet->setCopyRetrievedOptions(true);
    return kept(packet);
}

inline isc::dhcp::Pkt4Ptr receive4(const RawDhcp4& raw) {
    return receive4(raw.bytes());
}

/// The bytes of a DHCPv6 message.
struct RawDhcp6 {
    Bytes out;

    RawDhcp6(std::uint8_t type, std::uint32_t transid) {
        out.push_back(type);
        append(out, bigEndian(transid, 3));
    }
    RawDhcp6& option(std::uint16_t code, const Bytes& value) {
        append(out, bigEndian(code, 2));
        append(out, bigEndian(value.size(), 2));
        append(out, value);
        return *this;
    }
    /// Puts what there is into the message of a relay agent.
    RawDhcp6& relay(std::uint8_t hops, const std::string& link, const std::string& peer,
                    const std::vector<std::pair<std::uint16_t, Bytes>>& options) {
        const Bytes inner = std::move(out);
        out = {12, hops};
        append(out, isc::asiolink::IOAddress(link).toBytes());
        append(out, isc::asiolink::IOAddress(peer).toBytes());
        for (const auto& [code, value] : options) {
            option(code, value);
        }
        return option(9, inner);
    }
};

inline isc::dhcp::Pkt6Ptr receive6(const Bytes& bytes) {
    isc::dhcp::Pkt6Ptr packet(new isc::dhcp::Pkt6(bytes.data(), static_cast<std::uint32_t>(bytes.size())));
    packet->unpack();
    // Kea 2.2 begins a packet's classes with ALL, later versions leave that to their servers.
    packet->addClass("ALL");
    packet->setIface("eth8");
    packet->setIndex(8);
    packet->setLocalAddr(isc::asiolink::IOAddress("ff02::1:2"));
    packet->setRemoteAddr(isc::asiolink::IOAddress("fe80::5e:10ff:fe20:3041"));
    packet->setLocalPort(547);
    packet->setRemotePort(1546);
    packet->setCopyRetrievedOptions(true);
    return kept(packet);
}

inline isc::dhcp::Pkt6Ptr receive6(const RawDhcp6& raw) {
    return receive6(raw.out);
}

/// An option as it stands in the packet: Kea's getOption() would put a copy in its place.
inline isc::dhcp::OptionPtr optionIn(const isc::dhcp::Pkt& packet, std::uint16_t code) {
    const auto found = packet.options_.find(code);
    return found == packet.options_.end() ? isc::dhcp::OptionPtr() : found->second;
}

/// The packet as Kea would send it, and its options by address: neither may change where a packet is only read.
template <typename Packet>
struct PacketState {
    Bytes packed;
    std::vector<std::pair<unsigned, const isc::dhcp::Option*>> options;
    std::vector<std::string> classes;

    explicit PacketState(Packet& packet) {
        // First: pack() itself puts split options into the packet for a moment.
        keep(packet.options_);
        keepRelays(packet);
        for (const std::string& name : packet.getClasses()) {
            classes.push_back(name);
        }
        packet.pack();
        const auto* data = static_cast<const std::uint8_t*>(packet.getBuffer().getData());
        packed.assign(data, data + packet.getBuffer().getLength());
    }
    friend bool operator==(const PacketState& a, const PacketState& b) {
        return a.packed == b.packed && a.options == b.options && a.classes == b.classes;
    }

private:
    void keep(const isc::dhcp::OptionCollection& collection) {
        for (const auto& [code, option] : collection) {
            options.emplace_back(code, option.get());
        }
    }
    void keepRelays(const isc::dhcp::Pkt4&) {}
    void keepRelays(const isc::dhcp::Pkt6& packet) {
        for (const auto& relay : packet.relay_info_) {
            keep(relay.options_);
        }
    }
};

}  // namespace kea_policy
