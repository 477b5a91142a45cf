// SPDX-License-Identifier: MPL-2.0
// Phones are told their provisioning server, option 66.
import { Pkt4Send, toUtf8, Verdict } from "kea-policy/assembly";

export function pkt4_send(ctx: Pkt4Send): Verdict {
  const vendor = ctx.query4.option(60);
  if (vendor != null && vendor.startsWith("phone")) ctx.response4.setOption(66, toUtf8("tftp.example.org"));
  return Verdict.Continue;
}
