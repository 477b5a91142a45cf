// SPDX-License-Identifier: MPL-2.0
// What the policy of examples/everything must show at each hook point. Leases that Kea holds are those that it was shown to store, which were
// compared with the answers that gave them.
import { expect } from "vitest";
import { Dhcp6Type } from "../dhcp6_codec.ts";
import type { Call, Members } from "../everything_calls.ts";
import type { Family, KeaVersion } from "../kea_installation.ts";
import { granted, lease4, lease6, now, registration, subnetIdOf } from "./expected_leases.ts";
import { pkt4, pkt6, rawPacket4, rawPacket6, shown, value4, value6, type Tree } from "./expected_packets.ts";
import { ddnsParams, subnet, subnetList } from "./expected_subnets.ts";
import { servedSubnet } from "./served.ts";
import type { Told4, Told6 } from "./told.ts";

/** One message and its answer, told by tshark; what Kea held before it. */
export interface Known<Told> {
  version: KeaVersion;
  query: Told;
  answer: Told | null;
  /** By address. */
  held: Map<string, Members>;
  call: Call;
  /** How often this hook point came before for the same message. */
  index: number;
}

/** Those of an answer to which no others were given yet. */
const [DHCP4_SERVER_PORT, DHCP4_CLIENT_PORT] = [67, 68];

/** Arguments of a hook point: values, objects, null where the argument is absent. */
export type Arguments = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && "members" in value && Object.keys(value).every((key) => key === "members" || key === "inside");

/** As Call.objects has them. */
export function flattened(values: Arguments): Record<string, Members> {
  const objects: Record<string, Members> = {};
  const own: Members = {};
  const walk = (path: string, { members, inside }: Tree): void => {
    objects[path] = members;
    for (const [name, tree] of Object.entries(inside ?? {})) walk(`${path}.${name}`, tree);
  };
  for (const [name, value] of Object.entries(values)) {
    if (isTree(value)) walk(name, value);
    else own[name] = value;
  }
  if (Object.keys(own).length > 0) objects[""] = own;
  return objects;
}

const list = (trees: Tree[]): Tree => ({ members: { length: trees.length }, inside: Object.fromEntries(trees.map((tree, index) => [`at(${index})`, tree])) });

/** A lease that Kea holds, with what is different now. */
function heldLease(held: Map<string, Members>, address: string, changes: Members = {}): Tree {
  const members = held.get(address);
  if (!members) throw new Error(`Nobody was given ${address} before.`);
  const text = Object.keys(changes).length > 0 ? { text: expect.stringContaining(address) } : {};
  return { members: { ...members, ...text, ...changes } };
}

/** What is left of a declined lease: its address, and the time until it comes back. */
const declined = { state: 1, stateName: "declined", hostname: "", fqdnFwd: false, fqdnRev: false, validLifetime: 1, cltt: now, expired: expect.any(Boolean) };
const declined4 = { ...declined, hwaddr: { bytes: "", htype: 1, source: 0 }, clientId: null };
// Kea's empty DUID became longer in 2.3.
const declined6 = { ...declined, hwaddr: null, duid: expect.stringMatching(/^(00){1,3}$/), preferredLifetime: 0 };

const isRequestForNothing = (answer: Told4 | null): boolean => !answer || value4(answer, 53)![0] === 6 || answer.yiaddr === "0.0.0.0";

export const arguments4: Record<string, (known: Known<Told4>) => Arguments> = {
  buffer4_receive: ({ query }) => ({ query4: rawPacket4(query) }),
  pkt4_receive: ({ query }) => ({ query4: pkt4(query, "received") }),
  subnet4_select: ({ query }) => ({ query4: pkt4(query, "received"), subnet4: chosen4(query), subnet4collection: subnetList(4) }),
  host4_identifier: ({ query }) => ({ query4: pkt4(query, "received"), idType: 4, idValue: shown(value4(query, 224) ?? Buffer.alloc(0)) }),
  lease4_select: ({ query, answer }) => ({
    query4: pkt4(query, "received"), subnet4: subnetOf(query), fakeAllocation: value4(query, 53)![0] === 1, lease4: lease4(query, answer!), offerLifetime: 0,
  }),
  lease4_renew: ({ query, answer }) => {
    const { members } = lease4(query, answer!);
    return { query4: pkt4(query, "received"), subnet4: subnetOf(query), lease4: { members }, clientId: members["clientId"], hwaddr: members["hwaddr"] };
  },
  lease4_release: ({ query, held }) => ({ query4: pkt4(query, "received"), lease4: heldLease(held, query.ciaddr) }),
  lease4_decline: ({ query, held }) => ({ query4: pkt4(query, "received"), lease4: heldLease(held, value4(query, 50)!.join(".")) }),
  leases4_committed: ({ query, answer, held, version }) => {
    const type = value4(query, 53)![0];
    const given = isRequestForNothing(answer) ? [] : [lease4(query, answer!)];
    return {
      query4: pkt4(query, "received"), leases4: list(type === 4 ? [heldLease(held, value4(query, 50)!.join("."), declined4)] : given),
      deletedLeases4: list(type === 7 ? [heldLease(held, query.ciaddr)] : []), response4: answer && version.atLeast("2.7.7") ? pkt4(answer, "made") : null,
    };
  },
  lease4_offer: ({ query, answer, version }) => ({
    query4: pkt4(query, "received"), leases4: list([lease4(query, answer!)]), offerLifetime: 0, oldLease: null, response4: version.atLeast("2.7.7") ? pkt4(answer!, "made") : null,
  }),
  ddns4_update: ({ query, answer, call }) => {
    const { hostname, fqdnFwd, fqdnRev } = lease4(query, answer!).members;
    return {
      query4: pkt4(query, "received"), response4: asFarAsMade(pkt4(answer!, "made"), call, "response4"), subnet4: subnetOf(query),
      hostname, forwardUpdate: fqdnFwd, reverseUpdate: fqdnRev, ddnsParams: ddnsParams(),
    };
  },
  pkt4_send: ({ query, answer, version }) => ({
    query4: pkt4(query, "received"), response4: pkt4(answer!, "made"), subnet4: version.atLeast("2.5.6") && value4(query, 53)![0] !== 8 ? subnetOf(query) : null,
  }),
  buffer4_send: ({ answer }) => ({ response4: pkt4(answer!, "packed") }),
};

/** Null where no subnet has the relay. */
function chosen4(query: Told4): Tree | null {
  return query.inside6 || query.giaddr.startsWith("127.") ? subnetOf(query) : null;
}

function subnetOf(query: Told4): Tree {
  return subnet(4, subnetIdOf(query));
}

/** An answer is made bit by bit: what is there already is as it will be sent. */
function asFarAsMade({ members, inside }: Tree, { objects }: Call, name: string): Tree {
  const seen = objects.get(name)!;
  const isEmpty = (value: unknown): boolean => ["0.0.0.0", "::", 0, -1, null, false, DHCP4_SERVER_PORT, DHCP4_CLIENT_PORT].includes(value as never) || (typeof value === "string" && /^0*$/.test(value));
  const soFar = Object.fromEntries(Object.entries(members).filter(([member]) => member in seen).map(([member, value]) => [member, isEmpty(seen[member]) ? seen[member] : value]));
  const hops = Object.entries(inside ?? {}).filter(([hop]) => objects.has(`${name}.${hop}`));
  return { members: { ...soFar, label: expect.any(String) }, inside: Object.fromEntries(hops) };
}

export const arguments6: Record<string, (known: Known<Told6>) => Arguments> = {
  buffer6_receive: ({ query }) => ({ query6: rawPacket6(query) }),
  pkt6_receive: ({ query }) => ({ query6: pkt6(query, "received") }),
  subnet6_select: ({ query }) => ({ query6: pkt6(query, "received"), subnet6: chosen6(query), subnet6collection: subnetList(6) }),
  host6_identifier: ({ query }) => ({ query6: pkt6(query, "received"), idType: 4, idValue: shown(value6(query.options, 60001) ?? Buffer.alloc(0)) }),
  lease6_select: ({ query, answer, index }) => {
    const q = pkt6(query, "received");
    return { query6: q, subnet6: subnet(6, servedSubnet), fakeAllocation: answer!.type === 2, lease6: lease6(query, answer!, granted(answer!)[index]!, q.members["hwaddr"]) };
  },
  lease6_renew: (known) => renewed6(known),
  lease6_rebind: (known) => renewed6(known),
  lease6_release: ({ query, held, index }) => ({ query6: pkt6(query, "received"), lease6: heldLease(held, addressOf(query, index)) }),
  lease6_decline: ({ query, held, index }) => ({ query6: pkt6(query, "received"), lease6: heldLease(held, addressOf(query, index)) }),
  leases6_committed: ({ query, answer, held, version }) => {
    const q = pkt6(query, "received");
    const all = granted(query).map((_, index) => addressOf(query, index));
    const given = query.type === Dhcp6Type.ADDR_REG_INFORM ? [registration(query)] : granted(answer!).map((one) => lease6(query, answer!, one, q.members["hwaddr"]));
    return {
      query6: q, leases6: list(query.type === 9 ? all.map((address) => heldLease(held, address, declined6)) : query.type === 8 ? [] : given),
      deletedLeases6: list(query.type === 8 ? all.map((address) => heldLease(held, address)) : []), response6: version.atLeast("2.7.7") ? pkt6(answer!, "made") : null,
    };
  },
  addr6_register: ({ query, answer, held, call }) => {
    const newLease6 = registration(query);
    const address6 = newLease6.members["address"] as string;
    return { query6: pkt6(query, "received"), response6: asFarAsMade(pkt6(answer!, "made"), call, "response6"), address6, oldLease6: held.has(address6) ? heldLease(held, address6) : null, newLease6 };
  },
  ddns6_update: ({ query, answer, call }) => {
    const { hostname, fqdnFwd, fqdnRev } = lease6(query, answer!, granted(answer!)[0]!, null).members;
    return {
      query6: pkt6(query, "received"), response6: asFarAsMade(pkt6(answer!, "made"), call, "response6"), subnet6: subnet(6, servedSubnet),
      hostname, forwardUpdate: fqdnFwd, reverseUpdate: fqdnRev, ddnsParams: ddnsParams(),
    };
  },
  pkt6_send: ({ query, answer, version }) => ({
    query6: pkt6(query, "received"), response6: pkt6(answer!, "made"), subnet6: version.atLeast("2.5.6") ? chosen6(query) : null,
  }),
  buffer6_send: ({ answer }) => {
    const { members, inside } = pkt6(answer!, "packed");
    // Kea asks the kernel for these when it sends what it has from kea-dhcp4.
    const unknown = answer!.type === Dhcp6Type.DHCPV4_RESPONSE ? { localAddr: "::", localPort: 0 } : {};
    return { response6: { members: { ...members, ...unknown }, inside } };
  },
};

function renewed6({ query, answer, index }: Known<Told6>): Arguments {
  const q = pkt6(query, "received");
  const one = granted(answer!)[index]!;
  const association: Tree = { members: { type: one.code === 5 ? 3 : 25, iaid: one.iaid, t1: 0, t2: 0 } };
  return {
    query6: q, lease6: lease6(query, answer!, one, q.members["hwaddr"]), iaNa: one.code === 5 ? association : null, iaPd: one.code === 26 ? association : null,
  };
}

/** The address or prefix that a client names in its message, by its place. */
function addressOf(query: Told6, index: number): string {
  const one = granted(query)[index]!;
  return lease6(query, query, one, null).members["address"] as string;
}

function chosen6({ relays }: Told6): Tree | null {
  return relays.at(-1)!.linkAddr.startsWith("2001:db8:1:") ? subnet(6, servedSubnet) : null;
}

/** Of a DISCOVER that gets no answer no packet tells what it would have got: the query, the client and what became of the lease are compared. */
export function unanswered4(call: Call, query: Told4): Record<string, Members> {
  const shownLease = call.objects.get("lease4");
  const client = { state: 0, hwaddr: { bytes: shown(query.hwaddr), htype: query.htype, source: 0 } };
  const lease: Record<string, Members> = shownLease ? { lease4: { ...shownLease, ...(call.at === "lease4_server_decline" ? declined4 : client) } } : {};
  return { ...Object.fromEntries(call.objects), ...flattened({ query4: pkt4(query, "received") }), ...lease };
}

/** Whether it counts as ended depends on the second: Kea reclaims it in the last one. A lease that has ended, or a declined address whose time has passed. */
export function endedLease(family: Family, { at, objects }: Call, held: Map<string, Members>): Arguments {
  const name = `lease${family}`;
  const lease = heldLease(held, objects.get(name)!["address"] as string, { expired: expect.any(Boolean) });
  return at.endsWith("_expire") ? { [name]: lease, removeLease: true } : { [name]: lease };
}
