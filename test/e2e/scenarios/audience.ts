// SPDX-License-Identifier: MPL-2.0
// Judges what a policy was shown of scenarios: where Kea asked it, and each value, against what tshark tells of the packets.
import { expect } from "vitest";
import { Dhcp6Type } from "../dhcp6_codec.ts";
import type { Call, Members } from "../everything_calls.ts";
import { keaVersion, type Family, type KeaVersion } from "../kea_installation.ts";
import type { KeaServer } from "../kea_server.ts";
import type { Datagram, Place } from "../tshark.ts";
import { pointsAt, Theatre, type Performance } from "./acted_out.ts";
import { TheatreOver6 } from "./acted_over6.ts";
import { arguments4, arguments6, endedLease, flattened, unanswered4, type Arguments, type Known } from "./expected_calls.ts";
import { value6 } from "./expected_packets.ts";
import type { Exchange } from "./kept_clients.ts";
import type { Scenario } from "./scenario.ts";
import { tell4, tell6 } from "./tell.ts";
import type { Told4, Told6 } from "./told.ts";

type Told = Told4 | Told6;

/** What Kea does by itself: no packet tells what it must be. */
const isEnd = ({ at }: Call): boolean => /_(expire|recover)$/.test(at);

const isAboutAnOffer = /^(ddns4_update|lease4_(select|offer|server_decline))$/;

/** What is known of one server's part in scenarios. */
export class Audience {
  private readonly version_: KeaVersion;

  private constructor(
    private readonly family_: Family, private readonly performances_: Performance[],
    /** By the bytes of a message or an answer. */
    private readonly told_: Map<Buffer, Told>, readonly log: string,
  ) {
    this.version_ = keaVersion(family_);
  }

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
    const datagrams = datagramsOf(theatre.server, performances);
    const told = (family === 4 ? tell4 : tell6)(datagrams, theatre.server.serverPort);
    return new Audience(family, performances, byBytes(datagrams, told), log);
  }

  /** The same of those that need both servers; what kea-dhcp4 and what kea-dhcp6 had to do with them. */
  static async watchOver6(multiThreading: boolean, scenarios: Scenario[]): Promise<Audience[]> {
    const theatre = await TheatreOver6.open(multiThreading);
    const performances: Record<Family, Performance>[] = [];
    let logs = { 4: "", 6: "" };
    try {
      for (const scenario of scenarios) performances.push(await theatre.perform(scenario));
    } finally {
      logs = await theatre.close();
    }
    const [fours, sixes] = [performances.map((both) => both[4]), performances.map((both) => both[6])];
    const server = theatre.servers[6].kea;
    const outer = datagramsOf(server, sixes);
    const told6 = tell6(outer, server.serverPort);
    // What tshark found in the option is the DHCPv4 message. Kea knows of no address and no other ports for a query than DHCP's own, and says of
    // an answer what it would be without DHCPv6.
    const four = theatre.servers[4].kea;
    const payloads = fours.flatMap(({ exchanges }) => exchanges.flatMap(({ bytes, answer }) => (answer ? [bytes, answer] : [bytes])));
    const inner = told6.map((told, index): Datagram => {
      const payload = payloads[index]!;
      expect(value6(told.options, 87)).toEqual(payload);
      const place = (address: string, port: number): Place => ({ address, port });
      if (told.type === Dhcp6Type.DHCPV4_QUERY) return { from: place("0.0.0.0", 68), to: place("0.0.0.0", 67), payload };
      return { from: place("127.0.0.1", four.serverPort), to: place("0.0.0.0", four.clientPort), payload };
    });
    const told4 = tell4(inner, four.serverPort).map((told) => ({ ...told, inside6: true }));
    return [new Audience(4, fours, byBytes(inner, told4), logs[4]), new Audience(6, sixes, byBytes(outer, told6), logs[6])];
  }

  /** Fails where a scenario did not go as it says, or the policy was shown something else than what happened. */
  judge(what: string): void {
    const { scenario, exchanges, calls, failure } = this.performances_.find((one) => one.scenario.what === what)!;
    if (failure) throw failure;
    // Kea's timer does not wait for those who answer packets: a lease of a second may have ended while the policy is asked about what gave it.
    const inOrder = [...calls.filter((call) => !isEnd(call)), ...calls.filter(isEnd)];
    expect(inOrder.map(({ at }) => at)).toEqual(pointsAt(this.family_, this.version_, scenario));
    expect(exchanges).toHaveLength(scenario.messages.length);
    const held = new Map<string, Members>();
    const counts = new Map<string, number>();
    for (const call of inOrder) {
      const expected = isEnd(call) ? flattened(endedLease(this.family_, call, held)) : this.expectedOf_(call, exchanges, held, counts);
      expect.soft(Object.fromEntries(call.objects), call.at).toEqual(expected);
      remember(call, held);
    }
  }

  private expectedOf_(call: Call, exchanges: Exchange[], held: Map<string, Members>, counts: Map<string, number>): Record<string, Members> {
    const raw = /^buffer[46]_receive$/.test(call.at);
    const key = `${call.at} ${call.packet}`;
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    // Those that are not parsed yet come in the order of the messages, and those around DHCPv4 messages have all the same in the place of an id.
    const candidates = raw ? exchanges : exchanges.filter(({ transid, answer }) => transid === call.packet && (answer || !call.at.endsWith("_send")));
    const exchange = candidates[raw || candidates.length > 1 ? index : 0];
    if (!exchange) throw new Error(`Nobody sent the packet ${call.packet} of ${call.at}.`);
    const [query, answer] = [this.told_.get(exchange.bytes)!, exchange.answer && this.told_.get(exchange.answer)!];
    const expected: Record<string, (known: Known<any>) => Arguments> = this.family_ === 4 ? arguments4 : arguments6;
    if (!answer && isAboutAnOffer.test(call.at)) return unanswered4(call, query as Told4);
    return flattened(expected[call.at]!({ version: this.version_, query, answer, held, call, index }));
  }
}

/** What Kea stored, by what was shown, which was compared before. */
function remember({ at, objects }: Call, held: Map<string, Members>): void {
  for (const [path, members] of objects) {
    const isStored = at === "lease4_server_decline" ? path === "lease4" : /^leases[46]_committed/.test(at) && /^leases[46]\.at/.test(path);
    if (isStored) held.set(members["address"], members);
  }
}

function byBytes(datagrams: Datagram[], told: Told[]): Map<Buffer, Told> {
  return new Map(datagrams.map(({ payload }, index) => [payload, told[index]!]));
}

/** The clients' messages, and what the server answered. */
function datagramsOf({ family, clientPort, serverPort }: KeaServer, performances: Performance[]): Datagram[] {
  const address = family === 4 ? "127.0.0.1" : "::1";
  const [client, place] = [{ address, port: clientPort }, { address, port: serverPort }];
  return performances.flatMap(({ exchanges }) => exchanges).flatMap(({ bytes, answer }) =>
    [{ from: client, to: place, payload: bytes }, ...(answer ? [{ from: place, to: client, payload: answer }] : [])]);
}
