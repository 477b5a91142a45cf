// SPDX-License-Identifier: MPL-2.0
// Must compile: what these return is taken, or cannot be known from the text, or is something else of the same name.
import { config, Lease4Expire, Lease4Renew, Lease4Select, Pkt4Receive, Pkt4Send, Verdict } from "kea-policy/assembly";

/** Not a verdict, though it reads like one where it is used. */
class Answers {
  Skip: Verdict = Verdict.Continue;
}

const whereDenied: Verdict = config.get("drop").booleanOr(false) ? Verdict.Drop : Verdict.Continue;

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return ctx.query4.relayed ? Verdict.Drop : Verdict.Skip;
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return whereDenied;
}

/** May return Drop, but not for who tells it that it must not. */
function decide(relayed: bool, mayDrop: bool): Verdict {
  if (!relayed) return Verdict.Continue;
  return mayDrop ? Verdict.Drop : Verdict.Continue;
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  return decide(ctx.query4.relayed, false);
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  const Verdict = new Answers();
  return Verdict.Skip;
}

export function pkt4_send(ctx: Pkt4Send): Verdict {
  const worst = (): Verdict => {
    return Verdict.Skip;
  };
  return worst() == Verdict.Skip ? Verdict.Drop : Verdict.Continue;
}
