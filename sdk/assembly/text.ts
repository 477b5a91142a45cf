// SPDX-License-Identifier: MPL-2.0
// Texts that the host writes in UTF-8: it is handed room, writes what fits and tells the full length.
import * as host from "./generated/imports";
import { decodeUtf8 } from "./utf8";

/** Room for one text. It is shared, hence decoded before anything else is asked of the host. Longer ones get room of their own. */
// @ts-ignore: decorator
@lazy const ROOM: usize = memory.data(4096);
const ROOM_SIZE: u32 = 4096;

/** Kea's own text of an object: which 0 the full text, 1 the label. */
export function readText(object: u32, which: u32): string {
  const length = host.text(object, which, ROOM, ROOM_SIZE);
  if (length <= ROOM_SIZE) return decodeUtf8(ROOM, <i32>length);
  const room = new StaticArray<u8>(<i32>length);
  host.text(object, which, changetype<usize>(room), length);
  return decodeUtf8(changetype<usize>(room), <i32>length);
}

/** Value of a string node of the configuration. */
export function readConfigString(node: u32): string {
  const length = host.configString(node, ROOM, ROOM_SIZE);
  if (length <= ROOM_SIZE) return decodeUtf8(ROOM, <i32>length);
  const room = new StaticArray<u8>(<i32>length);
  host.configString(node, changetype<usize>(room), length);
  return decodeUtf8(changetype<usize>(room), <i32>length);
}

/** Name of a member of a map of the configuration. */
export function readConfigName(node: u32, index: u32): string {
  const length = host.configName(node, index, ROOM, ROOM_SIZE);
  if (length <= ROOM_SIZE) return decodeUtf8(ROOM, <i32>length);
  const room = new StaticArray<u8>(<i32>length);
  host.configName(node, index, changetype<usize>(room), length);
  return decodeUtf8(changetype<usize>(room), <i32>length);
}
