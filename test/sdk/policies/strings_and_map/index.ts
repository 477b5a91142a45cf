// SPDX-License-Identifier: MPL-2.0
// Strings and a Map: the host name of each client decides its class.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

const classOfPrefix = new Map<string, string>();
classOfPrefix.set("prn", "printers");
classOfPrefix.set("cam", "cameras");

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const hostName = ctx.query4.option(12);
  if (hostName == null) return Verdict.Continue;
  const name = hostName.toString().toLowerCase();
  const prefix = name.split("-")[0];
  if (!classOfPrefix.has(prefix)) return Verdict.Continue;
  console.log(`${name} is in ${classOfPrefix.get(prefix)}, sent by ${ctx.query4.hwaddr.toString()}`);
  ctx.query4.addClass(classOfPrefix.get(prefix));
  return name.endsWith("-old") ? Verdict.Drop : Verdict.Continue;
}
