// SPDX-License-Identifier: MPL-2.0
// Must not compile: a view in a Set is the same place for every client.
import { HwAddr, Pkt4Receive, Verdict } from "kea-policy/assembly";

const seen = new Set<HwAddr>();

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  seen.add(ctx.query4.hwaddr);
  return Verdict.Continue;
}
