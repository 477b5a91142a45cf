// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// Plain objects → frames, byte for byte what the host's frame writer makes of the same values. Lazy fields start as 0;
// distances are relative, so that a frame may be put at any address.
import { FrameBuilder } from "../frame_builder.ts";
import type { Pkt4, Pkt6, RelayHop, Pkt4Receive, Pkt6Receive } from "./objects.ts";

/** Number of the interface that these frames have. */
export const ABI = 1;

/** Numbers of the hook points, by name. */
export const hookPoints = {
  pkt4_receive: 1,
  pkt6_receive: 2,
} as const;

/** Numbers of the fields that a policy has to ask for, by object and field. */
export const lazyFields = {
  Pkt4: { remoteHwaddr: 1, sname: 2, file: 3, classes: 4 },
  Pkt6: { hwaddr: 5, localAddr: 6, remoteAddr: 7, classes: 8 },
} as const;

/** Appends a record with this handle; its distance from the frame's start. */
export function writePkt4(frame: FrameBuilder, value: Pkt4, handle: number): number {
  const at = frame.beginRecord(112, handle);
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
  return at;
}

/** Appends a record with this handle; its distance from the frame's start. */
export function writePkt6(frame: FrameBuilder, value: Pkt6, handle: number): number {
  const at = frame.beginRecord(64, handle);
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
