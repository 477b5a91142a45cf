// SPDX-License-Identifier: MPL-2.0
// Addresses as text. Kea prints them by boost::asio, which calls inet_ntop(3): what that does beyond RFC 5952 is done here too.

/** "192.0.2.1" for 0xc0000201. */
export function ipv4ToText(value: u32): string {
  return `${value >> 24}.${(value >> 16) & 255}.${(value >> 8) & 255}.${value & 255}`;
}

// @ts-ignore: decorator
@inline
function group(high: u64, low: u64, index: i32): u32 {
  return <u32>((index < 4 ? high >> (48 - 16 * index) : low >> (48 - 16 * (index - 4))) & 0xffff);
}

/** "2001:db8::1" for 0x20010db800000000 and 1. */
export function ipv6ToText(high: u64, low: u64): string {
  // The longest run of zero groups becomes "::", the first of equal ones; a single zero group stays "0".
  let bestStart = -1;
  let bestLength = 1;
  let runStart = -1;
  for (let index = 0; index < 8; ++index) {
    if (group(high, low, index) != 0) {
      runStart = -1;
      continue;
    }
    if (runStart < 0) runStart = index;
    const runLength = index - runStart + 1;
    if (runLength > bestLength) {
      bestStart = runStart;
      bestLength = runLength;
    }
  }
  const embedded = bestStart == 0 && (bestLength == 6 || (bestLength == 5 && group(high, low, 5) == 0xffff));
  const last = embedded ? 6 : 8;
  let text = "";
  let index = 0;
  while (index < last) {
    if (index == bestStart) {
      text += "::";
      index += bestLength;
      continue;
    }
    if (index > 0 && index != bestStart + bestLength) text += ":";
    text += group(high, low, index).toString(16);
    ++index;
  }
  if (!embedded) return text;
  return (bestLength == 5 ? text + ":" : text) + ipv4ToText(<u32>low);
}
