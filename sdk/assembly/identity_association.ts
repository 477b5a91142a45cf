// SPDX-License-Identifier: MPL-2.0
// DHCPv6 identity associations and what is in them. Addresses and prefixes are views of their whole option, code and length included.
import { ByteView } from "./bytes";
import { IPv6 } from "./ip";
import { afterItem, areItems, ItemsView, openItems, SUB_OPTION_16, valueLength } from "./items";
import { Prefix } from "./prefix";
import { SubOptions } from "./sub_options";

const OPTION_IAADDR: u32 = 5;
const OPTION_IAPREFIX: u32 = 26;
/** Bytes of an option's code and length. */
const HEAD: usize = 4;
/** Address, preferred and valid lifetime. */
const ADDRESS_LEAST: i32 = 24;
/** Preferred and valid lifetime, length, prefix. */
const PREFIX_LEAST: i32 = 25;
/** IAID, T1, T2. */
const IA_LEAST: i32 = 12;

/** True where an option inside of an identity association is well-formed, as far as it is one of those that are read here. */
function isSoundInside(at: usize): bool {
  const code = <u32>bswap<u16>(load<u16>(at));
  if (code != OPTION_IAADDR && code != OPTION_IAPREFIX) return true;
  const least = code == OPTION_IAADDR ? ADDRESS_LEAST : PREFIX_LEAST;
  const length = valueLength(at, SUB_OPTION_16);
  if (length < least || (code == OPTION_IAPREFIX && load<u8>(at + HEAD, 8) > 128)) return false;
  return areItems(at + HEAD + <usize>least, length - least, SUB_OPTION_16);
}

/**
 * An identity association of a DHCPv6 client: IA_NA (option 3) for addresses, IA_PD (25) for prefixes. A view: good during its callout.
 * Source: RFC 8415 sections 21.4 and 21.21; Kea isc::dhcp::Option6IA.
 * @since 0.1.0
 */
@unmanaged
export class IdentityAssociation extends ByteView {
  /** A value of option 3 or 25; null where it is malformed, or an address or prefix in it is. */
  static parse(bytes: ByteView | null): IdentityAssociation | null {
    if (bytes === null || bytes.length < IA_LEAST) return null;
    const start = bytes.dataStart + <usize>IA_LEAST;
    const end = bytes.dataStart + <usize>bytes.length;
    if (!areItems(start, bytes.length - IA_LEAST, SUB_OPTION_16)) return null;
    for (let at = start; at < end; at = afterItem(at, end, SUB_OPTION_16)) {
      if (!isSoundInside(at)) return null;
    }
    return changetype<IdentityAssociation>(bytes);
  }

  /** The client's own number of this association. */
  get iaid(): u32 {
    return bswap<u32>(load<u32>(this.dataStart));
  }

  /** Seconds until the client renews, T1; in a client's packet what it would like, 0 where it does not care. */
  get t1(): u32 {
    return bswap<u32>(load<u32>(this.dataStart, 4));
  }

  /** Seconds until the client rebinds, T2; in a client's packet what it would like, 0 where it does not care. */
  get t2(): u32 {
    return bswap<u32>(load<u32>(this.dataStart, 8));
  }

  /** All options in it. */
  get options(): SubOptions {
    return changetype<SubOptions>(this.open(0));
  }

  /** The addresses in it (IAADDR, option 5), none in an IA_PD. */
  get addresses(): IaAddressList {
    return changetype<IaAddressList>(this.open(OPTION_IAADDR));
  }

  /** The prefixes in it (IAPREFIX, option 26), none in an IA_NA. */
  get prefixes(): IaPrefixList {
    return changetype<IaPrefixList>(this.open(OPTION_IAPREFIX));
  }

  private open(only: u32): usize {
    return openItems(this.dataStart + <usize>IA_LEAST, this.length - IA_LEAST, SUB_OPTION_16, only);
  }
}

/**
 * An address of an identity association. A view: good during its callout.
 * Source: RFC 8415 section 21.6; Kea isc::dhcp::Option6IAAddr.
 * @since 0.1.0
 */
@unmanaged
export class IaAddress {
  /** The address; :: where the client leaves the choice to the server. */
  @inline get address(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + HEAD);
  }

  /** Preferred lifetime in seconds; 0xffffffff is for ever. */
  get preferred(): u32 {
    return bswap<u32>(load<u32>(changetype<usize>(this) + HEAD, 16));
  }

  /** Valid lifetime in seconds; 0xffffffff is for ever. */
  get valid(): u32 {
    return bswap<u32>(load<u32>(changetype<usize>(this) + HEAD, 20));
  }

  /** Options of this address, such as a status code (13). */
  get options(): SubOptions {
    const at = changetype<usize>(this);
    return changetype<SubOptions>(openItems(at + HEAD + <usize>ADDRESS_LEAST, valueLength(at, SUB_OPTION_16) - ADDRESS_LEAST, SUB_OPTION_16));
  }
}

/**
 * A delegated prefix of an identity association. A view: good during its callout.
 * Source: RFC 8415 section 21.22; Kea isc::dhcp::Option6IAPrefix.
 * @since 0.1.0
 */
@unmanaged
export class IaPrefix {
  /** First address of the prefix; :: where the client only asks for a length or for nothing. */
  @inline get address(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + HEAD + 9);
  }

  /** Length of the prefix in bits, 0 to 128; 0 where the client leaves it to the server. */
  get length(): u8 {
    return load<u8>(changetype<usize>(this) + HEAD, 8);
  }

  /** Preferred lifetime in seconds; 0xffffffff is for ever. */
  get preferred(): u32 {
    return bswap<u32>(load<u32>(changetype<usize>(this) + HEAD));
  }

  /** Valid lifetime in seconds; 0xffffffff is for ever. */
  get valid(): u32 {
    return bswap<u32>(load<u32>(changetype<usize>(this) + HEAD, 4));
  }

  /** Options of this prefix, such as a status code (13). */
  get options(): SubOptions {
    const at = changetype<usize>(this);
    return changetype<SubOptions>(openItems(at + HEAD + <usize>PREFIX_LEAST, valueLength(at, SUB_OPTION_16) - PREFIX_LEAST, SUB_OPTION_16));
  }

  /** True where all of it lies in a prefix. Allocates nothing. */
  isWithin(prefix: Prefix): bool {
    return this.length >= prefix.length && prefix.contains(this.address);
  }

  /** A copy that may be kept, without bits behind the length. */
  copy(): Prefix {
    return Prefix.ofIPv6(this.address, <u32>this.length);
  }

  /** "2001:db8::/56". */
  toString(): string {
    return `${this.address.toString()}/${this.length}`;
  }
}

/**
 * The addresses of an identity association. A view: good during its callout.
 * @since 0.1.0
 */
@unmanaged
export class IaAddressList extends ItemsView {
  [key: number]: IaAddress;

  /** The address at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): IaAddress {
    return changetype<IaAddress>(this.itemStart(index));
  }
}

/**
 * The prefixes of an identity association. A view: good during its callout.
 * @since 0.1.0
 */
@unmanaged
export class IaPrefixList extends ItemsView {
  [key: number]: IaPrefix;

  /** The prefix at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): IaPrefix {
    return changetype<IaPrefix>(this.itemStart(index));
  }
}
