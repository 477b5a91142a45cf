// SPDX-License-Identifier: MPL-2.0
// Values of one size, one behind the other: the option itself is the view, an entry is found by counting.
import { E_LIST_INDEX } from "./errors";
import { ByteView } from "./bytes";
import { IPv4, IPv6 } from "./ip";

/**
 * Numbers of an option, in network byte order there: `NumberList<u16>` for architectures (93), `NumberList<u8>` for requested options (55).
 * A view: good during its callout.
 * @since 0.1.0
 */
@unmanaged
export class NumberList<T> {
  [key: number]: T;

  /** The numbers that bytes are; null where the last one is cut off. No bytes are no numbers. */
  static parse<T>(bytes: ByteView | null): NumberList<T> | null {
    return changetype<NumberList<T> | null>(isMultiple(bytes, <i32>sizeof<T>()) ? changetype<usize>(bytes) : 0);
  }

  /** How many there are. */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 4) / <i32>sizeof<T>();
  }

  /** The number at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): T {
    if (<u32>index >= <u32>this.length) throw new RangeError(E_LIST_INDEX);
    const start = changetype<usize>(this) + load<u32>(changetype<usize>(this));
    return bswap<T>(load<T>(start + <usize>index * sizeof<T>()));
  }

  /** True where the number is among them: `requested.has(121)`. Allocates nothing. */
  has(number: T): bool {
    const length = this.length;
    for (let index = 0; index < length; ++index) {
      if (this.at(index) == number) return true;
    }
    return false;
  }
}

function isMultiple(bytes: ByteView | null, size: i32): bool {
  return bytes !== null && bytes.length % size == 0;
}

/**
 * IPv4 addresses of an option, such as routers (3) or DNS servers (6). A view: good during its callout.
 * @since 0.1.0
 */
@unmanaged
export class IPv4List {
  [key: number]: IPv4;

  /** The addresses that bytes are; null where the last one is cut off. No bytes are no addresses. */
  static parse(bytes: ByteView | null): IPv4List | null {
    return changetype<IPv4List | null>(isMultiple(bytes, 4) ? changetype<usize>(bytes) : 0);
  }

  /** How many there are. */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 4) >> 2;
  }

  /** The address at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): IPv4 {
    if (<u32>index >= <u32>this.length) throw new RangeError(E_LIST_INDEX);
    return changetype<IPv4>(changetype<usize>(this) + load<u32>(changetype<usize>(this)) + (<usize>index << 2));
  }

  /** True where the address is among them. Allocates nothing. */
  has(address: IPv4): bool {
    const length = this.length;
    for (let index = 0; index < length; ++index) {
      if (this.at(index).equals(address)) return true;
    }
    return false;
  }
}

/**
 * IPv6 addresses of an option, such as DNS servers (23). A view: good during its callout.
 * @since 0.1.0
 */
@unmanaged
export class IPv6List {
  [key: number]: IPv6;

  /** The addresses that bytes are; null where the last one is cut off. No bytes are no addresses. */
  static parse(bytes: ByteView | null): IPv6List | null {
    return changetype<IPv6List | null>(isMultiple(bytes, 16) ? changetype<usize>(bytes) : 0);
  }

  /** How many there are. */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 4) >> 4;
  }

  /** The address at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): IPv6 {
    if (<u32>index >= <u32>this.length) throw new RangeError(E_LIST_INDEX);
    return changetype<IPv6>(changetype<usize>(this) + load<u32>(changetype<usize>(this)) + (<usize>index << 4));
  }

  /** True where the address is among them. Allocates nothing. */
  has(address: IPv6): bool {
    const length = this.length;
    for (let index = 0; index < length; ++index) {
      if (this.at(index).equals(address)) return true;
    }
    return false;
  }
}
