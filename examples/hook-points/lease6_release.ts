// SPDX-License-Identifier: MPL-2.0
// A delegated prefix is kept until its lease ends: a router that restarts finds its prefix again.
import { Lease6Release, Lease6Type, Verdict } from "kea-policy/assembly";

export function lease6_release(ctx: Lease6Release): Verdict {
  return ctx.lease6.type == Lease6Type.Prefix ? Verdict.Skip : Verdict.Continue;
}
