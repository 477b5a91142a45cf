// SPDX-License-Identifier: MPL-2.0
// In the subnet 7 leases are not prolonged: they end when they were to end.
import { Lease4Renew, Verdict } from "kea-policy/assembly";

export function lease4_renew(ctx: Lease4Renew): Verdict {
  return ctx.subnet4.id == 7 ? Verdict.Skip : Verdict.Continue;
}
