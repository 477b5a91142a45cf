// SPDX-License-Identifier: MPL-2.0
// DHCPv6 messages as bytes, with the relay messages around them. Options stay raw and in their order, for the same
// reason as in dhcp4_codec.ts; npm has no kept package for DHCPv6 at all.
import { ipv6Bytes, ipv6Text, type DhcpOption } from "./dhcp_bytes.ts";

export const Dhcp6Type = {
  SOLICIT: 1, ADVERTISE: 2, REQUEST: 3, CONFIRM: 4, RENEW: 5, REBIND: 6, REPLY: 7, RELEASE: 8, DECLINE: 9,
  RECONFIGURE: 10, INFORMATION_REQUEST: 11, RELAY_FORWARD: 12, RELAY_REPLY: 13, DHCPV4_QUERY: 20, DHCPV4_RESPONSE: 21,
  ADDR_REG_INFORM: 36, ADDR_REG_REPLY: 37,
} as const;

export const Option6 = {
  CLIENT_ID: 1, SERVER_ID: 2, IA_NA: 3, IA_TA: 4, IA_ADDRESS: 5, ORO: 6, ELAPSED_TIME: 8, RELAY_MESSAGE: 9,
  STATUS_CODE: 13, RAPID_COMMIT: 14, USER_CLASS: 15, VENDOR_CLASS: 16, INTERFACE_ID: 18, IA_PD: 25, IA_PREFIX: 26,
  REMOTE_ID: 37, SUBSCRIBER_ID: 38, CLIENT_LINKLAYER: 79, DHCPV4_MESSAGE: 87,
} as const;

export interface Relay6 {
  type: number;
  hopCount: number;
  linkAddress: string;
  peerAddress: string;
  /** Without the relay message option, which is always sent last. */
  options: DhcpOption[];
}

export interface Dhcp6Message {
  type: number;
  transactionId: number;
  options: DhcpOption[];
}

export interface Dhcp6Packet {
  /** From the client outwards: the first relay is the one that the client spoke to. */
  relays: Relay6[];
  message: Dhcp6Message;
}

export function encodeDhcp6(packet: Dhcp6Packet): Buffer {
  const { type, transactionId, options } = packet.message;
  const head = Buffer.alloc(4);
  head.writeUInt32BE(transactionId & 0xffffff, 0);
  head[0] = type;
  let bytes = Buffer.concat([head, encodeOptions6(options)]);
  for (const relay of packet.relays) {
    bytes = Buffer.concat([
      Buffer.from([relay.type, relay.hopCount]),
      ipv6Bytes(relay.linkAddress),
      ipv6Bytes(relay.peerAddress),
      encodeOptions6([...relay.options, { code: Option6.RELAY_MESSAGE, data: bytes }]),
    ]);
  }
  return bytes;
}

export function encodeOptions6(options: DhcpOption[]): Buffer {
  const parts: Buffer[] = [];
  for (const { code, data } of options) {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(code, 0);
    head.writeUInt16BE(data.length, 2);
    parts.push(head, data);
  }
  return Buffer.concat(parts);
}

export function decodeDhcp6(bytes: Uint8Array): Dhcp6Packet {
  const relays: Relay6[] = [];
  let view: Buffer = Buffer.from(bytes);
  while (view[0] === Dhcp6Type.RELAY_FORWARD || view[0] === Dhcp6Type.RELAY_REPLY) {
    if (view.length < 34) throw new Error(`A DHCPv6 relay message has at least 34 bytes; this one has ${view.length}.`);
    const options = decodeOptions6(view.subarray(34));
    const inner = options.find((option) => option.code === Option6.RELAY_MESSAGE);
    if (!inner) throw new Error("A DHCPv6 relay message lacks option 9, the relayed message.");
    relays.unshift({
      type: view[0], hopCount: view[1]!,
      linkAddress: ipv6Text(view.subarray(2, 18)), peerAddress: ipv6Text(view.subarray(18, 34)),
      options: options.filter((option) => option !== inner),
    });
    view = inner.data;
  }
  if (view.length < 4) throw new Error(`A DHCPv6 message has at least 4 bytes; this one has ${view.length}.`);
  const message = { type: view[0]!, transactionId: view.readUIntBE(1, 3), options: decodeOptions6(view.subarray(4)) };
  return { relays, message };
}

export function decodeOptions6(bytes: Uint8Array): DhcpOption[] {
  const view = Buffer.from(bytes);
  const options: DhcpOption[] = [];
  for (let at = 0; at < view.length; ) {
    if (at + 4 > view.length) throw new Error(`An option at offset ${at} has no room for its head.`);
    const code = view.readUInt16BE(at);
    const length = view.readUInt16BE(at + 2);
    if (at + 4 + length > view.length) {
      throw new Error(`Option ${code} at offset ${at} reaches past the end of the ${view.length} bytes.`);
    }
    options.push({ code, data: view.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return options;
}

/** IA_NA or IA_PD: the id, T1, T2, then options such as the address that is asked for. */
export function identityAssociation(code: number, iaid: number, options: DhcpOption[] = []): DhcpOption {
  const head = Buffer.alloc(12);
  head.writeUInt32BE(iaid, 0);
  return { code, data: Buffer.concat([head, encodeOptions6(options)]) };
}

export interface Grant6 {
  /** "2001:db8:1::5", or "2001:db8:8000::/56" for a delegated prefix. */
  address: string;
  preferred: number;
  valid: number;
}

/** What the server gave in the IA_NA and IA_PD options of its answer. */
export function grants6(message: Dhcp6Message): Grant6[] {
  const grants: Grant6[] = [];
  for (const association of message.options) {
    if (association.code !== Option6.IA_NA && association.code !== Option6.IA_PD) continue;
    for (const { code, data } of decodeOptions6(association.data.subarray(12))) {
      if (code === Option6.IA_ADDRESS) {
        grants.push({ address: ipv6Text(data.subarray(0, 16)), preferred: data.readUInt32BE(16), valid: data.readUInt32BE(20) });
      } else if (code === Option6.IA_PREFIX) {
        const prefix = `${ipv6Text(data.subarray(9, 25))}/${data[8]}`;
        grants.push({ address: prefix, preferred: data.readUInt32BE(0), valid: data.readUInt32BE(4) });
      }
    }
  }
  return grants;
}
