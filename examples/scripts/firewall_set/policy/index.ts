// SPDX-License-Identifier: MPL-2.0
// The firewall's sets of clients: starts the script beside it for the subnets that the firewall looks at, with the variables that it reads.
import {
  config, Dhcp4Type, Environment, Lease4, Lease4Decline, Lease4Expire, Lease4Release, Lease4Renew, Lease4Select, Lease6, Lease6Decline,
  Lease6Expire, Lease6Rebind, Lease6Release, Lease6Renew, Lease6Select, Lease6Type, Script, Verdict,
} from "kea-policy/assembly";

config.allowOnly(["subnets"]);
/** Numbers of the subnets whose clients the firewall is to know; empty: of all subnets. */
const subnets = config.get("subnets").integers();
const environment = new Environment();

function isKnown(subnetId: u32): bool {
  return subnets.length == 0 || subnets.includes(<i64>subnetId);
}

/** The script tells by the hook point whether the address is to go in or out. */
function tell4(lease: Lease4): Verdict {
  if (!isKnown(lease.subnetId)) return Verdict.Continue;
  environment.clear();
  environment.set("KEA_FAKE_ALLOCATION", "0");
  environment.set("KEA_QUERY4_TYPE", "DHCPREQUEST");
  environment.set("KEA_LEASE4_ADDRESS", lease.address.toString());
  environment.setInteger("KEA_LEASE4_VALID_LIFETIME", lease.validLifetime);
  return Script.run(environment);
}

function tell6(lease: Lease6): Verdict {
  if (lease.type != Lease6Type.Address || !isKnown(lease.subnetId)) return Verdict.Continue;
  environment.clear();
  environment.set("KEA_FAKE_ALLOCATION", "0");
  environment.set("KEA_LEASE6_TYPE", "IA_NA");
  environment.set("KEA_LEASE6_ADDRESS", lease.address.toString());
  environment.setInteger("KEA_LEASE6_VALID_LIFETIME", lease.validLifetime);
  return Script.run(environment);
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return ctx.fakeAllocation ? Verdict.Continue : tell4(ctx.lease4);
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  // Kea calls this for a DISCOVER too, where the client has a lease already.
  return ctx.query4.type == Dhcp4Type.Request ? tell4(ctx.lease4) : Verdict.Continue;
}

export function lease4_release(ctx: Lease4Release): Verdict {
  return tell4(ctx.lease4);
}

export function lease4_decline(ctx: Lease4Decline): Verdict {
  return tell4(ctx.lease4);
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  return tell4(ctx.lease4);
}

export function lease6_select(ctx: Lease6Select): Verdict {
  return ctx.fakeAllocation ? Verdict.Continue : tell6(ctx.lease6);
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  return tell6(ctx.lease6);
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  return tell6(ctx.lease6);
}

export function lease6_release(ctx: Lease6Release): Verdict {
  return tell6(ctx.lease6);
}

export function lease6_decline(ctx: Lease6Decline): Verdict {
  return tell6(ctx.lease6);
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  return tell6(ctx.lease6);
}
