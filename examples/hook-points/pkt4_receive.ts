// SPDX-License-Identifier: MPL-2.0
// Windows machines go into a client class, so that subnets, pools and options may be for them.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const vendor = ctx.query4.option(60);
  if (vendor != null && vendor.startsWith("MSFT")) ctx.query4.addClass("windows");
  return Verdict.Continue;
}
