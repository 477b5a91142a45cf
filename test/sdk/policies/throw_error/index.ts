// SPDX-License-Identifier: MPL-2.0
// A throw for one client, and a failed check of AssemblyScript's library for another.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

function refuseBlue(oui: u32): void {
  if (oui == 0xb10e00) throw new Error("no blue clients today");
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const hwaddr = ctx.query4.hwaddr;
  refuseBlue(hwaddr.oui);
  return hwaddr[5] == 0xff ? Verdict.Drop : Verdict.Continue;
}
