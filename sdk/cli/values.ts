// SPDX-License-Identifier: MPL-2.0
// Values of packets in the forms that a test or a JSON file writes them in, and the bytes they stand for.
import { isIPv4, isIPv6 } from "node:net";

/** Bytes themselves, hexadecimal digits with or without colons ("01:de:ad", "01dead"), or a text that stands for its UTF-8. */
export type BytesValue = Uint8Array | string | { text: string };

/** Address as bytes; htype is 1 (Ethernet) and source 0 where left out. A bare string or array means just that. */
export type HwAddrValue = Uint8Array | string | { bytes: BytesValue; htype?: number; source?: number };

export function bytesOf(value: BytesValue, name: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== "string") return new TextEncoder().encode(value.text);
  if (!/^([0-9a-fA-F]{2}(:?[0-9a-fA-F]{2})*)?$/.test(value)) {
    throw new Error(`${name}: "${value}" is not hexadecimal; write two digits for each byte, such as "01:de:ad", or { "text": "…" }.`);
  }
  return Uint8Array.from(Buffer.from(value.replaceAll(":", ""), "hex"));
}

export function hwAddrOf(value: HwAddrValue, name: string): { bytes: Uint8Array; htype: number; source: number } {
  if (typeof value === "string" || value instanceof Uint8Array) return { bytes: bytesOf(value, name), htype: 1, source: 0 };
  return { bytes: bytesOf(value.bytes, `${name}.bytes`), htype: value.htype ?? 1, source: value.source ?? 0 };
}

/** Four bytes in network order. */
export function ipv4Of(text: string, name: string): Uint8Array {
  if (!isIPv4(text)) throw new Error(`${name}: "${text}" is no IPv4 address; write one such as "192.0.2.1".`);
  return Uint8Array.from(text.split("."), Number);
}

/** Sixteen bytes in network order. */
export function ipv6Of(text: string, name: string): Uint8Array {
  if (!isIPv6(text) || text.includes("%")) throw new Error(`${name}: "${text}" is no IPv6 address; write one such as "2001:db8::1".`);
  const [head = "", tail] = text.split("::");
  const first = wordBytes(head);
  const last = wordBytes(tail ?? "");
  const bytes = new Uint8Array(16);
  bytes.set(first);
  bytes.set(last, 16 - last.length);
  return bytes;
}

/** "2001:db8" → 4 bytes; the last word may be an IPv4 address. */
function wordBytes(words: string): number[] {
  if (words === "") return [];
  return words.split(":").flatMap((word) => {
    if (word.includes(".")) return word.split(".").map(Number);
    const number = parseInt(word, 16);
    return [number >> 8, number & 0xff];
  });
}
