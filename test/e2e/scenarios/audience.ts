// SPDX-License-Identifier: MPL-2.0
// Judges what a policy was shown of scenarios: where Kea asked it, and each value, against what tshark tells of the packets.
import { expect } from "vitest";
import type { Call, Members } from "../everything_calls.ts";
import { keaVersion, type Family, type KeaVersion } from "../kea_installation.ts";
import type { Datagram } from "../tshark.ts";
import { allPoints, Theatre, type Exchange, type Performance } from "./acted_out.ts";
import { arguments4, arguments6, endedLease, flattened, type Arguments, type Known } from "./expected_calls.ts";
import type { Scenario } from "./scenario.ts";
import { tell4, tell6 } from "./tell.ts";
import type { Told4, Told6 } from "./told.ts";

type Told = Told4 | Told6;
type Expected = Record<string, (known: Known<any>) => Arguments>;

/** What Kea does by itself: no packet tells what it must be. */
const isEnd = ({ at }: Call): boolean => /_(expire|recover)$/.test(at);

export class Audience {
  private constructor(
    private readonly family_: Family, private readonly performances_: Performance[], private readonly told_: Map<Buffer, Told>, readonly log: string,
    private readonly version_: KeaVersion,
  ) {}

  /** Acts the scenarios out, one after the other. */
  static async watch(family: Family, multiThreading: boolean, scenarios: Scenario[]): Promise<Audience> {
    const theatre = await Theatre.open(family, multiThreading);
    const performances: Performance[] = [];
    let log = "";
    try {
      for (const scenario of scenarios) performances.push(await theatre.perform(scenario));
    } finally {
      log = await theatre.close();
    }
    const datagrams = performances.flatMap(({ exchanges }) => exchanges.flatMap((exchange) => datagramsOf(theatre, exchange)));
    const { serverPort } = theatre.server;
    const told = family === 4 ? tell4(datagrams, serverPort) : tell6(datagrams, serverPort);
    return new Audience(family, performances, new Map(datagrams.map(({ payload }, index) => [payload, told[index]!])), log, keaVersion(family));
  }

  /** Fails where a scenario did not go as it says, or the policy was shown something else than what happened. */
  judge(what: string): void {
    const { scenario, exchanges, calls, failure } = this.performances_.find((one) => one.scenario.what === what)!;
    if (failure) throw failure;
    expect(calls.map(({ at }) => at)).toEqual(allPoints(this.version_, scenario));
    expect(exchanges).toHaveLength(scenario.messages.length);
    const held = new Map<string, Members>();
    const counts = new Map<string, number>();
    for (const call of calls) {
      const expected = isEnd(call) ? endedLease(this.family_, call, held) : this.expectedOf_(call, exchanges, held, counts);
      expect.soft(Object.fromEntries(call.objects), call.at).toEqual(flattened(expected));
      this.remember_(call, held);
    }
  }

  private expectedOf_(call: Call, exchanges: Exchange[], held: Map<string, Members>, counts: Map<string, number>): Arguments {
    const raw = call.at.endsWith("_receive") && call.packet === 0;
    const key = `${call.at} ${call.packet}`;
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    // Those that are not parsed yet come in the order of the messages.
    const exchange = raw ? exchanges[index] : exchanges.find(({ transid }) => transid === call.packet);
    if (!exchange) throw new Error(`Nobody sent the packet ${call.packet} of ${call.at}.`);
    const [query, answer] = [this.told_.get(exchange.bytes)!, exchange.answer && this.told_.get(exchange.answer)!];
    const expected: Expected = this.family_ === 4 ? arguments4 : arguments6;
    return expected[call.at]!({ version: this.version_, query, answer, held, call, index });
  }

  /** What Kea stored, by what was shown, which was compared before. */
  private remember_({ at, objects }: Call, held: Map<string, Members>): void {
    for (const [path, members] of objects) if (/^leases[46]_committed/.test(at) && /^leases[46]\.at/.test(path)) held.set(members["address"], members);
  }
}

/** A client's message, and what the server answered. */
function datagramsOf({ server }: Theatre, { bytes, answer }: Exchange): Datagram[] {
  const address = server.family === 4 ? "127.0.0.1" : "::1";
  const [client, place] = [{ address, port: server.clientPort }, { address, port: server.serverPort }];
  return [{ from: client, to: place, payload: bytes }, ...(answer ? [{ from: place, to: client, payload: answer }] : [])];
}
