// SPDX-License-Identifier: MPL-2.0
// Where a throw, a failed assertion and the checks of AssemblyScript's library end: "use" in asconfig.json puts these functions in the
// place of asc's imports from "env", which the host does not offer.
import * as host from "./generated/imports";

// Bytes of a string; its length stands four bytes before its first unit. 0 for null.
// @ts-ignore: decorator
@inline
function sizeOf(text: usize): u32 {
  return text == 0 ? 0 : <u32>changetype<string>(text).length << 1;
}

/**
 * Ends the callout as a fault. Both texts are addresses: declared as `string | null`, asc 0.28 emits a module that its own validator
 * refuses. The host gets explicit lengths, so that it need not know how AssemblyScript lays out a string.
 */
export function abort(message: usize, file: usize, line: u32, column: u32): void {
  host.abort(message, sizeOf(message), file, sizeOf(file), line, column);
  // The host does not return; an engine that did must not go on behind a failed check.
  unreachable();
}
