// SPDX-License-Identifier: MPL-2.0
// Must not compile: booleans and numbers are no verdicts, and a hook point is a function.
import { Lease4Expire, Pkt4Receive, Pkt4Send, Pkt6Receive, Subnet4Select, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  if (ctx.query4.relayed) return true;
  return ctx.query4.hwaddr.oui == 0x00163e;
}

export function pkt4_send(ctx: Pkt4Send): Verdict {
  return (!ctx.query4.relayed);
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  return 0;
}

export const subnet4_select = (ctx: Subnet4Select): Verdict => Verdict.Continue;

function pkt6_receive(ctx: Pkt6Receive): Verdict {
  return Verdict.Drop;
}
