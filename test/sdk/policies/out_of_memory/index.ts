// SPDX-License-Identifier: MPL-2.0
// Takes memory until there is none.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const blocks: Uint8Array[] = [];
  if (ctx.query4.hwaddr.oui == 0x00163e) {
    for (;;) blocks.push(new Uint8Array(65536));
  }
  return Verdict.Continue;
}
