// SPDX-License-Identifier: MPL-2.0
// Changes leases as config says, at the hook point that config.at names, and logs what it is shown there, one line of JSON each.
import {
  Bytes, config, HwAddr, Lease4, Lease4Release, Lease4Renew, Lease4Select, Lease6, Lease6Rebind, Lease6Renew, Lease6Select, Option6IA, Verdict,
} from "kea-policy/assembly";

let at = "";
let valid: u32 = 0;
let preferred: u32 = 0;
let setsValid = false;
let setsPreferred = false;
let hostname: string | null = null;
let context: string | null = null;

export function load(): bool {
  at = config.get("at").exists ? config.get("at").string() : "";
  setsValid = config.get("valid").exists;
  valid = <u32>config.get("valid").integerOr(0);
  setsPreferred = config.get("preferred").exists;
  preferred = <u32>config.get("preferred").integerOr(0);
  if (config.get("hostname").exists) hostname = config.get("hostname").string();
  if (config.get("context").exists) context = config.get("context").string();
  return true;
}

function edit4(point: string, lease: Lease4): void {
  if (at != point) return;
  if (setsValid) lease.setValidLifetime(valid);
  const name = hostname, json = context;
  if (name !== null) lease.setHostname(name);
  if (json !== null) lease.setUserContext(json);
}

function edit6(point: string, lease: Lease6): void {
  if (at != point) return;
  if (setsValid) lease.setValidLifetime(valid);
  if (setsPreferred) lease.setPreferredLifetime(preferred);
  const name = hostname, json = context;
  if (name !== null) lease.setHostname(name);
  if (json !== null) lease.setUserContext(json);
}

function say(point: string, members: string): Verdict {
  console.log(`{"point":"${point}"${members}}`);
  return Verdict.Continue;
}

function lease4(lease: Lease4): string {
  const relayId = lease.relayId, remoteId = lease.remoteId;
  return `,"lease":{"validLifetime":${lease.validLifetime},"expired":${lease.expired},"poolId":${lease.poolId},"hasPoolId":${lease.hasPoolId},` +
    `"relayId":${relayId === null ? "null" : `"${relayId.toHex()}"`},"remoteId":${remoteId === null ? "null" : `"${remoteId.toHex()}"`},` +
    `"stateName":"${lease.stateName()}"}`;
}

function lease6(lease: Lease6): string {
  return `,"lease":{"validLifetime":${lease.validLifetime},"expired":${lease.expired},"poolId":${lease.poolId},"hasPoolId":${lease.hasPoolId},` +
    `"stateName":"${lease.stateName()}"}`;
}

function association(name: string, option: Option6IA | null): string {
  if (option === null) return `,"${name}":null`;
  return `,"${name}":{"type":${option.type},"iaid":${option.iaid},"t1":${option.t1},"t2":${option.t2},"empty":${option.option(5) === null && option.option(26) === null}}`;
}

function bytes(value: Bytes | null): string {
  return value === null ? "null" : `"${value.toHex()}"`;
}

function hwaddr(value: HwAddr | null): string {
  return value === null ? "null" : `{"bytes":"${value.toHex()}","htype":${value.htype}}`;
}

export function lease4_select(ctx: Lease4Select): Verdict {
  edit4("lease4_select", ctx.lease4);
  return say("lease4_select", lease4(ctx.lease4) + `,"offerLifetime":${ctx.offerLifetime},"hasOfferLifetime":${ctx.hasOfferLifetime}`);
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  edit4("lease4_renew", ctx.lease4);
  return say("lease4_renew", lease4(ctx.lease4) + `,"clientId":${bytes(ctx.clientId)},"hwaddr":${hwaddr(ctx.hwaddr)}`);
}

export function lease4_release(ctx: Lease4Release): Verdict {
  edit4("lease4_release", ctx.lease4);
  return say("lease4_release", lease4(ctx.lease4));
}

export function lease6_select(ctx: Lease6Select): Verdict {
  edit6("lease6_select", ctx.lease6);
  return say("lease6_select", lease6(ctx.lease6));
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  edit6("lease6_renew", ctx.lease6);
  return say("lease6_renew", lease6(ctx.lease6) + association("iaNa", ctx.iaNa) + association("iaPd", ctx.iaPd));
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  edit6("lease6_rebind", ctx.lease6);
  return say("lease6_rebind", lease6(ctx.lease6) + association("iaNa", ctx.iaNa) + association("iaPd", ctx.iaPd));
}
