// SPDX-License-Identifier: MPL-2.0
// Names of guests stay out of the DNS.
import { Ddns4Update, Verdict } from "kea-policy/assembly";

export function ddns4_update(ctx: Ddns4Update): Verdict {
  if (ctx.hostname.length == 0 || !ctx.query4.classes.has("guests")) return Verdict.Continue;
  ctx.setForwardUpdate(false);
  ctx.setReverseUpdate(false);
  return Verdict.Continue;
}
