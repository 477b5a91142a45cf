// SPDX-License-Identifier: MPL-2.0
// In the subnet 7 an address that somebody else uses stays out of use until an operator deletes its lease.
import { Lease6Recover, Verdict } from "kea-policy/assembly";

export function lease6_recover(ctx: Lease6Recover): Verdict {
  return ctx.lease6.subnetId == 7 ? Verdict.Skip : Verdict.Continue;
}
