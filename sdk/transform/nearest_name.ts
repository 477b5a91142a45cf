// SPDX-License-Identifier: MPL-2.0
// A misspelt name is told together with the one that was probably meant.

/** How many letters must be changed, added, left out or swapped with their neighbour to make one word of the other. */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; ++row) {
    const current = [row];
    for (let column = 1; column <= to.length; ++column) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(rows[row - 1]![column]! + 1, current[column - 1]! + 1, rows[row - 1]![column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, rows[row - 2]![column - 2]! + 1);
      }
      current.push(least);
    }
    rows.push(current);
  }
  return rows[from.length]![to.length]!;
}

/** The candidate that a name is nearest to, where it is near at all: a quarter of the letters may differ, capitals and _ do not count. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll("_", "");
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(plain(name), plain(candidate));
    if (distance < least && distance <= candidate.length / 4) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}
