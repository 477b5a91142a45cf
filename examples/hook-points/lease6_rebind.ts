// SPDX-License-Identifier: MPL-2.0
// A client that rebinds did not reach its server: that is worth a line in the log.
import { Lease6Rebind, Verdict } from "kea-policy/assembly";

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  console.warn(`${ctx.lease6.address.toString()} is rebound: did its renewal get lost?`);
  return Verdict.Continue;
}
