// SPDX-License-Identifier: MPL-2.0
// Many clients at once, at a given rate, each wanting a lease and sending again where no answer comes: what users would
// notice of a reload or of a slow policy.
import { setTimeout as sleep } from "node:timers/promises";
import type { Endpoint } from "./client_socket.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";

export interface Load {
  clients: number;
  /** How many clients begin in a second. */
  perSecond: number;
  /** How often a client sends each of its two messages at most. */
  attempts?: number;
  /** How long a client waits before it sends again. */
  timeoutMs?: number;
  /** How often a client that got no lease begins again, as clients do after a NAK. */
  restarts?: number;
  /** Distinguishes the addresses of several loads on one server. */
  series?: number;
  /** Ends the load early: clients that have not begun by then never do. */
  until?: AbortSignal;
}

export interface LoadReport {
  /** Clients that began. */
  clients: number;
  /** Got a lease, and no message had to be sent again. */
  firstTry: number;
  /** Got a lease after some message was sent again. */
  afterRetransmission: number;
  /** Got none. */
  never: number;
  /** Messages sent beyond the first of each: what was lost, or answered too late. */
  retransmissions: number;
  /** The rate that this machine really reached. */
  perSecond: number;
}

export async function manyClients(endpoint: Endpoint, load: Load): Promise<LoadReport> {
  const report: LoadReport = { clients: 0, firstTry: 0, afterRetransmission: 0, never: 0, retransmissions: 0, perSecond: 0 };
  const patience: Patience = { attempts: load.attempts ?? 5, timeoutMs: load.timeoutMs ?? 1000, restarts: load.restarts ?? 0 };
  const began = performance.now();
  const all: Promise<void>[] = [];
  while (report.clients < load.clients && !load.until?.aborted) {
    // Whoever is due by the clock begins now, so that a late timer does not lower the rate.
    const due = Math.min(load.clients, Math.floor(((performance.now() - began) / 1000) * load.perSecond) + 1);
    while (report.clients < due) all.push(oneClient(endpoint, clientName(load.series ?? 0, report.clients++), patience, report));
    await sleep(1);
  }
  report.perSecond = report.clients / ((performance.now() - began) / 1000);
  await Promise.all(all);
  return report;
}

export interface ClientsInTurn {
  /** How many want a lease at any time. Where they are fewer than Kea's queue takes, Kea has no reason to lose a packet. */
  atOnce: number;
  attempts: number;
  timeoutMs: number;
  restarts?: number;
  series: number;
  /** No client begins any more; told after each that has ended. */
  enough: (ended: number) => boolean;
}

/** The next client begins when one has ended, so that a slow machine has fewer clients and not more to do. */
export async function clientsInTurn(endpoint: Endpoint, load: ClientsInTurn): Promise<LoadReport> {
  const report: LoadReport = { clients: 0, firstTry: 0, afterRetransmission: 0, never: 0, retransmissions: 0, perSecond: 0 };
  const patience: Patience = { attempts: load.attempts, timeoutMs: load.timeoutMs, restarts: load.restarts ?? 0 };
  const began = performance.now();
  const oneAfterTheOther = async (): Promise<void> => {
    do await oneClient(endpoint, clientName(load.series, report.clients++), patience, report);
    while (!load.enough(report.firstTry + report.afterRetransmission + report.never));
  };
  await Promise.all(Array.from({ length: load.atOnce }, oneAfterTheOther));
  report.perSecond = report.clients / ((performance.now() - began) / 1000);
  return report;
}

function clientName(series: number, index: number): Buffer {
  const name = Buffer.from([2, series, 0, 0, 0, 0]);
  name.writeUInt32BE(index, 2);
  return name;
}

interface Patience {
  attempts: number;
  timeoutMs: number;
  restarts: number;
}

async function oneClient(endpoint: Endpoint, name: Buffer, patience: Patience, report: LoadReport): Promise<void> {
  let address: string | null = null;
  let extra = 0;
  for (let begun = 0; begun <= patience.restarts && address === null; begun++) {
    const outcome = endpoint.family === 4 ? await lease4(endpoint, name, patience) : await lease6(endpoint, name, patience);
    address = outcome.address;
    extra += outcome.attempts.reduce((sum, count) => sum + count - 1, 0);
  }
  report.retransmissions += extra;
  if (address === null) report.never++;
  else if (extra > 0) report.afterRetransmission++;
  else report.firstTry++;
}

interface Outcome {
  address: string | null;
  /** How often each message was sent. */
  attempts: number[];
}

async function lease4(endpoint: Endpoint, hwaddr: Buffer, patience: Patience): Promise<Outcome> {
  const { address, discover, request } = await new Dhcp4Client(endpoint, { hwaddr }).obtainLease(patience);
  return { address, attempts: [discover.attempts, request?.attempts ?? 1] };
}

async function lease6(endpoint: Endpoint, name: Buffer, patience: Patience): Promise<Outcome> {
  const duid = Buffer.concat([Buffer.from([0, 3, 0, 1]), name]);
  const { address, solicit, request } = await new Dhcp6Client(endpoint, { duid }).obtainLease(patience);
  return { address, attempts: [solicit.attempts, request?.attempts ?? 1] };
}
