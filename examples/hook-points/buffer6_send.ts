// SPDX-License-Identifier: MPL-2.0
// How long answers are, for who sets the log to debug.
import { Buffer6Send, Verdict } from "kea-policy/assembly";

export function buffer6_send(ctx: Buffer6Send): Verdict {
  const wire = ctx.response6.wire;
  if (wire != null) console.debug(`an answer of ${wire.length} bytes, type ${ctx.response6.type}`);
  return Verdict.Continue;
}
