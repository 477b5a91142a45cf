// SPDX-License-Identifier: MPL-2.0
// What a callout of the policy costs, from Kea's own statistics: the library times every 16th.
import type { KeaServer } from "../../test/e2e/kea_server.ts";
import { manyClients } from "../../test/e2e/many_clients.ts";

const ROUNDS = 20;

export interface Cost {
  callouts: number;
  timed: number;
  /** Median of the rounds' means: a callout that the kernel interrupted does not speak for the others. */
  nanoseconds: number;
  /** Clients that got a lease meanwhile. */
  leases: number;
}

export async function measureCost(server: KeaServer, clients: number): Promise<Cost> {
  const means: number[] = [];
  let leases = 0;
  const first = await counters(server);
  let before = first;
  for (let round = 0; round < ROUNDS; round++) {
    const report = await manyClients(server, { clients: clients / ROUNDS, perSecond: 2000, series: round });
    leases += report.firstTry + report.afterRetransmission;
    const after = await counters(server);
    if (after.timed > before.timed) means.push((after.nanoseconds - before.nanoseconds) / (after.timed - before.timed));
    before = after;
  }
  const nanoseconds = means.sort((one, other) => one - other)[Math.floor(means.length / 2)] ?? NaN;
  return { callouts: before.calls - first.calls, timed: before.timed - first.timed, nanoseconds, leases };
}

async function counters(server: KeaServer): Promise<{ calls: number; timed: number; nanoseconds: number }> {
  const statistics = await server.statistics();
  const value = (name: string): number => statistics[`policy[blocklist].pkt${server.family}_receive.${name}`] ?? 0;
  return { calls: value("calls"), timed: value("timed-calls"), nanoseconds: value("timed-nanoseconds") };
}
