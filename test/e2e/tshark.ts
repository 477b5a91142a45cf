// SPDX-License-Identifier: MPL-2.0
// What Wireshark's dissectors say of a packet: the opinion that our codecs are held against.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Family } from "./kea_installation.ts";

const PROGRAM = "/usr/bin/tshark";

export function tsharkIsInstalled(): boolean {
  return existsSync(PROGRAM);
}

/** All values of the named fields (as `tshark -e` knows them) in a UDP payload between DHCP's own ports. */
export function dissect(family: Family, payload: Buffer, fields: string[]): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), "tshark-"));
  try {
    const file = join(folder, "packet.pcap");
    writeFileSync(file, pcap(family === 4 ? inIpv4(payload) : inIpv6(payload)));
    const wanted = [...fields, "_ws.malformed"].flatMap((field) => ["-e", field]);
    const args = ["-n", "-r", file, "-T", "fields", "-E", "occurrence=a", "-E", "aggregator=|", "-E", "separator=/t", ...wanted];
    const text = execFileSync(PROGRAM, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const values = text.replace(/\n$/, "").split("\t").map((value) => (value === "" ? [] : value.split("|")));
    const malformed = values[fields.length] ?? [];
    if (malformed.length > 0) throw new Error(`tshark calls the packet malformed: ${payload.toString("hex")}`);
    return Object.fromEntries(fields.map((field, index) => [field, values[index] ?? []]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LINKTYPE_RAW = 101; // The packet begins with its IP header.

function pcap(packet: Buffer): Buffer {
  const head = Buffer.alloc(24 + 16);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(0xffff, 16);
  head.writeUInt32LE(LINKTYPE_RAW, 20);
  head.writeUInt32LE(packet.length, 24 + 8);
  head.writeUInt32LE(packet.length, 24 + 12);
  return Buffer.concat([head, packet]);
}

function inUdp(payload: Buffer, from: number, to: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(from, 0);
  head.writeUInt16BE(to, 2);
  head.writeUInt16BE(8 + payload.length, 4);
  return Buffer.concat([head, payload]);
}

function inIpv4(payload: Buffer): Buffer {
  const udp = inUdp(payload, 68, 67);
  const head = Buffer.from([0x45, 0, 0, 0, 0, 0, 0, 0, 64, 17, 0, 0, 127, 0, 0, 1, 127, 0, 0, 1]);
  head.writeUInt16BE(head.length + udp.length, 2);
  return Buffer.concat([head, udp]);
}

function inIpv6(payload: Buffer): Buffer {
  const udp = inUdp(payload, 546, 547);
  const head = Buffer.alloc(40);
  head[0] = 0x60;
  head.writeUInt16BE(udp.length, 4);
  head.set([17, 64], 6);
  head[23] = head[39] = 1;
  return Buffer.concat([head, udp]);
}
