// SPDX-License-Identifier: MPL-2.0
// Must not compile: the second name is no hook point.
import { Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return ctx.query4.relayed ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_recieve(ctx: Pkt6Receive): Verdict {
  return ctx.query6.relayed ? Verdict.Drop : Verdict.Continue;
}
