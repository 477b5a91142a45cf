// SPDX-License-Identifier: MPL-2.0
// Lines for Kea's log at each level, from both families.
import { log, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  console.log("log " + ctx.query4.hwaddr.toString());
  console.info("info");
  console.debug("debug");
  console.warn("warn");
  console.error("error – Grüße 🦆");
  console.assert(ctx.query4.op == 2, "op is 2");
  log.debug("debug");
  log.info("info");
  log.warn("warn");
  log.error("error");
  trace("trace", 2, 1.5, -2);
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const duid = ctx.query6.duid;
  console.log(duid == null ? "no DUID" : "DUID " + duid.toString());
  return Verdict.Continue;
}
