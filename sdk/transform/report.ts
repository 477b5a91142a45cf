// SPDX-License-Identifier: MPL-2.0
// Findings as asc's own diagnostics: with file, line and the code line, in the author's terminal and editor.
import type { Program, Range } from "assemblyscript";

/** asc's number for messages that are not its own; shown as AS102. */
const userDefined = 102;

export function reportError(program: Program, range: Range | null, sentence: string): void {
  program.error(userDefined, range, sentence);
  dropPrefix(program, sentence);
}

export function reportWarning(program: Program, range: Range | null, sentence: string): void {
  program.warning(userDefined, range, sentence);
  dropPrefix(program, sentence);
}

/** asc puts "User-defined: " before it, which says nothing to an author. */
function dropPrefix(program: Program, sentence: string): void {
  const last = program.diagnostics.at(-1);
  if (last?.code === userDefined && last.message.endsWith(sentence)) last.message = sentence;
}
