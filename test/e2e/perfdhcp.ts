// SPDX-License-Identifier: MPL-2.0
// perfdhcp (Debian package kea-admin) against a server on loopback, and two servers in turn.
import { spawn } from "node:child_process";
import type { KeaServer } from "./kea_server.ts";

const PROGRAM = "/usr/sbin/perfdhcp";

export interface PerfOptions {
  /** Four-way exchanges a second. */
  rate: number;
  seconds: number;
  /** How many different clients there are. */
  clients?: number;
  /** How long it waits for late answers in the end; not at all by default. The time counts for `rate`. */
  patienceMs?: number;
}

export interface PerfResult {
  /** Four-way exchanges a second that were reached. */
  rate: number;
  /** Packets that were not answered, and their share of those sent. */
  drops: number;
  dropShare: number;
  /** Exchanges begun and completed. */
  begun: number;
  completed: number;
  /** CPU time of the server for one exchange, in microseconds. */
  cpuMicroseconds: number;
  /** From each packet to its answer, in milliseconds. */
  delays: number[];
}

export async function perfdhcp(server: KeaServer, options: PerfOptions): Promise<PerfResult> {
  const local = server.family === 4 ? ["-4", "-l", "127.0.0.1"] : ["-6", "-A1", "-l", "::1"];
  const cpuBefore = server.cpuMilliseconds();
  const text = await run([
    ...local,
    // One thread: the second one, which takes the answers, would run on the processor that Kea has, woken by it, while another one is idle.
    "-g", "single",
    "-R", String(options.clients ?? 50_000), "-r", String(options.rate), "-p", String(options.seconds),
    "-W", String((options.patienceMs ?? 0) * 1000), "-x", "t",
    "-L", String(server.clientPort), "-N", String(server.serverPort),
    server.family === 4 ? "127.0.0.1" : "::1",
  ]);
  const cpu = server.cpuMilliseconds() - cpuBefore;
  const numbers = (pattern: RegExp): number[] => [...text.matchAll(pattern)].map((found) => Number(found[1]));
  const rate = numbers(/^Rate: ([\d.]+)/gm)[0];
  const sent = numbers(/^sent packets: (\d+)/gm);
  const received = numbers(/^received packets: (\d+)/gm);
  if (rate === undefined || sent.length < 2 || received.length < 2) {
    throw new Error(`perfdhcp's report could not be read: ${text.slice(0, 2000)}`);
  }
  const drops = sent[0]! - received[0]! + (sent[1]! - received[1]!);
  const delays = [...text.matchAll(/^sent \/ received: ([\d.]+) \/ ([\d.]+)$/gm)].map((found) => (Number(found[2]) - Number(found[1])) * 1000);
  // The second pair of messages completes an exchange.
  const [begun, completed] = [sent[0]!, received[1]!];
  return { rate, drops, dropShare: drops / (sent[0]! + sent[1]!), begun, completed, cpuMicroseconds: (cpu * 1000) / Math.max(1, completed), delays };
}

function run(args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    // The load must not outlive an interrupted test either.
    const child = spawn("setpriv", ["--pdeathsig", "KILL", PROGRAM, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.once("error", fail);
    child.once("close", (code) => {
      // 3: some packets were not answered, which is a result and no error.
      if (code === 0 || code === 3) done(text);
      else fail(new Error(`${PROGRAM} ${args.join(" ")} ended with exit code ${code}: ${text.slice(-1000)}`));
    });
  });
}

/** Measures A, B, A, B …, so that a machine that slows down or heats up treats both alike. */
export async function inTurn<T>(rounds: number, a: () => Promise<T>, b: () => Promise<T>): Promise<{ a: T[]; b: T[] }> {
  const results: { a: T[]; b: T[] } = { a: [], b: [] };
  for (let round = 0; round < rounds; round++) {
    results.a.push(await a());
    results.b.push(await b());
  }
  return results;
}
