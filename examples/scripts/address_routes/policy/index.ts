// SPDX-License-Identifier: MPL-2.0
// Routes for leased addresses: decides when the script beside it is worth its start, and hands it only the variables that it reads.
import {
  config, Dhcp4Type, Environment, Lease4, Lease4Decline, Lease4Expire, Lease4Release, Lease4Renew, Lease4Select, Pkt4, Script, Verdict,
} from "kea-policy/assembly";

config.allowOnly(["subnets"]);
/** Numbers of the subnets whose addresses get routes; empty: of all subnets. */
const subnets = config.get("subnets").integers();
const environment = new Environment();

function getsRoute(lease: Lease4): bool {
  return subnets.length == 0 || subnets.includes(<i64>lease.subnetId);
}

function replaceRoute(query: Pkt4, lease: Lease4): Verdict {
  if (!getsRoute(lease)) return Verdict.Continue;
  environment.clear();
  environment.set("KEA_FAKE_ALLOCATION", "0");
  environment.set("KEA_QUERY4_TYPE", "DHCPREQUEST");
  environment.set("KEA_QUERY4_RELAYED", query.relayed ? "1" : "0");
  environment.set("KEA_QUERY4_GIADDR", query.giaddr.toString());
  environment.setBytes("KEA_QUERY4_INTERFACE", query.iface);
  environment.set("KEA_LEASE4_ADDRESS", lease.address.toString());
  return Script.run(environment);
}

function deleteRoute(lease: Lease4): Verdict {
  if (!getsRoute(lease)) return Verdict.Continue;
  environment.clear();
  environment.set("KEA_LEASE4_ADDRESS", lease.address.toString());
  return Script.run(environment);
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return ctx.fakeAllocation ? Verdict.Continue : replaceRoute(ctx.query4, ctx.lease4);
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  // Kea calls this for a DISCOVER too, where the client has a lease already.
  return ctx.query4.type == Dhcp4Type.Request ? replaceRoute(ctx.query4, ctx.lease4) : Verdict.Continue;
}

export function lease4_release(ctx: Lease4Release): Verdict {
  return deleteRoute(ctx.lease4);
}

export function lease4_decline(ctx: Lease4Decline): Verdict {
  return deleteRoute(ctx.lease4);
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  return deleteRoute(ctx.lease4);
}
