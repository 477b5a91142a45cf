// SPDX-License-Identifier: MPL-2.0
// Work on raw bytes that the views share: hash, hexadecimal text, comparison with a string. None but the text allocates.

/** FNV-1a of 64 bits. */
export function hashBytes(start: usize, length: i32): u64 {
  let hash: u64 = 0xcbf29ce484222325;
  const end = start + <usize>length;
  for (let at = start; at < end; ++at) hash = (hash ^ <u64>load<u8>(at)) * 0x100000001b3;
  return hash;
}

// @ts-ignore: decorator
@inline
function hexDigit(value: u32): u16 {
  return <u16>(value < 10 ? 0x30 + value : 0x57 + value);
}

/** Two lower-case digits for each byte, the separator between bytes. */
export function hexOfBytes(start: usize, length: i32, separator: string): string {
  if (length == 0) return "";
  const between = <usize>separator.length << 1;
  const size = <usize>length * 4 + <usize>(length - 1) * between;
  const text = changetype<string>(__new(size, idof<string>()));
  let to = changetype<usize>(text);
  for (let index = 0; index < length; ++index) {
    if (index > 0 && between > 0) {
      memory.copy(to, changetype<usize>(separator), between);
      to += between;
    }
    const byte = <u32>load<u8>(start + <usize>index);
    store<u16>(to, hexDigit(byte >> 4));
    store<u16>(to, hexDigit(byte & 15), 2);
    to += 4;
  }
  return text;
}

/** Compares bytes with the UTF-8 of a text, encoding it on the way; with `prefix` the bytes may go on after it. */
export function isUtf8Of(start: usize, length: i32, text: string, prefix: bool): bool {
  const units = text.length;
  // Every UTF-16 unit takes at least one byte of UTF-8.
  if (length < units) return false;
  const end = start + <usize>length;
  let at = start;
  for (let index = 0; index < units; ++index) {
    let point = <u32>text.charCodeAt(index);
    if (point < 0x80) {
      if (at >= end || <u32>load<u8>(at++) != point) return false;
      continue;
    }
    let tail = 1;
    if ((point & 0xf800) == 0xd800) {
      const low = (point & 0xfc00) == 0xd800 && index + 1 < units ? <u32>text.charCodeAt(index + 1) : 0;
      if ((low & 0xfc00) == 0xdc00) {
        point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff);
        ++index;
        tail = 3;
      } else {
        // A surrogate without its pair is nothing in UTF-8; it travels as U+FFFD.
        point = 0xfffd;
        tail = 2;
      }
    } else if (point >= 0x800) {
      tail = 2;
    }
    if (at + <usize>tail >= end) return false;
    const lead: u32 = tail == 1 ? 0xc0 : tail == 2 ? 0xe0 : 0xf0;
    if (<u32>load<u8>(at++) != (lead | (point >> (6 * tail)))) return false;
    while (tail > 0) {
      --tail;
      if (<u32>load<u8>(at++) != (0x80 | ((point >> (6 * tail)) & 0x3f))) return false;
    }
  }
  return prefix || at == end;
}
