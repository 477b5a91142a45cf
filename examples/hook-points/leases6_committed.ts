// SPDX-License-Identifier: MPL-2.0
// A line in the log for each address or prefix that a client has no more.
import { Leases6Committed, Verdict } from "kea-policy/assembly";

export function leases6_committed(ctx: Leases6Committed): Verdict {
  const ended = ctx.deletedLeases6;
  for (let i = 0; i < ended.length; ++i) console.info(`${ended.at(i)!.address.toString()} is no longer used`);
  return Verdict.Continue;
}
