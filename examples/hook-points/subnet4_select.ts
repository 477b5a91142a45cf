// SPDX-License-Identifier: MPL-2.0
// Clients that did not come through a relay are served in the subnet 1 only.
import { Subnet4Select, Verdict } from "kea-policy/assembly";

export function subnet4_select(ctx: Subnet4Select): Verdict {
  const subnet = ctx.subnet4;
  if (subnet == null || ctx.query4.relayed) return Verdict.Continue;
  return subnet.id == 1 ? Verdict.Continue : Verdict.Drop;
}
