// SPDX-License-Identifier: MPL-2.0
// Bytes of a packet, where they lie: nothing is copied, nothing allocated until a string or an array is asked for.
//
//     this ─► 0 u32 distance from here to the first byte   4 u32 length
import { hashBytes, hexOfBytes, isUtf8Of } from "./byte_tools";
import { E_BYTE_INDEX, E_LIST_INDEX } from "./errors";
import { decodeUtf8 } from "./utf8";

/**
 * What all runs of bytes have in common: `Bytes`, `HwAddr` and `Duid`. It is a view: good during the callout that it was read in, and
 * to be kept no longer. What may be kept is `copy()`, `toHex()` and `hash`.
 *
 * No method of it may be defined again in a derived class: asc would choose between them by an id before the object, which
 * a place in the frame does not have. So toString() is left to each of them.
 * @since 0.1.0
 */
@unmanaged
export class ByteView {
  // Tells editors what [i] gives; asc uses the operator below.
  [key: number]: u8;

  /** Number of bytes, 0 or more. */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 4);
  }

  /** Address of the first byte in the policy's memory, for those who work with `load<T>()`. */
  @inline get dataStart(): usize {
    return changetype<usize>(this) + load<u32>(changetype<usize>(this));
  }

  /** The byte at an index from 0; outside of the bytes the policy aborts. */
  @operator("[]") private at(index: i32): u8 {
    if (<u32>index >= <u32>this.length) throw new RangeError(E_BYTE_INDEX);
    return load<u8>(this.dataStart + <usize>index);
  }

  /** Two bytes in network byte order (big-endian) from an index on; outside of the bytes the policy aborts. */
  u16(index: i32): u16 {
    if (index < 0 || <i64>index + 2 > <i64>this.length) throw new RangeError(E_BYTE_INDEX);
    return bswap<u16>(load<u16>(this.dataStart + <usize>index));
  }

  /** Four bytes in network byte order (big-endian) from an index on; outside of the bytes the policy aborts. */
  u32(index: i32): u32 {
    if (index < 0 || <i64>index + 4 > <i64>this.length) throw new RangeError(E_BYTE_INDEX);
    return bswap<u32>(load<u32>(this.dataStart + <usize>index));
  }

  /** True where both have the same length and the same bytes, as `==` says too. Allocates nothing. */
  equals(other: ByteView): bool {
    const length = this.length;
    return length == other.length && memory.compare(this.dataStart, other.dataStart, <usize>length) == 0;
  }

  // The same for one.equals(other) and one == other; null is equal to null only. Where null is written, asc must see that a variable is not
  // null behind the check: the transform takes care of that.
  @operator("==") private static same(left: ByteView | null, right: ByteView | null): bool {
    if (changetype<usize>(left) == changetype<usize>(right)) return true;
    return left != null && right != null && left.equals(right);
  }

  @operator("!=") private static differs(left: ByteView | null, right: ByteView | null): bool {
    return !ByteView.same(left, right);
  }

  /** True where the bytes are exactly the text in UTF-8; letters in upper and lower case differ. Allocates nothing. */
  is(text: string): bool {
    return isUtf8Of(this.dataStart, this.length, text, false);
  }

  /** True where the bytes begin with the text in UTF-8. Allocates nothing. */
  startsWith(text: string): bool {
    return isUtf8Of(this.dataStart, this.length, text, true);
  }

  /**
   * A 64-bit hash of the bytes (FNV-1a), the same in every run: for counting and sampling. Different bytes may share a hash and
   * a client can make them do so: to decide by, use `equals`, a `BytesSet` or a list. Allocates nothing.
   */
  get hash(): u64 {
    return hashBytes(this.dataStart, this.length);
  }

  /** Lower-case hexadecimal digits, two for each byte, with the separator between bytes: `toHex(":")` gives `00:16:3e`. */
  toHex(separator: string = ""): string {
    return hexOfBytes(this.dataStart, this.length, separator);
  }

  /** As Kea prints an option's value in hexadecimal: "0x" and upper-case digits, two for each byte; empty where there are no bytes. */
  toHexString(): string {
    return this.length == 0 ? "" : "0x" + hexOfBytes(this.dataStart, this.length, "").toUpperCase();
  }

  /** A copy that may be kept after the callout. */
  copy(): Uint8Array {
    const length = this.length;
    const array = new Uint8Array(length);
    memory.copy(array.dataStart, this.dataStart, <usize>length);
    return array;
  }
}

/**
 * A run of bytes in a packet, such as the value of an option. A view: see `ByteView`.
 * @since 0.1.0
 */
@unmanaged
export class Bytes extends ByteView {
  /** The bytes read as UTF-8; what is no UTF-8 becomes U+FFFD, one for each broken sequence, as in a browser. */
  toString(): string {
    return decodeUtf8(this.dataStart, this.length);
  }
}

/**
 * Several runs of bytes, such as the names of a packet's client classes, in Kea's order. A view: see `ByteView`.
 * @since 0.1.0
 */
@unmanaged
export class BytesList {
  [key: number]: Bytes;

  /** Number of entries, 0 or more. */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 4);
  }

  /** The entry at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): Bytes {
    if (<u32>index >= <u32>this.length) throw new RangeError(E_LIST_INDEX);
    return changetype<Bytes>(changetype<usize>(this) + load<u32>(changetype<usize>(this)) + ((<usize>index) << 3));
  }

  /** True where both have the same entries in the same order, as `==` says too. Allocates nothing. */
  equals(other: BytesList): bool {
    const length = this.length;
    if (length != other.length) return false;
    for (let index = 0; index < length; ++index) {
      if (!this.at(index).equals(other.at(index))) return false;
    }
    return true;
  }

  @operator("==") private static same(left: BytesList | null, right: BytesList | null): bool {
    if (changetype<usize>(left) == changetype<usize>(right)) return true;
    return left != null && right != null && left.equals(right);
  }

  @operator("!=") private static differs(left: BytesList | null, right: BytesList | null): bool {
    return !BytesList.same(left, right);
  }

  /** True where some entry is exactly the text in UTF-8: `ctx.query4.classes.has("KNOWN")`. Allocates nothing. */
  has(text: string): bool {
    const length = this.length;
    for (let index = 0; index < length; ++index) {
      if (this.at(index).is(text)) return true;
    }
    return false;
  }

  /** The entries as strings, which may be kept. */
  toStrings(): string[] {
    const length = this.length;
    const strings = new Array<string>(length);
    for (let index = 0; index < length; ++index) strings[index] = this.at(index).toString();
    return strings;
  }

  /** The entries with ", " between them. */
  toString(): string {
    return this.toStrings().join(", ");
  }
}
