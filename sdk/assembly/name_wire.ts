// SPDX-License-Identifier: MPL-2.0
// Domain names as they travel: labels, each a length and so many bytes, and the root, a length of 0 (RFC 1035 section 3.1).

/** Bytes of the longest name, its root included. */
export const NAME_MOST: i32 = 255;
const LABEL_MOST: usize = 63;

/** Address behind a name that ends with the root; 0 where there is none. Pointers (compression) are refused: nothing says to what. */
export function afterName(at: usize, end: usize): usize {
  const start = at;
  while (at < end) {
    const length = <usize>load<u8>(at);
    if (length == 0) return at + 1 - start > <usize>NAME_MOST ? 0 : at + 1;
    if (length > LABEL_MOST) return 0;
    at += length + 1;
  }
  return 0;
}

/** True where bytes are labels without the root, as clients send a name that they do not know the domain of (RFC 4702, 4704). */
export function isPartialName(start: usize, length: i32): bool {
  if (length == 0) return true;
  const end = start + <usize>length;
  // A zero at the end is the root and nothing else, as Kea has it.
  if (length >= NAME_MOST || load<u8>(end - 1) == 0) return false;
  let at = start;
  while (at < end) {
    const label = <usize>load<u8>(at);
    if (label == 0 || label > LABEL_MOST) return false;
    at += label + 1;
  }
  return at == end;
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

/**
 * One character of a name's text from `at` on: its byte, in the bits from 8 on how many bytes of text it took. \X is X, \DDD the byte with
 * this decimal number (RFC 1035 section 5.1). 0 where it is none; a dot between labels is not for here.
 */
export function nameCharacter(at: usize, end: usize): u32 {
  const byte = <u32>load<u8>(at);
  if (byte != 0x5c) return (1 << 8) | byte;
  if (end - at < 2) return 0;
  const next = <u32>load<u8>(at, 1);
  if (!isDigit(next)) return (2 << 8) | next;
  if (end - at < 4) return 0;
  const tens = <u32>load<u8>(at, 2);
  const ones = <u32>load<u8>(at, 3);
  if (!isDigit(tens) || !isDigit(ones)) return 0;
  const value = (next - 0x30) * 100 + (tens - 0x30) * 10 + (ones - 0x30);
  return value > 255 ? 0 : (4 << 8) | value;
}

/**
 * Writes the labels of a text such as "host.example.org" or "host.example.org." to memory of 255 bytes, without the root. Returns how many
 * bytes they take, -1 where the text is no name. The root alone, ".", takes 0.
 */
export function writeLabels(text: usize, length: i32, to: usize): i32 {
  if (length == 1 && load<u8>(text) == 0x2e) return 0;
  const end = text + <usize>length;
  let at = text;
  let label = to;
  let next = to + 1;
  while (at < end) {
    if (load<u8>(at) == 0x2e) {
      if (next == label + 1) return -1;
      store<u8>(label, <u8>(next - label - 1));
      label = next;
      next = label + 1;
      ++at;
      continue;
    }
    const character = nameCharacter(at, end);
    // One byte is left for the root.
    if (character == 0 || next - label > LABEL_MOST || next - to >= <usize>NAME_MOST - 1) return -1;
    store<u8>(next++, <u8>character);
    at += <usize>(character >> 8);
  }
  if (next > label + 1) {
    store<u8>(label, <u8>(next - label - 1));
    return <i32>(next - to);
  }
  // Nothing behind the last dot, or nothing at all, which is no name.
  return label == to ? -1 : <i32>(label - to);
}
