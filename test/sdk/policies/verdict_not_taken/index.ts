// SPDX-License-Identifier: MPL-2.0
// Must not compile: hook points return verdicts that they do not take, at once, by a ternary, under another name and through functions.
import { CommandProcessed, Lease4Expire, Lease4Renew, Lease4Select, Lease6Expire, Pkt6Send, Verdict } from "kea-policy/assembly";
import * as kea from "kea-policy/assembly";
import { expired, refuse } from "./decisions";

export function lease4_expire(ctx: Lease4Expire): Verdict {
  return Verdict.Skip;
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  if (ctx.query4.relayed) {
    return ctx.query4.hops > 1 ? Verdict.Skip : (ctx.query4.hops > 0 ? Verdict.Drop : Verdict.Continue);
  }
  return Verdict.Continue;
}

export function command_processed(ctx: CommandProcessed): Verdict {
  return ctx.response === null ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_send(ctx: Pkt6Send): Verdict {
  return kea.Verdict.Skip;
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return refuse(ctx);
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  return expired.keep(ctx);
}
