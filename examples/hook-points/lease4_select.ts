// SPDX-License-Identifier: MPL-2.0
// A line in the log for each address that is assigned, not for those that are only offered.
import { Lease4Select, Verdict } from "kea-policy/assembly";

export function lease4_select(ctx: Lease4Select): Verdict {
  const lease = ctx.lease4;
  if (!ctx.fakeAllocation) console.info(`${lease.address.toString()} assigned in subnet ${lease.subnetId}`);
  return Verdict.Continue;
}
