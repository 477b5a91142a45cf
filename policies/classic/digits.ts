// SPDX-License-Identifier: MPL-2.0
// Addresses as text, in bytes. Kea prints them by boost::asio, which calls inet_ntop(3).
import { writeDecimal } from "./block";

/** Two digits; `letters` is added to 10 and more: 0x57 for lower case, 0x37 for upper case. Returns where they end. */
// @ts-ignore: decorator
@inline
export function writeHex(to: usize, value: u8, letters: u8): usize {
  const high = value >> 4;
  const low = value & 15;
  store<u8>(to, high < 10 ? 0x30 + high : letters + high);
  store<u8>(to, low < 10 ? 0x30 + low : letters + low, 1);
  return to + 2;
}

/** "192.0.2.1" for 0xc0000201; returns where it ends. */
export function writeIpv4(to: usize, value: u32): usize {
  for (let shift = 24; shift >= 0; shift -= 8) {
    to = writeDecimal(to, (value >> shift) & 255);
    if (shift > 0) store<u8>(to++, 0x2e);
  }
  return to;
}

// @ts-ignore: decorator
@inline
function groupOf(high: u64, low: u64, index: i32): u32 {
  return <u32>((index < 4 ? high >> (48 - 16 * index) : low >> (48 - 16 * (index - 4))) & 0xffff);
}

/** Hexadecimal without leading zeros. */
function writeGroup(to: usize, value: u32): usize {
  let shift = value >= 0x1000 ? 12 : value >= 0x100 ? 8 : value >= 0x10 ? 4 : 0;
  for (; shift >= 0; shift -= 4) {
    const digit = <u8>((value >> shift) & 15);
    store<u8>(to++, digit < 10 ? 0x30 + digit : 0x57 + digit);
  }
  return to;
}

/** "2001:db8::1" for 0x20010db800000000 and 1; returns where it ends. */
export function writeIpv6(to: usize, high: u64, low: u64): usize {
  // The longest run of zero groups becomes "::", the first of equal ones; a single zero group stays "0".
  let bestStart = -1;
  let bestLength = 1;
  let runLength = 0;
  for (let index = 0; index < 8; ++index) {
    runLength = groupOf(high, low, index) == 0 ? runLength + 1 : 0;
    if (runLength > bestLength) {
      bestLength = runLength;
      bestStart = index + 1 - runLength;
    }
  }
  // ::192.0.2.1 and ::ffff:192.0.2.1
  const embedded = bestStart == 0 && (bestLength == 6 || (bestLength == 5 && groupOf(high, low, 5) == 0xffff));
  const last = embedded ? 6 : 8;
  for (let index = 0; index < last; ) {
    if (index == bestStart) {
      store<u16>(to, 0x3a3a);
      to += 2;
      index += bestLength;
      continue;
    }
    if (index > 0 && index != bestStart + bestLength) store<u8>(to++, 0x3a);
    to = writeGroup(to, groupOf(high, low, index));
    ++index;
  }
  if (!embedded) return to;
  if (bestLength == 5) store<u8>(to++, 0x3a);
  return writeIpv4(to, <u32>low);
}
