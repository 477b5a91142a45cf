// SPDX-License-Identifier: MPL-2.0
// Look-ups in lists that the configuration names.
import { List, ListKind, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

const denied = List.open("denied", ListKind.HwAddr);
const vendors = List.optional("vendors", ListKind.String);
let networks: List | null = null;

export function load(): bool {
  networks = List.find("networks");
  return true;
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const query = ctx.query4;
  if (denied.has(query.hwaddr)) return Verdict.Drop;
  const byNetwork = networks;
  if (byNetwork != null && byNetwork.hasIPv4(query.giaddr)) return Verdict.Skip;
  const vendor = query.option(60);
  if (vendors.hasText("Grüße") || (vendor != null && vendors.has(vendor))) query.addClass("vendor");
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const byNetwork = networks;
  const address = ctx.query6.remoteAddr;
  if (denied.hasIPv6(address)) unreachable();
  return byNetwork != null && byNetwork.hasIPv6(address) ? Verdict.Drop : Verdict.Continue;
}
