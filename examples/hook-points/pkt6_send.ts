// SPDX-License-Identifier: MPL-2.0
// Clients of the class "lab" are not told of a DNS server, option 23.
import { Pkt6Send, Verdict } from "kea-policy/assembly";

export function pkt6_send(ctx: Pkt6Send): Verdict {
  if (ctx.query6.classes.has("lab")) ctx.response6.removeOption(23);
  return Verdict.Continue;
}
