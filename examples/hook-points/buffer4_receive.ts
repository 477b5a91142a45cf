// SPDX-License-Identifier: MPL-2.0
// A flood from one relay agent is dropped before Kea spends time on parsing it: giaddr is at 24 of a DHCPv4 message.
import { Buffer4Receive, Verdict } from "kea-policy/assembly";

export function buffer4_receive(ctx: Buffer4Receive): Verdict {
  return ctx.query4.wire.u32(24) == 0xc0000201 ? Verdict.Drop : Verdict.Continue; // 192.0.2.1
}
