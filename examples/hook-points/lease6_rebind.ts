// SPDX-License-Identifier: MPL-2.0
// A client that rebinds did not reach its server: it gets a short lease, so that it soon tries again.
import { Lease6Rebind, Verdict } from "kea-policy/assembly";

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  ctx.lease6.setPreferredLifetime(600);
  ctx.lease6.setValidLifetime(1200);
  return Verdict.Continue;
}
