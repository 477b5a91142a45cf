// SPDX-License-Identifier: MPL-2.0
// A warning for each address that Kea found in use.
import { Lease4ServerDecline, Verdict } from "kea-policy/assembly";

export function lease4_server_decline(ctx: Lease4ServerDecline): Verdict {
  console.warn(`somebody uses ${ctx.lease4.address.toString()}, which was offered to ${ctx.query4.hwaddr.toString()}`);
  return Verdict.Continue;
}
