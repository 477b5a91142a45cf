// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// A class for each object that writes its record into a frame, field by field, at the offsets of abi.h. Fields that are
// not written are zero or absent; those that policies ask for one by one are not here. Knows neither Kea nor wasmtime.
#pragma once

#include "../record_writer.h"
#include "abi.h"

#include <cstdint>

namespace kea_policy {

/// A DHCPv4 packet: a client's after Kea parsed it, or Kea's answer before it is sent.
class Pkt4Record : public RecordWriter {
public:
    Pkt4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pkt4::kRecordBytes) {}
    /// DHCP message type: 1 DISCOVER, 2 OFFER, 3 REQUEST, 4 DECLINE, 5 ACK, 6 NAK, 7 RELEASE, 8 INFORM; see Dhcp4Type.
    /// 0 where option 53 is missing. RFC 2132 section 9.6; Pkt4::getType.
    void type(uint8_t value) { setValue(offset::Pkt4::type, value); }
    /// BOOTP operation: 1 request, 2 reply. RFC 2131 section 2; Pkt4::getOp.
    void op(uint8_t value) { setValue(offset::Pkt4::op, value); }
    /// Hardware address type: 1 is Ethernet. RFC 2131 section 2; Pkt4::getHtype.
    void htype(uint8_t value) { setValue(offset::Pkt4::htype, value); }
    /// Length of the hardware address, in bytes, 0 to 16. RFC 2131 section 2; Pkt4::getHlen.
    void hlen(uint8_t value) { setValue(offset::Pkt4::hlen, value); }
    /// How many relay agents the packet passed, as they counted. RFC 2131 section 2; Pkt4::getHops.
    void hops(uint8_t value) { setValue(offset::Pkt4::hops, value); }
    /// True where giaddr is neither 0.0.0.0 nor 255.255.255.255. Pkt4::isRelayed.
    void relayed(bool value) { setBool(offset::Pkt4::relayed, value); }
    /// Seconds since the client began, as it says; host byte order. RFC 2131 section 2; Pkt4::getSecs.
    void secs(uint16_t value) { setValue(offset::Pkt4::secs, value); }
    /// Flags field, host byte order; 0x8000 asks for a broadcast answer. RFC 2131 section 2; Pkt4::getFlags.
    void flags(uint16_t value) { setValue(offset::Pkt4::flags, value); }
    /// UDP port that the packet came in at. Pkt::getLocalPort.
    void localPort(uint16_t value) { setValue(offset::Pkt4::local_port, value); }
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    void remotePort(uint16_t value) { setValue(offset::Pkt4::remote_port, value); }
    /// Transaction id, host byte order. RFC 2131 section 2 (xid); Pkt::getTransid.
    void transid(uint32_t value) { setValue(offset::Pkt4::transid, value); }
    /// The address that the client says it has; 0.0.0.0 where it has none. Host byte order. RFC 2131 section 2;
    /// Pkt4::getCiaddr.
    void ciaddr(uint32_t value) { setIpv4(offset::Pkt4::ciaddr, value); }
    /// 'Your' address: 0.0.0.0 in a client's packet. Host byte order. RFC 2131 section 2; Pkt4::getYiaddr.
    void yiaddr(uint32_t value) { setIpv4(offset::Pkt4::yiaddr, value); }
    /// Next server to use in bootstrap; 0.0.0.0 where not set. Host byte order. RFC 2131 section 2; Pkt4::getSiaddr.
    void siaddr(uint32_t value) { setIpv4(offset::Pkt4::siaddr, value); }
    /// Relay agent's address; 0.0.0.0 where the packet was not relayed. Host byte order. RFC 2131 section 2;
    /// Pkt4::getGiaddr.
    void giaddr(uint32_t value) { setIpv4(offset::Pkt4::giaddr, value); }
    /// Address that the packet came in at. Host byte order. Pkt::getLocalAddr.
    void localAddr(uint32_t value) { setIpv4(offset::Pkt4::local_addr, value); }
    /// Address that the packet was sent from: the client or the last relay. 0.0.0.0 where that is an IPv6 address
    /// (DHCPv4 over DHCPv6). Host byte order. Pkt::getRemoteAddr.
    void remoteAddr(uint32_t value) { setIpv4(offset::Pkt4::remote_addr, value); }
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    void ifindex(int32_t value) { setValue(offset::Pkt4::ifindex, value); }
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    void iface(const ByteView& value) { setBytes(offset::Pkt4::iface, value); }
    /// Client's hardware address (chaddr); empty where hlen is 0. RFC 2131 section 2; Pkt4::getHWAddr.
    void hwaddr(const HwAddrView& value) { setHwAddr(offset::Pkt4::hwaddr, value); }
    /// Client identifier (option 61): its type byte and what follows. RFC 2132 section 9.14;
    /// DHO_DHCP_CLIENT_IDENTIFIER.
    void clientId(const ByteView& value) { setBytes(offset::Pkt4::client_id, value, presence::Pkt4::client_id); }
    /// True where the packet came inside of a DHCPv6 message (DHCPv4 over DHCPv6). RFC 7341; Pkt4::isDhcp4o6.
    void dhcp4o6(bool value) { setBool(offset::Pkt4::dhcp4o6, value); }
};

/// A DHCPv6 packet: a client's after Kea parsed it, or Kea's answer before it is sent; where it is relayed, the message
/// inside.
class Pkt6Record : public RecordWriter {
public:
    Pkt6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pkt6::kRecordBytes) {}
    /// DHCPv6 message type: 1 SOLICIT, 3 REQUEST, 4 CONFIRM, 5 RENEW, 6 REBIND, 8 RELEASE, 9 DECLINE, 11
    /// INFORMATION-REQUEST; see Dhcp6Type. RFC 8415 section 7.3; Pkt6::getType.
    void type(uint8_t value) { setValue(offset::Pkt6::type, value); }
    /// True where at least one relay agent passed the packet on. Pkt6::relay_info_.
    void relayed(bool value) { setBool(offset::Pkt6::relayed, value); }
    /// UDP port that the packet came in at. Pkt::getLocalPort.
    void localPort(uint16_t value) { setValue(offset::Pkt6::local_port, value); }
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    void remotePort(uint16_t value) { setValue(offset::Pkt6::remote_port, value); }
    /// How many relay agents passed the packet on. Pkt6::relay_info_.
    void relayCount(uint16_t value) { setValue(offset::Pkt6::relay_count, value); }
    /// Transaction id, 24 bits, host byte order. RFC 8415 section 8; Pkt::getTransid.
    void transid(uint32_t value) { setValue(offset::Pkt6::transid, value); }
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    void ifindex(int32_t value) { setValue(offset::Pkt6::ifindex, value); }
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    void iface(const ByteView& value) { setBytes(offset::Pkt6::iface, value); }
    /// Client's DUID (option 1, client identifier). RFC 8415 section 21.2; Pkt6::getClientId.
    void duid(const ByteView& value) { setBytes(offset::Pkt6::duid, value, presence::Pkt6::duid); }
};

/// One relay agent that passed a DHCPv6 packet on.
class RelayHopRecord : public RecordWriter {
public:
    RelayHopRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::RelayHop::kRecordBytes) {}
    /// Message type: 12, RELAY-FORW. RFC 8415 section 9; RelayInfo::msg_type_.
    void type(uint8_t value) { setValue(offset::RelayHop::type, value); }
    /// How many relay agents had passed the packet on before this one. RFC 8415 section 9; RelayInfo::hop_count_.
    void hopCount(uint8_t value) { setValue(offset::RelayHop::hop_count, value); }
    /// Link address: tells the server which link the client is on. RFC 8415 section 9; RelayInfo::linkaddr_.
    void linkAddr(const Ipv6Bytes& value) { setValue(offset::RelayHop::link_addr, value); }
    /// Peer address: where the relay agent had the message from. RFC 8415 section 9; RelayInfo::peeraddr_.
    void peerAddr(const Ipv6Bytes& value) { setValue(offset::RelayHop::peer_addr, value); }
};

/// A DHCPv4 subnet of Kea's configuration.
class Subnet4Record : public RecordWriter {
public:
    Subnet4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet4::kRecordBytes) {}
    /// Number of the subnet in the configuration. Subnet::getID.
    void id(uint32_t value) { setValue(offset::Subnet4::id, value); }
    /// First address of the subnet. Host byte order. Subnet::get.
    void prefix(uint32_t value) { setIpv4(offset::Subnet4::prefix, value); }
    /// Length of the prefix, in bits, 0 to 32. Subnet::get.
    void prefixLength(uint8_t value) { setValue(offset::Subnet4::prefix_length, value); }
    /// Name of the shared network that the subnet belongs to; empty where it belongs to none.
    /// Subnet::getSharedNetworkName.
    void sharedNetwork(const ByteView& value) { setBytes(offset::Subnet4::shared_network, value); }
    /// How long clients may use an address, where they ask for nothing else. Network::getValid.
    void validLifetime(uint32_t value) { setValue(offset::Subnet4::valid_lifetime, value); }
    /// How many pools of addresses the subnet has. Subnet::getPools.
    void poolCount(uint32_t value) { setValue(offset::Subnet4::pool_count, value); }
    /// Name of the interface whose clients the subnet is for; empty where the configuration names none.
    /// Network::getIface.
    void iface(const ByteView& value) { setBytes(offset::Subnet4::iface, value); }
    /// The least that clients get which ask for a shorter lifetime; the same as validLifetime where the configuration
    /// names none. Network::getValid, Triplet::getMin.
    void minValidLifetime(uint32_t value) { setValue(offset::Subnet4::min_valid_lifetime, value); }
    /// The most that clients get which ask for a longer lifetime; the same as validLifetime where the configuration
    /// names none. Network::getValid, Triplet::getMax.
    void maxValidLifetime(uint32_t value) { setValue(offset::Subnet4::max_valid_lifetime, value); }
};

/// A DHCPv6 subnet of Kea's configuration.
class Subnet6Record : public RecordWriter {
public:
    Subnet6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet6::kRecordBytes) {}
    /// Number of the subnet in the configuration. Subnet::getID.
    void id(uint32_t value) { setValue(offset::Subnet6::id, value); }
    /// Length of the prefix, in bits, 0 to 128. Subnet::get.
    void prefixLength(uint8_t value) { setValue(offset::Subnet6::prefix_length, value); }
    /// First address of the subnet. Subnet::get.
    void prefix(const Ipv6Bytes& value) { setValue(offset::Subnet6::prefix, value); }
    /// Name of the shared network that the subnet belongs to; empty where it belongs to none.
    /// Subnet::getSharedNetworkName.
    void sharedNetwork(const ByteView& value) { setBytes(offset::Subnet6::shared_network, value); }
    /// How long clients should use an address for what they begin, where they ask for nothing else.
    /// Network6::getPreferred.
    void preferredLifetime(uint32_t value) { setValue(offset::Subnet6::preferred_lifetime, value); }
    /// How long clients may use an address, where they ask for nothing else. Network::getValid.
    void validLifetime(uint32_t value) { setValue(offset::Subnet6::valid_lifetime, value); }
    /// How many pools the subnet has: first those of addresses, then those of prefixes to delegate. Subnet::getPools.
    void poolCount(uint32_t value) { setValue(offset::Subnet6::pool_count, value); }
    /// Name of the interface whose clients the subnet is for; empty where the configuration names none.
    /// Network::getIface.
    void iface(const ByteView& value) { setBytes(offset::Subnet6::iface, value); }
    /// The least that clients get which ask for a shorter lifetime; the same as validLifetime where the configuration
    /// names none. Network::getValid, Triplet::getMin.
    void minValidLifetime(uint32_t value) { setValue(offset::Subnet6::min_valid_lifetime, value); }
    /// The most that clients get which ask for a longer lifetime; the same as validLifetime where the configuration
    /// names none. Network::getValid, Triplet::getMax.
    void maxValidLifetime(uint32_t value) { setValue(offset::Subnet6::max_valid_lifetime, value); }
};

/// A DHCPv4 lease.
class Lease4Record : public RecordWriter {
public:
    Lease4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease4::kRecordBytes) {}
    /// The address. Host byte order. Lease::addr_.
    void address(uint32_t value) { setIpv4(offset::Lease4::address, value); }
    /// 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0); see LeaseState. Lease::state_.
    void state(uint8_t value) { setValue(offset::Lease4::state, value); }
    /// True where the name is, or is to be, in the DNS with its address. Lease::fqdn_fwd_.
    void fqdnFwd(bool value) { setBool(offset::Lease4::fqdn_fwd, value); }
    /// True where the address is, or is to be, in the DNS with its name. Lease::fqdn_rev_.
    void fqdnRev(bool value) { setBool(offset::Lease4::fqdn_rev, value); }
    /// Number of the subnet that the lease belongs to. Lease::subnet_id_.
    void subnetId(uint32_t value) { setValue(offset::Lease4::subnet_id, value); }
    /// How long the client may use the address, counted from cltt; 4294967295 means for ever. RFC 2132 section 9.2;
    /// Lease::valid_lft_.
    void validLifetime(uint32_t value) { setValue(offset::Lease4::valid_lifetime, value); }
    /// What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
    /// Lease::reuseable_valid_lft_.
    void reuseableLifetime(uint32_t value) { setValue(offset::Lease4::reuseable_lifetime, value); }
    /// When the client was last heard of: the lease ends validLifetime later. Lease::cltt_.
    void cltt(int64_t value) { setValue(offset::Lease4::cltt, value); }
    /// Client's hardware address. Lease::hwaddr_.
    void hwaddr(const HwAddrView& value) { setHwAddr(offset::Lease4::hwaddr, value, presence::Lease4::hwaddr); }
    /// Client identifier: its type byte and what follows. RFC 2132 section 9.14; Lease4::client_id_.
    void clientId(const ByteView& value) { setBytes(offset::Lease4::client_id, value, presence::Lease4::client_id); }
    /// Name of the client, as Kea keeps it; empty where there is none. Lease::hostname_.
    void hostname(const ByteView& value) { setBytes(offset::Lease4::hostname, value); }
    /// Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
    /// Lease::pool_id_.
    void poolId(const uint32_t& value) { setValue(offset::Lease4::pool_id, value, presence::Lease4::pool_id); }
    /// True where the lease has ended, by Kea's clock. Lease::expired.
    void expired(bool value) { setBool(offset::Lease4::expired, value); }
    /// The relay agent's id, where Kea keeps it for bulk leasequery. RFC 6925; Lease4::relay_id_.
    void relayId(const ByteView& value) { setBytes(offset::Lease4::relay_id, value, presence::Lease4::relay_id); }
    /// The remote id that the relay agent gave, where Kea keeps it for bulk leasequery. RFC 3046; Lease4::remote_id_.
    void remoteId(const ByteView& value) { setBytes(offset::Lease4::remote_id, value, presence::Lease4::remote_id); }
};

/// A DHCPv6 lease: of an address or of a delegated prefix.
class Lease6Record : public RecordWriter {
public:
    Lease6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease6::kRecordBytes) {}
    /// 0 an address (IA_NA), 1 a temporary address (IA_TA), 2 a delegated prefix (IA_PD); see Lease6Type.
    /// Lease6::type_.
    void type(uint8_t value) { setValue(offset::Lease6::type, value); }
    /// 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0), 4 registered by the client (since
    /// Kea 2.7.7); see LeaseState. Lease::state_.
    void state(uint8_t value) { setValue(offset::Lease6::state, value); }
    /// Length of the delegated prefix, in bits; 128 for an address. Lease6::prefixlen_.
    void prefixLength(uint8_t value) { setValue(offset::Lease6::prefix_length, value); }
    /// True where the name is, or is to be, in the DNS with its address. Lease::fqdn_fwd_.
    void fqdnFwd(bool value) { setBool(offset::Lease6::fqdn_fwd, value); }
    /// True where the address is, or is to be, in the DNS with its name. Lease::fqdn_rev_.
    void fqdnRev(bool value) { setBool(offset::Lease6::fqdn_rev, value); }
    /// Number that the client gave to its identity association; host byte order. RFC 8415 section 21.4; Lease6::iaid_.
    void iaid(uint32_t value) { setValue(offset::Lease6::iaid, value); }
    /// Number of the subnet that the lease belongs to. Lease::subnet_id_.
    void subnetId(uint32_t value) { setValue(offset::Lease6::subnet_id, value); }
    /// How long the client should use the address for what it begins, counted from cltt; 4294967295 means for ever. RFC
    /// 8415 section 21.6; Lease6::preferred_lft_.
    void preferredLifetime(uint32_t value) { setValue(offset::Lease6::preferred_lifetime, value); }
    /// How long the client may use the address, counted from cltt; 4294967295 means for ever. RFC 8415 section 21.6;
    /// Lease::valid_lft_.
    void validLifetime(uint32_t value) { setValue(offset::Lease6::valid_lifetime, value); }
    /// What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
    /// Lease::reuseable_valid_lft_.
    void reuseableLifetime(uint32_t value) { setValue(offset::Lease6::reuseable_lifetime, value); }
    /// When the client was last heard of: the lease ends validLifetime later. Lease::cltt_.
    void cltt(int64_t value) { setValue(offset::Lease6::cltt, value); }
    /// The address, or the first one of the delegated prefix. Lease::addr_.
    void address(const Ipv6Bytes& value) { setValue(offset::Lease6::address, value); }
    /// Client's DUID. Lease6::duid_.
    void duid(const ByteView& value) { setBytes(offset::Lease6::duid, value, presence::Lease6::duid); }
    /// Client's hardware address. Lease::hwaddr_.
    void hwaddr(const HwAddrView& value) { setHwAddr(offset::Lease6::hwaddr, value, presence::Lease6::hwaddr); }
    /// Name of the client, as Kea keeps it; empty where there is none. Lease::hostname_.
    void hostname(const ByteView& value) { setBytes(offset::Lease6::hostname, value); }
    /// Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
    /// Lease::pool_id_.
    void poolId(const uint32_t& value) { setValue(offset::Lease6::pool_id, value, presence::Lease6::pool_id); }
    /// True where the lease has ended, by Kea's clock. Lease::expired.
    void expired(bool value) { setBool(offset::Lease6::expired, value); }
};

/// An identity association of a DHCPv6 answer: IA_NA or IA_PD.
class Option6IARecord : public RecordWriter {
public:
    Option6IARecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Option6IA::kRecordBytes) {}
    /// Option code: 3 IA_NA, 25 IA_PD. Option::getType.
    void type(uint16_t value) { setValue(offset::Option6IA::type, value); }
    /// Number that the client gave to it; host byte order. RFC 8415 section 21.4; Option6IA::getIAID.
    void iaid(uint32_t value) { setValue(offset::Option6IA::iaid, value); }
    /// When the client is to renew; 0 leaves it to the client, or Kea did not set it yet. RFC 8415 section 21.4;
    /// Option6IA::getT1.
    void t1(uint32_t value) { setValue(offset::Option6IA::t1, value); }
    /// When the client is to rebind; 0 leaves it to the client, or Kea did not set it yet. RFC 8415 section 21.4;
    /// Option6IA::getT2.
    void t2(uint32_t value) { setValue(offset::Option6IA::t2, value); }
};

/// DHCPv4 leases, none or several.
class Lease4ListRecord : public RecordWriter {
public:
    Lease4ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease4List::kRecordBytes) {}
    /// How many leases there are, 0 or more. Lease4Collection::size.
    void length(int32_t value) { setValue(offset::Lease4List::length, value); }
};

/// DHCPv6 leases, none or several: of addresses and of delegated prefixes.
class Lease6ListRecord : public RecordWriter {
public:
    Lease6ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease6List::kRecordBytes) {}
    /// How many leases there are, 0 or more. Lease6Collection::size.
    void length(int32_t value) { setValue(offset::Lease6List::length, value); }
};

/// A DHCPv4 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.
class RawPacket4Record : public RecordWriter {
public:
    RawPacket4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::RawPacket4::kRecordBytes) {}
    /// UDP port that the packet came in at. Pkt::getLocalPort.
    void localPort(uint16_t value) { setValue(offset::RawPacket4::local_port, value); }
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    void remotePort(uint16_t value) { setValue(offset::RawPacket4::remote_port, value); }
    /// Address that the packet came in at. Host byte order. Pkt::getLocalAddr.
    void localAddr(uint32_t value) { setIpv4(offset::RawPacket4::local_addr, value); }
    /// Address that the packet was sent from: the client or the last relay. Host byte order. Pkt::getRemoteAddr.
    void remoteAddr(uint32_t value) { setIpv4(offset::RawPacket4::remote_addr, value); }
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    void ifindex(int32_t value) { setValue(offset::RawPacket4::ifindex, value); }
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    void iface(const ByteView& value) { setBytes(offset::RawPacket4::iface, value); }
    /// The packet's bytes as they came: at least 236 of them, for Kea takes no fewer, and beyond that anything. RFC
    /// 2131 section 2; Pkt::data_.
    void wire(const ByteView& value) { setBytes(offset::RawPacket4::wire, value); }
};

/// A DHCPv6 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.
class RawPacket6Record : public RecordWriter {
public:
    RawPacket6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::RawPacket6::kRecordBytes) {}
    /// UDP port that the packet was sent from. Pkt::getRemotePort.
    void remotePort(uint16_t value) { setValue(offset::RawPacket6::remote_port, value); }
    /// Index of the interface that the packet came in at; -1 where not known. Pkt::getIndex.
    void ifindex(int32_t value) { setValue(offset::RawPacket6::ifindex, value); }
    /// Address that the packet came in at. Pkt::getLocalAddr.
    void localAddr(const Ipv6Bytes& value) { setValue(offset::RawPacket6::local_addr, value); }
    /// Address that the packet was sent from: the client or the last relay. Pkt::getRemoteAddr.
    void remoteAddr(const Ipv6Bytes& value) { setValue(offset::RawPacket6::remote_addr, value); }
    /// Name of the interface that the packet came in at; empty where not known. Pkt::getIface.
    void iface(const ByteView& value) { setBytes(offset::RawPacket6::iface, value); }
    /// The packet's bytes as they came, those of its relay agents included; they may be anything. RFC 8415 sections 8
    /// and 9; Pkt::data_.
    void wire(const ByteView& value) { setBytes(offset::RawPacket6::wire, value); }
};

/// What the configuration says of names in the DNS for a client: its subnet's settings, else those of the shared
/// network, else the global ones.
class DdnsParamsRecord : public RecordWriter {
public:
    DdnsParamsRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::DdnsParams::kRecordBytes) {}
    /// True where Kea sends updates: ddns-send-updates, and dhcp-ddns is enabled. DdnsParams::getEnableUpdates.
    void enableUpdates(bool value) { setBool(offset::DdnsParams::enable_updates, value); }
    /// True where the DNS is updated also for clients that ask for no update. DdnsParams::getOverrideNoUpdate.
    void overrideNoUpdate(bool value) { setBool(offset::DdnsParams::override_no_update, value); }
    /// True where Kea updates also what clients want to update by themselves. DdnsParams::getOverrideClientUpdate.
    void overrideClientUpdate(bool value) { setBool(offset::DdnsParams::override_client_update, value); }
    /// True where the DNS is updated also when a lease is renewed. DdnsParams::getUpdateOnRenew.
    void updateOnRenew(bool value) { setBool(offset::DdnsParams::update_on_renew, value); }
    /// Whether Kea makes a name of the address: 0 never, 1 always, 2 where the client sends a name, 3 where it sends
    /// none. DdnsParams::getReplaceClientNameMode.
    void replaceClientNameMode(uint8_t value) { setValue(offset::DdnsParams::replace_client_name_mode, value); }
    /// What names that Kea makes begin with. DdnsParams::getGeneratedPrefix.
    void generatedPrefix(const ByteView& value) { setBytes(offset::DdnsParams::generated_prefix, value); }
    /// The domain that is put behind names that are not complete; empty where there is none.
    /// DdnsParams::getQualifyingSuffix.
    void qualifyingSuffix(const ByteView& value) { setBytes(offset::DdnsParams::qualifying_suffix, value); }
};

/// All DHCPv4 subnets of Kea's configuration, in the order of their numbers.
class Subnet4ListRecord : public RecordWriter {
public:
    Subnet4ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet4List::kRecordBytes) {}
    /// How many subnets there are. Subnet4Collection::size.
    void length(int32_t value) { setValue(offset::Subnet4List::length, value); }
};

/// All DHCPv6 subnets of Kea's configuration, in the order of their numbers.
class Subnet6ListRecord : public RecordWriter {
public:
    Subnet6ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet6List::kRecordBytes) {}
    /// How many subnets there are. Subnet6Collection::size.
    void length(int32_t value) { setValue(offset::Subnet6List::length, value); }
};

/// A pool of addresses of a DHCPv4 subnet.
class Pool4Record : public RecordWriter {
public:
    Pool4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pool4::kRecordBytes) {}
    /// The first address of the pool. Host byte order. Pool::getFirstAddress.
    void firstAddress(uint32_t value) { setIpv4(offset::Pool4::first_address, value); }
    /// The last address of the pool. Host byte order. Pool::getLastAddress.
    void lastAddress(uint32_t value) { setIpv4(offset::Pool4::last_address, value); }
};

/// A pool of a DHCPv6 subnet: of addresses, or of prefixes to delegate.
class Pool6Record : public RecordWriter {
public:
    Pool6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pool6::kRecordBytes) {}
    /// 0 addresses (IA_NA), 2 prefixes (IA_PD); see Lease6Type. Pool::getType.
    void type(uint8_t value) { setValue(offset::Pool6::type, value); }
    /// Length of the prefixes that clients get, in bits; 128 where the pool is of addresses. Pool6::getLength.
    void prefixLength(uint8_t value) { setValue(offset::Pool6::prefix_length, value); }
    /// The first address of the pool. Pool::getFirstAddress.
    void firstAddress(const Ipv6Bytes& value) { setValue(offset::Pool6::first_address, value); }
    /// The last address of the pool. Pool::getLastAddress.
    void lastAddress(const Ipv6Bytes& value) { setValue(offset::Pool6::last_address, value); }
};

/// A JSON value of Kea's, such as what a command was given and what it answers.
class JsonRecord : public RecordWriter {
public:
    JsonRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Json::kRecordBytes) {}
};

}  // namespace kea_policy
