// SPDX-License-Identifier: MPL-2.0
// A client that waited less than three seconds is not offered an address: another server may be nearer.
import { Lease4Offer, Verdict } from "kea-policy/assembly";

export function lease4_offer(ctx: Lease4Offer): Verdict {
  return ctx.query4.secs < 3 ? Verdict.Drop : Verdict.Continue;
}
