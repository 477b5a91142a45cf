// SPDX-License-Identifier: MPL-2.0
// Who sends a DUID made of a UUID (type 4), as network boot firmware does, gets no answer.
import { Pkt6Receive, Verdict } from "kea-policy/assembly";

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const duid = ctx.query6.duid;
  return duid != null && duid.length > 2 && duid.u16(0) == 4 ? Verdict.Drop : Verdict.Continue;
}
