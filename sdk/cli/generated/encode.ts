// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// Plain objects → frames, byte for byte what the host makes of the same values. Lazy fields start as 0; distances are
// relative, so that a frame may be put at any address.
import { FrameBuilder } from "../frame_builder.ts";
import type { Pkt4, Pkt6, RelayHop, Subnet4, Subnet6, Lease4, Lease6, Option6IA, Lease4List, Lease6List, RawPacket4, RawPacket6, DdnsParams, Subnet4List, Subnet6List, Pool4, Pool6, Json, Pkt4Receive, Pkt6Receive, Subnet4Select, Subnet6Select, Lease4Select, Lease6Select, Lease4Renew, Lease6Renew, Lease6Rebind, Lease4Release, Lease6Release, Lease4Decline, Lease6Decline, Lease4Expire, Lease6Expire, Lease4Recover, Lease6Recover, Pkt4Send, Pkt6Send, Leases4Committed, Leases6Committed, Lease4Offer, Lease4ServerDecline, Addr6Register, Buffer4Receive, Buffer6Receive, Buffer4Send, Buffer6Send, Host4Identifier, Host6Identifier, Ddns4Update, Ddns6Update, CommandProcessed } from "./objects.ts";

/** Number of the interface that these frames have. */
export const ABI = 3;

/** Numbers of the hook points, by name. */
export const hookPoints = {
  pkt4_receive: 1,
  pkt6_receive: 2,
  subnet4_select: 3,
  subnet6_select: 4,
  lease4_select: 5,
  lease6_select: 6,
  lease4_renew: 7,
  lease6_renew: 8,
  lease6_rebind: 9,
  lease4_release: 10,
  lease6_release: 11,
  lease4_decline: 12,
  lease6_decline: 13,
  lease4_expire: 14,
  lease6_expire: 15,
  lease4_recover: 16,
  lease6_recover: 17,
  pkt4_send: 18,
  pkt6_send: 19,
  leases4_committed: 20,
  leases6_committed: 21,
  lease4_offer: 22,
  lease4_server_decline: 23,
  addr6_register: 24,
  buffer4_receive: 25,
  buffer6_receive: 26,
  buffer4_send: 27,
  buffer6_send: 28,
  host4_identifier: 29,
  host6_identifier: 30,
  ddns4_update: 31,
  ddns6_update: 32,
  command_processed: 33,
} as const;

/** Numbers of the fields that a policy has to ask for, by object and field. */
export const lazyFields = {
  Pkt4: { remoteHwaddr: 1, sname: 2, file: 3, classes: 4, localHwaddr: 9, wire: 11 },
  Pkt6: { hwaddr: 5, localAddr: 6, remoteAddr: 7, classes: 8, remoteHwaddr: 10, wire: 12 },
  Subnet4: { relayAddrs: 14 },
  Subnet6: { relayAddrs: 15 },
  RawPacket4: { remoteHwaddr: 13 },
} as const;

/** Appends a record with this handle; its distance from the frame's start. */
export function writePkt4(frame: FrameBuilder, value: Pkt4, handle: number): number {
  const at = frame.beginRecord(128, handle);
  frame.placeNumber(at + 16, "u8", value.type ?? 0, "Pkt4.type");
  frame.placeNumber(at + 17, "u8", value.op ?? 0, "Pkt4.op");
  frame.placeNumber(at + 18, "u8", value.htype ?? 0, "Pkt4.htype");
  frame.placeNumber(at + 19, "u8", value.hlen ?? 0, "Pkt4.hlen");
  frame.placeNumber(at + 20, "u8", value.hops ?? 0, "Pkt4.hops");
  frame.placeNumber(at + 21, "u8", Number(value.relayed ?? false), "Pkt4.relayed");
  frame.placeNumber(at + 22, "u16", value.secs ?? 0, "Pkt4.secs");
  frame.placeNumber(at + 24, "u16", value.flags ?? 0, "Pkt4.flags");
  frame.placeNumber(at + 26, "u16", value.localPort ?? 0, "Pkt4.localPort");
  frame.placeNumber(at + 28, "u16", value.remotePort ?? 0, "Pkt4.remotePort");
  frame.placeNumber(at + 32, "u32", value.transid ?? 0, "Pkt4.transid");
  frame.placeIpv4(at + 36, value.ciaddr ?? "0.0.0.0", "Pkt4.ciaddr");
  frame.placeIpv4(at + 40, value.yiaddr ?? "0.0.0.0", "Pkt4.yiaddr");
  frame.placeIpv4(at + 44, value.siaddr ?? "0.0.0.0", "Pkt4.siaddr");
  frame.placeIpv4(at + 48, value.giaddr ?? "0.0.0.0", "Pkt4.giaddr");
  frame.placeIpv4(at + 52, value.localAddr ?? "0.0.0.0", "Pkt4.localAddr");
  frame.placeIpv4(at + 56, value.remoteAddr ?? "0.0.0.0", "Pkt4.remoteAddr");
  frame.placeNumber(at + 60, "i32", value.ifindex ?? 0, "Pkt4.ifindex");
  frame.placeBytes(at + 64, value.iface ?? "", "Pkt4.iface");
  frame.placeHwAddr(at + 72, value.hwaddr ?? { bytes: "", htype: 0 }, "Pkt4.hwaddr");
  if (value.clientId !== undefined && value.clientId !== null) {
    frame.setPresent(at, 0);
    frame.placeBytes(at + 88, value.clientId, "Pkt4.clientId");
  }
  frame.placeNumber(at + 120, "u8", Number(value.dhcp4o6 ?? false), "Pkt4.dhcp4o6");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writePkt6(frame: FrameBuilder, value: Pkt6, handle: number): number {
  const at = frame.beginRecord(72, handle);
  frame.placeNumber(at + 16, "u8", value.type ?? 0, "Pkt6.type");
  frame.placeNumber(at + 17, "u8", Number(value.relayed ?? false), "Pkt6.relayed");
  frame.placeNumber(at + 18, "u16", value.localPort ?? 0, "Pkt6.localPort");
  frame.placeNumber(at + 20, "u16", value.remotePort ?? 0, "Pkt6.remotePort");
  frame.placeNumber(at + 22, "u16", value.relayCount ?? 0, "Pkt6.relayCount");
  frame.placeNumber(at + 24, "u32", value.transid ?? 0, "Pkt6.transid");
  frame.placeNumber(at + 28, "i32", value.ifindex ?? 0, "Pkt6.ifindex");
  frame.placeBytes(at + 32, value.iface ?? "", "Pkt6.iface");
  if (value.duid !== undefined && value.duid !== null) {
    frame.setPresent(at, 0);
    frame.placeBytes(at + 40, value.duid, "Pkt6.duid");
  }
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeRelayHop(frame: FrameBuilder, value: RelayHop, handle: number): number {
  const at = frame.beginRecord(56, handle);
  frame.placeNumber(at + 16, "u8", value.type ?? 0, "RelayHop.type");
  frame.placeNumber(at + 17, "u8", value.hopCount ?? 0, "RelayHop.hopCount");
  frame.placeIpv6(at + 24, value.linkAddr ?? "::", "RelayHop.linkAddr");
  frame.placeIpv6(at + 40, value.peerAddr ?? "::", "RelayHop.peerAddr");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeSubnet4(frame: FrameBuilder, value: Subnet4, handle: number): number {
  const at = frame.beginRecord(64, handle);
  frame.placeNumber(at + 16, "u32", value.id ?? 0, "Subnet4.id");
  frame.placeIpv4(at + 20, value.prefix ?? "0.0.0.0", "Subnet4.prefix");
  frame.placeNumber(at + 24, "u8", value.prefixLength ?? 0, "Subnet4.prefixLength");
  frame.placeBytes(at + 28, value.sharedNetwork ?? "", "Subnet4.sharedNetwork");
  frame.placeNumber(at + 36, "u32", value.validLifetime ?? 0, "Subnet4.validLifetime");
  frame.placeNumber(at + 40, "u32", value.poolCount ?? 0, "Subnet4.poolCount");
  frame.placeBytes(at + 44, value.iface ?? "", "Subnet4.iface");
  frame.placeNumber(at + 56, "u32", value.minValidLifetime ?? 0, "Subnet4.minValidLifetime");
  frame.placeNumber(at + 60, "u32", value.maxValidLifetime ?? 0, "Subnet4.maxValidLifetime");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeSubnet6(frame: FrameBuilder, value: Subnet6, handle: number): number {
  const at = frame.beginRecord(80, handle);
  frame.placeNumber(at + 16, "u32", value.id ?? 0, "Subnet6.id");
  frame.placeNumber(at + 20, "u8", value.prefixLength ?? 0, "Subnet6.prefixLength");
  frame.placeIpv6(at + 24, value.prefix ?? "::", "Subnet6.prefix");
  frame.placeBytes(at + 40, value.sharedNetwork ?? "", "Subnet6.sharedNetwork");
  frame.placeNumber(at + 48, "u32", value.preferredLifetime ?? 0, "Subnet6.preferredLifetime");
  frame.placeNumber(at + 52, "u32", value.validLifetime ?? 0, "Subnet6.validLifetime");
  frame.placeNumber(at + 56, "u32", value.poolCount ?? 0, "Subnet6.poolCount");
  frame.placeBytes(at + 60, value.iface ?? "", "Subnet6.iface");
  frame.placeNumber(at + 72, "u32", value.minValidLifetime ?? 0, "Subnet6.minValidLifetime");
  frame.placeNumber(at + 76, "u32", value.maxValidLifetime ?? 0, "Subnet6.maxValidLifetime");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeLease4(frame: FrameBuilder, value: Lease4, handle: number): number {
  const at = frame.beginRecord(104, handle);
  frame.placeIpv4(at + 16, value.address ?? "0.0.0.0", "Lease4.address");
  frame.placeNumber(at + 20, "u8", value.state ?? 0, "Lease4.state");
  frame.placeNumber(at + 21, "u8", Number(value.fqdnFwd ?? false), "Lease4.fqdnFwd");
  frame.placeNumber(at + 22, "u8", Number(value.fqdnRev ?? false), "Lease4.fqdnRev");
  frame.placeNumber(at + 24, "u32", value.subnetId ?? 0, "Lease4.subnetId");
  frame.placeNumber(at + 28, "u32", value.validLifetime ?? 0, "Lease4.validLifetime");
  frame.placeNumber(at + 32, "u32", value.reuseableLifetime ?? 0, "Lease4.reuseableLifetime");
  frame.placeNumber(at + 40, "i64", value.cltt ?? 0n, "Lease4.cltt");
  if (value.hwaddr !== undefined && value.hwaddr !== null) {
    frame.setPresent(at, 0);
    frame.placeHwAddr(at + 48, value.hwaddr, "Lease4.hwaddr");
  }
  if (value.clientId !== undefined && value.clientId !== null) {
    frame.setPresent(at, 1);
    frame.placeBytes(at + 64, value.clientId, "Lease4.clientId");
  }
  frame.placeBytes(at + 72, value.hostname ?? "", "Lease4.hostname");
  if (value.poolId !== undefined && value.poolId !== null) {
    frame.setPresent(at, 2);
    frame.placeNumber(at + 80, "u32", value.poolId, "Lease4.poolId");
  }
  frame.placeNumber(at + 84, "u8", Number(value.expired ?? false), "Lease4.expired");
  if (value.relayId !== undefined && value.relayId !== null) {
    frame.setPresent(at, 3);
    frame.placeBytes(at + 88, value.relayId, "Lease4.relayId");
  }
  if (value.remoteId !== undefined && value.remoteId !== null) {
    frame.setPresent(at, 4);
    frame.placeBytes(at + 96, value.remoteId, "Lease4.remoteId");
  }
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeLease6(frame: FrameBuilder, value: Lease6, handle: number): number {
  const at = frame.beginRecord(112, handle);
  frame.placeNumber(at + 16, "u8", value.type ?? 0, "Lease6.type");
  frame.placeNumber(at + 17, "u8", value.state ?? 0, "Lease6.state");
  frame.placeNumber(at + 18, "u8", value.prefixLength ?? 0, "Lease6.prefixLength");
  frame.placeNumber(at + 19, "u8", Number(value.fqdnFwd ?? false), "Lease6.fqdnFwd");
  frame.placeNumber(at + 20, "u8", Number(value.fqdnRev ?? false), "Lease6.fqdnRev");
  frame.placeNumber(at + 24, "u32", value.iaid ?? 0, "Lease6.iaid");
  frame.placeNumber(at + 28, "u32", value.subnetId ?? 0, "Lease6.subnetId");
  frame.placeNumber(at + 32, "u32", value.preferredLifetime ?? 0, "Lease6.preferredLifetime");
  frame.placeNumber(at + 36, "u32", value.validLifetime ?? 0, "Lease6.validLifetime");
  frame.placeNumber(at + 40, "u32", value.reuseableLifetime ?? 0, "Lease6.reuseableLifetime");
  frame.placeNumber(at + 48, "i64", value.cltt ?? 0n, "Lease6.cltt");
  frame.placeIpv6(at + 56, value.address ?? "::", "Lease6.address");
  if (value.duid !== undefined && value.duid !== null) {
    frame.setPresent(at, 0);
    frame.placeBytes(at + 72, value.duid, "Lease6.duid");
  }
  if (value.hwaddr !== undefined && value.hwaddr !== null) {
    frame.setPresent(at, 1);
    frame.placeHwAddr(at + 80, value.hwaddr, "Lease6.hwaddr");
  }
  frame.placeBytes(at + 96, value.hostname ?? "", "Lease6.hostname");
  if (value.poolId !== undefined && value.poolId !== null) {
    frame.setPresent(at, 2);
    frame.placeNumber(at + 104, "u32", value.poolId, "Lease6.poolId");
  }
  frame.placeNumber(at + 108, "u8", Number(value.expired ?? false), "Lease6.expired");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeOption6IA(frame: FrameBuilder, value: Option6IA, handle: number): number {
  const at = frame.beginRecord(32, handle);
  frame.placeNumber(at + 16, "u16", value.type ?? 0, "Option6IA.type");
  frame.placeNumber(at + 20, "u32", value.iaid ?? 0, "Option6IA.iaid");
  frame.placeNumber(at + 24, "u32", value.t1 ?? 0, "Option6IA.t1");
  frame.placeNumber(at + 28, "u32", value.t2 ?? 0, "Option6IA.t2");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeLease4List(frame: FrameBuilder, value: Lease4List, handle: number): number {
  const at = frame.beginRecord(24, handle);
  frame.placeNumber(at + 16, "i32", value.length ?? 0, "Lease4List.length");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeLease6List(frame: FrameBuilder, value: Lease6List, handle: number): number {
  const at = frame.beginRecord(24, handle);
  frame.placeNumber(at + 16, "i32", value.length ?? 0, "Lease6List.length");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeRawPacket4(frame: FrameBuilder, value: RawPacket4, handle: number): number {
  const at = frame.beginRecord(56, handle);
  frame.placeNumber(at + 16, "u16", value.localPort ?? 0, "RawPacket4.localPort");
  frame.placeNumber(at + 18, "u16", value.remotePort ?? 0, "RawPacket4.remotePort");
  frame.placeIpv4(at + 20, value.localAddr ?? "0.0.0.0", "RawPacket4.localAddr");
  frame.placeIpv4(at + 24, value.remoteAddr ?? "0.0.0.0", "RawPacket4.remoteAddr");
  frame.placeNumber(at + 28, "i32", value.ifindex ?? 0, "RawPacket4.ifindex");
  frame.placeBytes(at + 32, value.iface ?? "", "RawPacket4.iface");
  frame.placeBytes(at + 40, value.wire ?? "", "RawPacket4.wire");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeRawPacket6(frame: FrameBuilder, value: RawPacket6, handle: number): number {
  const at = frame.beginRecord(72, handle);
  frame.placeNumber(at + 16, "u16", value.remotePort ?? 0, "RawPacket6.remotePort");
  frame.placeNumber(at + 20, "i32", value.ifindex ?? 0, "RawPacket6.ifindex");
  frame.placeIpv6(at + 24, value.localAddr ?? "::", "RawPacket6.localAddr");
  frame.placeIpv6(at + 40, value.remoteAddr ?? "::", "RawPacket6.remoteAddr");
  frame.placeBytes(at + 56, value.iface ?? "", "RawPacket6.iface");
  frame.placeBytes(at + 64, value.wire ?? "", "RawPacket6.wire");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeDdnsParams(frame: FrameBuilder, value: DdnsParams, handle: number): number {
  const at = frame.beginRecord(40, handle);
  frame.placeNumber(at + 16, "u8", Number(value.enableUpdates ?? false), "DdnsParams.enableUpdates");
  frame.placeNumber(at + 17, "u8", Number(value.overrideNoUpdate ?? false), "DdnsParams.overrideNoUpdate");
  frame.placeNumber(at + 18, "u8", Number(value.overrideClientUpdate ?? false), "DdnsParams.overrideClientUpdate");
  frame.placeNumber(at + 19, "u8", Number(value.updateOnRenew ?? false), "DdnsParams.updateOnRenew");
  frame.placeNumber(at + 20, "u8", value.replaceClientNameMode ?? 0, "DdnsParams.replaceClientNameMode");
  frame.placeBytes(at + 24, value.generatedPrefix ?? "", "DdnsParams.generatedPrefix");
  frame.placeBytes(at + 32, value.qualifyingSuffix ?? "", "DdnsParams.qualifyingSuffix");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeSubnet4List(frame: FrameBuilder, value: Subnet4List, handle: number): number {
  const at = frame.beginRecord(24, handle);
  frame.placeNumber(at + 16, "i32", value.length ?? 0, "Subnet4List.length");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeSubnet6List(frame: FrameBuilder, value: Subnet6List, handle: number): number {
  const at = frame.beginRecord(24, handle);
  frame.placeNumber(at + 16, "i32", value.length ?? 0, "Subnet6List.length");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writePool4(frame: FrameBuilder, value: Pool4, handle: number): number {
  const at = frame.beginRecord(24, handle);
  frame.placeIpv4(at + 16, value.firstAddress ?? "0.0.0.0", "Pool4.firstAddress");
  frame.placeIpv4(at + 20, value.lastAddress ?? "0.0.0.0", "Pool4.lastAddress");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writePool6(frame: FrameBuilder, value: Pool6, handle: number): number {
  const at = frame.beginRecord(56, handle);
  frame.placeNumber(at + 16, "u8", value.type ?? 0, "Pool6.type");
  frame.placeNumber(at + 17, "u8", value.prefixLength ?? 0, "Pool6.prefixLength");
  frame.placeIpv6(at + 24, value.firstAddress ?? "::", "Pool6.firstAddress");
  frame.placeIpv6(at + 40, value.lastAddress ?? "::", "Pool6.lastAddress");
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writeJson(frame: FrameBuilder, value: Json, handle: number): number {
  const at = frame.beginRecord(16, handle);
  return at;
}

/**
 * A frame of pkt4_receive. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodePkt4Receive(value: Pkt4Receive, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.pkt4_receive, 24);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  return frame.finish();
}

/**
 * A frame of pkt6_receive. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodePkt6Receive(value: Pkt6Receive, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.pkt6_receive, 24);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  return frame.finish();
}

/**
 * A frame of subnet4_select. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeSubnet4Select(value: Subnet4Select, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.subnet4_select, 32);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.subnet4) frame.link(callout + 20, writeSubnet4(frame, value.subnet4, 1));
  if (value.subnet4collection) frame.link(callout + 24, writeSubnet4List(frame, value.subnet4collection, 2));
  return frame.finish();
}

/**
 * A frame of subnet6_select. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeSubnet6Select(value: Subnet6Select, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.subnet6_select, 32);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.subnet6) frame.link(callout + 20, writeSubnet6(frame, value.subnet6, 1));
  if (value.subnet6collection) frame.link(callout + 24, writeSubnet6List(frame, value.subnet6collection, 2));
  return frame.finish();
}

/**
 * A frame of lease4_select. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease4Select(value: Lease4Select, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_select, 40);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.subnet4) frame.link(callout + 20, writeSubnet4(frame, value.subnet4, 1));
  frame.placeNumber(callout + 24, "u8", Number(value.fakeAllocation ?? false), "Lease4Select.fakeAllocation");
  if (value.lease4) frame.link(callout + 28, writeLease4(frame, value.lease4, 3));
  if (value.offerLifetime !== undefined && value.offerLifetime !== null) {
    frame.setPresent(callout, 0);
    frame.placeNumber(callout + 32, "u32", value.offerLifetime, "Lease4Select.offerLifetime");
  }
  return frame.finish();
}

/**
 * A frame of lease6_select. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease6Select(value: Lease6Select, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease6_select, 32);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.subnet6) frame.link(callout + 20, writeSubnet6(frame, value.subnet6, 1));
  frame.placeNumber(callout + 24, "u8", Number(value.fakeAllocation ?? false), "Lease6Select.fakeAllocation");
  if (value.lease6) frame.link(callout + 28, writeLease6(frame, value.lease6, 3));
  return frame.finish();
}

/**
 * A frame of lease4_renew. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease4Renew(value: Lease4Renew, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_renew, 56);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.subnet4) frame.link(callout + 20, writeSubnet4(frame, value.subnet4, 1));
  if (value.lease4) frame.link(callout + 24, writeLease4(frame, value.lease4, 2));
  if (value.clientId !== undefined && value.clientId !== null) {
    frame.setPresent(callout, 0);
    frame.placeBytes(callout + 28, value.clientId, "Lease4Renew.clientId");
  }
  if (value.hwaddr !== undefined && value.hwaddr !== null) {
    frame.setPresent(callout, 1);
    frame.placeHwAddr(callout + 36, value.hwaddr, "Lease4Renew.hwaddr");
  }
  return frame.finish();
}

/**
 * A frame of lease6_renew. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease6Renew(value: Lease6Renew, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease6_renew, 32);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.lease6) frame.link(callout + 20, writeLease6(frame, value.lease6, 1));
  if (value.iaNa) frame.link(callout + 24, writeOption6IA(frame, value.iaNa, 2));
  if (value.iaPd) frame.link(callout + 28, writeOption6IA(frame, value.iaPd, 3));
  return frame.finish();
}

/**
 * A frame of lease6_rebind. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease6Rebind(value: Lease6Rebind, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease6_rebind, 32);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.lease6) frame.link(callout + 20, writeLease6(frame, value.lease6, 1));
  if (value.iaNa) frame.link(callout + 24, writeOption6IA(frame, value.iaNa, 2));
  if (value.iaPd) frame.link(callout + 28, writeOption6IA(frame, value.iaPd, 3));
  return frame.finish();
}

/**
 * A frame of lease4_release. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease4Release(value: Lease4Release, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_release, 24);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.lease4) frame.link(callout + 20, writeLease4(frame, value.lease4, 1));
  return frame.finish();
}

/**
 * A frame of lease6_release. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease6Release(value: Lease6Release, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease6_release, 24);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.lease6) frame.link(callout + 20, writeLease6(frame, value.lease6, 1));
  return frame.finish();
}

/**
 * A frame of lease4_decline. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease4Decline(value: Lease4Decline, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_decline, 24);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.lease4) frame.link(callout + 20, writeLease4(frame, value.lease4, 1));
  return frame.finish();
}

/**
 * A frame of lease6_decline. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease6Decline(value: Lease6Decline, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease6_decline, 24);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.lease6) frame.link(callout + 20, writeLease6(frame, value.lease6, 1));
  return frame.finish();
}

/**
 * A frame of lease4_expire. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease4Expire(value: Lease4Expire, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_expire, 24);
  if (value.lease4) frame.link(callout + 16, writeLease4(frame, value.lease4, 0));
  frame.placeNumber(callout + 20, "u8", Number(value.removeLease ?? false), "Lease4Expire.removeLease");
  return frame.finish();
}

/**
 * A frame of lease6_expire. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease6Expire(value: Lease6Expire, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease6_expire, 24);
  if (value.lease6) frame.link(callout + 16, writeLease6(frame, value.lease6, 0));
  frame.placeNumber(callout + 20, "u8", Number(value.removeLease ?? false), "Lease6Expire.removeLease");
  return frame.finish();
}

/**
 * A frame of lease4_recover. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease4Recover(value: Lease4Recover, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_recover, 24);
  if (value.lease4) frame.link(callout + 16, writeLease4(frame, value.lease4, 0));
  return frame.finish();
}

/**
 * A frame of lease6_recover. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease6Recover(value: Lease6Recover, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease6_recover, 24);
  if (value.lease6) frame.link(callout + 16, writeLease6(frame, value.lease6, 0));
  return frame.finish();
}

/** A frame of pkt4_send. What is appended to the given frame later, such as a lazy field's value, stands behind it. */
export function encodePkt4Send(value: Pkt4Send, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.pkt4_send, 32);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.response4) frame.link(callout + 20, writePkt4(frame, value.response4, 1));
  if (value.subnet4) frame.link(callout + 24, writeSubnet4(frame, value.subnet4, 2));
  return frame.finish();
}

/** A frame of pkt6_send. What is appended to the given frame later, such as a lazy field's value, stands behind it. */
export function encodePkt6Send(value: Pkt6Send, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.pkt6_send, 32);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.response6) frame.link(callout + 20, writePkt6(frame, value.response6, 1));
  if (value.subnet6) frame.link(callout + 24, writeSubnet6(frame, value.subnet6, 2));
  return frame.finish();
}

/**
 * A frame of leases4_committed. What is appended to the given frame later, such as a lazy field's value, stands behind
 * it.
 */
export function encodeLeases4Committed(value: Leases4Committed, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.leases4_committed, 32);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.leases4) frame.link(callout + 20, writeLease4List(frame, value.leases4, 1));
  if (value.deletedLeases4) frame.link(callout + 24, writeLease4List(frame, value.deletedLeases4, 2));
  if (value.response4) frame.link(callout + 28, writePkt4(frame, value.response4, 3));
  return frame.finish();
}

/**
 * A frame of leases6_committed. What is appended to the given frame later, such as a lazy field's value, stands behind
 * it.
 */
export function encodeLeases6Committed(value: Leases6Committed, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.leases6_committed, 32);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.leases6) frame.link(callout + 20, writeLease6List(frame, value.leases6, 1));
  if (value.deletedLeases6) frame.link(callout + 24, writeLease6List(frame, value.deletedLeases6, 2));
  if (value.response6) frame.link(callout + 28, writePkt6(frame, value.response6, 3));
  return frame.finish();
}

/**
 * A frame of lease4_offer. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeLease4Offer(value: Lease4Offer, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_offer, 40);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.leases4) frame.link(callout + 20, writeLease4List(frame, value.leases4, 1));
  frame.placeNumber(callout + 24, "u32", value.offerLifetime ?? 0, "Lease4Offer.offerLifetime");
  if (value.oldLease) frame.link(callout + 28, writeLease4(frame, value.oldLease, 3));
  if (value.response4) frame.link(callout + 32, writePkt4(frame, value.response4, 4));
  return frame.finish();
}

/**
 * A frame of lease4_server_decline. What is appended to the given frame later, such as a lazy field's value, stands
 * behind it.
 */
export function encodeLease4ServerDecline(value: Lease4ServerDecline, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.lease4_server_decline, 24);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.lease4) frame.link(callout + 20, writeLease4(frame, value.lease4, 1));
  return frame.finish();
}

/**
 * A frame of addr6_register. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeAddr6Register(value: Addr6Register, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.addr6_register, 48);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.response6) frame.link(callout + 20, writePkt6(frame, value.response6, 1));
  frame.placeIpv6(callout + 24, value.address6 ?? "::", "Addr6Register.address6");
  if (value.oldLease6) frame.link(callout + 40, writeLease6(frame, value.oldLease6, 3));
  if (value.newLease6) frame.link(callout + 44, writeLease6(frame, value.newLease6, 4));
  return frame.finish();
}

/**
 * A frame of buffer4_receive. What is appended to the given frame later, such as a lazy field's value, stands behind
 * it.
 */
export function encodeBuffer4Receive(value: Buffer4Receive, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.buffer4_receive, 24);
  if (value.query4) frame.link(callout + 16, writeRawPacket4(frame, value.query4, 0));
  return frame.finish();
}

/**
 * A frame of buffer6_receive. What is appended to the given frame later, such as a lazy field's value, stands behind
 * it.
 */
export function encodeBuffer6Receive(value: Buffer6Receive, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.buffer6_receive, 24);
  if (value.query6) frame.link(callout + 16, writeRawPacket6(frame, value.query6, 0));
  return frame.finish();
}

/**
 * A frame of buffer4_send. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeBuffer4Send(value: Buffer4Send, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.buffer4_send, 24);
  if (value.response4) frame.link(callout + 16, writePkt4(frame, value.response4, 0));
  return frame.finish();
}

/**
 * A frame of buffer6_send. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeBuffer6Send(value: Buffer6Send, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.buffer6_send, 24);
  if (value.response6) frame.link(callout + 16, writePkt6(frame, value.response6, 0));
  return frame.finish();
}

/**
 * A frame of host4_identifier. What is appended to the given frame later, such as a lazy field's value, stands behind
 * it.
 */
export function encodeHost4Identifier(value: Host4Identifier, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.host4_identifier, 32);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  frame.placeNumber(callout + 20, "u8", value.idType ?? 0, "Host4Identifier.idType");
  frame.placeBytes(callout + 24, value.idValue ?? "", "Host4Identifier.idValue");
  return frame.finish();
}

/**
 * A frame of host6_identifier. What is appended to the given frame later, such as a lazy field's value, stands behind
 * it.
 */
export function encodeHost6Identifier(value: Host6Identifier, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.host6_identifier, 32);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  frame.placeNumber(callout + 20, "u8", value.idType ?? 0, "Host6Identifier.idType");
  frame.placeBytes(callout + 24, value.idValue ?? "", "Host6Identifier.idValue");
  return frame.finish();
}

/**
 * A frame of ddns4_update. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeDdns4Update(value: Ddns4Update, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.ddns4_update, 48);
  if (value.query4) frame.link(callout + 16, writePkt4(frame, value.query4, 0));
  if (value.response4) frame.link(callout + 20, writePkt4(frame, value.response4, 1));
  if (value.subnet4) frame.link(callout + 24, writeSubnet4(frame, value.subnet4, 2));
  frame.placeBytes(callout + 28, value.hostname ?? "", "Ddns4Update.hostname");
  frame.placeNumber(callout + 36, "u8", Number(value.forwardUpdate ?? false), "Ddns4Update.forwardUpdate");
  frame.placeNumber(callout + 37, "u8", Number(value.reverseUpdate ?? false), "Ddns4Update.reverseUpdate");
  if (value.ddnsParams) frame.link(callout + 40, writeDdnsParams(frame, value.ddnsParams, 6));
  return frame.finish();
}

/**
 * A frame of ddns6_update. What is appended to the given frame later, such as a lazy field's value, stands behind it.
 */
export function encodeDdns6Update(value: Ddns6Update, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.ddns6_update, 48);
  if (value.query6) frame.link(callout + 16, writePkt6(frame, value.query6, 0));
  if (value.response6) frame.link(callout + 20, writePkt6(frame, value.response6, 1));
  if (value.subnet6) frame.link(callout + 24, writeSubnet6(frame, value.subnet6, 2));
  frame.placeBytes(callout + 28, value.hostname ?? "", "Ddns6Update.hostname");
  frame.placeNumber(callout + 36, "u8", Number(value.forwardUpdate ?? false), "Ddns6Update.forwardUpdate");
  frame.placeNumber(callout + 37, "u8", Number(value.reverseUpdate ?? false), "Ddns6Update.reverseUpdate");
  if (value.ddnsParams) frame.link(callout + 40, writeDdnsParams(frame, value.ddnsParams, 6));
  return frame.finish();
}

/**
 * A frame of command_processed. What is appended to the given frame later, such as a lazy field's value, stands behind
 * it.
 */
export function encodeCommandProcessed(value: CommandProcessed, frame = new FrameBuilder()): Uint8Array {
  const callout = frame.begin(ABI, hookPoints.command_processed, 32);
  frame.placeBytes(callout + 16, value.name ?? "", "CommandProcessed.name");
  if (value.commandArguments) frame.link(callout + 24, writeJson(frame, value.commandArguments, 1));
  if (value.response) frame.link(callout + 28, writeJson(frame, value.response, 2));
  return frame.finish();
}
