// SPDX-License-Identifier: MPL-2.0
// Kea is configured again and again while a thousand clients a second want leases: what the library costs then, beside a Kea without it.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { expectBlocked, hwaddr } from "./either_client.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { manyClients, type LoadReport } from "./many_clients.ts";
import { inTurn } from "./perfdhcp.ts";

/** Clients a second, where the machine is quiet enough for them: see sustainableRate. */
const MOST_PER_SECOND = 1000;
const PACKETS_PER_CLIENT = 2;

interface Round {
  /** Awaited at the end only: who waits for an answer does not hold up the next round. */
  report: Promise<LoadReport>;
  /** After each reload. */
  residentKiB: number[];
  descriptors: number[];
}

let series = 0;

/** Halves the rate until bare Kea, left alone, loses next to nothing: beyond that the machine is measured and no server. */
async function sustainableRate(bare: KeaServer): Promise<number> {
  for (let rate = MOST_PER_SECOND; ; rate /= 2) {
    const report = await manyClients(bare, { clients: rate, perSecond: rate, series: series++, attempts: 3, timeoutMs: 1000 });
    if (report.retransmissions <= rate / 100 || rate <= MOST_PER_SECOND / 8) return rate;
  }
}

interface Plan {
  seconds: number;
  reloads: number;
  perSecond: number;
}

async function oneRound(server: KeaServer, { seconds, reloads, perSecond }: Plan): Promise<Round> {
  // Clients wait long, as real ones do: a packet that is answered late on a busy machine is not lost.
  const report = manyClients(server, {
    clients: seconds * perSecond, perSecond, series: series++, attempts: 4, timeoutMs: 2000, restarts: 4,
  });
  const round: Round = { report, residentKiB: [], descriptors: [] };
  for (let i = 0; i < reloads; i++) {
    await sleep((seconds * 1000) / (reloads + 1) - 10);
    expect(await server.reload()).toMatchObject({ result: 0 });
    round.residentKiB.push(server.residentKiB());
    round.descriptors.push(server.descriptors());
  }
  return round;
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

// Twenty reloads of each server. Each round's packets lost are its retransmissions.
const ROUNDS = 4;
const servers: { family: Family; multiThreading: boolean }[] = [{ family: 4, multiThreading: true }, { family: 6, multiThreading: false }];

describe.each(servers)("kea-dhcp$family, multi-threading $multiThreading, under 1,000 clients a second:", ({ family, multiThreading }) => {
  const plan: Plan = { seconds: 2, reloads: 5, perSecond: MOST_PER_SECOND };
  const denied = hwaddr(0xdead);
  let ours: KeaServer;
  let bare: KeaServer;
  let a: Round[];
  let b: Round[];
  let withLibrary: LoadReport[];
  let withoutIt: LoadReport[];
  beforeAll(async () => {
    const policies = [{ name: "doorman", wasm: await compiledPolicy("doorman"), config: { deny: [denied] } }];
    ours = await KeaServer.start({ family, multiThreading, policies });
    bare = await KeaServer.start({ family, multiThreading });
    const pid = ours.pid;
    // Not counted: this process and both servers warm up.
    for (const server of [ours, bare]) await (await oneRound(server, { seconds: 1, reloads: 1, perSecond: 500 })).report;
    plan.perSecond = await sustainableRate(bare);
    const rounds = await inTurn(ROUNDS, () => oneRound(ours, plan), () => oneRound(bare, plan));
    [a, b] = [rounds.a, rounds.b];
    [withLibrary, withoutIt] = await Promise.all([a, b].map((some) => Promise.all(some.map(({ report }) => report)))) as [LoadReport[], LoadReport[]];
    expect(ours.pid).toBe(pid);
  }, 120_000);
  afterAll(async () => {
    await ours.stop();
    await bare.stop();
  });

  it("twenty reloads lose no more packets than bare Kea loses in the same run", () => {
    const lost = (reports: LoadReport[]): number[] => reports.map(({ retransmissions }) => retransmissions);
    const packets = plan.seconds * plan.perSecond * PACKETS_PER_CLIENT;
    console.log(`kea-dhcp${family}: ${plan.perSecond} clients a second; of ${packets} packets a round, lost with the library ${lost(withLibrary).join(", ")}; bare ${lost(withoutIt).join(", ")}`);
    // A and B in turn. The margin is what bare Kea's own rounds differ by, which is little on a quiet machine, and a hundredth of the
    // packets. Compiling the policy at each reload lost a fifth of them.
    expect(median(lost(withLibrary))).toBeLessThanOrEqual(Math.max(...lost(withoutIt)) + packets / 100);
  });

  it("every client that sends again gets a lease", () => {
    for (const report of withLibrary) {
      expect(report.clients).toBe(plan.seconds * plan.perSecond);
      expect(report.never).toBe(0);
      expect(report.firstTry + report.afterRetransmission).toBe(report.clients);
    }
  });

  it("memory and descriptors stay as they are", () => {
    // Medians of the first and the second ten reloads: single values have open connections in them.
    const growth = (values: number[]): number => median(values.slice(values.length / 2)) - median(values.slice(0, values.length / 2));
    const grown = growth(a.flatMap(({ residentKiB }) => residentKiB));
    const bareGrown = growth(b.flatMap(({ residentKiB }) => residentKiB));
    console.log(`kea-dhcp${family}: resident memory grew by ${grown} KiB in the second half of twenty reloads, bare by ${bareGrown} KiB`);
    // A leaked set of policies would be some MiB a reload.
    expect(grown).toBeLessThanOrEqual(Math.max(0, bareGrown) + 2048);
    // One a reload would be ten; a connection or two of the control socket may be open at any time.
    expect(growth(a.flatMap(({ descriptors }) => descriptors))).toBeLessThan(5);
  });

  it("and the policy still decides", () => expectBlocked(ours, denied, hwaddr(1)));
});
