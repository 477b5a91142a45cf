// SPDX-License-Identifier: MPL-2.0
// Addresses as they lie in the frame: four or sixteen bytes in network byte order.
import { hashBytes } from "./byte_tools";
import { ipv4ToText, ipv6ToText } from "./ip_text";

/**
 * An IPv4 address. A view: good during its callout. What may be kept is `value`.
 * @since 0.1.0
 */
@unmanaged
export class IPv4 {
  /** The address as one number, so that 192.0.2.1 is 0xc0000201; it may be kept. */
  @inline get value(): u32 {
    return bswap<u32>(load<u32>(changetype<usize>(this)));
  }

  /** Address of the four bytes in the policy's memory. */
  @inline get dataStart(): usize {
    return changetype<usize>(this);
  }

  /** True for 0.0.0.0, which stands for "not set" in DHCP. */
  @inline get isZero(): bool {
    return load<u32>(changetype<usize>(this)) == 0;
  }

  /** True where both are the same address, as `==` says too. Allocates nothing. */
  @inline equals(other: IPv4): bool {
    return load<u32>(changetype<usize>(this)) == load<u32>(changetype<usize>(other));
  }

  @operator("==") private static same(left: IPv4 | null, right: IPv4 | null): bool {
    if (changetype<usize>(left) == changetype<usize>(right)) return true;
    return left != null && right != null && left.equals(right);
  }

  @operator("!=") private static differs(left: IPv4 | null, right: IPv4 | null): bool {
    return !IPv4.same(left, right);
  }

  /** A copy of the four bytes, which may be kept and handed to `setOption`. */
  copy(): Uint8Array {
    const bytes = new Uint8Array(4);
    memory.copy(bytes.dataStart, changetype<usize>(this), 4);
    return bytes;
  }

  /**
   * True where the address lies in a prefix: `giaddr.inPrefix(0x0a000000, 8)` asks for 10.0.0.0/8. A length above 32 aborts; bits
   * of the network behind the length do not count. Many prefixes belong into a list of the kind "prefix".
   */
  inPrefix(network: u32, length: u32): bool {
    assert(length <= 32, "The length of an IPv4 prefix is 0 to 32.");
    return length == 0 || (this.value ^ network) >> (32 - length) == 0;
  }

  /** As Kea prints it: "192.0.2.1". */
  toString(): string {
    return ipv4ToText(this.value);
  }
}

/**
 * An IPv6 address. A view: good during its callout. What may be kept is `high` and `low`.
 * @since 0.1.0
 */
@unmanaged
export class IPv6 {
  /** The first eight bytes as one number: 0x20010db8… for 2001:db8::1. */
  @inline get high(): u64 {
    return bswap<u64>(load<u64>(changetype<usize>(this)));
  }

  /** The last eight bytes as one number: 1 for 2001:db8::1. */
  @inline get low(): u64 {
    return bswap<u64>(load<u64>(changetype<usize>(this), 8));
  }

  /** Address of the sixteen bytes in the policy's memory. */
  @inline get dataStart(): usize {
    return changetype<usize>(this);
  }

  /** True for ::, which stands for "not set". */
  @inline get isZero(): bool {
    return (load<u64>(changetype<usize>(this)) | load<u64>(changetype<usize>(this), 8)) == 0;
  }

  /** True for an address of one link only, fe80::/10. */
  @inline get isLinkLocal(): bool {
    return this.high >> 54 == 0x3fa;
  }

  /** True where both are the same address, as `==` says too. Allocates nothing. */
  equals(other: IPv6): bool {
    return this.high == other.high && this.low == other.low;
  }

  @operator("==") private static same(left: IPv6 | null, right: IPv6 | null): bool {
    if (changetype<usize>(left) == changetype<usize>(right)) return true;
    return left != null && right != null && left.equals(right);
  }

  @operator("!=") private static differs(left: IPv6 | null, right: IPv6 | null): bool {
    return !IPv6.same(left, right);
  }

  /** A copy of the sixteen bytes, which may be kept and handed to `setOption`. */
  copy(): Uint8Array {
    const bytes = new Uint8Array(16);
    memory.copy(bytes.dataStart, changetype<usize>(this), 16);
    return bytes;
  }

  /** A 64-bit hash of the address (FNV-1a). Different addresses may share it: to decide by, keep `high` and `low`. Allocates nothing. */
  get hash(): u64 {
    return hashBytes(changetype<usize>(this), 16);
  }

  /**
   * True where the address lies in a prefix, given as its first and last eight bytes: `address.inPrefix(0x20010db8_00000000, 0, 32)`
   * asks for 2001:db8::/32. A length above 128 aborts. Many prefixes belong into a list of the kind "prefix".
   */
  inPrefix(high: u64, low: u64, length: u32): bool {
    assert(length <= 128, "The length of an IPv6 prefix is 0 to 128.");
    if (length == 0) return true;
    if (length <= 64) return (this.high ^ high) >> (64 - length) == 0;
    return this.high == high && (this.low ^ low) >> (128 - length) == 0;
  }

  /** As Kea prints it: RFC 5952, and with dots for ::192.0.2.1 and ::ffff:192.0.2.1. */
  toString(): string {
    return ipv6ToText(this.high, this.low);
  }
}
