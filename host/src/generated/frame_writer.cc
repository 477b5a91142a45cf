// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// View → bytes at the offsets of abi.h.
#include "frame_writer.h"

#include "abi.h"

namespace kea_policy {

uint32_t writePkt4(FrameCursor& cursor, const Pkt4View& view) {
    namespace at = offset::Pkt4;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    uint64_t present = 0;
    storeValue(to + at::type, view.type);
    storeValue(to + at::op, view.op);
    storeValue(to + at::htype, view.htype);
    storeValue(to + at::hlen, view.hlen);
    storeValue(to + at::hops, view.hops);
    storeValue(to + at::relayed, static_cast<uint8_t>(view.relayed));
    storeValue(to + at::secs, view.secs);
    storeValue(to + at::flags, view.flags);
    storeValue(to + at::local_port, view.local_port);
    storeValue(to + at::remote_port, view.remote_port);
    storeValue(to + at::transid, view.transid);
    storeIpv4(to + at::ciaddr, view.ciaddr);
    storeIpv4(to + at::yiaddr, view.yiaddr);
    storeIpv4(to + at::siaddr, view.siaddr);
    storeIpv4(to + at::giaddr, view.giaddr);
    storeIpv4(to + at::local_addr, view.local_addr);
    storeIpv4(to + at::remote_addr, view.remote_addr);
    storeValue(to + at::ifindex, view.ifindex);
    storeValue(to + at::dhcp4o6, static_cast<uint8_t>(view.dhcp4o6));
    cursor.placeBytes(record + at::iface, view.iface);
    cursor.placeHwAddr(record + at::hwaddr, view.hwaddr);
    if (view.client_id) {
        present |= presence::Pkt4::client_id;
        cursor.placeBytes(record + at::client_id, *view.client_id);
    }
    storeValue(to + kRecordPresence, present);
    return cursor.full ? 0 : record;
}

uint32_t writePkt6(FrameCursor& cursor, const Pkt6View& view) {
    namespace at = offset::Pkt6;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    uint64_t present = 0;
    storeValue(to + at::type, view.type);
    storeValue(to + at::relayed, static_cast<uint8_t>(view.relayed));
    storeValue(to + at::local_port, view.local_port);
    storeValue(to + at::remote_port, view.remote_port);
    storeValue(to + at::relay_count, view.relay_count);
    storeValue(to + at::transid, view.transid);
    storeValue(to + at::ifindex, view.ifindex);
    cursor.placeBytes(record + at::iface, view.iface);
    if (view.duid) {
        present |= presence::Pkt6::duid;
        cursor.placeBytes(record + at::duid, *view.duid);
    }
    storeValue(to + kRecordPresence, present);
    return cursor.full ? 0 : record;
}

uint32_t writeRelayHop(FrameCursor& cursor, const RelayHopView& view) {
    namespace at = offset::RelayHop;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::type, view.type);
    storeValue(to + at::hop_count, view.hop_count);
    storeValue(to + at::link_addr, view.link_addr);
    storeValue(to + at::peer_addr, view.peer_addr);
    return cursor.full ? 0 : record;
}

uint32_t writeSubnet4(FrameCursor& cursor, const Subnet4View& view) {
    namespace at = offset::Subnet4;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::id, view.id);
    storeIpv4(to + at::prefix, view.prefix);
    storeValue(to + at::prefix_length, view.prefix_length);
    storeValue(to + at::valid_lifetime, view.valid_lifetime);
    storeValue(to + at::pool_count, view.pool_count);
    cursor.placeBytes(record + at::shared_network, view.shared_network);
    cursor.placeBytes(record + at::iface, view.iface);
    return cursor.full ? 0 : record;
}

uint32_t writeSubnet6(FrameCursor& cursor, const Subnet6View& view) {
    namespace at = offset::Subnet6;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::id, view.id);
    storeValue(to + at::prefix_length, view.prefix_length);
    storeValue(to + at::prefix, view.prefix);
    storeValue(to + at::preferred_lifetime, view.preferred_lifetime);
    storeValue(to + at::valid_lifetime, view.valid_lifetime);
    storeValue(to + at::pool_count, view.pool_count);
    cursor.placeBytes(record + at::shared_network, view.shared_network);
    cursor.placeBytes(record + at::iface, view.iface);
    return cursor.full ? 0 : record;
}

uint32_t writeLease4(FrameCursor& cursor, const Lease4View& view) {
    namespace at = offset::Lease4;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    uint64_t present = 0;
    storeIpv4(to + at::address, view.address);
    storeValue(to + at::state, view.state);
    storeValue(to + at::fqdn_fwd, static_cast<uint8_t>(view.fqdn_fwd));
    storeValue(to + at::fqdn_rev, static_cast<uint8_t>(view.fqdn_rev));
    storeValue(to + at::subnet_id, view.subnet_id);
    storeValue(to + at::valid_lifetime, view.valid_lifetime);
    storeValue(to + at::reuseable_lifetime, view.reuseable_lifetime);
    storeValue(to + at::cltt, view.cltt);
    if (view.hwaddr) {
        present |= presence::Lease4::hwaddr;
        cursor.placeHwAddr(record + at::hwaddr, *view.hwaddr);
    }
    if (view.client_id) {
        present |= presence::Lease4::client_id;
        cursor.placeBytes(record + at::client_id, *view.client_id);
    }
    cursor.placeBytes(record + at::hostname, view.hostname);
    storeValue(to + kRecordPresence, present);
    return cursor.full ? 0 : record;
}

uint32_t writeLease6(FrameCursor& cursor, const Lease6View& view) {
    namespace at = offset::Lease6;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    uint64_t present = 0;
    storeValue(to + at::type, view.type);
    storeValue(to + at::state, view.state);
    storeValue(to + at::prefix_length, view.prefix_length);
    storeValue(to + at::fqdn_fwd, static_cast<uint8_t>(view.fqdn_fwd));
    storeValue(to + at::fqdn_rev, static_cast<uint8_t>(view.fqdn_rev));
    storeValue(to + at::iaid, view.iaid);
    storeValue(to + at::subnet_id, view.subnet_id);
    storeValue(to + at::preferred_lifetime, view.preferred_lifetime);
    storeValue(to + at::valid_lifetime, view.valid_lifetime);
    storeValue(to + at::reuseable_lifetime, view.reuseable_lifetime);
    storeValue(to + at::cltt, view.cltt);
    storeValue(to + at::address, view.address);
    if (view.duid) {
        present |= presence::Lease6::duid;
        cursor.placeBytes(record + at::duid, *view.duid);
    }
    if (view.hwaddr) {
        present |= presence::Lease6::hwaddr;
        cursor.placeHwAddr(record + at::hwaddr, *view.hwaddr);
    }
    cursor.placeBytes(record + at::hostname, view.hostname);
    storeValue(to + kRecordPresence, present);
    return cursor.full ? 0 : record;
}

uint32_t writeLease4List(FrameCursor& cursor, const Lease4ListView& view) {
    namespace at = offset::Lease4List;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::length, view.length);
    return cursor.full ? 0 : record;
}

uint32_t writeLease6List(FrameCursor& cursor, const Lease6ListView& view) {
    namespace at = offset::Lease6List;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::length, view.length);
    return cursor.full ? 0 : record;
}

uint32_t writeRawPacket4(FrameCursor& cursor, const RawPacket4View& view) {
    namespace at = offset::RawPacket4;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::local_port, view.local_port);
    storeValue(to + at::remote_port, view.remote_port);
    storeIpv4(to + at::local_addr, view.local_addr);
    storeIpv4(to + at::remote_addr, view.remote_addr);
    storeValue(to + at::ifindex, view.ifindex);
    cursor.placeBytes(record + at::iface, view.iface);
    cursor.placeBytes(record + at::wire, view.wire);
    return cursor.full ? 0 : record;
}

uint32_t writeRawPacket6(FrameCursor& cursor, const RawPacket6View& view) {
    namespace at = offset::RawPacket6;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::remote_port, view.remote_port);
    storeValue(to + at::ifindex, view.ifindex);
    storeValue(to + at::local_addr, view.local_addr);
    storeValue(to + at::remote_addr, view.remote_addr);
    cursor.placeBytes(record + at::iface, view.iface);
    cursor.placeBytes(record + at::wire, view.wire);
    return cursor.full ? 0 : record;
}

uint32_t writeDdnsParams(FrameCursor& cursor, const DdnsParamsView& view) {
    namespace at = offset::DdnsParams;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::enable_updates, static_cast<uint8_t>(view.enable_updates));
    storeValue(to + at::override_no_update, static_cast<uint8_t>(view.override_no_update));
    storeValue(to + at::override_client_update, static_cast<uint8_t>(view.override_client_update));
    storeValue(to + at::update_on_renew, static_cast<uint8_t>(view.update_on_renew));
    storeValue(to + at::replace_client_name_mode, view.replace_client_name_mode);
    cursor.placeBytes(record + at::generated_prefix, view.generated_prefix);
    cursor.placeBytes(record + at::qualifying_suffix, view.qualifying_suffix);
    return cursor.full ? 0 : record;
}

uint32_t writeSubnet4List(FrameCursor& cursor, const Subnet4ListView& view) {
    namespace at = offset::Subnet4List;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::length, view.length);
    return cursor.full ? 0 : record;
}

uint32_t writeSubnet6List(FrameCursor& cursor, const Subnet6ListView& view) {
    namespace at = offset::Subnet6List;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::length, view.length);
    return cursor.full ? 0 : record;
}

uint32_t writePool4(FrameCursor& cursor, const Pool4View& view) {
    namespace at = offset::Pool4;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeIpv4(to + at::first_address, view.first_address);
    storeIpv4(to + at::last_address, view.last_address);
    return cursor.full ? 0 : record;
}

uint32_t writePool6(FrameCursor& cursor, const Pool6View& view) {
    namespace at = offset::Pool6;
    if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;
    const uint32_t record = cursor.used - at::kRecordBytes;
    uint8_t* const to = cursor.base + record;
    storeValue(to + kRecordLength, at::kRecordBytes);
    storeValue(to + kRecordObject, view.object);
    storeValue(to + at::type, view.type);
    storeValue(to + at::prefix_length, view.prefix_length);
    storeValue(to + at::first_address, view.first_address);
    storeValue(to + at::last_address, view.last_address);
    return cursor.full ? 0 : record;
}

}  // namespace kea_policy
