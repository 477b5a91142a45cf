// SPDX-License-Identifier: MPL-2.0
import { IPv4, IPv6 } from "./ip";
import { readIPv4, readIPv6 } from "./ip_parse";
import { ipv4ToText, ipv6ToText } from "./ip_text";

/** True where the first bits of two numbers of 128 bits are the same. */
function isSameStart(high: u64, low: u64, otherHigh: u64, otherLow: u64, bits: u32): bool {
  if (bits == 0) return true;
  if (bits <= 64) return (high ^ otherHigh) >> (64 - bits) == 0;
  return high == otherHigh && (low ^ otherLow) >> (128 - bits) == 0;
}

/** Number behind a slash, -1 where it is none from 0 to `most`. */
function readLength(text: string, from: i32, most: i32): i32 {
  const units = text.length - from;
  if (units < 1 || units > 3 || (units > 1 && text.charCodeAt(from) == 0x30)) return -1;
  let value = 0;
  for (let index = from; index < text.length; ++index) {
    const digit = text.charCodeAt(index) - 0x30;
    if (<u32>digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value > most ? -1 : value;
}

/**
 * An address and how many of its bits count: 192.0.2.0/24 or 2001:db8::/32. It is an object, not a view, so it may be kept: make those of the
 * configuration in `load()` or at the top of the module. Asking one allocates nothing. Many prefixes belong into a list of the kind "prefix".
 * @since 0.1.0
 */
export class Prefix {
  private constructor(
    // First and last eight bytes of the address; an IPv4 address stands in the first four.
    private readonly high: u64,
    private readonly low: u64,
    /** How many bits count: 0 to 32, or to 128. */
    readonly length: u32,
    /** False for a prefix of IPv4 addresses. */
    readonly isIPv6: bool,
  ) {}

  /**
   * The prefix of a text such as "192.0.2.0/24" or "2001:db8::/32"; without a slash the one address. Any other text, and an address with bits
   * behind the length, aborts with a sentence.
   */
  static parse(text: string): Prefix {
    return prefixOf(text, "");
  }

  /** The same, but null where `parse` aborts. */
  static tryParse(text: string): Prefix | null {
    const slash = text.indexOf("/");
    const end = slash < 0 ? text.length : slash;
    const isIPv6 = text.includes(":");
    const bits = isIPv6 ? 128 : 32;
    const length = slash < 0 ? bits : readLength(text, slash + 1, bits);
    if (length < 0) return null;
    let high: u64 = 0;
    let low: u64 = 0;
    if (isIPv6) {
      const room: usize = memory.data(16);
      if (!readIPv6(text, end, room)) return null;
      high = bswap<u64>(load<u64>(room));
      low = bswap<u64>(load<u64>(room, 8));
    } else {
      const value = readIPv4(text, 0, end);
      if (value < 0) return null;
      high = <u64>value << 32;
    }
    const prefix = Prefix.masked(high, low, <u32>length, isIPv6);
    return prefix.high == high && prefix.low == low ? prefix : null;
  }

  /** The prefix of a length that an address lies in. A length above 32 aborts. */
  static ofIPv4(address: IPv4, length: u32): Prefix {
    assert(length <= 32, "The length of an IPv4 prefix is 0 to 32.");
    return Prefix.masked(<u64>address.value << 32, 0, length, false);
  }

  /** The prefix of a length that an address lies in. A length above 128 aborts. */
  static ofIPv6(address: IPv6, length: u32): Prefix {
    assert(length <= 128, "The length of an IPv6 prefix is 0 to 128.");
    return Prefix.masked(address.high, address.low, length, true);
  }

  private static masked(high: u64, low: u64, length: u32, isIPv6: bool): Prefix {
    const keptHigh: u64 = length == 0 ? 0 : length >= 64 ? ~(<u64>0) : ~(<u64>0) << (64 - length);
    const keptLow: u64 = length <= 64 ? 0 : ~(<u64>0) << (128 - length);
    return new Prefix(high & keptHigh, low & keptLow, length, isIPv6);
  }

  /** First address of an IPv4 prefix as one number; 0 where it is a prefix of IPv6 addresses. */
  get ipv4Value(): u32 {
    return this.isIPv6 ? 0 : <u32>(this.high >> 32);
  }

  /** True where an `IPv4` or `IPv6` lies in the prefix, or all of another `Prefix`; false for one of the other family, and for null. */
  contains<T>(what: T): bool {
    if (isNullable<T>()) {
      // asc takes the type of a variable as it was declared, also where the variable was found not to be null.
      return changetype<usize>(what) != 0 && this.contains<NonNullable<T>>(what);
    } else if (what instanceof IPv4) {
      return !this.isIPv6 && isSameStart(<u64>changetype<IPv4>(what).value << 32, 0, this.high, 0, this.length);
    } else if (what instanceof IPv6) {
      const address = changetype<IPv6>(what);
      return this.isIPv6 && isSameStart(address.high, address.low, this.high, this.low, this.length);
    } else if (what instanceof Prefix) {
      const other = changetype<Prefix>(what);
      return this.isIPv6 == other.isIPv6 && this.length <= other.length && isSameStart(other.high, other.low, this.high, this.low, this.length);
    } else {
      ERROR("A prefix contains an IPv4, an IPv6 or a Prefix.");
    }
  }

  /** True where some address lies in both. */
  overlaps(other: Prefix): bool {
    return this.length <= other.length ? this.contains(other) : other.contains(this);
  }

  /** True where both are the same prefix. */
  equals(other: Prefix): bool {
    return this.isIPv6 == other.isIPv6 && this.length == other.length && this.high == other.high && this.low == other.low;
  }

  @operator("==") private static same(left: Prefix | null, right: Prefix | null): bool {
    if (changetype<usize>(left) == changetype<usize>(right)) return true;
    return left != null && right != null && left.equals(right);
  }

  @operator("!=") private static differs(left: Prefix | null, right: Prefix | null): bool {
    return !Prefix.same(left, right);
  }

  /** As Kea prints it: "192.0.2.0/24", "2001:db8::/32". */
  toString(): string {
    const address = this.isIPv6 ? ipv6ToText(this.high, this.low) : ipv4ToText(<u32>(this.high >> 32));
    return `${address}/${this.length}`;
  }
}

/** See Prefix.parse; `where` stands before the sentence, so that it can name the JSON path. */
export function prefixOf(text: string, where: string): Prefix {
  const prefix = Prefix.tryParse(text);
  if (prefix == null) {
    throw new Error(`${where}"${text}" is not a prefix: write it as "192.0.2.0/24" or "2001:db8::/32", with no bits behind the length.`);
  }
  return prefix;
}
