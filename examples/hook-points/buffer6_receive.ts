// SPDX-License-Identifier: MPL-2.0
// Only what relay agents pass on, messages of type 12, is looked at.
import { Buffer6Receive, Verdict } from "kea-policy/assembly";

export function buffer6_receive(ctx: Buffer6Receive): Verdict {
  const wire = ctx.query6.wire;
  return wire.length > 0 && wire[0] == 12 ? Verdict.Continue : Verdict.Drop;
}
