// SPDX-License-Identifier: MPL-2.0
// Tells of each prefix that is delegated, not of those that are only offered.
import { Lease6Select, Lease6Type, Verdict } from "kea-policy/assembly";

export function lease6_select(ctx: Lease6Select): Verdict {
  const lease = ctx.lease6;
  if (!ctx.fakeAllocation && lease.type == Lease6Type.Prefix) console.info(`${lease.address.toString()}/${lease.prefixLength} delegated`);
  return Verdict.Continue;
}
