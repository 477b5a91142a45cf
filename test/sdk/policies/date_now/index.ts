// SPDX-License-Identifier: MPL-2.0
// Serves clients by the clock: what it logs is the time that the host tells.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const now = Date.now();
  console.log(`${now} ${new Date(now).toISOString()} ${ctx.query4.transid}`);
  return new Date(now).getUTCHours() < 12 ? Verdict.Continue : Verdict.Drop;
}
