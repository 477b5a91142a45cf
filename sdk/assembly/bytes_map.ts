// SPDX-License-Identifier: MPL-2.0
import { hashBytes } from "./byte_tools";
import { ByteView } from "./bytes";

class Entry<V> {
  constructor(
    readonly bytes: Uint8Array,
    public value: V,
  ) {}
}

/**
 * A map from byte strings that may be kept, such as DUIDs or circuit ids of a configuration; a view is looked up in it without a copy. Every
 * instance of the policy has its own: more than some thousand entries belong into a list of the host, see `List`.
 * @since 0.1.0
 */
export class BytesMap<V> {
  // Entries of one hash stand in one array, so that a shared hash costs time and never a wrong answer.
  private readonly entries: Map<u64, Entry<V>[]> = new Map();
  private count: i32 = 0;

  /** Number of entries. */
  get size(): i32 {
    return this.count;
  }

  /** Notes a value for an array of bytes, which must not be changed afterwards; the value that was there is gone. */
  set(bytes: Uint8Array, value: V): void {
    const found = this.find(bytes.dataStart, bytes.length);
    if (found != null) {
      found.value = value;
      return;
    }
    const hash = hashBytes(bytes.dataStart, bytes.length);
    const entry = new Entry<V>(bytes, value);
    if (this.entries.has(hash)) this.entries.get(hash).push(entry);
    else this.entries.set(hash, [entry]);
    ++this.count;
  }

  /** True where the map has these bytes. Allocates nothing. */
  has(bytes: ByteView): bool {
    return this.find(bytes.dataStart, bytes.length) != null;
  }

  /** The value for these bytes, or the fallback where the map has none. Allocates nothing. */
  get(bytes: ByteView, fallback: V): V {
    const found = this.find(bytes.dataStart, bytes.length);
    return found == null ? fallback : found.value;
  }

  private find(start: usize, length: i32): Entry<V> | null {
    const hash = hashBytes(start, length);
    if (!this.entries.has(hash)) return null;
    const candidates = this.entries.get(hash);
    for (let index = 0; index < candidates.length; ++index) {
      const bytes = candidates[index].bytes;
      if (bytes.length == length && memory.compare(bytes.dataStart, start, <usize>length) == 0) return candidates[index];
    }
    return null;
  }
}
