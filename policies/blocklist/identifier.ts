// SPDX-License-Identifier: MPL-2.0
// Where in a packet the bytes stand that rules compare.
import { Bytes, Pkt4, Pkt6, RelayHop } from "kea-policy/assembly";
import { Members } from "./members";
import { partOf } from "./part_of";

/** What of a client a rule looks at. An OUI is the beginning of a HwAddr. */
export enum Identifier {
  HwAddr,
  Duid,
  ClientId,
  CircuitId,
  RemoteId,
  VendorClass,
}

// Options 53 and 61 are also the fields packet.type and packet.clientId. But a field that a policy names anywhere is looked up for every
// packet, an option only where it is asked for, and here that is seldom.

/** The DHCPv4 message type; 0 where there is none. */
export function messageType4(packet: Pkt4): u8 {
  const option = packet.option(53);
  return option === null || option.length == 0 ? 0 : option[0];
}

export function clientId4(packet: Pkt4): Bytes | null {
  return packet.option(61);
}

/** The DUID inside a DHCPv4 client id of RFC 4361: type 255, four bytes of IAID, then the DUID. */
export function duid4(packet: Pkt4): Bytes | null {
  const clientId = clientId4(packet);
  if (clientId === null || clientId.length < 6 || clientId[0] != 255) return null;
  return partOf(clientId, 5, clientId.length - 5);
}

export function circuitId4(packet: Pkt4): Bytes | null {
  return packet.subOption(82, 1);
}

export function remoteId4(packet: Pkt4): Bytes | null {
  return packet.subOption(82, 2);
}

export function vendorClass4(packet: Pkt4): Bytes | null {
  return packet.option(60);
}

/** The relay agent nearest to the client: it alone sees the client's port. */
function firstRelay(packet: Pkt6): RelayHop | null {
  const count = <u32>packet.relayCount;
  return count == 0 ? null : packet.relay(count - 1);
}

/** Interface-id, option 18: what a circuit id is in DHCPv4. */
export function circuitId6(packet: Pkt6): Bytes | null {
  const relay = firstRelay(packet);
  return relay === null ? null : relay.option(18);
}

/** Remote-id, option 37, without the vendor's number (four bytes), so that it compares with the one of DHCPv4. */
export function remoteId6(packet: Pkt6): Bytes | null {
  const relay = firstRelay(packet);
  if (relay === null) return null;
  const option = relay.option(37);
  return option === null || option.length < 4 ? null : partOf(option, 4, option.length - 4);
}

/**
 * One text of a DHCPv6 vendor class, option 16: four bytes of vendor's number, then texts, each behind two bytes of length. The first
 * is at 4, the one that follows `text` at `at + 2 + text.length`; null behind the last, and where a client's option is broken.
 */
export function vendorClassText(option: Bytes, at: i32): Bytes | null {
  if (at + 2 > option.length) return null;
  const length = <i32>option.u16(at);
  return at + 2 + length > option.length ? null : partOf(option, at + 2, length);
}

/** Is some text of the vendor class a member? */
export function someVendorClass6(packet: Pkt6, members: Members): bool {
  const option = packet.option(16);
  if (option === null) return false;
  let at = 4;
  for (let text = vendorClassText(option, at); text !== null; text = vendorClassText(option, at)) {
    if (members.has(text)) return true;
    at += 2 + text.length;
  }
  return false;
}
