// SPDX-License-Identifier: MPL-2.0
// Logs packets before Kea parses them and after it packed them, one line of JSON each, and answers what config.verdicts says for the hook
// point: to every answer, and to those packets of clients whose hop count is config.hops.
import {
  Buffer4Receive, Buffer4Send, Buffer6Receive, Buffer6Send, ByteView, config, Pkt4Receive, Pkt4Send, Pkt6Receive, Pkt6Send, Verdict,
} from "kea-policy/assembly";

const points = ["buffer4_receive", "buffer4_send", "buffer6_receive", "buffer6_send"];
const verdicts = new Map<string, Verdict>();
let marked: i64 = -1;

export function load(): bool {
  const wanted = config.get("verdicts");
  for (let i = 0; i < points.length; ++i) {
    const word = wanted.get(points[i]);
    if (word.exists) verdicts.set(points[i], word.string() == "skip" ? Verdict.Skip : Verdict.Drop);
  }
  const hops = config.get("hops");
  if (hops.exists) marked = hops.integer();
  return true;
}

/** As seen_packets.ts has it. */
function shown(bytes: ByteView): string {
  if (bytes.length <= 20) return `"${bytes.toHex()}"`;
  return `"${bytes.length}:${bytes.hash.toString(16)}"`;
}

function shownOrNull(bytes: ByteView | null): string {
  return bytes === null ? "null" : shown(bytes);
}

function say(point: string, members: string): void {
  console.log(`{"point":"${point}",${members}}`);
}

function answer(point: string): Verdict {
  return verdicts.has(point) ? verdicts.get(point) : Verdict.Continue;
}

/** A relay agent's message has the hop count in its second byte, a DHCPv4 message in its fourth. */
function answerByHops(point: string, wire: ByteView, place: i32): Verdict {
  return wire.length > place && wire[place] == marked ? answer(point) : Verdict.Continue;
}

export function buffer4_receive(ctx: Buffer4Receive): Verdict {
  const packet = ctx.query4;
  say("buffer4_receive", `"localPort":${packet.localPort},"remotePort":${packet.remotePort},"localAddr":"${packet.localAddr}",` +
    `"remoteAddr":"${packet.remoteAddr}","ifindex":${packet.ifindex},"iface":"${packet.iface}","wire":${shown(packet.wire)},` +
    `"remoteHwaddr":${shownOrNull(packet.remoteHwaddr)}`);
  return answerByHops("buffer4_receive", packet.wire, 3);
}

export function buffer6_receive(ctx: Buffer6Receive): Verdict {
  const packet = ctx.query6;
  say("buffer6_receive", `"remotePort":${packet.remotePort},"ifindex":${packet.ifindex},"localAddr":"${packet.localAddr}",` +
    `"remoteAddr":"${packet.remoteAddr}","iface":"${packet.iface}","wire":${shown(packet.wire)}`);
  return answerByHops("buffer6_receive", packet.wire, 1);
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  say("pkt4_receive", `"type":${ctx.query4.type},"wire":${shownOrNull(ctx.query4.wire)}`);
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  say("pkt6_receive", `"type":${ctx.query6.type},"wire":${shownOrNull(ctx.query6.wire)}`);
  return Verdict.Continue;
}

export function pkt4_send(ctx: Pkt4Send): Verdict {
  say("pkt4_send", `"type":${ctx.response4.type},"wire":${shownOrNull(ctx.response4.wire)}`);
  return Verdict.Continue;
}

export function pkt6_send(ctx: Pkt6Send): Verdict {
  say("pkt6_send", `"type":${ctx.response6.type},"wire":${shownOrNull(ctx.response6.wire)}`);
  return Verdict.Continue;
}

export function buffer4_send(ctx: Buffer4Send): Verdict {
  const packet = ctx.response4;
  say("buffer4_send", `"type":${packet.type},"yiaddr":"${packet.yiaddr}","localPort":${packet.localPort},"remotePort":${packet.remotePort},` +
    `"remoteAddr":"${packet.remoteAddr}","serverId":${shownOrNull(packet.option(54))},"wire":${shownOrNull(packet.wire)}`);
  return answer("buffer4_send");
}

export function buffer6_send(ctx: Buffer6Send): Verdict {
  const packet = ctx.response6;
  say("buffer6_send", `"type":${packet.type},"transid":${packet.transid},"relayCount":${packet.relayCount},"remotePort":${packet.remotePort},` +
    `"remoteAddr":"${packet.remoteAddr}","serverId":${shownOrNull(packet.option(2))},"wire":${shownOrNull(packet.wire)}`);
  return answer("buffer6_send");
}
