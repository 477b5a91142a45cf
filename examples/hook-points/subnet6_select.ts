// SPDX-License-Identifier: MPL-2.0
// In the shared network "guests" a client gets no lease where more than two relays passed its packet on.
import { Subnet6Select, Verdict } from "kea-policy/assembly";

export function subnet6_select(ctx: Subnet6Select): Verdict {
  const subnet = ctx.subnet6;
  if (subnet == null || !subnet.sharedNetwork.is("guests")) return Verdict.Continue;
  return ctx.query6.relayCount > 2 ? Verdict.Skip : Verdict.Continue;
}
