// SPDX-License-Identifier: MPL-2.0
// What Wireshark's dissectors say of packets: the opinion that our codecs, and what policies see, are held against.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ipv4Bytes, ipv6Bytes } from "./dhcp_bytes.ts";
import type { Family } from "./kea_installation.ts";

const PROGRAM = "/usr/bin/tshark";

export function tsharkIsInstalled(): boolean {
  return existsSync(PROGRAM);
}

export interface Place {
  address: string;
  port: number;
}

/** A UDP payload on its way. */
export interface Datagram {
  from: Place;
  to: Place;
  payload: Buffer;
}

/** Between DHCP's own ports. */
function onItsPorts(family: Family, payload: Buffer): Datagram {
  const [address, from, to] = family === 4 ? ["127.0.0.1", 68, 67] : ["::1", 546, 547];
  return { from: { address: address as string, port: from as number }, to: { address: address as string, port: to as number }, payload };
}

/** All values of the named fields (as `tshark -e` knows them) in a UDP payload between DHCP's own ports. */
export function dissect(family: Family, payload: Buffer, fields: string[]): Record<string, string[]> {
  const wanted = [...fields, "_ws.malformed"].flatMap((field) => ["-e", field]);
  const text = run([onItsPorts(family, payload)], ["-T", "fields", "-E", "occurrence=a", "-E", "aggregator=|", "-E", "separator=/t", ...wanted]);
  const values = text.replace(/\n$/, "").split("\t").map((value) => (value === "" ? [] : value.split("|")));
  const malformed = values[fields.length] ?? [];
  if (malformed.length > 0) throw new Error(`tshark calls the packet malformed: ${payload.toString("hex")}`);
  return Object.fromEntries(fields.map((field, index) => [field, values[index] ?? []]));
}

/** A tree of tshark's: a field's value under its name, [its bytes in hexadecimal, …] under NAME_raw, what is inside under NAME_tree; lists where there are several. */
export type Layers = Record<string, any>;

/** Everything that tshark says of each datagram. `port`: that of a server, which says what the datagrams are. */
export function dissectAll(family: Family, datagrams: Datagram[], port: number): Layers[] {
  const decode = ["-d", `udp.port==${port},${family === 4 ? "dhcp" : "dhcpv6"}`];
  const packets = JSON.parse(run(datagrams, [...decode, "-T", "json", "-x", "--no-duplicate-keys"])) as { _source: { layers: Layers } }[];
  return packets.map(({ _source }) => _source.layers);
}

function run(datagrams: Datagram[], args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "tshark-"));
  try {
    const file = join(folder, "packets.pcap");
    writeFileSync(file, pcap(datagrams.map((datagram) => (datagram.from.address.includes(":") ? inIpv6(datagram) : inIpv4(datagram)))));
    return execFileSync(PROGRAM, ["-n", "-r", file, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LINKTYPE_RAW = 101; // A packet begins with its IP header.

function pcap(packets: Buffer[]): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(0xffff, 16);
  head.writeUInt32LE(LINKTYPE_RAW, 20);
  return Buffer.concat([head, ...packets.flatMap((packet) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(packet.length, 8);
    record.writeUInt32LE(packet.length, 12);
    return [record, packet];
  })]);
}

function inUdp({ from, to, payload }: Datagram): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(from.port, 0);
  head.writeUInt16BE(to.port, 2);
  head.writeUInt16BE(8 + payload.length, 4);
  return Buffer.concat([head, payload]);
}

function inIpv4(datagram: Datagram): Buffer {
  const udp = inUdp(datagram);
  const head = Buffer.from([0x45, 0, 0, 0, 0, 0, 0, 0, 64, 17, 0, 0]);
  head.writeUInt16BE(20 + udp.length, 2);
  return Buffer.concat([head, ipv4Bytes(datagram.from.address), ipv4Bytes(datagram.to.address), udp]);
}

function inIpv6(datagram: Datagram): Buffer {
  const udp = inUdp(datagram);
  const head = Buffer.from([0x60, 0, 0, 0, 0, 0, 17, 64]);
  head.writeUInt16BE(udp.length, 4);
  return Buffer.concat([head, ipv6Bytes(datagram.from.address), ipv6Bytes(datagram.to.address), udp]);
}
