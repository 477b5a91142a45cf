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

}  // namespace kea_policy
