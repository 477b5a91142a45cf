// SPDX-License-Identifier: MPL-2.0
// Logs what it is shown where Kea has stored or is about to offer leases, one line of JSON each, and answers what config.verdicts says.
import {
  Addr6Register, config, Lease4, Lease4List, Lease4Offer, Lease6, Lease6List, Leases4Committed, Leases6Committed, Pkt4, Pkt6, Verdict,
} from "kea-policy/assembly";

const points = ["leases4_committed", "leases6_committed", "lease4_offer", "addr6_register"];
const verdicts = new Map<string, Verdict>();
/** Long lists as the number of their leases and the sum of the IAIDs: a line of the log has no room for more. */
let sums = false;

export function load(): bool {
  const wanted = config.get("verdicts");
  for (let i = 0; i < points.length; ++i) {
    const word = wanted.get(points[i]);
    if (word.exists) verdicts.set(points[i], word.string() == "skip" ? Verdict.Skip : Verdict.Drop);
  }
  sums = config.get("sums").exists;
  return true;
}

function answer(point: string, members: string): Verdict {
  console.log(`{"point":"${point}"${members}}`);
  return verdicts.has(point) ? verdicts.get(point) : Verdict.Continue;
}

function lease4(lease: Lease4): string {
  return `{"address":"${lease.address}","state":${lease.state},"validLifetime":${lease.validLifetime},"hwaddr":"${lease.hwaddr!.toHex()}",` +
    `"inText":${lease.text().includes(lease.address.toString())}}`;
}

function lease6(lease: Lease6): string {
  return `{"type":${lease.type},"address":"${lease.address}","prefixLength":${lease.prefixLength},"state":${lease.state},"iaid":${lease.iaid},` +
    `"validLifetime":${lease.validLifetime},"duid":"${lease.duid!.toHex()}","inText":${lease.text().includes(lease.address.toString())}}`;
}

function leases4(name: string, list: Lease4List): string {
  let text = "";
  for (let i = 0; i < list.length; ++i) text += (i == 0 ? "" : ",") + lease4(list.at(i)!);
  return `,"${name}":[${text}],"behind":${list.at(list.length) === null}`;
}

function leases6(name: string, list: Lease6List): string {
  if (sums) {
    let sum: u64 = 0;
    for (let i = 0; i < list.length; ++i) sum += list.at(i)!.iaid;
    return `,"${name}":[${list.length},${sum}]`;
  }
  let text = "";
  for (let i = 0; i < list.length; ++i) text += (i == 0 ? "" : ",") + lease6(list.at(i)!);
  return `,"${name}":[${text}],"behind":${list.at(list.length) === null}`;
}

function packet4(name: string, packet: Pkt4 | null): string {
  return packet === null ? `,"${name}":null` : `,"${name}":{"type":${packet.type},"transid":${packet.transid},"yiaddr":"${packet.yiaddr}"}`;
}

function packet6(name: string, packet: Pkt6 | null): string {
  return packet === null ? `,"${name}":null` : `,"${name}":{"type":${packet.type},"transid":${packet.transid}}`;
}

export function leases4_committed(ctx: Leases4Committed): Verdict {
  return answer("leases4_committed", packet4("query", ctx.query4) + leases4("leases", ctx.leases4) + leases4("deleted", ctx.deletedLeases4) +
    packet4("response", ctx.response4));
}

export function lease4_offer(ctx: Lease4Offer): Verdict {
  const old = ctx.oldLease;
  return answer("lease4_offer", packet4("query", ctx.query4) + leases4("leases", ctx.leases4) + `,"offerLifetime":${ctx.offerLifetime}` +
    `,"oldLease":${old === null ? "null" : lease4(old)}` + packet4("response", ctx.response4));
}

export function leases6_committed(ctx: Leases6Committed): Verdict {
  return answer("leases6_committed", packet6("query", ctx.query6) + leases6("leases", ctx.leases6) + leases6("deleted", ctx.deletedLeases6) +
    packet6("response", ctx.response6));
}

export function addr6_register(ctx: Addr6Register): Verdict {
  const old = ctx.oldLease6;
  return answer("addr6_register", packet6("query", ctx.query6) + packet6("response", ctx.response6) + `,"address":"${ctx.address6}"` +
    `,"oldLease":${old === null ? "null" : lease6(old)},"newLease":${lease6(ctx.newLease6)}`);
}
