// SPDX-License-Identifier: MPL-2.0
import { Bytes } from "./bytes";
import { ClientFqdn } from "./client_fqdn";
import { DataList } from "./data_list";
import { DomainName, DomainNameList } from "./domain_name";
import { IdentityAssociation } from "./identity_association";
import { IPv4, IPv6 } from "./ip";
import { openEncapsulated, openItems, SUB_OPTION_16, SUB_OPTION_8, TUPLE_16, TUPLE_8 } from "./items";
import { IPv4List, IPv6List, NumberList } from "./numbers";
import { RouteList } from "./routes";
import { RelayAgentInfo, SubOptions } from "./sub_options";
import { VendorClass6, VendorClasses, VendorOptions, VendorOptions6 } from "./vendor";
import { bytesAt } from "./view_room";

/** True where there are exactly so many bytes. */
function has(value: Bytes | null, length: i32): bool {
  return value !== null && value.length == length;
}

function openValue(value: Bytes | null, shape: u32): usize {
  return value === null ? <usize>0 : openItems(value.dataStart, value.length, shape);
}

/**
 * What the value of an option means. Each function takes what `option(code)` gave, null too, and gives null where there is no such option
 * or its value is malformed; none aborts. What it gives is a view of the packet's bytes: good during its callout, and nothing is allocated.
 *
 *     const relay = Option.relayAgentInfo(ctx.query4.option(82));
 *     if (relay != null) { const circuit = relay.circuitId; … }
 *
 * @since 0.1.0
 */
export class Option {
  private constructor() {}

  /** One byte as a number; -1 where there is no such option or it is longer or shorter. */
  static u8(value: Bytes | null): i32 {
    return has(value, 1) ? <i32>load<u8>(value!.dataStart) : -1;
  }

  /** A number of two bytes, network byte order, such as 57 (largest message); -1 where there is no such option or it is longer or shorter. */
  static u16(value: Bytes | null): i32 {
    return has(value, 2) ? <i32>bswap<u16>(load<u16>(value!.dataStart)) : -1;
  }

  /** A number of four bytes, network byte order, such as 51 (lease time); -1 where there is no such option or it is longer or shorter. */
  static u32(value: Bytes | null): i64 {
    return has(value, 4) ? <i64>bswap<u32>(load<u32>(value!.dataStart)) : -1;
  }

  /** Numbers of one byte, such as 55 (requested options). */
  static u8s(value: Bytes | null): NumberList<u8> | null {
    return NumberList.parse<u8>(value);
  }

  /** Numbers of two bytes, network byte order, such as 93 (architectures) and DHCPv6's 6 (requested options). */
  static u16s(value: Bytes | null): NumberList<u16> | null {
    return NumberList.parse<u16>(value);
  }

  /** Numbers of four bytes, network byte order. */
  static u32s(value: Bytes | null): NumberList<u32> | null {
    return NumberList.parse<u32>(value);
  }

  /** A text, such as 12 (host name) or 60 (vendor class), without the zeros that some clients put at its end. Source: RFC 2132 section 2. */
  static text(value: Bytes | null): Bytes | null {
    if (value === null) return null;
    let length = value.length;
    const start = value.dataStart;
    while (length > 0 && load<u8>(start + <usize>(length - 1)) == 0) --length;
    return length == value.length ? value : bytesAt(start, length);
  }

  /** One IPv4 address, such as 50 (requested address). */
  static ipv4(value: Bytes | null): IPv4 | null {
    return changetype<IPv4 | null>(has(value, 4) ? value!.dataStart : 0);
  }

  /** IPv4 addresses, such as 3 (routers) or 6 (DNS servers). */
  static ipv4s(value: Bytes | null): IPv4List | null {
    return IPv4List.parse(value);
  }

  /** One IPv6 address. */
  static ipv6(value: Bytes | null): IPv6 | null {
    return changetype<IPv6 | null>(has(value, 16) ? value!.dataStart : 0);
  }

  /** IPv6 addresses, such as DHCPv6's 23 (DNS servers). */
  static ipv6s(value: Bytes | null): IPv6List | null {
    return IPv6List.parse(value);
  }

  /** One domain name in the encoding of the DNS. */
  static domainName(value: Bytes | null): DomainName | null {
    return DomainName.parse(value);
  }

  /** Domain names: 119 (search list; RFC 3397), DHCPv6's 24 (RFC 3646). A list with compressed names is null. */
  static domainNames(value: Bytes | null): DomainNameList | null {
    return DomainNameList.parse(value);
  }

  /** Relay agent information, 82. Source: RFC 3046. */
  static relayAgentInfo(value: Bytes | null): RelayAgentInfo | null {
    return changetype<RelayAgentInfo | null>(openValue(value, SUB_OPTION_8));
  }

  /**
   * Options inside of a DHCPv4 option, such as 43. As in a packet, code 0 is padding and 255 the end: neither is among them, nor is what stands
   * behind the end. Source: RFC 2132 section 8.4.
   */
  static subOptions4(value: Bytes | null): SubOptions | null {
    return changetype<SubOptions | null>(value === null ? <usize>0 : openEncapsulated(value.dataStart, value.length));
  }

  /** Options inside of a DHCPv6 option. Source: RFC 8415 section 21.1. */
  static subOptions6(value: Bytes | null): SubOptions | null {
    return changetype<SubOptions | null>(openValue(value, SUB_OPTION_16));
  }

  /** Runs of bytes, each with its length in one byte before it. */
  static items4(value: Bytes | null): DataList | null {
    return changetype<DataList | null>(openValue(value, TUPLE_8));
  }

  /** User class of a DHCPv4 client, 77. Many clients send a bare text instead, which is null here: see `text`. Source: RFC 3004 section 4. */
  static userClass4(value: Bytes | null): DataList | null {
    return changetype<DataList | null>(openValue(value, TUPLE_8));
  }

  /** User class of a DHCPv6 client, 15. Source: RFC 8415 section 21.15. */
  static userClass6(value: Bytes | null): DataList | null {
    return changetype<DataList | null>(openValue(value, TUPLE_16));
  }

  /** Vendor classes of a DHCPv4 client by enterprise number, 124. The plain vendor class, 60, is a `text`. Source: RFC 3925 section 3. */
  static vendorClasses4(value: Bytes | null): VendorClasses | null {
    return VendorClasses.parse(value);
  }

  /** Vendor options of a DHCPv4 client by enterprise number, 125. Source: RFC 3925 section 4. */
  static vendorOptions4(value: Bytes | null): VendorOptions | null {
    return VendorOptions.parse(value);
  }

  /** Vendor class of a DHCPv6 client, 16; a client may send several. Source: RFC 8415 section 21.16. */
  static vendorClass6(value: Bytes | null): VendorClass6 | null {
    return VendorClass6.parse(value);
  }

  /** Vendor options of a DHCPv6 client, 17; a client may send several. Source: RFC 8415 section 21.17. */
  static vendorOptions6(value: Bytes | null): VendorOptions6 | null {
    return VendorOptions6.parse(value);
  }

  /** Client FQDN of DHCPv4, 81, in both its encodings. Source: RFC 4702. */
  static fqdn4(value: Bytes | null): ClientFqdn | null {
    return ClientFqdn.parse4(value);
  }

  /** Client FQDN of DHCPv6, 39. Source: RFC 4704. */
  static fqdn6(value: Bytes | null): ClientFqdn | null {
    return ClientFqdn.parse6(value);
  }

  /** Identity association of DHCPv6: IA_NA (3), IA_PD (25). Source: RFC 8415 sections 21.4, 21.21. */
  static identityAssociation(value: Bytes | null): IdentityAssociation | null {
    return IdentityAssociation.parse(value);
  }

  /** Classless static routes, 121, and Microsoft's 249. Source: RFC 3442. */
  static routes(value: Bytes | null): RouteList | null {
    return RouteList.parse(value);
  }
}
