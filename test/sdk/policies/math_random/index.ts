// SPDX-License-Identifier: MPL-2.0
// Drops some packets by chance. The seed comes from the host.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const chance = Math.random();
  console.log(chance.toString());
  return chance < 0.5 && ctx.query4.type == 1 ? Verdict.Drop : Verdict.Continue;
}
