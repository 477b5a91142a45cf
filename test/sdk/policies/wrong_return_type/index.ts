// SPDX-License-Identifier: MPL-2.0
// Must not compile: neither returns a verdict.
import { Pkt4Receive, Pkt6Receive } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): bool {
  return ctx.query4.relayed;
}

export function pkt6_receive(ctx: Pkt6Receive): i32 {
  return ctx.query6.relayed ? 2 : 0;
}
