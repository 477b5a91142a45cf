// SPDX-License-Identifier: MPL-2.0
// Sends the packets of one client after the other, and prints beside what it got what the policy wrote in Kea's log about each.
import { setTimeout as sleep } from "node:timers/promises";
import { Dhcp4Client } from "../../test/e2e/dhcp4_client.ts";
import { Dhcp6Client } from "../../test/e2e/dhcp6_client.ts";
import { messageType4, Dhcp4Type } from "../../test/e2e/dhcp4_codec.ts";
import { Dhcp6Type, grants6 } from "../../test/e2e/dhcp6_codec.ts";
import type { KeaServer } from "../../test/e2e/kea_server.ts";
import { clients4, clients6 } from "./clients.ts";
import { bold, green, red, row, say } from "./talk.ts";

/** One message of a client and what came back. */
interface Asked {
  message: string;
  attempts: number;
  /** Such as "OFFER of 127.16.0.0", or null where nothing came. */
  answer: string | null;
}

/** Thrown where a client did not get what it should have. */
export class UnexpectedOutcome extends Error {}

export async function showClients(server: KeaServer): Promise<void> {
  for (const { who, fields, served } of server.family === 4 ? clients4 : clients6) {
    say(`\n  ${bold(who)}`);
    // A client that should be answered sends again where a busy machine is late.
    const patience = { ...fields, attempts: served ? 4 : 1 };
    const steps = server.family === 4 ? asks4(server, patience) : asks6(server, patience);
    let last: Asked | undefined;
    const told = policyLines(server).length;
    for await (const asked of steps) {
      await showPacket(server, asked, told + (last?.attempts ?? 0));
      last = asked;
    }
    if ((last?.answer ?? null) !== null !== served) {
      throw new UnexpectedOutcome(`${who} should ${served ? "have got a lease, and did not" : "have got nothing, and was answered"}; the log of Kea:\n${server.log()}`);
    }
  }
}

async function* asks4(server: KeaServer, fields: object): AsyncGenerator<Asked> {
  const client = new Dhcp4Client(server, fields);
  const discover = await client.discover();
  const offer = discover.answer;
  yield { message: "DISCOVER", attempts: discover.attempts, answer: offer && `OFFER of ${offer.yiaddr}` };
  if (!offer) return;
  const { answer, attempts } = await client.request(offer);
  const acknowledged = answer && messageType4(answer) === Dhcp4Type.ACK;
  yield { message: "REQUEST", attempts, answer: acknowledged ? `ACK: the lease of ${answer.yiaddr}` : null };
}

async function* asks6(server: KeaServer, fields: object): AsyncGenerator<Asked> {
  const client = new Dhcp6Client(server, fields);
  const solicit = await client.solicit();
  const advertise = solicit.answer;
  const offered = advertise?.type === Dhcp6Type.ADVERTISE ? grants6(advertise)[0] : undefined;
  yield { message: "SOLICIT", attempts: solicit.attempts, answer: offered ? `ADVERTISE of ${offered.address}` : null };
  if (!advertise || !offered) return;
  const { answer, attempts } = await client.request(advertise);
  const granted = answer ? grants6(answer)[0] : undefined;
  yield { message: "REQUEST", attempts, answer: granted ? `REPLY: the lease of ${granted.address}` : null };
}

async function showPacket(server: KeaServer, asked: Asked, toldBefore: number): Promise<void> {
  row("sent", asked.message + (asked.attempts > 1 ? `, ${asked.attempts} times` : ""));
  // The policy's own words, for each packet that reached it.
  for (const line of (await waitForPolicyLines(server, toldBefore + asked.attempts)).slice(toldBefore)) row("policy", line);
  row("got", asked.answer === null ? red("nothing") : green(asked.answer));
}

function policyLines(server: KeaServer): string[] {
  return [...server.log().matchAll(/POLICY_SAYS blocklist: (.*)$/gm)].map((found) => found[1]!);
}

async function waitForPolicyLines(server: KeaServer, count: number): Promise<string[]> {
  for (const end = Date.now() + 2000; ; await sleep(20)) {
    const lines = policyLines(server);
    if (lines.length >= count) return lines;
    if (Date.now() > end) throw new UnexpectedOutcome(`The policy has not written in Kea's log what it decided. The log:\n${server.log()}`);
  }
}
