// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// One plain struct for each object: what the host may read from Kea, without the fields that are fetched when asked
// for. A view points into Kea's objects: it is good while the callout runs.
#pragma once

#include "../frame_cursor.h"

#include <cstdint>
#include <optional>

namespace kea_policy {

/// A DHCPv4 packet: a client's after Kea parsed it, or Kea's answer before it is sent.
struct Pkt4View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// DHCP message type: 1 DISCOVER, 2 OFFER, 3 REQUEST, 4 DECLINE, 5 ACK, 6 NAK, 7 RELEASE, 8 INFORM; see Dhcp4Type.
    /// 0 where option 53 is missing. RFC 2132 section 9.6; Pkt4::getType.
    uint8_t type = 0;
    /// BOOTP operation: 1 request, 2 reply. RFC 2131 section 2; Pkt4::getOp.
    uint8_t op = 0;
    /// Hardware address type: 1 is Ethernet. RFC 2131 section 2; Pkt4::getHtype.
    uint8_t htype = 0;
    /// Length of the hardware address, in bytes, 0 to 16. RFC 2131 section 2; Pkt4::getHlen.
    uint8_t hlen = 0;
    /// How many relay agents the packet passed, as they counted. RFC 2131 section 2; Pkt4::getHops.
    uint8_t hops = 0;
    /// True where giaddr is neither 0.0.0.0 nor 255.255.255.255. Pkt4::isRelayed.
    bool relayed = false;
    /// Seconds since the client began, as it says; host byte order. RFC 2131 section 2; Pkt4::getSecs.
    uint16_t secs = 0;
    /// Flags field, host byte order; 0x8000 asks for a broadcast answer. RFC 2131 section 2; Pkt4::getFlags.
    uint16_t flags = 0;
    /// UDP port that the packet came in at. Pkt::getLocalPort.
    uint16_t local_port = 0;
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    uint16_t remote_port = 0;
    /// Transaction id, host byte order. RFC 2131 section 2 (xid); Pkt::getTransid.
    uint32_t transid = 0;
    /// The address that the client says it has; 0.0.0.0 where it has none. In host byte order here. RFC 2131 section 2;
    /// Pkt4::getCiaddr.
    uint32_t ciaddr = 0;
    /// 'Your' address: 0.0.0.0 in a client's packet. In host byte order here. RFC 2131 section 2; Pkt4::getYiaddr.
    uint32_t yiaddr = 0;
    /// Next server to use in bootstrap; 0.0.0.0 where not set. In host byte order here. RFC 2131 section 2;
    /// Pkt4::getSiaddr.
    uint32_t siaddr = 0;
    /// Relay agent's address; 0.0.0.0 where the packet was not relayed. In host byte order here. RFC 2131 section 2;
    /// Pkt4::getGiaddr.
    uint32_t giaddr = 0;
    /// Address that the packet came in at. In host byte order here. Pkt::getLocalAddr.
    uint32_t local_addr = 0;
    /// Address that the packet was sent from: the client or the last relay. 0.0.0.0 where that is an IPv6 address
    /// (DHCPv4 over DHCPv6). In host byte order here. Pkt::getRemoteAddr.
    uint32_t remote_addr = 0;
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    int32_t ifindex = 0;
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    ByteView iface;
    /// Client's hardware address (chaddr); empty where hlen is 0. RFC 2131 section 2; Pkt4::getHWAddr.
    HwAddrView hwaddr;
    /// Client identifier (option 61): its type byte and what follows. RFC 2132 section 9.14;
    /// DHO_DHCP_CLIENT_IDENTIFIER.
    std::optional<ByteView> client_id;
    /// True where the packet came inside of a DHCPv6 message (DHCPv4 over DHCPv6). RFC 7341; Pkt4::isDhcp4o6.
    bool dhcp4o6 = false;
};

/// A DHCPv6 packet: a client's after Kea parsed it, or Kea's answer before it is sent; where it is relayed, the message
/// inside.
struct Pkt6View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// DHCPv6 message type: 1 SOLICIT, 3 REQUEST, 4 CONFIRM, 5 RENEW, 6 REBIND, 8 RELEASE, 9 DECLINE, 11
    /// INFORMATION-REQUEST; see Dhcp6Type. RFC 8415 section 7.3; Pkt6::getType.
    uint8_t type = 0;
    /// True where at least one relay agent passed the packet on. Pkt6::relay_info_.
    bool relayed = false;
    /// UDP port that the packet came in at. Pkt::getLocalPort.
    uint16_t local_port = 0;
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    uint16_t remote_port = 0;
    /// How many relay agents passed the packet on. Pkt6::relay_info_.
    uint16_t relay_count = 0;
    /// Transaction id, 24 bits, host byte order. RFC 8415 section 8; Pkt::getTransid.
    uint32_t transid = 0;
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    int32_t ifindex = 0;
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    ByteView iface;
    /// Client's DUID (option 1, client identifier). RFC 8415 section 21.2; Pkt6::getClientId.
    std::optional<ByteView> duid;
};

/// One relay agent that passed a DHCPv6 packet on.
struct RelayHopView {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// Message type: 12, RELAY-FORW. RFC 8415 section 9; RelayInfo::msg_type_.
    uint8_t type = 0;
    /// How many relay agents had passed the packet on before this one. RFC 8415 section 9; RelayInfo::hop_count_.
    uint8_t hop_count = 0;
    /// Link address: tells the server which link the client is on. RFC 8415 section 9; RelayInfo::linkaddr_.
    Ipv6Bytes link_addr{};
    /// Peer address: where the relay agent had the message from. RFC 8415 section 9; RelayInfo::peeraddr_.
    Ipv6Bytes peer_addr{};
};

/// A DHCPv4 subnet of Kea's configuration.
struct Subnet4View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// Number of the subnet in the configuration. Subnet::getID.
    uint32_t id = 0;
    /// First address of the subnet. In host byte order here. Subnet::get.
    uint32_t prefix = 0;
    /// Length of the prefix, in bits, 0 to 32. Subnet::get.
    uint8_t prefix_length = 0;
    /// Name of the shared network that the subnet belongs to; empty where it belongs to none.
    /// Subnet::getSharedNetworkName.
    ByteView shared_network;
    /// How long clients may use an address, where they ask for nothing else. Network::getValid.
    uint32_t valid_lifetime = 0;
    /// How many pools of addresses the subnet has. Subnet::getPools.
    uint32_t pool_count = 0;
    /// Name of the interface whose clients the subnet is for; empty where the configuration names none.
    /// Network::getIface.
    ByteView iface;
};

/// A DHCPv6 subnet of Kea's configuration.
struct Subnet6View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// Number of the subnet in the configuration. Subnet::getID.
    uint32_t id = 0;
    /// Length of the prefix, in bits, 0 to 128. Subnet::get.
    uint8_t prefix_length = 0;
    /// First address of the subnet. Subnet::get.
    Ipv6Bytes prefix{};
    /// Name of the shared network that the subnet belongs to; empty where it belongs to none.
    /// Subnet::getSharedNetworkName.
    ByteView shared_network;
    /// How long clients should use an address for what they begin, where they ask for nothing else.
    /// Network6::getPreferred.
    uint32_t preferred_lifetime = 0;
    /// How long clients may use an address, where they ask for nothing else. Network::getValid.
    uint32_t valid_lifetime = 0;
    /// How many pools the subnet has: first those of addresses, then those of prefixes to delegate. Subnet::getPools.
    uint32_t pool_count = 0;
    /// Name of the interface whose clients the subnet is for; empty where the configuration names none.
    /// Network::getIface.
    ByteView iface;
};

/// A DHCPv4 lease.
struct Lease4View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// The address. In host byte order here. Lease::addr_.
    uint32_t address = 0;
    /// 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0); see LeaseState. Lease::state_.
    uint8_t state = 0;
    /// True where the name is, or is to be, in the DNS with its address. Lease::fqdn_fwd_.
    bool fqdn_fwd = false;
    /// True where the address is, or is to be, in the DNS with its name. Lease::fqdn_rev_.
    bool fqdn_rev = false;
    /// Number of the subnet that the lease belongs to. Lease::subnet_id_.
    uint32_t subnet_id = 0;
    /// How long the client may use the address, counted from cltt; 4294967295 means for ever. RFC 2132 section 9.2;
    /// Lease::valid_lft_.
    uint32_t valid_lifetime = 0;
    /// What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
    /// Lease::reuseable_valid_lft_.
    uint32_t reuseable_lifetime = 0;
    /// When the client was last heard of: the lease ends validLifetime later. Lease::cltt_.
    int64_t cltt = 0;
    /// Client's hardware address. Lease::hwaddr_.
    std::optional<HwAddrView> hwaddr;
    /// Client identifier: its type byte and what follows. RFC 2132 section 9.14; Lease4::client_id_.
    std::optional<ByteView> client_id;
    /// Name of the client, as Kea keeps it; empty where there is none. Lease::hostname_.
    ByteView hostname;
    /// Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
    /// Lease::pool_id_.
    std::optional<uint32_t> pool_id;
    /// True where the lease has ended, by Kea's clock. Lease::expired.
    bool expired = false;
    /// The relay agent's id, where Kea keeps it for bulk leasequery. RFC 6925; Lease4::relay_id_.
    std::optional<ByteView> relay_id;
    /// The remote id that the relay agent gave, where Kea keeps it for bulk leasequery. RFC 3046; Lease4::remote_id_.
    std::optional<ByteView> remote_id;
};

/// A DHCPv6 lease: of an address or of a delegated prefix.
struct Lease6View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// 0 an address (IA_NA), 1 a temporary address (IA_TA), 2 a delegated prefix (IA_PD); see Lease6Type.
    /// Lease6::type_.
    uint8_t type = 0;
    /// 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0), 4 registered by the client (since
    /// Kea 2.7.7); see LeaseState. Lease::state_.
    uint8_t state = 0;
    /// Length of the delegated prefix, in bits; 128 for an address. Lease6::prefixlen_.
    uint8_t prefix_length = 0;
    /// True where the name is, or is to be, in the DNS with its address. Lease::fqdn_fwd_.
    bool fqdn_fwd = false;
    /// True where the address is, or is to be, in the DNS with its name. Lease::fqdn_rev_.
    bool fqdn_rev = false;
    /// Number that the client gave to its identity association; host byte order. RFC 8415 section 21.4; Lease6::iaid_.
    uint32_t iaid = 0;
    /// Number of the subnet that the lease belongs to. Lease::subnet_id_.
    uint32_t subnet_id = 0;
    /// How long the client should use the address for what it begins, counted from cltt; 4294967295 means for ever. RFC
    /// 8415 section 21.6; Lease6::preferred_lft_.
    uint32_t preferred_lifetime = 0;
    /// How long the client may use the address, counted from cltt; 4294967295 means for ever. RFC 8415 section 21.6;
    /// Lease::valid_lft_.
    uint32_t valid_lifetime = 0;
    /// What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
    /// Lease::reuseable_valid_lft_.
    uint32_t reuseable_lifetime = 0;
    /// When the client was last heard of: the lease ends validLifetime later. Lease::cltt_.
    int64_t cltt = 0;
    /// The address, or the first one of the delegated prefix. Lease::addr_.
    Ipv6Bytes address{};
    /// Client's DUID. Lease6::duid_.
    std::optional<ByteView> duid;
    /// Client's hardware address. Lease::hwaddr_.
    std::optional<HwAddrView> hwaddr;
    /// Name of the client, as Kea keeps it; empty where there is none. Lease::hostname_.
    ByteView hostname;
    /// Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
    /// Lease::pool_id_.
    std::optional<uint32_t> pool_id;
    /// True where the lease has ended, by Kea's clock. Lease::expired.
    bool expired = false;
};

/// An identity association of a DHCPv6 answer: IA_NA or IA_PD.
struct Option6IAView {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// Option code: 3 IA_NA, 25 IA_PD. Option::getType.
    uint16_t type = 0;
    /// Number that the client gave to it; host byte order. RFC 8415 section 21.4; Option6IA::getIAID.
    uint32_t iaid = 0;
    /// When the client is to renew; 0 leaves it to the client, or Kea did not set it yet. RFC 8415 section 21.4;
    /// Option6IA::getT1.
    uint32_t t1 = 0;
    /// When the client is to rebind; 0 leaves it to the client, or Kea did not set it yet. RFC 8415 section 21.4;
    /// Option6IA::getT2.
    uint32_t t2 = 0;
};

/// DHCPv4 leases, none or several.
struct Lease4ListView {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// How many leases there are, 0 or more. Lease4Collection::size.
    int32_t length = 0;
};

/// DHCPv6 leases, none or several: of addresses and of delegated prefixes.
struct Lease6ListView {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// How many leases there are, 0 or more. Lease6Collection::size.
    int32_t length = 0;
};

/// A DHCPv4 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.
struct RawPacket4View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// UDP port that the packet came in at. Pkt::getLocalPort.
    uint16_t local_port = 0;
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    uint16_t remote_port = 0;
    /// Address that the packet came in at. In host byte order here. Pkt::getLocalAddr.
    uint32_t local_addr = 0;
    /// Address that the packet was sent from: the client or the last relay. In host byte order here.
    /// Pkt::getRemoteAddr.
    uint32_t remote_addr = 0;
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    int32_t ifindex = 0;
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    ByteView iface;
    /// The packet's bytes as they came: at least 236 of them, for Kea takes no fewer, and beyond that anything. RFC
    /// 2131 section 2; Pkt::data_.
    ByteView wire;
};

/// A DHCPv6 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.
struct RawPacket6View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    uint16_t remote_port = 0;
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    int32_t ifindex = 0;
    /// Address that the packet came in at. Pkt::getLocalAddr.
    Ipv6Bytes local_addr{};
    /// Address that the packet was sent from: the client or the last relay. Pkt::getRemoteAddr.
    Ipv6Bytes remote_addr{};
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    ByteView iface;
    /// The packet's bytes as they came, those of its relay agents included; they may be anything. RFC 8415 sections 8
    /// and 9; Pkt::data_.
    ByteView wire;
};

/// What the configuration says of names in the DNS for a client: its subnet's settings, else those of the shared
/// network, else the global ones.
struct DdnsParamsView {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// True where Kea sends updates: ddns-send-updates, and dhcp-ddns is enabled. DdnsParams::getEnableUpdates.
    bool enable_updates = false;
    /// True where the DNS is updated also for clients that ask for no update. DdnsParams::getOverrideNoUpdate.
    bool override_no_update = false;
    /// True where Kea updates also what clients want to update by themselves. DdnsParams::getOverrideClientUpdate.
    bool override_client_update = false;
    /// True where the DNS is updated also when a lease is renewed. DdnsParams::getUpdateOnRenew.
    bool update_on_renew = false;
    /// Whether Kea makes a name of the address: 0 never, 1 always, 2 where the client sends a name, 3 where it sends
    /// none. DdnsParams::getReplaceClientNameMode.
    uint8_t replace_client_name_mode = 0;
    /// What names that Kea makes begin with. DdnsParams::getGeneratedPrefix.
    ByteView generated_prefix;
    /// The domain that is put behind names that are not complete; empty where there is none.
    /// DdnsParams::getQualifyingSuffix.
    ByteView qualifying_suffix;
};

/// All DHCPv4 subnets of Kea's configuration, in the order of their numbers.
struct Subnet4ListView {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// How many subnets there are. Subnet4Collection::size.
    int32_t length = 0;
};

/// All DHCPv6 subnets of Kea's configuration, in the order of their numbers.
struct Subnet6ListView {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// How many subnets there are. Subnet6Collection::size.
    int32_t length = 0;
};

/// A pool of addresses of a DHCPv4 subnet.
struct Pool4View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// The first address of the pool. In host byte order here. Pool::getFirstAddress.
    uint32_t first_address = 0;
    /// The last address of the pool. In host byte order here. Pool::getLastAddress.
    uint32_t last_address = 0;
};

/// A pool of a DHCPv6 subnet: of addresses, or of prefixes to delegate.
struct Pool6View {
    /// The handle that host functions take; two objects of one callout have different ones.
    uint32_t object = 0;
    /// 0 addresses (IA_NA), 2 prefixes (IA_PD); see Lease6Type. Pool::getType.
    uint8_t type = 0;
    /// Length of the prefixes that clients get, in bits; 128 where the pool is of addresses. Pool6::getLength.
    uint8_t prefix_length = 0;
    /// The first address of the pool. Pool::getFirstAddress.
    Ipv6Bytes first_address{};
    /// The last address of the pool. Pool::getLastAddress.
    Ipv6Bytes last_address{};
};

}  // namespace kea_policy
