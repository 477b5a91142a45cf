// SPDX-License-Identifier: MPL-2.0
// Logs what it is shown at every hook point, one line of JSON each, and answers what config.verdicts says for it.
import {
  config, HwAddr, Lease4, Lease4Decline, Lease4Expire, Lease4Recover, Lease4Release, Lease4Renew, Lease4Select, Lease6, Lease6Decline,
  Lease6Expire, Lease6Rebind, Lease6Recover, Lease6Release, Lease6Renew, Lease6Select, Pkt4, Pkt4Send, Pkt6, Pkt6Send, Subnet4,
  Subnet4Select, Subnet6, Subnet6Select, ByteView, Verdict,
} from "kea-policy/assembly";

const points = [
  "subnet4_select", "lease4_select", "lease4_renew", "lease4_release", "lease4_decline", "lease4_expire", "lease4_recover", "pkt4_send",
  "subnet6_select", "lease6_select", "lease6_renew", "lease6_rebind", "lease6_release", "lease6_decline", "lease6_expire", "lease6_recover",
  "pkt6_send",
];
const verdicts = new Map<string, Verdict>();
let mark = "";

export function load(): bool {
  const wanted = config.get("verdicts");
  for (let i = 0; i < points.length; ++i) {
    const word = wanted.get(points[i]);
    if (word.exists) verdicts.set(points[i], word.string() == "skip" ? Verdict.Skip : Verdict.Drop);
  }
  const marking = config.get("mark");
  if (marking.exists) mark = marking.string();
  return true;
}

function answer(point: string, members: string): Verdict {
  console.log(`{"point":"${point}"${members}}`);
  return verdicts.has(point) ? verdicts.get(point) : Verdict.Continue;
}

function bytes(value: ByteView | null): string {
  return value === null ? "null" : `"${value.toHex()}"`;
}

function hwAddr(value: HwAddr | null): string {
  return value === null ? "null" : `{"bytes":"${value.toHex()}","htype":${value.htype}}`;
}

function query4(packet: Pkt4): string {
  return `,"query":{"type":${packet.type},"transid":${packet.transid}}`;
}

function query6(packet: Pkt6): string {
  return `,"query":{"type":${packet.type},"transid":${packet.transid}}`;
}

function subnet4(subnet: Subnet4 | null): string {
  if (subnet === null) return ',"subnet":null';
  return `,"subnet":{"id":${subnet.id},"prefix":"${subnet.prefix}","prefixLength":${subnet.prefixLength},` +
    `"sharedNetwork":"${subnet.sharedNetwork}","text":"${subnet.text()}","userContext":${orNull(subnet.userContext())}}`;
}

function subnet6(subnet: Subnet6 | null): string {
  if (subnet === null) return ',"subnet":null';
  return `,"subnet":{"id":${subnet.id},"prefix":"${subnet.prefix}","prefixLength":${subnet.prefixLength},` +
    `"sharedNetwork":"${subnet.sharedNetwork}","text":"${subnet.text()}","userContext":${orNull(subnet.userContext())}}`;
}

function orNull(json: string): string {
  return json.length == 0 ? "null" : json;
}

function lease4(lease: Lease4): string {
  return `,"lease":{"address":"${lease.address}","state":${lease.state},"fqdnFwd":${lease.fqdnFwd},"fqdnRev":${lease.fqdnRev},` +
    `"subnetId":${lease.subnetId},"validLifetime":${lease.validLifetime},"reuseableLifetime":${lease.reuseableLifetime},"cltt":${lease.cltt},` +
    `"hwaddr":${hwAddr(lease.hwaddr)},"clientId":${bytes(lease.clientId)},"hostname":"${lease.hostname}",` +
    `"userContext":${orNull(lease.userContext())},"stateName":"${lease.stateName()}","inText":${lease.text().includes(lease.address.toString())}}`;
}

function lease6(lease: Lease6): string {
  return `,"lease":{"type":${lease.type},"address":"${lease.address}","prefixLength":${lease.prefixLength},"state":${lease.state},` +
    `"fqdnFwd":${lease.fqdnFwd},"fqdnRev":${lease.fqdnRev},"iaid":${lease.iaid},"subnetId":${lease.subnetId},` +
    `"preferredLifetime":${lease.preferredLifetime},"validLifetime":${lease.validLifetime},"reuseableLifetime":${lease.reuseableLifetime},` +
    `"cltt":${lease.cltt},"duid":${bytes(lease.duid)},"hwaddr":${hwAddr(lease.hwaddr)},"hostname":"${lease.hostname}",` +
    `"userContext":${orNull(lease.userContext())},"stateName":"${lease.stateName()}","inText":${lease.text().includes(lease.address.toString())}}`;
}

export function subnet4_select(ctx: Subnet4Select): Verdict {
  return answer("subnet4_select", query4(ctx.query4) + subnet4(ctx.subnet4));
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return answer("lease4_select", query4(ctx.query4) + subnet4(ctx.subnet4) + `,"fakeAllocation":${ctx.fakeAllocation}` + lease4(ctx.lease4));
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  return answer("lease4_renew", query4(ctx.query4) + subnet4(ctx.subnet4) + lease4(ctx.lease4));
}

export function lease4_release(ctx: Lease4Release): Verdict {
  return answer("lease4_release", query4(ctx.query4) + lease4(ctx.lease4));
}

export function lease4_decline(ctx: Lease4Decline): Verdict {
  return answer("lease4_decline", query4(ctx.query4) + lease4(ctx.lease4));
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  return answer("lease4_expire", `,"removeLease":${ctx.removeLease}` + lease4(ctx.lease4));
}

export function lease4_recover(ctx: Lease4Recover): Verdict {
  return answer("lease4_recover", lease4(ctx.lease4));
}

export function pkt4_send(ctx: Pkt4Send): Verdict {
  const response = ctx.response4;
  if (mark.length > 0) response.setOption(12, Uint8Array.wrap(String.UTF8.encode(mark)));
  return answer("pkt4_send", query4(ctx.query4) + `,"response":{"type":${response.type},"yiaddr":"${response.yiaddr}"}` + subnet4(ctx.subnet4));
}

export function subnet6_select(ctx: Subnet6Select): Verdict {
  return answer("subnet6_select", query6(ctx.query6) + subnet6(ctx.subnet6));
}

export function lease6_select(ctx: Lease6Select): Verdict {
  return answer("lease6_select", query6(ctx.query6) + subnet6(ctx.subnet6) + `,"fakeAllocation":${ctx.fakeAllocation}` + lease6(ctx.lease6));
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  return answer("lease6_renew", query6(ctx.query6) + lease6(ctx.lease6));
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  return answer("lease6_rebind", query6(ctx.query6) + lease6(ctx.lease6));
}

export function lease6_release(ctx: Lease6Release): Verdict {
  return answer("lease6_release", query6(ctx.query6) + lease6(ctx.lease6));
}

export function lease6_decline(ctx: Lease6Decline): Verdict {
  return answer("lease6_decline", query6(ctx.query6) + lease6(ctx.lease6));
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  return answer("lease6_expire", `,"removeLease":${ctx.removeLease}` + lease6(ctx.lease6));
}

export function lease6_recover(ctx: Lease6Recover): Verdict {
  return answer("lease6_recover", lease6(ctx.lease6));
}

export function pkt6_send(ctx: Pkt6Send): Verdict {
  const response = ctx.response6;
  if (mark.length > 0) response.setOption(59, Uint8Array.wrap(String.UTF8.encode(mark)));
  return answer("pkt6_send", query6(ctx.query6) + `,"response":{"type":${response.type}}` + subnet6(ctx.subnet6));
}
