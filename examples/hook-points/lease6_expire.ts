// SPDX-License-Identifier: MPL-2.0
// A line in the log for each delegated prefix whose lease ended.
import { Lease6Expire, Lease6Type, Verdict } from "kea-policy/assembly";

export function lease6_expire(ctx: Lease6Expire): Verdict {
  const lease = ctx.lease6;
  if (lease.type == Lease6Type.Prefix) console.info(`${lease.address.toString()}/${lease.prefixLength} is no longer delegated`);
  return Verdict.Continue;
}
