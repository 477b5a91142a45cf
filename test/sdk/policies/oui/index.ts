// SPDX-License-Identifier: MPL-2.0
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return ctx.query4.hwaddr.oui == 0x00163e ? Verdict.Drop : Verdict.Continue;
}
