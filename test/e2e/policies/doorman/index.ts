// SPDX-License-Identifier: MPL-2.0
// Drops the clients that the configuration denies, by hardware address (in DHCPv6: that of the DUID or of the relay's option 79), and puts
// the others into a class if it names one. Its load() does whatever the tests of refusals want.
import { BytesSet, ByteView, config, Duid, HwAddr, List, ListKind, parseHex, Pkt4Receive, Pkt6Receive, refuse, Verdict } from "kea-policy/assembly";

const denied = new BytesSet();
const list: List | null = List.find("denied");
let className: string = "";

export function load(): bool {
  config.allowOnly(["deny", "class", "refuse", "throw", "loop", "limit"]);
  const addresses = config.get("deny").strings();
  for (let i = 0; i < addresses.length; i++) {
    denied.add(parseHex(addresses[i]));
    denied.add(parseHex("00:03:00:01:" + addresses[i]));
  }
  className = config.get("class").stringOr("");
  if (config.get("limit").integerOr(1) > 10) return refuse("config.limit: give at most 10.");
  if (config.get("refuse").exists) return refuse(config.get("refuse").string());
  if (config.get("throw").exists) throw new Error(config.get("throw").string()); // thrown by load()
  while (config.get("loop").booleanOr(false)) {}
  return true;
}

function isListed(key: ByteView): bool {
  const entries = list; // asc narrows no variable of a module
  return entries !== null && entries.has(key);
}

function isDenied(address: HwAddr | null, duid: Duid | null): bool {
  if (address !== null && (denied.has(address) || isListed(address))) return true;
  return duid !== null && (denied.has(duid) || isListed(duid));
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  if (isDenied(ctx.query4.hwaddr, null)) return Verdict.Drop;
  if (className.length > 0) ctx.query4.addClass(className);
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  if (isDenied(ctx.query6.hwaddr, ctx.query6.duid)) return Verdict.Drop;
  if (className.length > 0) ctx.query6.addClass(className);
  return Verdict.Continue;
}
