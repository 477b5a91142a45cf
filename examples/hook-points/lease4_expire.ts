// SPDX-License-Identifier: MPL-2.0
// A line in the log for each lease that ended.
import { Lease4Expire, Verdict } from "kea-policy/assembly";

export function lease4_expire(ctx: Lease4Expire): Verdict {
  console.info(`the lease of ${ctx.lease4.address.toString()} ended, ${ctx.lease4.hostname.toString()}`);
  return Verdict.Continue;
}
