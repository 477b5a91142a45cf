// SPDX-License-Identifier: MPL-2.0
// Items that follow each other in an option, each as long as it says itself: sub-options, the parts of a user class, routes, names. An item
// is reached by going over those before it; a view of the items remembers where it was last, so that a loop goes over each once.
//
//     this ─► 0 u32 distance from here to the first item   4 u32 length of all in bytes   8 u32 number of items
//             12 u32 items before the place looked at last   16 u32 that place, from the first item   20 u16 shape   22 u16 only this code
import { E_LIST_INDEX } from "./errors";
import { afterName } from "./name_wire";
import { takeRoom } from "./view_room";

// How an item begins, as bytes of its head << 8 | bytes of the length, which ends the head.
/** u8 length, value. */
export const TUPLE_8: u32 = 0x0101;
/** u16 length, value. */
export const TUPLE_16: u32 = 0x0202;
/** u8 code, u8 length, value. */
export const SUB_OPTION_8: u32 = 0x0201;
/** The same, but zeros between the items are padding: see openEncapsulated. */
export const PADDED_SUB_OPTION_8: u32 = 0x0211;
/** u16 code, u16 length, value. */
export const SUB_OPTION_16: u32 = 0x0402;
/** u32 enterprise number, u8 length, value. */
export const ENTERPRISE_8: u32 = 0x0501;
// Items without a length.
/** u8 length of the prefix, its bytes up to there, u32 router. */
export const ROUTE: u32 = 1;
/** Labels and the root. */
export const NAME: u32 = 2;

/** Address behind the item at `at`; 0 where the item does not fit or is none. */
export function afterItem(at: usize, end: usize, shape: u32): usize {
  if (shape == ROUTE) {
    const prefixLength = <usize>load<u8>(at);
    const next = at + 5 + ((prefixLength + 7) >> 3);
    return prefixLength > 32 || next > end ? 0 : next;
  }
  if (shape == NAME) return afterName(at, end);
  const head = <usize>(shape >> 8);
  if (end - at < head) return 0;
  const next = at + head + <usize>valueLength(at, shape);
  if (next > end) return 0;
  return shape == PADDED_SUB_OPTION_8 ? afterPadding(next, end) : next;
}

/** Address of the first byte that is not zero. */
function afterPadding(at: usize, end: usize): usize {
  while (at < end && load<u8>(at) == 0) ++at;
  return at;
}

/** Length of an item's value, behind its head. */
export function valueLength(at: usize, shape: u32): i32 {
  const behind = at + <usize>(shape >> 8);
  return (shape & 0x0f) == 1 ? <i32>load<u8>(behind - 1) : <i32>bswap<u16>(load<u16>(behind - 2));
}

/** True where bytes are items and nothing else; none at all is right too. */
export function areItems(start: usize, length: i32, shape: u32): bool {
  const end = start + <usize>length;
  for (let at = start; at < end; ) {
    at = afterItem(at, end, shape);
    if (at == 0) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function counts(at: usize, only: u32): bool {
  return only == 0 || <u32>bswap<u16>(load<u16>(at)) == only;
}

/** Makes a view of items, 0 where the bytes are none. With `only`, items of u16 codes with another code are left out. */
export function openItems(start: usize, length: i32, shape: u32, only: u32 = 0): usize {
  const end = start + <usize>length;
  let count: u32 = 0;
  for (let at = start; at < end; ) {
    const next = afterItem(at, end, shape);
    if (next == 0) return 0;
    if (counts(at, only)) ++count;
    at = next;
  }
  const form = takeRoom(24);
  store<u32>(form, <u32>(start - form));
  store<i32>(form, length, 4);
  store<u32>(form, count, 8);
  store<u64>(form, 0, 12);
  store<u16>(form, <u16>shape, 20);
  store<u16>(form, <u16>only, 22);
  return form;
}

/** Makes a view of sub-options of which code 0 is padding and 255 the end, whatever stands behind it; 0 where the bytes are none. */
export function openEncapsulated(start: usize, length: i32): usize {
  const end = start + <usize>length;
  const first = afterPadding(start, end);
  let at = first;
  while (at < end && load<u8>(at) != 255) {
    at = afterItem(at, end, PADDED_SUB_OPTION_8);
    if (at == 0) return 0;
  }
  return openItems(first, <i32>(at - first), PADDED_SUB_OPTION_8);
}

/**
 * What all views of items have in common. A view: good during its callout. An item is found by going over those before it, once in a loop
 * from the first to the last.
 * @since 0.1.0
 */
@unmanaged
export class ItemsView {
  /** Number of items, 0 or more. */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 8);
  }

  /** Address of the first item in the policy's memory. */
  @inline get itemsStart(): usize {
    return changetype<usize>(this) + <usize>load<u32>(changetype<usize>(this));
  }

  /** Address behind the last item. */
  @inline get itemsEnd(): usize {
    return this.itemsStart + <usize>load<u32>(changetype<usize>(this), 4);
  }

  /** See the top of this file. */
  @inline get shape(): u32 {
    return <u32>load<u16>(changetype<usize>(this), 20);
  }

  /** Address of the item at an index from 0; outside of the items the policy aborts. */
  itemStart(index: i32): usize {
    if (<u32>index >= <u32>this.length) throw new RangeError(E_LIST_INDEX);
    const form = changetype<usize>(this);
    const start = this.itemsStart;
    const end = this.itemsEnd;
    const shape = this.shape;
    const only = <u32>load<u16>(form, 22);
    let before = load<u32>(form, 12);
    let at = start + <usize>load<u32>(form, 16);
    if (<u32>index < before) {
      before = 0;
      at = start;
    }
    for (; ; at = afterItem(at, end, shape)) {
      if (!counts(at, only)) continue;
      if (before == <u32>index) break;
      ++before;
    }
    store<u32>(form, before, 12);
    store<u32>(form, <u32>(at - start), 16);
    return at;
  }
}
