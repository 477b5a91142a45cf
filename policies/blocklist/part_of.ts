// SPDX-License-Identifier: MPL-2.0
import { Bytes } from "kea-policy/assembly";

/** Room for one view: u32 distance from here to the first byte, u32 length. */
const VIEW: usize = memory.data(8, 4);

/**
 * Some of the bytes of another view, without a copy. There is one such view at a time: the next call moves it. Distances wrap around as
 * addresses do, so the bytes may lie before it.
 */
export function partOf(bytes: Bytes, from: i32, length: i32): Bytes {
  store<u32>(VIEW, <u32>(bytes.dataStart + <usize>from - VIEW));
  store<u32>(VIEW, <u32>length, 4);
  return changetype<Bytes>(VIEW);
}
