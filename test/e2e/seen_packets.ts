// SPDX-License-Identifier: MPL-2.0
// Sends exact bytes to a server whose policy logs everything that it sees, and reads those lines.
import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Family } from "./kea_installation.ts";
import type { KeaServer } from "./kea_server.ts";

export type Json = string | number | boolean | null | { [key: string]: Json };
export type JsonMap = Record<string, Json>;

/** Bytes that were sent, and from where. */
export interface Sent {
  bytes: Buffer;
  from: { address: string; port: number };
  server: KeaServer;
}

/** What a policy's field or read must be, by the bytes that were sent. */
export type Expectations = Record<string, (sent: Sent) => unknown>;

/** The interface as Linux numbers it; its type is that of RFC 826, as Kea takes it from the kernel. */
export const loopback = { index: numberOf("ifindex"), name: "lo", hardwareType: numberOf("type") };

function numberOf(file: string): number {
  return Number(readFileSync(`/sys/class/net/lo/${file}`, "utf8"));
}

// Ten lines a second are let through; more, and some would be swallowed.
const MS_PER_LINE = 105;

/** Sends once and waits for the lines that the policy logs: `TRANSID WHAT {json}`, by WHAT. */
export async function sendAndSee(
  server: KeaServer, bytes: Buffer, transid: number, lines: string[], address = server.family === 4 ? "127.0.0.1" : "::1",
): Promise<{ sent: Sent; seen: Record<string, JsonMap> }> {
  await sleep(lines.length * MS_PER_LINE);
  const port = await sendFrom(server.family, address, bytes, server.serverPort);
  const seen: Record<string, JsonMap> = {};
  for (const what of lines) {
    const [, json] = await server.waitForLog(new RegExp(`POLICY_SAYS everything: ${transid.toString(16)} ${what} (\\{.*\\})\\n`));
    // The log has control characters and backslashes as \xNN, which JSON does not know.
    seen[what] = JSON.parse(json!.replaceAll("\\x", "\\u00")) as JsonMap;
  }
  return { sent: { bytes, from: { address, port }, server }, seen };
}

function sendFrom(family: Family, address: string, bytes: Buffer, to: number): Promise<number> {
  return new Promise((done, fail) => {
    const socket = createSocket({ type: family === 4 ? "udp4" : "udp6" });
    socket.once("error", fail);
    socket.bind(0, address, () => {
      const { port } = socket.address();
      socket.send(bytes, to, family === 4 ? "127.0.0.1" : "::1", (error) => {
        socket.close();
        if (error) fail(error);
        else done(port);
      });
    });
  });
}

/** Bytes as the policies write them: hexadecimal, or from 21 bytes on their number and FNV-1a hash. */
export function shown(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  if (bytes.length <= 20) return Buffer.from(bytes).toString("hex");
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `${bytes.length}:${hash.toString(16)}`;
}

/** Everything that a policy told of one object, against the bytes. */
export function compare(seen: JsonMap, expected: Expectations, sent: Sent): { seen: JsonMap; expected: JsonMap } {
  return { seen, expected: Object.fromEntries(Object.entries(expected).map(([name, of]) => [name, of(sent) as Json])) };
}

/** Remembers which values a field had, so that one that never varies does not count as compared. */
export class Variety {
  private readonly values_ = new Map<string, Set<string>>();

  note(object: string, seen: JsonMap): void {
    for (const [name, value] of Object.entries(seen)) {
      const key = `${object}.${name}`;
      this.values_.set(key, (this.values_.get(key) ?? new Set()).add(JSON.stringify(value)));
    }
  }

  /** Fields that had one value only, in alphabetical order. */
  constant(): string[] {
    return [...this.values_].filter(([, values]) => values.size === 1).map(([key]) => key).sort();
  }
}
