// SPDX-License-Identifier: MPL-2.0
// Routes for delegated prefixes: the script beside it is started for prefixes only, not for every address, with the variables that it reads.
import {
  Environment, Lease6, Lease6Expire, Lease6Rebind, Lease6Release, Lease6Renew, Lease6Select, Lease6Type, Pkt6, Script, Verdict,
} from "kea-policy/assembly";

const environment = new Environment();

function namePrefix(lease: Lease6): void {
  environment.clear();
  environment.set("KEA_LEASE6_TYPE", "IA_PD");
  environment.set("KEA_LEASE6_DELEGATED_PREFIX", `${lease.address.toString()}/${lease.prefixLength}`);
}

function replaceRoute(query: Pkt6, lease: Lease6): Verdict {
  if (lease.type != Lease6Type.Prefix) return Verdict.Continue;
  namePrefix(lease);
  environment.set("KEA_FAKE_ALLOCATION", "0");
  environment.set("KEA_QUERY6_REMOTE_ADDRESS", query.remoteAddr.toString());
  environment.setBytes("KEA_QUERY6_INTERFACE", query.iface);
  return Script.run(environment);
}

function deleteRoute(lease: Lease6): Verdict {
  if (lease.type != Lease6Type.Prefix) return Verdict.Continue;
  namePrefix(lease);
  return Script.run(environment);
}

export function lease6_select(ctx: Lease6Select): Verdict {
  return ctx.fakeAllocation ? Verdict.Continue : replaceRoute(ctx.query6, ctx.lease6);
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  return replaceRoute(ctx.query6, ctx.lease6);
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  return replaceRoute(ctx.query6, ctx.lease6);
}

export function lease6_release(ctx: Lease6Release): Verdict {
  return deleteRoute(ctx.lease6);
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  return deleteRoute(ctx.lease6);
}
