// SPDX-License-Identifier: MPL-2.0
// Reads fields in every way that the compiler knows, and names some in code that nothing calls.
import { Pkt4, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

@unmanaged
class Client extends Pkt4 {
  get hasId(): bool {
    return this.clientId !== null;
  }

  get number(): u32 {
    return super.transid;
  }
}

function seconds<T>(packet: T): u32 {
  // @ts-ignore: what T is, the caller says
  return packet.secs;
}

function calledByNobody(packet: Pkt4): bool {
  return packet.relayed;
}

const hops = (packet: Pkt4): u32 => packet.hops;

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const packet = ctx.query4;
  const client = changetype<Client>(changetype<usize>(packet));
  if (client.hasId || client.number == 7 || client.giaddr.value == 8) return Verdict.Drop;
  if (seconds(packet) == 9 || hops(packet) == 10) return Verdict.Drop;
  // A constant condition: what stands behind it is not compiled.
  if (ASC_TARGET == 7 && packet.op == 1) return Verdict.Drop;
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  // Fetched when asked for: not a part of the frame.
  return ctx.query6.hwaddr === null ? Verdict.Drop : Verdict.Continue;
}
