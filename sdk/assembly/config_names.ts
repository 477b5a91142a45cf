// SPDX-License-Identifier: MPL-2.0
// Unknown names in a configuration are mistakes: the sentence says which name was probably meant.

/** How many letters must be changed, added or left out to make one word of the other (Levenshtein). */
function distance(from: string, to: string): i32 {
  let previous = new StaticArray<i32>(to.length + 1);
  let current = new StaticArray<i32>(to.length + 1);
  for (let column = 0; column <= to.length; ++column) previous[column] = column;
  for (let row = 1; row <= from.length; ++row) {
    current[0] = row;
    for (let column = 1; column <= to.length; ++column) {
      const same = from.charCodeAt(row - 1) == to.charCodeAt(column - 1);
      const replaced = previous[column - 1] + (same ? 0 : 1);
      current[column] = min(replaced, min(previous[column], current[column - 1]) + 1);
    }
    const swap = previous;
    previous = current;
    current = swap;
  }
  return previous[to.length];
}

/** Aborts at the first name that is not known. */
export function checkKnownNames(path: string, names: string[], known: string[]): void {
  for (let index = 0; index < names.length; ++index) {
    const name = names[index];
    if (known.includes(name)) continue;
    let nearest = "";
    let least = name.length / 3 + 2;
    for (let other = 0; other < known.length; ++other) {
      const changes = distance(name, known[other]);
      if (changes < least) {
        least = changes;
        nearest = known[other];
      }
    }
    const hint = nearest.length > 0 ? `did you mean "${nearest}"?` : `known are: ${known.join(", ")}.`;
    throw new Error(`${path}: "${name}" is not known to this policy; ${hint}`);
  }
}
