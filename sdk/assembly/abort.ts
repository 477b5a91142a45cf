// SPDX-License-Identifier: MPL-2.0
// Where a throw, a failed assertion and the checks of AssemblyScript's library end: "use" in asconfig.json puts these functions in the
// place of asc's imports from "env", which the host does not offer.
import * as host from "./generated/imports";

/** Where an object of AssemblyScript has its size in bytes, counted back from its first byte (rtSize of its header). */
const SIZE_BEFORE: usize = 4;

/** Bytes of a string; 0 for null. */
// @ts-ignore: decorator
@inline
function sizeOf(text: usize): u32 {
  return text == 0 ? 0 : load<u32>(text - SIZE_BEFORE);
}

/**
 * Ends the callout as a fault. Both texts are addresses, and nothing here may be of a managed type: asc 0.28 compiles this function late
 * and then forgets what managed values need, so that its own validator refuses the module. The host gets explicit lengths, so that it need not know how AssemblyScript lays out a string.
 */
export function abort(message: usize, file: usize, line: u32, column: u32): void {
  host.abort(message, sizeOf(message), file, sizeOf(file), line, column);
  // The host does not return; an engine that did must not go on behind a failed check.
  unreachable();
}
