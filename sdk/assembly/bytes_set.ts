// SPDX-License-Identifier: MPL-2.0
import { hashBytes } from "./byte_tools";
import { ByteView } from "./bytes";

/**
 * A set of byte strings that may be kept, such as the DUIDs of a configuration; a view is looked up in it without a copy. Every
 * instance of the policy has its own: more than some thousand entries belong into a list of the host, see `List`.
 * @since 0.1.0
 */
export class BytesSet {
  // Bytes of one hash stand in one array, so that a shared hash costs time and never a wrong answer.
  private readonly arrays: Map<u64, Uint8Array[]> = new Map();
  private count: i32 = 0;

  /** Number of entries. */
  get size(): i32 {
    return this.count;
  }

  /** Takes in an array of bytes, which must not be changed afterwards; nothing happens where it is there already. */
  add(bytes: Uint8Array): void {
    if (this.hasData(bytes.dataStart, bytes.length)) return;
    const hash = hashBytes(bytes.dataStart, bytes.length);
    if (this.arrays.has(hash)) this.arrays.get(hash).push(bytes);
    else this.arrays.set(hash, [bytes]);
    ++this.count;
  }

  /** True where the set has these bytes. Allocates nothing. */
  has(bytes: ByteView): bool {
    return this.hasData(bytes.dataStart, bytes.length);
  }

  private hasData(start: usize, length: i32): bool {
    const hash = hashBytes(start, length);
    if (!this.arrays.has(hash)) return false;
    const candidates = this.arrays.get(hash);
    for (let index = 0; index < candidates.length; ++index) {
      const candidate = candidates[index];
      if (candidate.length == length && memory.compare(candidate.dataStart, start, <usize>length) == 0) return true;
    }
    return false;
  }
}
