// SPDX-License-Identifier: MPL-2.0
// An answer that does not fit into what every client can take is worth a line in the log.
import { Buffer4Send, Verdict } from "kea-policy/assembly";

export function buffer4_send(ctx: Buffer4Send): Verdict {
  const wire = ctx.response4.wire;
  if (wire != null && wire.length > 548) console.warn(`${wire.length} bytes go to ${ctx.response4.hwaddr.toString()}`);
  return Verdict.Continue;
}
