// SPDX-License-Identifier: MPL-2.0
// Must not compile: nothing in it is ever called.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

function relayed(ctx: Pkt4Receive): Verdict {
  return ctx.query4.relayed ? Verdict.Drop : Verdict.Continue;
}

export function decide(): bool {
  return isFunction(relayed);
}
