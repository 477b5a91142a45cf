// SPDX-License-Identifier: MPL-2.0
// Must not compile: the parameters are not what the hook points hand over.
import { Pkt4, Pkt4Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(packet: Pkt4): Verdict {
  return packet.relayed ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt4Receive): Verdict {
  return ctx.query4.relayed ? Verdict.Drop : Verdict.Continue;
}

export function load(name: string): bool {
  return name.length > 0;
}

export function unload(): bool {
  return true;
}
