// SPDX-License-Identifier: MPL-2.0
// Delegated prefixes are not prolonged; addresses are.
import { Lease6Renew, Lease6Type, Verdict } from "kea-policy/assembly";

export function lease6_renew(ctx: Lease6Renew): Verdict {
  return ctx.lease6.type == Lease6Type.Prefix ? Verdict.Skip : Verdict.Continue;
}
