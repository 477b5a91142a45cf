// SPDX-License-Identifier: MPL-2.0
// The smallest decision there is: is the client's vendor 00:16:3e? DHCPv6 clients are known by their DUID, here of the link-layer kind.
import { Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

const OUI: u32 = 0x00163e;

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return ctx.query4.hwaddr.oui == OUI ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const duid = ctx.query6.duid;
  return duid !== null && duid.length == 10 && duid.u32(4) >> 8 == OUI ? Verdict.Drop : Verdict.Continue;
}
