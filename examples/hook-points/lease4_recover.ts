// SPDX-License-Identifier: MPL-2.0
// In the subnet 7 an address that somebody else uses stays out of use until an operator deletes its lease.
import { Lease4Recover, Verdict } from "kea-policy/assembly";

export function lease4_recover(ctx: Lease4Recover): Verdict {
  return ctx.lease4.subnetId == 7 ? Verdict.Skip : Verdict.Continue;
}
