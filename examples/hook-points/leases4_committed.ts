// SPDX-License-Identifier: MPL-2.0
// A line in the log for each lease that a client has now.
import { Leases4Committed, Verdict } from "kea-policy/assembly";

export function leases4_committed(ctx: Leases4Committed): Verdict {
  const lease = ctx.leases4.at(0);
  if (lease != null) console.info(`${ctx.query4.hwaddr.toString()} has ${lease.address.toString()}`);
  return Verdict.Continue;
}
