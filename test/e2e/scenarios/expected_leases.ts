// SPDX-License-Identifier: MPL-2.0
// What the policy of examples/everything must show of leases, by what tshark tells of the packets that made them.
import { expect } from "vitest";
import type { Members } from "../everything_calls.ts";
import { decodeFullName, type FullName } from "../fqdn_option.ts";
import { ipv6Text } from "../dhcp_bytes.ts";
import { pkt6, shown, value4, value6, type Tree } from "./expected_packets.ts";
import { servedSubnet, servedSubnetOver6 } from "./served.ts";
import type { Told4, Told6, ToldOption } from "./told.ts";

/** Seconds since 1970, within the last minutes. */
export const now = expect.toSatisfy((time: number) => Math.abs(time - Date.now() / 1000) < 300, "a time of this test");

/** Whether a lease counts as ended when a policy is shown it: one of a second may, on a slow machine. */
const expiredAfter = (lifetime: number): unknown => (lifetime > 60 ? false : expect.any(Boolean));

/** The client's name as the answer has it, and which directions the server updates. */
function namedBy(fullName: FullName | null, hostName: string, n: number): Members {
  // Of a client that says but its host name, Kea updates both.
  const forward = fullName ? (fullName.flags & 1) !== 0 : hostName !== "";
  const reverse = fullName ? (fullName.flags & n) === 0 : hostName !== "";
  return { fqdnFwd: forward, fqdnRev: reverse, hostname: shown(Buffer.from(fullName?.name ?? hostName)) };
}

/** What Kea notes of the relay agents with a lease that it stores (store-extended-info): JSON, of another form in each version, that has these. */
function noted(parts: string[]): unknown {
  return expect.toSatisfy((text: string) => text === "" || (JSON.parse(text) && parts.every((part) => text.toLowerCase().includes(part))), `"" or JSON with ${parts.join()}`);
}

/** Number of the subnet that a client is put into. */
export function subnetIdOf({ inside6 }: Told4): number {
  return inside6 ? servedSubnetOver6 : servedSubnet;
}

/** The lease of an offer or an acknowledgement. */
export function lease4(query: Told4, answer: Told4): Tree {
  const fqdn = value4(answer, 81);
  const clientId = value4(query, 61);
  const agent = value4(query, 82);
  const validLifetime = value4(answer, 51)!.readUInt32BE(0);
  // Kea notes it since 2.3.5, when it stores the lease.
  const remote = query.options.find(({ code }) => code === 82)?.inside.find(({ code }) => code === 2)?.value;
  const members = {
    address: answer.yiaddr, state: 0, ...namedBy(fqdn && decodeFullName(4, fqdn), value4(answer, 12)?.toString() ?? "", 8),
    subnetId: subnetIdOf(query), validLifetime, reuseableLifetime: 0, cltt: now,
    hwaddr: { bytes: shown(query.hwaddr), htype: query.htype, source: 0 }, clientId: clientId && shown(clientId), poolId: 0, expired: expiredAfter(validLifetime), relayId: null, remoteId: remote ? expect.toBeOneOf([null, shown(remote)]) : null,
    text: expect.stringContaining(answer.yiaddr), userContext: agent ? noted([agent.toString("hex")]) : "", stateName: "default",
  };
  return { members };
}

/** One of the leases of an answer: an address of an IA_NA (5), or a prefix of an IA_PD (26). */
export interface Granted {
  iaid: number;
  /** The option of the address or prefix. */
  code: 5 | 26;
  value: Buffer;
}

/** All leases of an answer, in its order. */
export function granted({ options }: Told6): Granted[] {
  const associations = options.filter(({ code }) => code === 3 || code === 25);
  return associations.flatMap(({ value: head, inside }) => inside.flatMap(({ code, value }: ToldOption) => (code === 5 || code === 26 ? [{ iaid: head.readUInt32BE(0), code, value } as Granted] : [])));
}

export function lease6(query: Told6, answer: Told6, { iaid, code, value }: Granted, hwaddr: unknown): Tree {
  const fqdn = value6(answer.options, 39);
  const lifetimes = code === 5 ? value.subarray(16) : value;
  const validLifetime = lifetimes.readUInt32BE(4);
  const address = ipv6Text(code === 5 ? value : value.subarray(9));
  const members = {
    type: code === 5 ? 0 : 2, state: 0, prefixLength: code === 5 ? 128 : value[8], ...namedBy(fqdn && decodeFullName(6, fqdn), "", 4), iaid,
    subnetId: servedSubnet, preferredLifetime: lifetimes.readUInt32BE(0), validLifetime, reuseableLifetime: 0, cltt: now, address,
    duid: shown(value6(query.options, 1)!), hwaddr, poolId: 0, expired: expiredAfter(validLifetime), text: expect.stringContaining(address), userContext: noted(query.relays.map(({ linkAddr }) => linkAddr)), stateName: "default",
  };
  return { members };
}

/** The lease of an address that a client made by itself and registers: no identity association has it. */
export function registration(query: Told6): Tree {
  const value = query.options.find(({ code }) => code === 5)!.value;
  const { members } = lease6(query, query, { iaid: 0, code: 5, value }, pkt6(query, "received").members["hwaddr"]);
  return { members: { ...members, state: 4, stateName: "registered", userContext: "" } };
}
