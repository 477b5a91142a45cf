// SPDX-License-Identifier: MPL-2.0
// DHCPv4 messages as bytes. Options stay raw and in their order, since tests need to send what no good client would;
// the packages on npm sort options, know them by name only, or refuse unusual ones.
import { colons, ipv4Bytes, ipv4Text, type DhcpOption } from "./dhcp_bytes.ts";

export const Dhcp4Type = {
  DISCOVER: 1, OFFER: 2, REQUEST: 3, DECLINE: 4, ACK: 5, NAK: 6, RELEASE: 7, INFORM: 8,
} as const;

export const Option4 = {
  PAD: 0, SUBNET_MASK: 1, HOST_NAME: 12, REQUESTED_ADDRESS: 50, LEASE_TIME: 51, MESSAGE_TYPE: 53, SERVER_ID: 54,
  PARAMETER_LIST: 55, VENDOR_CLASS: 60, CLIENT_ID: 61, USER_CLASS: 77, RELAY_AGENT: 82, END: 255,
} as const;

export interface Dhcp4Message {
  op: number;
  htype: number;
  /** As sent in the message, also where the address is shorter or longer. */
  hlen: number;
  hops: number;
  xid: number;
  secs: number;
  flags: number;
  ciaddr: string;
  yiaddr: string;
  siaddr: string;
  giaddr: string;
  /** All 16 bytes when decoded; up to 16 to encode. */
  chaddr: Buffer;
  sname: Buffer;
  file: Buffer;
  /** In their order. Pad options are entries with code 0; the end option is not listed. */
  options: DhcpOption[];
}

const FIXED_LENGTH = 236;
const MAGIC_COOKIE = 0x63825363;

export function encodeDhcp4(message: Dhcp4Message): Buffer {
  const fixed = Buffer.alloc(FIXED_LENGTH + 4);
  fixed.set([message.op, message.htype, message.hlen, message.hops]);
  fixed.writeUInt32BE(message.xid, 4);
  fixed.writeUInt16BE(message.secs, 8);
  fixed.writeUInt16BE(message.flags, 10);
  [message.ciaddr, message.yiaddr, message.siaddr, message.giaddr].forEach((address, index) =>
    fixed.set(ipv4Bytes(address), 12 + 4 * index),
  );
  setField(fixed, "chaddr", message.chaddr, 28, 16);
  setField(fixed, "sname", message.sname, 44, 64);
  setField(fixed, "file", message.file, 108, 128);
  fixed.writeUInt32BE(MAGIC_COOKIE, FIXED_LENGTH);
  return Buffer.concat([fixed, encodeOptions4(message.options), Buffer.from([Option4.END])]);
}

function setField(target: Buffer, name: string, bytes: Uint8Array, offset: number, size: number): void {
  if (bytes.length > size) throw new Error(`${name} has ${bytes.length} bytes; a DHCPv4 message has room for ${size}.`);
  target.set(bytes, offset);
}

/** Options, or sub-options of option 82, one behind the other. Longer than 255 bytes: split as RFC 3396 says. */
export function encodeOptions4(options: DhcpOption[]): Buffer {
  const parts: Buffer[] = [];
  for (const { code, data } of options) {
    if (code === Option4.PAD) {
      parts.push(Buffer.from([Option4.PAD]));
      continue;
    }
    for (let start = 0; start === 0 || start < data.length; start += 255) {
      const piece = data.subarray(start, start + 255);
      parts.push(Buffer.from([code, piece.length]), piece);
    }
  }
  return Buffer.concat(parts);
}

export function decodeDhcp4(bytes: Uint8Array): Dhcp4Message {
  const view = Buffer.from(bytes);
  if (view.length < FIXED_LENGTH + 4) throw new Error(`A DHCPv4 message has at least 240 bytes; this one has ${view.length}.`);
  if (view.readUInt32BE(FIXED_LENGTH) !== MAGIC_COOKIE) throw new Error("The message lacks DHCP's magic cookie at offset 236.");
  const address = (offset: number): string => ipv4Text(view.subarray(offset, offset + 4));
  return {
    op: view[0]!, htype: view[1]!, hlen: view[2]!, hops: view[3]!,
    xid: view.readUInt32BE(4), secs: view.readUInt16BE(8), flags: view.readUInt16BE(10),
    ciaddr: address(12), yiaddr: address(16), siaddr: address(20), giaddr: address(24),
    chaddr: view.subarray(28, 44), sname: view.subarray(44, 108), file: view.subarray(108, FIXED_LENGTH),
    options: decodeOptions4(view.subarray(FIXED_LENGTH + 4), true),
  };
}

/** Sub-options (`inMessage` false) know neither pad nor end. */
export function decodeOptions4(bytes: Uint8Array, inMessage = false): DhcpOption[] {
  const view = Buffer.from(bytes);
  const options: DhcpOption[] = [];
  for (let at = 0; at < view.length; ) {
    const code = view[at]!;
    if (inMessage && code === Option4.END) break;
    if (inMessage && code === Option4.PAD) {
      options.push({ code, data: Buffer.alloc(0) });
      at += 1;
      continue;
    }
    const length = view[at + 1];
    if (length === undefined || at + 2 + length > view.length) {
      throw new Error(`Option ${code} at offset ${at} reaches past the end of the ${view.length} bytes.`);
    }
    options.push({ code, data: view.subarray(at + 2, at + 2 + length) });
    at += 2 + length;
  }
  return options;
}

/** The value of an option, its pieces joined, or null where the message has none. */
export function option4(message: Dhcp4Message, code: number): Buffer | null {
  const pieces = message.options.filter((option) => option.code === code);
  return pieces.length === 0 ? null : Buffer.concat(pieces.map((piece) => piece.data));
}

export function messageType4(message: Dhcp4Message): number {
  return option4(message, Option4.MESSAGE_TYPE)?.[0] ?? 0;
}

/** The hardware address as "02:00:00:00:00:01", as long as hlen says. */
export function hwaddrOf(message: Dhcp4Message): string {
  return colons(message.chaddr.subarray(0, message.hlen));
}
