// SPDX-License-Identifier: MPL-2.0
// Texts of a configuration to bytes. `where` stands before the sentence of an error, so that it can name the JSON path.
import { hwAddrKey } from "./hw_addr_key";

function digitValue(unit: i32): i32 {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Bytes of "de:ad:be", "de-ad-be" or "deadbe"; null where the text is none of them. */
function readHex(text: string): Uint8Array | null {
  const units = text.length;
  if (units == 0) return new Uint8Array(0);
  if (units < 2) return null;
  let separator = units > 2 ? text.charCodeAt(2) : 0;
  if (separator != 0x3a && separator != 0x2d) separator = 0;
  const step = separator != 0 ? 3 : 2;
  if ((separator != 0 ? units + 1 : units) % step != 0) return null;
  const bytes = new Uint8Array((units + 1) / step);
  for (let index = 0; index < bytes.length; ++index) {
    const at = index * step;
    const high = digitValue(text.charCodeAt(at));
    const low = digitValue(text.charCodeAt(at + 1));
    if (high < 0 || low < 0) return null;
    if (separator != 0 && at + 2 < units && text.charCodeAt(at + 2) != separator) return null;
    bytes[index] = <u8>((high << 4) | low);
  }
  return bytes;
}

/** See parseHex. */
export function hexBytes(text: string, where: string): Uint8Array {
  const bytes = readHex(text);
  if (bytes === null) {
    throw new Error(`${where}"${text}" is not hexadecimal: write two digits for each byte, such as "00:03:00:01" or "00030001".`);
  }
  return bytes;
}

/** See parseHwAddr. */
export function hwAddrKeyOf(text: string, where: string): u64 {
  const bytes = readHex(text);
  if (bytes === null || bytes.length == 0 || bytes.length > 20) {
    throw new Error(`${where}"${text}" is not a hardware address: write 1 to 20 bytes, such as "de:ad:be:ef:00:01".`);
  }
  return hwAddrKey(bytes.dataStart, bytes.length);
}

/** See parseOui. */
export function ouiOf(text: string, where: string): u32 {
  const bytes = readHex(text);
  if (bytes === null || bytes.length != 3) {
    throw new Error(`${where}"${text}" is not an OUI: write three bytes, such as "00:16:3e".`);
  }
  return (<u32>bytes[0] << 16) | (<u32>bytes[1] << 8) | <u32>bytes[2];
}

/**
 * The bytes of a text in hexadecimal digits: "de:ad:be", "de-ad-be" or "deadbe". Any other text aborts with a sentence.
 * @since 0.1.0
 */
export function parseHex(text: string): Uint8Array {
  return hexBytes(text, "");
}

/**
 * The key (`HwAddr.key`) of an address written as "de:ad:be:ef:00:01", "de-ad-be-ef-00-01" or "deadbeef0001". Any other text aborts
 * with a sentence.
 * @since 0.1.0
 */
export function parseHwAddr(text: string): u64 {
  return hwAddrKeyOf(text, "");
}

/**
 * The number (`HwAddr.oui`) of three bytes written as "00:16:3e", "00-16-3e" or "00163e". Any other text aborts with a sentence.
 * @since 0.1.0
 */
export function parseOui(text: string): u32 {
  return ouiOf(text, "");
}
