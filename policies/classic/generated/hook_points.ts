// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts and sdk/abi/script_variables by `npm run gen`: change those, not this one.
// What Kea calls: at each hook point the variables are set in the manner of the configuration, then the script runs.
import { Addr6Register, Ddns4Update, Ddns6Update, Host4Identifier, Host6Identifier, Lease4Decline, Lease4Expire, Lease4Offer, Lease4Recover, Lease4Release, Lease4Renew, Lease4Select, Lease4ServerDecline, Lease6Decline, Lease6Expire, Lease6Rebind, Lease6Recover, Lease6Release, Lease6Renew, Lease6Select, Leases4Committed, Leases6Committed, Pkt4Receive, Pkt4Send, Pkt6Receive, Pkt6Send, Subnet4Select, Subnet6Select, Verdict } from "kea-policy/assembly";
import { manner } from "../settings";
import { values } from "../values";
import { Manner } from "./manners";
import * as keaHookRunscript from "./kea_hook_runscript";
import * as iscRunScript from "./isc_run_script";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.pkt4Receive(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.pkt6Receive(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function subnet4_select(ctx: Subnet4Select): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.subnet4Select(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function subnet6_select(ctx: Subnet6Select): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.subnet6Select(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function lease4_select(ctx: Lease4Select): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4Select(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function lease6_select(ctx: Lease6Select): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease6Select(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4Renew(ctx);
  else iscRunScript.lease4Renew(ctx);
  return values.verdict();
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease6Renew(ctx);
  else iscRunScript.lease6Renew(ctx);
  return values.verdict();
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease6Rebind(ctx);
  else iscRunScript.lease6Rebind(ctx);
  return values.verdict();
}

export function lease4_release(ctx: Lease4Release): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4Release(ctx);
  else iscRunScript.lease4Release(ctx);
  return values.verdict();
}

export function lease6_release(ctx: Lease6Release): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease6Release(ctx);
  else iscRunScript.lease6Release(ctx);
  return values.verdict();
}

export function lease4_decline(ctx: Lease4Decline): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4Decline(ctx);
  else iscRunScript.lease4Decline(ctx);
  return values.verdict();
}

export function lease6_decline(ctx: Lease6Decline): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease6Decline(ctx);
  else iscRunScript.lease6Decline(ctx);
  return values.verdict();
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4Expire(ctx);
  else iscRunScript.lease4Expire(ctx);
  return values.verdict();
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease6Expire(ctx);
  else iscRunScript.lease6Expire(ctx);
  return values.verdict();
}

export function lease4_recover(ctx: Lease4Recover): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4Recover(ctx);
  else iscRunScript.lease4Recover(ctx);
  return values.verdict();
}

export function lease6_recover(ctx: Lease6Recover): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease6Recover(ctx);
  else iscRunScript.lease6Recover(ctx);
  return values.verdict();
}

export function pkt4_send(ctx: Pkt4Send): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.pkt4Send(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function pkt6_send(ctx: Pkt6Send): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.pkt6Send(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function leases4_committed(ctx: Leases4Committed): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.leases4Committed(ctx);
  else iscRunScript.leases4Committed(ctx);
  return values.verdict();
}

export function leases6_committed(ctx: Leases6Committed): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.leases6Committed(ctx);
  else iscRunScript.leases6Committed(ctx);
  return values.verdict();
}

export function lease4_offer(ctx: Lease4Offer): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4Offer(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function lease4_server_decline(ctx: Lease4ServerDecline): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.lease4ServerDecline(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function addr6_register(ctx: Addr6Register): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.addr6Register(ctx);
  else iscRunScript.addr6Register(ctx);
  return values.verdict();
}

export function host4_identifier(ctx: Host4Identifier): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.host4Identifier(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function host6_identifier(ctx: Host6Identifier): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.host6Identifier(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function ddns4_update(ctx: Ddns4Update): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.ddns4Update(ctx);
  else return Verdict.Continue;
  return values.verdict();
}

export function ddns6_update(ctx: Ddns6Update): Verdict {
  values.open();
  if (manner == Manner.KeaHookRunscript) keaHookRunscript.ddns6Update(ctx);
  else return Verdict.Continue;
  return values.verdict();
}
