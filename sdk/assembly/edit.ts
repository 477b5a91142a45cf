// SPDX-License-Identifier: MPL-2.0
// The edit log: what a policy changes is written down here; the host reads it after the callout and applies all of it or none.
//
//     region   0 u32 bytes used behind these 8   4 zero
//     entry    0 u16 operation   2 zero   4 u32 object   8 u32 code   12 u32 length   16 value, padded with zeros to 8
import { E_EDITS_FULL } from "./errors";
import { kea_policy_edits, kea_policy_edits_size } from "./regions";

const REGION_HEAD: u32 = 8;
const ENTRY_HEAD: u32 = 16;

/** Makes room for an entry, writes its head and returns the address of its value, whose padding is zero. */
function beginEdit(operation: u16, object: u32, code: u32, length: u32): usize {
  const used = load<u32>(kea_policy_edits);
  const room = <u32>kea_policy_edits_size - REGION_HEAD - used;
  // In 64 bits: a length near 2^32 must not wrap round to a small size.
  const size = <u64>ENTRY_HEAD + ((<u64>length + 7) & ~7);
  if (size > <u64>room) throw new RangeError(E_EDITS_FULL);
  const entry = kea_policy_edits + <usize>(REGION_HEAD + used);
  store<u16>(entry, operation);
  store<u16>(entry, 0, 2);
  store<u32>(entry, object, 4);
  store<u32>(entry, code, 8);
  store<u32>(entry, length, 12);
  if (length > 0) store<u64>(entry + <usize>size - 8, 0);
  store<u32>(kea_policy_edits, used + <u32>size);
  return entry + <usize>ENTRY_HEAD;
}

/** Appends a change whose value is bytes in memory. */
export function appendEdit(operation: u16, object: u32, code: u32, dataStart: usize, length: u32): void {
  const value = beginEdit(operation, object, code, length);
  memory.copy(value, dataStart, <usize>length);
}

/** Appends a change whose value is a text, in UTF-8. */
export function appendEditText(operation: u16, object: u32, code: u32, text: string): void {
  const length = String.UTF8.byteLength(text);
  const value = beginEdit(operation, object, code, <u32>length);
  String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, value);
}
