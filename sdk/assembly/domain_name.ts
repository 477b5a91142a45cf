// SPDX-License-Identifier: MPL-2.0
//     this ─► 0 u32 distance from here to the first label   4 u32 length in bytes, with the root where it is there
import { Bytes, ByteView } from "./bytes";
import { E_LIST_INDEX } from "./errors";
import { ItemsView, NAME, openItems } from "./items";
import { namesEqual, hashName, isTextOfName, nameToText } from "./name_text";
import { afterName } from "./name_wire";
import { bytesAt } from "./view_room";

/**
 * A domain name as it travels: labels, and the root at its end. A view: good during its callout. Capitals do not count when names are
 * compared, by `==` too. Compressed names (pointers) are refused. What may be kept is `toString()` and `hash`.
 * Source: RFC 1035 section 3.1, RFC 1123 section 2.1; Kea isc::dns::Name.
 * @since 0.1.0
 */
@unmanaged
export class DomainName {
  /** The one name that the bytes are; null where they are none, or there is something behind the name. Allocates nothing. */
  static parse(bytes: ByteView | null): DomainName | null {
    if (bytes === null) return null;
    const start = bytes.dataStart;
    const end = start + <usize>bytes.length;
    const whole = bytes.length > 0 && afterName(start, end) == end;
    return changetype<DomainName | null>(whole ? changetype<usize>(bytes) : 0);
  }

  /** Address of the first label in the policy's memory. */
  @inline get dataStart(): usize {
    return changetype<usize>(this) + <usize>load<u32>(changetype<usize>(this));
  }

  /** Number of bytes as it travels, 0 to 255. */
  @inline get byteLength(): i32 {
    return load<i32>(changetype<usize>(this), 4);
  }

  /** True where the root is missing: the client does not know the rest of its name. Only a client FQDN can be so. */
  get isPartial(): bool {
    // The last byte does not tell: it may be a zero in a label.
    let at = this.dataStart;
    const end = at + <usize>this.byteLength;
    while (at < end) {
      if (load<u8>(at) == 0) return false;
      at += <usize>load<u8>(at) + 1;
    }
    return true;
  }

  /** Number of labels, the root not counted: 3 for host.example.org. */
  get labelCount(): i32 {
    let count = 0;
    let at = this.dataStart;
    const end = at + <usize>this.byteLength;
    while (at < end && load<u8>(at) != 0) {
      at += <usize>load<u8>(at) + 1;
      ++count;
    }
    return count;
  }

  /** The label at an index from 0, the host's own first; outside of the labels the policy aborts. */
  label(index: i32): Bytes {
    if (<u32>index >= <u32>this.labelCount) throw new RangeError(E_LIST_INDEX);
    let at = this.dataStart;
    for (let before = 0; before < index; ++before) at += <usize>load<u8>(at) + 1;
    return bytesAt(at + 1, <i32>load<u8>(at));
  }

  /** True where both are the same name, capitals or not; a partial name and a whole one differ. Allocates nothing. */
  equals(other: DomainName): bool {
    return namesEqual(this.dataStart, this.byteLength, other.dataStart, other.byteLength);
  }

  @operator("==") private static same(left: DomainName | null, right: DomainName | null): bool {
    if (changetype<usize>(left) == changetype<usize>(right)) return true;
    return left != null && right != null && left.equals(right);
  }

  @operator("!=") private static differs(left: DomainName | null, right: DomainName | null): bool {
    return !DomainName.same(left, right);
  }

  /**
   * True where the name is the one written, capitals or not: `name.is("host.example.org")`. A dot at the end may be written or left out. In a
   * label, \. is a dot and \032 the byte 32, as in `toString`; what is not ASCII stands for its UTF-8. Allocates nothing.
   */
  is(text: string): bool {
    const start = this.dataStart;
    return isTextOfName(start, start + <usize>this.byteLength, text);
  }

  /** True where the name is the one written or lies below it: host.example.org lies in "example.org" and in "org". Allocates nothing. */
  isWithin(domain: string): bool {
    let at = this.dataStart;
    const end = at + <usize>this.byteLength;
    while (at < end) {
      if (isTextOfName(at, end, domain)) return true;
      at += <usize>load<u8>(at) + 1;
    }
    return false;
  }

  /** A 64-bit hash (FNV-1a), which equal names share whatever their capitals. Different names may share it too. Allocates nothing. */
  get hash(): u64 {
    return hashName(this.dataStart, this.byteLength);
  }

  /** As Kea prints it: "host.example.org." with a dot at the end, none at that of a partial name; "." for the root alone. */
  toString(): string {
    return nameToText(this.dataStart, this.byteLength);
  }
}

/**
 * Domain names one behind the other, such as a search list. A view: good during its callout.
 * Source: RFC 3397 section 2, RFC 3646 section 4.
 * @since 0.1.0
 */
@unmanaged
export class DomainNameList extends ItemsView {
  [key: number]: DomainName;

  /** Names of bytes; null where the bytes are none or a name is compressed. No bytes are no names. */
  static parse(bytes: ByteView | null): DomainNameList | null {
    return changetype<DomainNameList | null>(bytes === null ? <usize>0 : openItems(bytes.dataStart, bytes.length, NAME));
  }

  /** The name at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): DomainName {
    const start = this.itemStart(index);
    return changetype<DomainName>(bytesAt(start, <i32>(afterName(start, this.itemsEnd) - start)));
  }

  /** True where some name is the one written, see `DomainName.is`. Allocates nothing. */
  has(text: string): bool {
    const end = this.itemsEnd;
    for (let at = this.itemsStart; at < end; ) {
      const next = afterName(at, end);
      if (isTextOfName(at, next, text)) return true;
      at = next;
    }
    return false;
  }

  /** The names as strings, which may be kept. */
  toStrings(): string[] {
    const strings = new Array<string>(this.length);
    for (let index = 0; index < strings.length; ++index) strings[index] = this.at(index).toString();
    return strings;
  }

  /** The names with ", " between them. */
  toString(): string {
    return this.toStrings().join(", ");
  }
}
