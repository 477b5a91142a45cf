// SPDX-License-Identifier: MPL-2.0
// Shows what a policy is given at each hook point, in Kea's own words, as lines of severity DEBUG. Fields by name are in docs/reference.md.
import {
  Lease4Decline, Lease4Expire, Lease4Recover, Lease4Release, Lease4Renew, Lease4Select, Lease6Decline, Lease6Expire, Lease6Rebind,
  Lease6Recover, Lease6Release, Lease6Renew, Lease6Select, Pkt4Receive, Pkt4Send, Pkt6Receive, Pkt6Send, Subnet4Select, Subnet6Select, Verdict,
} from "kea-policy/assembly";

/** Kea's texts have several lines; the log has one for each call. */
function show(hookPoint: string, what: string): Verdict {
  console.debug(hookPoint + ": " + what.split("\n").join("; "));
  return Verdict.Continue;
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return show("pkt4_receive", ctx.query4.text());
}

export function subnet4_select(ctx: Subnet4Select): Verdict {
  const subnet = ctx.subnet4;
  return show("subnet4_select", `${subnet === null ? "no subnet" : subnet.text()} for ${ctx.query4.label()}`);
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return show("lease4_select", (ctx.fakeAllocation ? "to be offered: " : "to be assigned: ") + ctx.lease4.text());
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  return show("lease4_renew", ctx.lease4.text());
}

export function lease4_release(ctx: Lease4Release): Verdict {
  return show("lease4_release", ctx.lease4.text());
}

export function lease4_decline(ctx: Lease4Decline): Verdict {
  return show("lease4_decline", ctx.lease4.text());
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  return show("lease4_expire", (ctx.removeLease ? "to be deleted: " : "to be kept as expired: ") + ctx.lease4.text());
}

export function lease4_recover(ctx: Lease4Recover): Verdict {
  return show("lease4_recover", ctx.lease4.text());
}

export function pkt4_send(ctx: Pkt4Send): Verdict {
  return show("pkt4_send", ctx.response4.text());
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  return show("pkt6_receive", ctx.query6.text());
}

export function subnet6_select(ctx: Subnet6Select): Verdict {
  const subnet = ctx.subnet6;
  return show("subnet6_select", `${subnet === null ? "no subnet" : subnet.text()} for ${ctx.query6.label()}`);
}

export function lease6_select(ctx: Lease6Select): Verdict {
  return show("lease6_select", (ctx.fakeAllocation ? "to be offered: " : "to be assigned: ") + ctx.lease6.text());
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  return show("lease6_renew", ctx.lease6.text());
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  return show("lease6_rebind", ctx.lease6.text());
}

export function lease6_release(ctx: Lease6Release): Verdict {
  return show("lease6_release", ctx.lease6.text());
}

export function lease6_decline(ctx: Lease6Decline): Verdict {
  return show("lease6_decline", ctx.lease6.text());
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  return show("lease6_expire", (ctx.removeLease ? "to be deleted: " : "to be kept as expired: ") + ctx.lease6.text());
}

export function lease6_recover(ctx: Lease6Recover): Verdict {
  return show("lease6_recover", ctx.lease6.text());
}

export function pkt6_send(ctx: Pkt6Send): Verdict {
  return show("pkt6_send", ctx.response6.text());
}
