// SPDX-License-Identifier: MPL-2.0
// Asks for every kind of change.
import { Dhcp4Type, Pkt4Receive, Pkt6Receive, toUtf8, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const query = ctx.query4;
  if (query.type == Dhcp4Type.Discover) {
    query.setOption(12, toUtf8("printer"));
    query.setOption(60, new Uint8Array(0));
    query.removeOption(55);
    query.addClass("Gäste");
  }
  // More than the log takes.
  if (query.type == Dhcp4Type.Inform) {
    for (let code: u32 = 1; code < 255; ++code) query.setOption(code, new Uint8Array(512));
  }
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const id = ctx.query6.option(1);
  if (id != null) ctx.query6.setOption(16, id.copy());
  ctx.query6.addClass("seen");
  return Verdict.Skip;
}
