// SPDX-License-Identifier: MPL-2.0
// Domain names as text, and compared with text. Kea prints them by isc::dns::Name::toText; what that escapes is escaped here.
import { nameCharacter } from "./name_wire";

// @ts-ignore: decorator
@inline
function lower(byte: u32): u32 {
  return byte - 0x41 < 26 ? byte | 0x20 : byte;
}

/** True where the names are the same but for capitals. Lengths of labels are below the letters, so they are compared with the rest. */
export function namesEqual(one: usize, oneLength: i32, other: usize, otherLength: i32): bool {
  if (oneLength != otherLength) return false;
  for (let index: usize = 0; index < <usize>oneLength; ++index) {
    if (lower(load<u8>(one + index)) != lower(load<u8>(other + index))) return false;
  }
  return true;
}

/** FNV-1a of 64 bits over the name without capitals. */
export function hashName(start: usize, length: i32): u64 {
  let hash: u64 = 0xcbf29ce484222325;
  const end = start + <usize>length;
  for (let at = start; at < end; ++at) hash = (hash ^ <u64>lower(load<u8>(at))) * 0x100000001b3;
  return hash;
}

/** How many of the bytes that are left of a label are the UTF-8 of a text's character; 0 where they are another's. */
function utf8Length(text: string, index: i32, at: usize, left: i32): i32 {
  const room: usize = memory.data(4);
  const units = text.codePointAt(index) > 0xffff ? 2 : 1;
  const length = <i32>String.UTF8.encodeUnsafe(changetype<usize>(text) + (<usize>index << 1), units, room);
  return length <= left && memory.compare(room, at, <usize>length) == 0 ? length : 0;
}

/** The byte that an ASCII character of a text stands for, see nameCharacter; the units of the text lie in 16 bits each. */
function textCharacter(text: string, index: i32): u32 {
  const unit = <u32>text.charCodeAt(index);
  if (unit != 0x5c) return (1 << 8) | unit;
  // The escape as bytes: four at most.
  const room: usize = memory.data(4);
  let length: usize = 0;
  for (; length < 4 && index + <i32>length < text.length; ++length) {
    const next = text.charCodeAt(index + <i32>length);
    if (next > 0x7f) break;
    store<u8>(room + length, <u8>next);
  }
  return nameCharacter(room, room + length);
}

/** True where the labels from `at` to `end` are those of a text, capitals or not; both may have a root at the end. */
export function isTextOfName(at: usize, end: usize, text: string): bool {
  const units = text.length;
  let index = units == 1 && text.charCodeAt(0) == 0x2e ? 1 : 0;
  while (at < end) {
    let label = <i32>load<u8>(at++);
    if (label == 0) break;
    for (; label > 0; --label) {
      if (index >= units || text.charCodeAt(index) == 0x2e) return false;
      if (text.charCodeAt(index) > 0x7f) {
        const taken = utf8Length(text, index, at, label);
        if (taken == 0) return false;
        at += <usize>taken;
        label -= taken - 1;
        // Four bytes are a character of two units.
        index += taken == 4 ? 2 : 1;
        continue;
      }
      const character = textCharacter(text, index);
      if (character == 0 || lower(character & 0xff) != lower(load<u8>(at++))) return false;
      index += <i32>(character >> 8);
    }
    // A dot between labels, or perhaps one at the end.
    if (index < units) {
      if (text.charCodeAt(index) != 0x2e) return false;
      ++index;
    } else if (at < end && load<u8>(at) != 0) {
      return false;
    }
  }
  return index == units;
}

// @ts-ignore: decorator
@inline
function isSpecial(byte: u32): bool {
  return byte == 0x22 || byte == 0x24 || byte == 0x28 || byte == 0x29 || byte == 0x2e || byte == 0x3b || byte == 0x40 || byte == 0x5c;
}

/** "host.example.org." for a whole name, without the dot at the end for one without the root. */
export function nameToText(start: usize, length: i32): string {
  // A byte becomes \DDD at most; the string is cut to size at the end.
  const text = __new(((<usize>length << 2) + 1) << 1, idof<string>());
  let to = text;
  let at = start;
  const end = start + <usize>length;
  while (at < end) {
    let label = <i32>load<u8>(at++);
    if (to != text || label == 0) {
      store<u16>(to, 0x2e);
      to += 2;
    }
    for (; label > 0; --label) {
      const byte = <u32>load<u8>(at++);
      if (isSpecial(byte)) {
        store<u16>(to, 0x5c);
        store<u16>(to, <u16>byte, 2);
        to += 4;
      } else if (byte > 0x20 && byte < 0x7f) {
        store<u16>(to, <u16>byte);
        to += 2;
      } else {
        store<u16>(to, 0x5c);
        store<u16>(to, <u16>(0x30 + byte / 100), 2);
        store<u16>(to, <u16>(0x30 + (byte / 10) % 10), 4);
        store<u16>(to, <u16>(0x30 + byte % 10), 6);
        to += 8;
      }
    }
  }
  return changetype<string>(__renew(text, to - text));
}
