// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// Values → bytes at the offsets of abi.h. Knows neither Kea nor wasmtime. Nothing is written outside of the cursor's
// region: where it is too small the cursor says full and the frame must not be used.
#pragma once

#include "../record_writer.h"
#include "abi.h"
#include "views.h"

namespace kea_policy {

// A record is written field by field, or from a view of all its fields. Fields that are not written are zero or absent.

class Pkt4Record : public RecordWriter {
public:
    Pkt4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pkt4::kRecordBytes) {}
    void type(uint8_t value) { setValue(offset::Pkt4::type, value); }
    void op(uint8_t value) { setValue(offset::Pkt4::op, value); }
    void htype(uint8_t value) { setValue(offset::Pkt4::htype, value); }
    void hlen(uint8_t value) { setValue(offset::Pkt4::hlen, value); }
    void hops(uint8_t value) { setValue(offset::Pkt4::hops, value); }
    void relayed(bool value) { setBool(offset::Pkt4::relayed, value); }
    void secs(uint16_t value) { setValue(offset::Pkt4::secs, value); }
    void flags(uint16_t value) { setValue(offset::Pkt4::flags, value); }
    void localPort(uint16_t value) { setValue(offset::Pkt4::local_port, value); }
    void remotePort(uint16_t value) { setValue(offset::Pkt4::remote_port, value); }
    void transid(uint32_t value) { setValue(offset::Pkt4::transid, value); }
    void ciaddr(uint32_t value) { setIpv4(offset::Pkt4::ciaddr, value); }
    void yiaddr(uint32_t value) { setIpv4(offset::Pkt4::yiaddr, value); }
    void siaddr(uint32_t value) { setIpv4(offset::Pkt4::siaddr, value); }
    void giaddr(uint32_t value) { setIpv4(offset::Pkt4::giaddr, value); }
    void localAddr(uint32_t value) { setIpv4(offset::Pkt4::local_addr, value); }
    void remoteAddr(uint32_t value) { setIpv4(offset::Pkt4::remote_addr, value); }
    void ifindex(int32_t value) { setValue(offset::Pkt4::ifindex, value); }
    void iface(const ByteView& value) { setBytes(offset::Pkt4::iface, value); }
    void hwaddr(const HwAddrView& value) { setHwAddr(offset::Pkt4::hwaddr, value); }
    void clientId(const ByteView& value) { setBytes(offset::Pkt4::client_id, value, presence::Pkt4::client_id); }
    void dhcp4o6(bool value) { setBool(offset::Pkt4::dhcp4o6, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writePkt4(FrameCursor& cursor, const Pkt4View& view) {
    Pkt4Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.type(view.type);
    record.op(view.op);
    record.htype(view.htype);
    record.hlen(view.hlen);
    record.hops(view.hops);
    record.relayed(view.relayed);
    record.secs(view.secs);
    record.flags(view.flags);
    record.localPort(view.local_port);
    record.remotePort(view.remote_port);
    record.transid(view.transid);
    record.ciaddr(view.ciaddr);
    record.yiaddr(view.yiaddr);
    record.siaddr(view.siaddr);
    record.giaddr(view.giaddr);
    record.localAddr(view.local_addr);
    record.remoteAddr(view.remote_addr);
    record.ifindex(view.ifindex);
    record.iface(view.iface);
    record.hwaddr(view.hwaddr);
    if (view.client_id) record.clientId(*view.client_id);
    record.dhcp4o6(view.dhcp4o6);
    return record.end();
}

class Pkt6Record : public RecordWriter {
public:
    Pkt6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pkt6::kRecordBytes) {}
    void type(uint8_t value) { setValue(offset::Pkt6::type, value); }
    void relayed(bool value) { setBool(offset::Pkt6::relayed, value); }
    void localPort(uint16_t value) { setValue(offset::Pkt6::local_port, value); }
    void remotePort(uint16_t value) { setValue(offset::Pkt6::remote_port, value); }
    void relayCount(uint16_t value) { setValue(offset::Pkt6::relay_count, value); }
    void transid(uint32_t value) { setValue(offset::Pkt6::transid, value); }
    void ifindex(int32_t value) { setValue(offset::Pkt6::ifindex, value); }
    void iface(const ByteView& value) { setBytes(offset::Pkt6::iface, value); }
    void duid(const ByteView& value) { setBytes(offset::Pkt6::duid, value, presence::Pkt6::duid); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writePkt6(FrameCursor& cursor, const Pkt6View& view) {
    Pkt6Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.type(view.type);
    record.relayed(view.relayed);
    record.localPort(view.local_port);
    record.remotePort(view.remote_port);
    record.relayCount(view.relay_count);
    record.transid(view.transid);
    record.ifindex(view.ifindex);
    record.iface(view.iface);
    if (view.duid) record.duid(*view.duid);
    return record.end();
}

class RelayHopRecord : public RecordWriter {
public:
    RelayHopRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::RelayHop::kRecordBytes) {}
    void type(uint8_t value) { setValue(offset::RelayHop::type, value); }
    void hopCount(uint8_t value) { setValue(offset::RelayHop::hop_count, value); }
    void linkAddr(const Ipv6Bytes& value) { setValue(offset::RelayHop::link_addr, value); }
    void peerAddr(const Ipv6Bytes& value) { setValue(offset::RelayHop::peer_addr, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeRelayHop(FrameCursor& cursor, const RelayHopView& view) {
    RelayHopRecord record(cursor, view.object);
    if (!record.fits()) return 0;
    record.type(view.type);
    record.hopCount(view.hop_count);
    record.linkAddr(view.link_addr);
    record.peerAddr(view.peer_addr);
    return record.end();
}

class Subnet4Record : public RecordWriter {
public:
    Subnet4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet4::kRecordBytes) {}
    void id(uint32_t value) { setValue(offset::Subnet4::id, value); }
    void prefix(uint32_t value) { setIpv4(offset::Subnet4::prefix, value); }
    void prefixLength(uint8_t value) { setValue(offset::Subnet4::prefix_length, value); }
    void sharedNetwork(const ByteView& value) { setBytes(offset::Subnet4::shared_network, value); }
    void validLifetime(uint32_t value) { setValue(offset::Subnet4::valid_lifetime, value); }
    void poolCount(uint32_t value) { setValue(offset::Subnet4::pool_count, value); }
    void iface(const ByteView& value) { setBytes(offset::Subnet4::iface, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeSubnet4(FrameCursor& cursor, const Subnet4View& view) {
    Subnet4Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.id(view.id);
    record.prefix(view.prefix);
    record.prefixLength(view.prefix_length);
    record.sharedNetwork(view.shared_network);
    record.validLifetime(view.valid_lifetime);
    record.poolCount(view.pool_count);
    record.iface(view.iface);
    return record.end();
}

class Subnet6Record : public RecordWriter {
public:
    Subnet6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet6::kRecordBytes) {}
    void id(uint32_t value) { setValue(offset::Subnet6::id, value); }
    void prefixLength(uint8_t value) { setValue(offset::Subnet6::prefix_length, value); }
    void prefix(const Ipv6Bytes& value) { setValue(offset::Subnet6::prefix, value); }
    void sharedNetwork(const ByteView& value) { setBytes(offset::Subnet6::shared_network, value); }
    void preferredLifetime(uint32_t value) { setValue(offset::Subnet6::preferred_lifetime, value); }
    void validLifetime(uint32_t value) { setValue(offset::Subnet6::valid_lifetime, value); }
    void poolCount(uint32_t value) { setValue(offset::Subnet6::pool_count, value); }
    void iface(const ByteView& value) { setBytes(offset::Subnet6::iface, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeSubnet6(FrameCursor& cursor, const Subnet6View& view) {
    Subnet6Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.id(view.id);
    record.prefixLength(view.prefix_length);
    record.prefix(view.prefix);
    record.sharedNetwork(view.shared_network);
    record.preferredLifetime(view.preferred_lifetime);
    record.validLifetime(view.valid_lifetime);
    record.poolCount(view.pool_count);
    record.iface(view.iface);
    return record.end();
}

class Lease4Record : public RecordWriter {
public:
    Lease4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease4::kRecordBytes) {}
    void address(uint32_t value) { setIpv4(offset::Lease4::address, value); }
    void state(uint8_t value) { setValue(offset::Lease4::state, value); }
    void fqdnFwd(bool value) { setBool(offset::Lease4::fqdn_fwd, value); }
    void fqdnRev(bool value) { setBool(offset::Lease4::fqdn_rev, value); }
    void subnetId(uint32_t value) { setValue(offset::Lease4::subnet_id, value); }
    void validLifetime(uint32_t value) { setValue(offset::Lease4::valid_lifetime, value); }
    void reuseableLifetime(uint32_t value) { setValue(offset::Lease4::reuseable_lifetime, value); }
    void cltt(int64_t value) { setValue(offset::Lease4::cltt, value); }
    void hwaddr(const HwAddrView& value) { setHwAddr(offset::Lease4::hwaddr, value, presence::Lease4::hwaddr); }
    void clientId(const ByteView& value) { setBytes(offset::Lease4::client_id, value, presence::Lease4::client_id); }
    void hostname(const ByteView& value) { setBytes(offset::Lease4::hostname, value); }
    void poolId(const uint32_t& value) { setValue(offset::Lease4::pool_id, value, presence::Lease4::pool_id); }
    void expired(bool value) { setBool(offset::Lease4::expired, value); }
    void relayId(const ByteView& value) { setBytes(offset::Lease4::relay_id, value, presence::Lease4::relay_id); }
    void remoteId(const ByteView& value) { setBytes(offset::Lease4::remote_id, value, presence::Lease4::remote_id); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeLease4(FrameCursor& cursor, const Lease4View& view) {
    Lease4Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.address(view.address);
    record.state(view.state);
    record.fqdnFwd(view.fqdn_fwd);
    record.fqdnRev(view.fqdn_rev);
    record.subnetId(view.subnet_id);
    record.validLifetime(view.valid_lifetime);
    record.reuseableLifetime(view.reuseable_lifetime);
    record.cltt(view.cltt);
    if (view.hwaddr) record.hwaddr(*view.hwaddr);
    if (view.client_id) record.clientId(*view.client_id);
    record.hostname(view.hostname);
    if (view.pool_id) record.poolId(*view.pool_id);
    record.expired(view.expired);
    if (view.relay_id) record.relayId(*view.relay_id);
    if (view.remote_id) record.remoteId(*view.remote_id);
    return record.end();
}

class Lease6Record : public RecordWriter {
public:
    Lease6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease6::kRecordBytes) {}
    void type(uint8_t value) { setValue(offset::Lease6::type, value); }
    void state(uint8_t value) { setValue(offset::Lease6::state, value); }
    void prefixLength(uint8_t value) { setValue(offset::Lease6::prefix_length, value); }
    void fqdnFwd(bool value) { setBool(offset::Lease6::fqdn_fwd, value); }
    void fqdnRev(bool value) { setBool(offset::Lease6::fqdn_rev, value); }
    void iaid(uint32_t value) { setValue(offset::Lease6::iaid, value); }
    void subnetId(uint32_t value) { setValue(offset::Lease6::subnet_id, value); }
    void preferredLifetime(uint32_t value) { setValue(offset::Lease6::preferred_lifetime, value); }
    void validLifetime(uint32_t value) { setValue(offset::Lease6::valid_lifetime, value); }
    void reuseableLifetime(uint32_t value) { setValue(offset::Lease6::reuseable_lifetime, value); }
    void cltt(int64_t value) { setValue(offset::Lease6::cltt, value); }
    void address(const Ipv6Bytes& value) { setValue(offset::Lease6::address, value); }
    void duid(const ByteView& value) { setBytes(offset::Lease6::duid, value, presence::Lease6::duid); }
    void hwaddr(const HwAddrView& value) { setHwAddr(offset::Lease6::hwaddr, value, presence::Lease6::hwaddr); }
    void hostname(const ByteView& value) { setBytes(offset::Lease6::hostname, value); }
    void poolId(const uint32_t& value) { setValue(offset::Lease6::pool_id, value, presence::Lease6::pool_id); }
    void expired(bool value) { setBool(offset::Lease6::expired, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeLease6(FrameCursor& cursor, const Lease6View& view) {
    Lease6Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.type(view.type);
    record.state(view.state);
    record.prefixLength(view.prefix_length);
    record.fqdnFwd(view.fqdn_fwd);
    record.fqdnRev(view.fqdn_rev);
    record.iaid(view.iaid);
    record.subnetId(view.subnet_id);
    record.preferredLifetime(view.preferred_lifetime);
    record.validLifetime(view.valid_lifetime);
    record.reuseableLifetime(view.reuseable_lifetime);
    record.cltt(view.cltt);
    record.address(view.address);
    if (view.duid) record.duid(*view.duid);
    if (view.hwaddr) record.hwaddr(*view.hwaddr);
    record.hostname(view.hostname);
    if (view.pool_id) record.poolId(*view.pool_id);
    record.expired(view.expired);
    return record.end();
}

class Option6IARecord : public RecordWriter {
public:
    Option6IARecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Option6IA::kRecordBytes) {}
    void type(uint16_t value) { setValue(offset::Option6IA::type, value); }
    void iaid(uint32_t value) { setValue(offset::Option6IA::iaid, value); }
    void t1(uint32_t value) { setValue(offset::Option6IA::t1, value); }
    void t2(uint32_t value) { setValue(offset::Option6IA::t2, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeOption6IA(FrameCursor& cursor, const Option6IAView& view) {
    Option6IARecord record(cursor, view.object);
    if (!record.fits()) return 0;
    record.type(view.type);
    record.iaid(view.iaid);
    record.t1(view.t1);
    record.t2(view.t2);
    return record.end();
}

class Lease4ListRecord : public RecordWriter {
public:
    Lease4ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease4List::kRecordBytes) {}
    void length(int32_t value) { setValue(offset::Lease4List::length, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeLease4List(FrameCursor& cursor, const Lease4ListView& view) {
    Lease4ListRecord record(cursor, view.object);
    if (!record.fits()) return 0;
    record.length(view.length);
    return record.end();
}

class Lease6ListRecord : public RecordWriter {
public:
    Lease6ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Lease6List::kRecordBytes) {}
    void length(int32_t value) { setValue(offset::Lease6List::length, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeLease6List(FrameCursor& cursor, const Lease6ListView& view) {
    Lease6ListRecord record(cursor, view.object);
    if (!record.fits()) return 0;
    record.length(view.length);
    return record.end();
}

class RawPacket4Record : public RecordWriter {
public:
    RawPacket4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::RawPacket4::kRecordBytes) {}
    void localPort(uint16_t value) { setValue(offset::RawPacket4::local_port, value); }
    void remotePort(uint16_t value) { setValue(offset::RawPacket4::remote_port, value); }
    void localAddr(uint32_t value) { setIpv4(offset::RawPacket4::local_addr, value); }
    void remoteAddr(uint32_t value) { setIpv4(offset::RawPacket4::remote_addr, value); }
    void ifindex(int32_t value) { setValue(offset::RawPacket4::ifindex, value); }
    void iface(const ByteView& value) { setBytes(offset::RawPacket4::iface, value); }
    void wire(const ByteView& value) { setBytes(offset::RawPacket4::wire, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeRawPacket4(FrameCursor& cursor, const RawPacket4View& view) {
    RawPacket4Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.localPort(view.local_port);
    record.remotePort(view.remote_port);
    record.localAddr(view.local_addr);
    record.remoteAddr(view.remote_addr);
    record.ifindex(view.ifindex);
    record.iface(view.iface);
    record.wire(view.wire);
    return record.end();
}

class RawPacket6Record : public RecordWriter {
public:
    RawPacket6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::RawPacket6::kRecordBytes) {}
    void remotePort(uint16_t value) { setValue(offset::RawPacket6::remote_port, value); }
    void ifindex(int32_t value) { setValue(offset::RawPacket6::ifindex, value); }
    void localAddr(const Ipv6Bytes& value) { setValue(offset::RawPacket6::local_addr, value); }
    void remoteAddr(const Ipv6Bytes& value) { setValue(offset::RawPacket6::remote_addr, value); }
    void iface(const ByteView& value) { setBytes(offset::RawPacket6::iface, value); }
    void wire(const ByteView& value) { setBytes(offset::RawPacket6::wire, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeRawPacket6(FrameCursor& cursor, const RawPacket6View& view) {
    RawPacket6Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.remotePort(view.remote_port);
    record.ifindex(view.ifindex);
    record.localAddr(view.local_addr);
    record.remoteAddr(view.remote_addr);
    record.iface(view.iface);
    record.wire(view.wire);
    return record.end();
}

class DdnsParamsRecord : public RecordWriter {
public:
    DdnsParamsRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::DdnsParams::kRecordBytes) {}
    void enableUpdates(bool value) { setBool(offset::DdnsParams::enable_updates, value); }
    void overrideNoUpdate(bool value) { setBool(offset::DdnsParams::override_no_update, value); }
    void overrideClientUpdate(bool value) { setBool(offset::DdnsParams::override_client_update, value); }
    void updateOnRenew(bool value) { setBool(offset::DdnsParams::update_on_renew, value); }
    void replaceClientNameMode(uint8_t value) { setValue(offset::DdnsParams::replace_client_name_mode, value); }
    void generatedPrefix(const ByteView& value) { setBytes(offset::DdnsParams::generated_prefix, value); }
    void qualifyingSuffix(const ByteView& value) { setBytes(offset::DdnsParams::qualifying_suffix, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeDdnsParams(FrameCursor& cursor, const DdnsParamsView& view) {
    DdnsParamsRecord record(cursor, view.object);
    if (!record.fits()) return 0;
    record.enableUpdates(view.enable_updates);
    record.overrideNoUpdate(view.override_no_update);
    record.overrideClientUpdate(view.override_client_update);
    record.updateOnRenew(view.update_on_renew);
    record.replaceClientNameMode(view.replace_client_name_mode);
    record.generatedPrefix(view.generated_prefix);
    record.qualifyingSuffix(view.qualifying_suffix);
    return record.end();
}

class Subnet4ListRecord : public RecordWriter {
public:
    Subnet4ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet4List::kRecordBytes) {}
    void length(int32_t value) { setValue(offset::Subnet4List::length, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeSubnet4List(FrameCursor& cursor, const Subnet4ListView& view) {
    Subnet4ListRecord record(cursor, view.object);
    if (!record.fits()) return 0;
    record.length(view.length);
    return record.end();
}

class Subnet6ListRecord : public RecordWriter {
public:
    Subnet6ListRecord(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Subnet6List::kRecordBytes) {}
    void length(int32_t value) { setValue(offset::Subnet6List::length, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writeSubnet6List(FrameCursor& cursor, const Subnet6ListView& view) {
    Subnet6ListRecord record(cursor, view.object);
    if (!record.fits()) return 0;
    record.length(view.length);
    return record.end();
}

class Pool4Record : public RecordWriter {
public:
    Pool4Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pool4::kRecordBytes) {}
    void firstAddress(uint32_t value) { setIpv4(offset::Pool4::first_address, value); }
    void lastAddress(uint32_t value) { setIpv4(offset::Pool4::last_address, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writePool4(FrameCursor& cursor, const Pool4View& view) {
    Pool4Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.firstAddress(view.first_address);
    record.lastAddress(view.last_address);
    return record.end();
}

class Pool6Record : public RecordWriter {
public:
    Pool6Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::Pool6::kRecordBytes) {}
    void type(uint8_t value) { setValue(offset::Pool6::type, value); }
    void prefixLength(uint8_t value) { setValue(offset::Pool6::prefix_length, value); }
    void firstAddress(const Ipv6Bytes& value) { setValue(offset::Pool6::first_address, value); }
    void lastAddress(const Ipv6Bytes& value) { setValue(offset::Pool6::last_address, value); }
};

/// Its distance from the region's start, 0 where it does not fit.
inline uint32_t writePool6(FrameCursor& cursor, const Pool6View& view) {
    Pool6Record record(cursor, view.object);
    if (!record.fits()) return 0;
    record.type(view.type);
    record.prefixLength(view.prefix_length);
    record.firstAddress(view.first_address);
    record.lastAddress(view.last_address);
    return record.end();
}

}  // namespace kea_policy
