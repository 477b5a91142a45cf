// SPDX-License-Identifier: MPL-2.0
// UTF-8 to string. AssemblyScript's own decoder takes broken input for granted and yields other characters for it; what clients send
// is not always UTF-8, so this one follows the WHATWG Encoding Standard: each broken sequence becomes one U+FFFD.

const REPLACEMENT: u16 = 0xfffd;

/** Decodes bytes to a string. */
export function decodeUtf8(start: usize, length: i32): string {
  if (length == 0) return "";
  // No byte yields more than one UTF-16 unit, so the string is never too small; it is cut to size at the end.
  const text = __new(<usize>length << 1, idof<string>());
  let to = text;
  let at = start;
  const end = start + <usize>length;
  while (at < end) {
    const lead = <u32>load<u8>(at++);
    if (lead < 0x80) {
      store<u16>(to, <u16>lead);
      to += 2;
      continue;
    }
    let tail = 0;
    let point: u32 = 0;
    // The first byte that follows may be narrower than 80..BF: no overlong form, no surrogate, nothing above U+10FFFF.
    let least: u32 = 0x80;
    let most: u32 = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
      tail = 1;
      point = lead & 0x1f;
    } else if ((lead & 0xf0) == 0xe0) {
      tail = 2;
      point = lead & 0x0f;
      if (lead == 0xe0) least = 0xa0;
      if (lead == 0xed) most = 0x9f;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      tail = 3;
      point = lead & 0x07;
      if (lead == 0xf0) least = 0x90;
      if (lead == 0xf4) most = 0x8f;
    }
    let whole = tail > 0;
    while (whole && tail > 0) {
      const next = at < end ? <u32>load<u8>(at) : 0;
      if (next < least || next > most) {
        // The byte that does not fit is not part of the broken sequence: it is read again as a first byte.
        whole = false;
      } else {
        point = (point << 6) | (next & 0x3f);
        least = 0x80;
        most = 0xbf;
        ++at;
        --tail;
      }
    }
    if (!whole) {
      store<u16>(to, REPLACEMENT);
    } else if (point < 0x10000) {
      store<u16>(to, <u16>point);
    } else {
      store<u16>(to, <u16>(0xd7c0 + (point >> 10)));
      to += 2;
      store<u16>(to, <u16>(0xdc00 + (point & 0x3ff)));
    }
    to += 2;
  }
  const size = to - text;
  if (size == <usize>length << 1) return changetype<string>(text);
  return changetype<string>(__renew(text, size));
}

/**
 * The bytes of a text in UTF-8: `query4.setOption(12, toUtf8("printer"))`.
 * @since 0.1.0
 */
export function toUtf8(text: string): Uint8Array {
  return Uint8Array.wrap(String.UTF8.encode(text));
}
