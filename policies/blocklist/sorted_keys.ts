// SPDX-License-Identifier: MPL-2.0

/** Numbers in their order, found by halving: eight bytes a number, and at most some dozen steps. Unmanaged, as rules are. */
@unmanaged
export class SortedKeys {
  private readonly count: i32;
  private readonly first: usize;

  constructor(keys: u64[]) {
    const sorted = keys.slice().sort();
    this.count = sorted.length;
    this.first = heap.alloc(<usize>sorted.length << 3);
    memory.copy(this.first, sorted.dataStart, <usize>sorted.length << 3);
  }

  has(key: u64): bool {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = load<u64>(this.first + (<usize>middle << 3));
      if (found == key) return true;
      if (found < key) low = middle + 1;
      else high = middle;
    }
    return false;
  }
}
