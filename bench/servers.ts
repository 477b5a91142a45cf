// SPDX-License-Identifier: MPL-2.0
// Whole servers under perfdhcp: kea-dhcp4 with the blocklist policy and a list, beside one with the same decision in C++, in turn.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KeaServer } from "../test/e2e/kea_server.ts";
import { perfdhcp } from "../test/e2e/perfdhcp.ts";
import type { Figure } from "./callout.ts";
import { built } from "./places.ts";

const ROUNDS = 5;
const OFFERED_RATE = 500;
const SECONDS = 6;
const TRIAL_SECONDS = 2;
const LOWEST_RATE = 500;
const IMPOSSIBLE_RATE = 64_000;
const MOST_DROPS = 0.01;
const LISTED = 100_000;

export interface ServerFigures {
  /** CPU time of the server for one assignment (four packets, two callouts), in microseconds. */
  cpuMicroseconds: Comparison;
  /** Assignments a second with less than 1 % of the packets lost. */
  highestRate: Comparison;
}

export interface Comparison {
  native: Figure;
  ours: Figure;
  /** Difference within a round: ours less native, and a second native server less the first. */
  oursLessNative: Figure;
  nativeLessNative: Figure;
}

interface Round {
  native: number;
  ours: number;
  secondNative: number;
}

export async function measureServers(): Promise<ServerFigures> {
  const folder = mkdtempSync(join(tmpdir(), "kea-policy-bench-"));
  const file = join(folder, "denied.txt");
  writeFileSync(file, deniedList());
  const servers: KeaServer[] = [];
  try {
    const native = { library: built("libnative_hook.so"), parameters: { "hook-point": "pkt4_receive", family: 4, list: file } };
    const policies = [{ name: "blocklist", wasm: built("policies/blocklist.wasm"), lists: { denied: { file, kind: "hwaddr" } } }];
    // One thread, so that the load generator has a core of its own.
    const common = { family: 4, multiThreading: false } as const;
    for (const options of [{ otherHooks: [native] }, { policies }, { otherHooks: [native] }]) {
      servers.push(await KeaServer.start({ ...common, ...options }));
    }
    return {
      cpuMicroseconds: await compare(servers, async (server) => {
        return (await perfdhcp(server, { rate: OFFERED_RATE, seconds: SECONDS })).cpuMicroseconds;
      }),
      highestRate: await compare(servers, highestRate),
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true });
  }
}

/** Addresses that perfdhcp's clients do not have. */
function deniedList(): string {
  const hex = (value: number): string => value.toString(16).padStart(2, "0");
  return Array.from({ length: LISTED }, (_, i) => `02:5e:00:${hex(i >> 16)}:${hex((i >> 8) & 255)}:${hex(i & 255)}\n`).join("");
}

/** Doubles the rate until packets get lost, then halves the interval down to about 3 %. */
async function highestRate(server: KeaServer): Promise<number> {
  const holds = async (rate: number): Promise<boolean> => {
    const trial = await perfdhcp(server, { rate, seconds: TRIAL_SECONDS });
    // On a busy machine perfdhcp itself falls behind; a rate that was not offered was not held.
    return trial.dropShare < MOST_DROPS && trial.rate > rate * 0.9;
  };
  let good = 0;
  let bad = LOWEST_RATE;
  while (bad < IMPOSSIBLE_RATE && (await holds(bad))) [good, bad] = [bad, bad * 2];
  while (good > 0 && bad - good > bad / 32) {
    const middle = Math.round((good + bad) / 2);
    if (await holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

async function compare(servers: KeaServer[], measure: (server: KeaServer) => Promise<number>): Promise<Comparison> {
  const [native, ours, secondNative] = servers as [KeaServer, KeaServer, KeaServer];
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ native: await measure(native), ours: await measure(ours), secondNative: await measure(secondNative) });
  }
  return {
    native: figure(rounds.map((round) => round.native)),
    ours: figure(rounds.map((round) => round.ours)),
    oursLessNative: figure(rounds.map((round) => round.ours - round.native)),
    nativeLessNative: figure(rounds.map((round) => round.secondNative - round.native)),
  };
}

function figure(values: number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, least: sorted[0]!, most: sorted.at(-1)! };
}
