// SPDX-License-Identifier: MPL-2.0
// Texts of addresses and prefixes to numbers. As strict as inet_pton(3), by which Kea reads its configuration: no leading zeros, no
// shortened forms.

// @ts-ignore: decorator
@inline
function isDigit(unit: i32): bool {
  return <u32>(unit - 0x30) < 10;
}

/** The address in a part of a text, -1 where it is none. */
export function readIPv4(text: string, start: i32, end: i32): i64 {
  let value: u32 = 0;
  let index = start;
  for (let part = 0; part < 4; ++part) {
    if (part > 0 && (index >= end || text.charCodeAt(index++) != 0x2e)) return -1;
    const first = index;
    let number: u32 = 0;
    while (index < end && isDigit(text.charCodeAt(index))) {
      number = number * 10 + <u32>(text.charCodeAt(index++) - 0x30);
      if (number > 255) return -1;
    }
    if (index == first || (index - first > 1 && text.charCodeAt(first) == 0x30)) return -1;
    value = (value << 8) | number;
  }
  return index == end ? <i64>value : -1;
}

function hexDigit(unit: i32): i32 {
  if (isDigit(unit)) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Writes the address in the first `end` characters of a text to sixteen bytes; false where it is none. */
export function readIPv6(text: string, end: i32, to: usize): bool {
  memory.fill(to, 0, 16);
  let count: usize = 0;
  // Bytes before the "::", -1 where there is none.
  let gap: i32 = -1;
  let index = 0;
  if (end > 0 && text.charCodeAt(0) == 0x3a) {
    if (end < 2 || text.charCodeAt(1) != 0x3a) return false;
    index = 1;
  }
  let group = index;
  let digits = 0;
  let value: u32 = 0;
  while (index < end) {
    const unit = text.charCodeAt(index++);
    const digit = hexDigit(unit);
    if (digit >= 0) {
      if (digits++ == 4) return false;
      value = (value << 4) | <u32>digit;
    } else if (unit == 0x3a && digits == 0) {
      if (gap >= 0) return false;
      gap = <i32>count;
      group = index;
    } else if (unit == 0x3a) {
      if (index == end || count > 14) return false;
      store<u16>(to + count, bswap<u16>(<u16>value));
      count += 2;
      digits = 0;
      value = 0;
      group = index;
    } else if (unit == 0x2e) {
      const embedded = readIPv4(text, group, end);
      if (embedded < 0 || count > 12) return false;
      store<u32>(to + count, bswap<u32>(<u32>embedded));
      count += 4;
      digits = 0;
      index = end;
    } else {
      return false;
    }
  }
  if (digits > 0) {
    if (count > 14) return false;
    store<u16>(to + count, bswap<u16>(<u16>value));
    count += 2;
  }
  if (gap < 0) return count == 16;
  if (count == 16) return false;
  const behind = count - <usize>gap;
  memory.copy(to + 16 - behind, to + <usize>gap, behind);
  memory.fill(to + <usize>gap, 0, 16 - count);
  return true;
}

/** See parseIPv4. */
export function ipv4Of(text: string, where: string): u32 {
  const value = readIPv4(text, 0, text.length);
  if (value < 0) throw new Error(`${where}"${text}" is not an IPv4 address: write it as "192.0.2.1".`);
  return <u32>value;
}

/** See parseIPv6. */
export function ipv6Of(text: string, where: string): Uint8Array {
  const bytes = new Uint8Array(16);
  if (!readIPv6(text, text.length, bytes.dataStart)) throw new Error(`${where}"${text}" is not an IPv6 address: write it as "2001:db8::1".`);
  return bytes;
}

/**
 * The number (`IPv4.value`) of an address written as "192.0.2.1". Any other text aborts with a sentence.
 * @since 0.1.0
 */
export function parseIPv4(text: string): u32 {
  return ipv4Of(text, "");
}

/**
 * The sixteen bytes of an address written as "2001:db8::1". Any other text aborts with a sentence.
 * @since 0.1.0
 */
export function parseIPv6(text: string): Uint8Array {
  return ipv6Of(text, "");
}
