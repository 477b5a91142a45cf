// SPDX-License-Identifier: MPL-2.0
// Where views of parts of a packet stand: a sub-option is a run of bytes inside of an option, and no place in the frame leads to it. The room
// is outside of the heap, so that nothing here is ever collected, and it is empty again at each callout: how much of it is used is noted
// in the frame's header, in a word that the host sets to zero whenever it writes a frame.
import { Bytes } from "./bytes";
import { E_VIEWS_FULL } from "./errors";
import { kea_policy_frame } from "./regions";

/** A view takes 8 bytes, and nearly every part that one stands for two or more of a packet's 64 KiB: all of them fit, each taken once. */
const ROOM_SIZE: u32 = 256 * 1024;

// @ts-ignore: decorator
@lazy const ROOM: usize = memory.data(256 * 1024, 8);

/** Where the frame's header has the bytes used of the room; docs/design.md draws the header. */
const USED: usize = 12;

/** Takes room for a view, a multiple of 8 bytes; what is in it is left over from earlier callouts. */
export function takeRoom(bytes: u32): usize {
  const used = load<u32>(kea_policy_frame, USED);
  if (bytes > ROOM_SIZE - used) throw new RangeError(E_VIEWS_FULL);
  store<u32>(kea_policy_frame, used + bytes, USED);
  return ROOM + <usize>used;
}

/** A view of bytes that lie somewhere else: u32 distance, u32 length. */
export function bytesAt(start: usize, length: i32): Bytes {
  const form = takeRoom(8);
  store<u32>(form, <u32>(start - form));
  store<i32>(form, length, 4);
  return changetype<Bytes>(form);
}
