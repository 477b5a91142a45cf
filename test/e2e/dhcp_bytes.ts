// SPDX-License-Identifier: MPL-2.0
// What both codecs share: addresses and hexadecimal as bytes, options as plain pairs, ids that do not repeat.
import { isIPv4, isIPv6 } from "node:net";
import { randomInt } from "node:crypto";

export interface DhcpOption {
  code: number;
  data: Buffer;
}

/** "02:00:5e:01", "02-00-5e-01", "02005e01" or "" as bytes. */
export function hex(text: string): Buffer {
  const digits = text.replace(/[:\- ]/g, "");
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) throw new Error(`"${text}" is not a string of hexadecimal bytes.`);
  return Buffer.from(digits, "hex");
}

/** An option from hexadecimal text or bytes: `option(60, "0102")`. */
export function option(code: number, value: string | Uint8Array = ""): DhcpOption {
  return { code, data: typeof value === "string" ? hex(value) : Buffer.from(value) };
}

/** An option that holds text: `textOption(60, "MSFT 5.0")`. */
export function textOption(code: number, text: string): DhcpOption {
  return { code, data: Buffer.from(text, "utf8") };
}

/** Bytes as "02:00:5e:01". */
export function colons(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":");
}

export function ipv4Bytes(text: string): Buffer {
  if (!isIPv4(text)) throw new Error(`"${text}" is not an IPv4 address.`);
  return Buffer.from(text.split(".").map(Number));
}

export function ipv4Text(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 4)).join(".");
}

export function ipv6Bytes(text: string): Buffer {
  if (!isIPv6(text) || text.includes("%")) throw new Error(`"${text}" is not an IPv6 address.`);
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (embedded) {
    const four = ipv4Bytes(embedded[2]!);
    text = `${embedded[1]}${four.readUInt16BE(0).toString(16)}:${four.readUInt16BE(2).toString(16)}`;
  }
  const [head, tail] = text.split("::");
  const groups = (part: string | undefined): number[] => (part ? part.split(":").map((group) => parseInt(group, 16)) : []);
  const first = groups(head);
  const last = groups(tail);
  const all = [...first, ...new Array<number>(8 - first.length - last.length).fill(0), ...last];
  const bytes = Buffer.alloc(16);
  all.forEach((group, index) => bytes.writeUInt16BE(group, index * 2));
  return bytes;
}

/** RFC 5952: lower case, no leading zeros, the first longest run of zero groups shortened. */
export function ipv6Text(bytes: Uint8Array): string {
  const view = Buffer.from(bytes);
  const groups = Array.from({ length: 8 }, (_, index) => view.readUInt16BE(index * 2).toString(16));
  let runStart = -1;
  let runLength = 1;
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (groups[i + length] === "0") length++;
    if (length > runLength) [runStart, runLength] = [i, length];
  }
  if (runStart < 0) return groups.join(":");
  return `${groups.slice(0, runStart).join(":")}::${groups.slice(runStart + runLength).join(":")}`;
}

export function findOption(options: DhcpOption[], code: number): Buffer | null {
  return options.find((option) => option.code === code)?.data ?? null;
}

let counter = randomInt(0x1000000);

/** A transaction id that no other client of this process has had lately, and another process hardly. */
export function nextTransactionId(): number {
  counter = (counter + 1) & 0xffffff;
  return counter;
}
