// SPDX-License-Identifier: MPL-2.0
// Hosts whose hardware address is in a list get no answer. The list may have a million entries: a look-up takes a fraction of a microsecond.
import { List, ListKind, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

const denied = List.open("denied", ListKind.HwAddr);

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return denied.has(ctx.query4.hwaddr) ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  // Null where nothing in the packet tells it.
  const hwaddr = ctx.query6.hwaddr;
  return hwaddr !== null && denied.has(hwaddr) ? Verdict.Drop : Verdict.Continue;
}
