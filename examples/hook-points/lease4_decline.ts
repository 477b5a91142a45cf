// SPDX-License-Identifier: MPL-2.0
// A client that comes through a relay is not believed: it could empty a pool with a few packets.
import { Lease4Decline, Verdict } from "kea-policy/assembly";

export function lease4_decline(ctx: Lease4Decline): Verdict {
  return ctx.query4.relayed ? Verdict.Skip : Verdict.Continue;
}
