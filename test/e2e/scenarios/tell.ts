// SPDX-License-Identifier: MPL-2.0
// tshark's trees → what it tells of packets.
import type { Family } from "../kea_installation.ts";
import { dissectAll, type Datagram, type Layers } from "../tshark.ts";
import type { Told4, Told6, ToldOption, ToldRelay } from "./told.ts";

export function tell4(datagrams: Datagram[], port: number): Told4[] {
  return dissectAll(4, datagrams, port).map((layers) => ({ ...tellPlaces(4, layers), ...tellMessage4(layers["dhcp"] ?? {}), inside6: false }));
}

export function tell6(datagrams: Datagram[], port: number): Told6[] {
  return dissectAll(6, datagrams, port).map((layers) => ({ ...tellPlaces(6, layers), ...tellMessage6(layers["dhcpv6"] ?? {}) }));
}

function tellPlaces(family: Family, { ip, ipv6, udp }: Layers): Datagram {
  const [from, to] = family === 4 ? [ip["ip.src"], ip["ip.dst"]] : [ipv6["ipv6.src"], ipv6["ipv6.dst"]];
  return { from: { address: from, port: Number(udp["udp.srcport"]) }, to: { address: to, port: Number(udp["udp.dstport"]) }, payload: rawOf(udp, "udp.payload") };
}

/** The first bytes under a name; none where tshark does not show any. */
function rawOf(tree: Layers, name: string): Buffer {
  return Buffer.from(rawList(tree, name)[0] ?? "", "hex");
}

/** [bytes, position, length, mask, type], or a list of such. */
function rawList(tree: Layers, name: string): string[] {
  const raw = tree[`${name}_raw`];
  if (raw === undefined) return [];
  return Array.isArray(raw[0]) ? raw.map(([bytes]: [string]) => bytes) : [raw[0]];
}

function listOf<Item>(value: Item | Item[] | undefined): Item[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function tellMessage4(dhcp: Layers): Omit<Told4, keyof Datagram | "inside6"> {
  const number = (name: string): number => Number(dhcp[name]);
  return {
    op: number("dhcp.type"), htype: number("dhcp.hw.type"), hlen: number("dhcp.hw.len"), hops: number("dhcp.hops"), transid: number("dhcp.id"), secs: number("dhcp.secs"),
    flags: number("dhcp.flags"), ciaddr: dhcp["dhcp.ip.client"], yiaddr: dhcp["dhcp.ip.your"], siaddr: dhcp["dhcp.ip.server"], giaddr: dhcp["dhcp.ip.relay"],
    hwaddr: rawOf(dhcp, "dhcp.hw.mac_addr"), sname: rawOf(dhcp, "dhcp.server"), file: rawOf(dhcp, "dhcp.file"), options: tellOptions4(dhcp),
  };
}

function tellOptions4(dhcp: Layers): ToldOption[] {
  const raw = rawList(dhcp, "dhcp.option.type");
  const trees = listOf<Layers>(dhcp["dhcp.option.type_tree"]);
  const options = listOf<string>(dhcp["dhcp.option.type"]).map((code, index) => ({ code: Number(code), value: valueBehind(raw[index]!, 2), inside: tellSubOptions4(trees[index]!) }));
  return options.filter(({ code }) => code !== 0);
}

/** tshark has a name for them in each option, and says the value of some as data in their tree. */
function tellSubOptions4(tree: Layers): ToldOption[] {
  return Object.entries(tree).flatMap(([name, value]): ToldOption[] => {
    if (/\.enterprise_tree$/.test(name)) return tellSubOptions4(value);
    if (!/\.suboption$/.test(name)) return [];
    const raw = rawList(tree, name);
    const trees = listOf<Layers>(tree[`${name}_tree`]);
    return listOf<string>(value).map((code, index) => {
      const data = rawOf(trees[index] ?? {}, "dhcp.vendor.data");
      return { code: Number(code), value: data.length > 0 ? data : valueBehind(raw[index]!, 2), inside: [] };
    });
  });
}

/** What follows the code and the length. */
function valueBehind(hex: string, bytes: number): Buffer {
  return Buffer.from(hex.slice(2 * bytes), "hex");
}

const RELAY_MESSAGE = 9;

function tellMessage6(dhcpv6: Layers): Omit<Told6, keyof Datagram> {
  const relays: ToldRelay[] = [];
  let message = dhcpv6;
  for (let inner: Layers | undefined = message; inner; ) {
    message = inner;
    inner = listOf<Layers>(message["dhcpv6.option.type_str_tree"]).find((tree) => tree["dhcpv6"] !== undefined)?.["dhcpv6"];
    if (inner) {
      relays.push({
        type: Number(message["dhcpv6.msgtype"]), hopCount: Number(message["dhcpv6.hopcount"]), linkAddr: message["dhcpv6.linkaddr"], peerAddr: message["dhcpv6.peeraddr"],
        options: tellOptions6(message).filter(({ code }) => code !== RELAY_MESSAGE),
      });
    }
  }
  return { relays, type: Number(message["dhcpv6.msgtype"]), transid: Number(message["dhcpv6.xid"]), options: tellOptions6(message) };
}

function tellOptions6(tree: Layers): ToldOption[] {
  const raw = rawList(tree, "dhcpv6.option.type_str");
  return listOf<Layers>(tree["dhcpv6.option.type_str_tree"]).map((one, index) => ({
    code: Number(one["dhcpv6.option.type"]), value: valueBehind(raw[index]!, 4), inside: [...tellOptions6(one), ...tellVendorOptions(one)],
  }));
}

function tellVendorOptions(tree: Layers): ToldOption[] {
  return listOf<Layers>(tree["option"]).map((one) => ({
    code: Number(one["dhcpv6.vendoropts.enterprise.option_code"]), value: rawOf(one, "dhcpv6.vendoropts.enterprise.option_data"), inside: [],
  }));
}
