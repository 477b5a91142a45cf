// SPDX-License-Identifier: MPL-2.0
// Classless static routes, option 121 of DHCPv4.
import { ByteView } from "./bytes";
import { IPv4 } from "./ip";
import { ipv4Of } from "./ip_parse";
import { ipv4ToText } from "./ip_text";
import { ItemsView, openItems, ROUTE } from "./items";
import { Prefix, prefixOf } from "./prefix";

/**
 * A route of option 121: a network, and the router to it. A view: good during its callout.
 * Source: RFC 3442.
 * @since 0.1.0
 */
@unmanaged
export class Route {
  /** Length of the network's prefix in bits, 0 to 32; 0 for the default route. */
  @inline get length(): u8 {
    return load<u8>(changetype<usize>(this));
  }

  /** First address of the network as one number, 0x0a000000 for 10.0.0.0/8; bits behind the length are 0. */
  get network(): u32 {
    const length = <u32>this.length;
    if (length == 0) return 0;
    let value: u32 = 0;
    const octets = (length + 7) >> 3;
    for (let index: u32 = 0; index < octets; ++index) value |= <u32>load<u8>(changetype<usize>(this) + 1 + index) << (24 - 8 * index);
    return value & (0xffffffff << (32 - length));
  }

  /** The router; 0.0.0.0 where the network is on the client's own link. */
  get router(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 1 + ((<usize>this.length + 7) >> 3));
  }

  /** "10.0.0.0/8 192.0.2.1". */
  toString(): string {
    return `${ipv4ToText(this.network)}/${this.length} ${this.router.toString()}`;
  }
}

/**
 * The routes of option 121, or of Microsoft's 249. A view: good during its callout.
 * Source: RFC 3442.
 * @since 0.1.0
 */
@unmanaged
export class RouteList extends ItemsView {
  [key: number]: Route;

  /** The routes that bytes are; null where one is malformed. No bytes are no routes. */
  static parse(bytes: ByteView | null): RouteList | null {
    return changetype<RouteList | null>(bytes === null ? <usize>0 : openItems(bytes.dataStart, bytes.length, ROUTE));
  }

  /** The route at an index from 0; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): Route {
    return changetype<Route>(this.itemStart(index));
  }

  /** The routes with ", " between them. */
  toString(): string {
    let text = "";
    for (let index = 0; index < this.length; ++index) text += (index > 0 ? ", " : "") + this.at(index).toString();
    return text;
  }
}

/**
 * Routes for an answer:
 *
 *     answer.setOption(121, new Routes().addAll(Option.routes(answer.option(121))).add("10.0.0.0/8", "192.0.2.1").encode());
 *
 * A client that takes option 121 takes no router from option 3: give the default route, "0.0.0.0/0", as well.
 * Source: RFC 3442.
 * @since 0.1.0
 */
export class Routes {
  private readonly bytes: u8[] = [];

  /** Appends a route, written as "10.0.0.0/8" and "192.0.2.1". Other texts, and a network of IPv6, abort with a sentence. */
  add(network: string, router: string): Routes {
    return this.addPrefix(prefixOf(network, ""), ipv4Of(router, ""));
  }

  /** Appends a route to a prefix of IPv4 addresses; the router as `IPv4.value` has it, 0 for the client's own link. */
  addPrefix(network: Prefix, router: u32): Routes {
    if (network.isIPv6) throw new Error(`${network.toString()} is no network of IPv4 addresses, and option 121 has no others.`);
    this.bytes.push(<u8>network.length);
    const first = network.ipv4Value;
    for (let bits: u32 = 0; bits < network.length; bits += 8) this.bytes.push(<u8>(first >> (24 - bits)));
    for (let shift: i32 = 24; shift >= 0; shift -= 8) this.bytes.push(<u8>(router >> shift));
    return this;
  }

  /** Appends the routes that there are already; none where the list is null. */
  addAll(routes: RouteList | null): Routes {
    if (routes === null) return this;
    const end = routes.itemsEnd;
    for (let at = routes.itemsStart; at < end; ++at) this.bytes.push(load<u8>(at));
    return this;
  }

  /** The value for option 121. */
  encode(): Uint8Array {
    const value = new Uint8Array(this.bytes.length);
    for (let index = 0; index < value.length; ++index) value[index] = this.bytes[index];
    return value;
  }
}
