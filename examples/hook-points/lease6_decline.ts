// SPDX-License-Identifier: MPL-2.0
// A client that comes through a relay is not believed: it could empty a pool with a few packets.
import { Lease6Decline, Verdict } from "kea-policy/assembly";

export function lease6_decline(ctx: Lease6Decline): Verdict {
  return ctx.query6.relayed ? Verdict.Skip : Verdict.Continue;
}
