// SPDX-License-Identifier: MPL-2.0
// Calls what views and parsers offer on the bytes of option 12, as its first letter says; says what came out.
import { Bytes, parseHex, parseHwAddr, parseOui, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const q = ctx.query4;
  const bytes = q.option(12)!;
  const text = q.option(15);
  switch (q.secs) {
    case 0: console.log(bytes.toString()); break;
    case 1: console.log(bytes.is(text!.toString()) ? "is" : "is not"); break;
    case 2: console.log(bytes.startsWith(text!.toString()) ? "starts" : "does not start"); break;
    case 3: console.log(bytes.equals(text!) ? "equal" : "not equal"); break;
    case 4: console.log(bytes.hash.toString(16)); break;
    case 5: console.log(`${bytes.u16(1)} ${bytes.u32(1)} ${bytes[0]} ${bytes.length}`); break;
    case 6: console.log(parseHwAddr(bytes.toString()).toString(16)); break;
    case 7: console.log(parseOui(bytes.toString()).toString(16)); break;
    case 8: console.log(parseHex(bytes.toString()).toString()); break;
    case 9: console.log(bytes.copy().toString()); break;
    case 10: console.log(`${q.giaddr.value} ${q.giaddr.isZero} ${q.giaddr.equals(q.ciaddr)} ${q.giaddr.inPrefix(0x0a000000, 8)} ${q.giaddr.inPrefix(0, 0)}`); break;
    case 11: console.log(q.hwaddr.key.toString(16)); break;
    case 12: console.log((<u32>q.hops / <u32>q.hlen).toString()); break;
    default: unreachable();
  }
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const local = ctx.query6.localAddr;
  const remote = ctx.query6.remoteAddr;
  console.log(
    `${local.toString()} ${local.high} ${local.low} ${local.isZero} ${local.isLinkLocal} ${local.equals(remote)} ` +
      `${local.inPrefix(0x20010db8_00000000, 0, 32)} ${local.inPrefix(local.high, local.low ^ 1, 127)} ${local.inPrefix(local.high, local.low ^ 1, 128)}`,
  );
  return Verdict.Continue;
}
