// SPDX-License-Identifier: MPL-2.0
// What the policy of examples/everything must show of a packet, by what tshark tells of its bytes.
import { expect } from "vitest";
import { colons } from "../dhcp_bytes.ts";
import type { Members } from "../everything_calls.ts";
import { loopback } from "../seen_packets.ts";
import type { Told4, Told6, ToldOption } from "./told.ts";

/** How far Kea was with a packet: it came in, is being made, or is packed to be sent. */
export type Progress = "received" | "made" | "packed";

/** Members of an object, and the objects inside of it: "relay(0)", "at(2)". */
export interface Tree {
  members: Members;
  inside?: Record<string, Tree>;
}

/** As json_lines.ts shows bytes. */
export function shown(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return bytes.length <= 200 ? hex : `${hex.slice(0, 400)}.. of ${bytes.length} bytes`;
}

/** The value of a DHCPv4 option, its parts joined; null where it is not there. */
export function value4({ options }: Told4, code: number): Buffer | null {
  const parts = options.filter((option) => option.code === code);
  return parts.length === 0 ? null : Buffer.concat(parts.map(({ value }) => value));
}

export function value6(options: ToldOption[], code: number): Buffer | null {
  return options.find((option) => option.code === code)?.value ?? null;
}

const iface = shown(Buffer.from(loopback.name));
/** What Kea adds when it has looked for a reservation, and the class of the configuration. */
const laterClasses = ["KNOWN", "UNKNOWN", "printers"];

function classesOf(vendor: string | null): unknown {
  const wanted = ["ALL", ...(vendor === null ? [] : [`VENDOR_CLASS_${vendor}`])].sort().join();
  return expect.toSatisfy((all: string[]) => all.filter((name) => !laterClasses.includes(name)).sort().join() === wanted, `classes ${wanted}`);
}

/** Kea says transaction ids of all lengths without leading zeros. */
const transactionText = (transid: number): string => `0x${transid.toString(16)}`;

const names4 = ["UNKNOWN", "DHCPDISCOVER", "DHCPOFFER", "DHCPREQUEST", "DHCPDECLINE", "DHCPACK", "DHCPNAK", "DHCPRELEASE", "DHCPINFORM"];
/** Texts of which Kea cuts zero bytes off (RFC 2132 section 2). */
const texts4 = [12, 60];
/** Options that have options inside, as far as Kea knows them. */
const nested4 = [43, 82, 125];

export function pkt4(told: Told4, progress: Progress): Tree {
  const [here, there] = progress === "received" ? [told.to, told.from] : [told.from, told.to];
  const type = value4(told, 53)?.[0] ?? 0;
  const clientId = value4(told, 61);
  const members: Members = {
    type, op: told.op, htype: told.htype, hlen: told.hlen, hops: told.hops, relayed: told.giaddr !== "0.0.0.0", secs: told.secs, flags: told.flags,
    localPort: here.port, remotePort: there.port, transid: told.transid, ciaddr: told.ciaddr, yiaddr: told.yiaddr, siaddr: told.siaddr, giaddr: told.giaddr,
    localAddr: here.address, remoteAddr: there.address, ifindex: loopback.index, iface, hwaddr: { bytes: shown(told.hwaddr), htype: told.htype, source: 0 },
    clientId: clientId && shown(clientId), remoteHwaddr: null, localHwaddr: null, sname: shown(told.sname), file: shown(told.file),
    classes: progress === "received" ? classesOf(value4(told, 60)?.toString() ?? null) : [], wire: progress === "made" ? null : shown(told.payload), dhcp4o6: told.inside6,
    text: expect.stringContaining(transactionText(told.transid)), typeName: names4[type],
    label: expect.stringMatching(new RegExp(`${colons(told.hwaddr)}.*tid=${transactionText(told.transid)}`)),
  };
  for (const { code, inside } of told.options) {
    const value = value4(told, code)!;
    members[`option(${code})`] = shown(texts4.includes(code) ? value.subarray(0, value.findLastIndex((byte) => byte !== 0) + 1) : value);
    if (nested4.includes(code)) for (const one of inside) members[`subOption(${code},${one.code})`] = shown(one.value);
  }
  return { members };
}

export function rawPacket4({ to, from, payload }: Told4): Tree {
  const members = {
    localPort: to.port, remotePort: from.port, localAddr: to.address, remoteAddr: from.address, ifindex: loopback.index, iface, wire: shown(payload), remoteHwaddr: null,
  };
  return { members };
}

export function rawPacket6({ to, from, payload }: Told6): Tree {
  return { members: { remotePort: from.port, ifindex: loopback.index, localAddr: to.address, remoteAddr: from.address, iface, wire: shown(payload) } };
}

const names6: Record<number, string> = {
  1: "SOLICIT", 2: "ADVERTISE", 3: "REQUEST", 4: "CONFIRM", 5: "RENEW", 6: "REBIND", 7: "REPLY", 8: "RELEASE", 9: "DECLINE", 11: "INFORMATION_REQUEST",
  20: "DHCPV4_QUERY", 21: "DHCPV4_RESPONSE", 36: "ADDR_REG_INFORM", 37: "ADDR_REG_REPLY",
};

/** Where Kea finds a hardware address: option 79 of the relay agent nearest to the client, then the DUID. */
function hwaddr6({ relays, options }: Told6): Members | null {
  const said = value6(relays.at(-1)?.options ?? [], 79);
  if (said) return { bytes: shown(said.subarray(2)), htype: said.readUInt16BE(0), source: 0x08 };
  const duid = value6(options, 1);
  return duid && duid.readUInt16BE(0) === 3 ? { bytes: shown(duid.subarray(4)), htype: duid.readUInt16BE(2), source: 0x02 } : null;
}

export function pkt6(told: Told6, progress: Progress): Tree {
  const [here, there] = progress === "received" ? [told.to, told.from] : [told.from, told.to];
  const duid = value6(told.options, 1);
  const vendor = value6(told.options, 16);
  const members: Members = {
    type: told.type, relayed: told.relays.length > 0, localPort: progress === "received" ? 0 : here.port, remotePort: there.port, relayCount: told.relays.length,
    transid: told.transid, ifindex: loopback.index, iface, duid: duid && shown(duid), hwaddr: hwaddr6(told), localAddr: here.address, remoteAddr: there.address,
    classes: progress === "received" ? classesOf(vendor && vendor.toString("utf8", 6, 6 + vendor.readUInt16BE(4))) : [], remoteHwaddr: null,
    wire: progress === "made" ? null : shown(told.payload),
    text: expect.stringContaining(transactionText(told.transid)), typeName: names6[told.type],
    label: expect.stringMatching(new RegExp(`${duid ? colons(duid) : ""}.*tid=${transactionText(told.transid)}`)),
    ...options6(told.options),
  };
  for (const code of new Set(told.options.map((option) => option.code))) {
    const all = told.options.filter((option) => option.code === code);
    all.forEach(({ value }, index) => { members[`optionAt(${code},${index})`] = shown(value); });
    // Of several options with one code, the first that has it counts: each vendor's is one of its own.
    for (const one of all.flatMap(({ inside }) => inside)) members[`subOption(${code},${one.code})`] ??= shown(one.value);
  }
  const inside = Object.fromEntries(told.relays.map(({ type, hopCount, linkAddr, peerAddr, options }, index) =>
    [`relay(${index})`, { members: { type, hopCount, linkAddr, peerAddr, ...options6(options) } }]));
  return { members, inside };
}

/** Where a code comes several times, the first. */
function options6(options: ToldOption[]): Members {
  const members: Members = {};
  for (const { code, value } of options) members[`option(${code})`] ??= shown(value);
  return members;
}
