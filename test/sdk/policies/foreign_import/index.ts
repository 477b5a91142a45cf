// SPDX-License-Identifier: MPL-2.0
// Must not compile: the host offers no clock but Date.now().
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return performance.now() > 1 && ctx.query4.relayed ? Verdict.Drop : Verdict.Continue;
}
