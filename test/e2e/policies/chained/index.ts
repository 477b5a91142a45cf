// SPDX-License-Identifier: MPL-2.0
// One of several in a chain: says whom it was asked about and in which classes it finds the packet, puts it into a class of its own name, and
// answers with the verdict that its configuration has for the client. It says also when it begins and when it ends.
import { config, Pkt4Receive, Subnet4Select, Verdict } from "kea-policy/assembly";

let name: string = "";
const verdicts = new Map<string, Verdict>();

export function load(): bool {
  name = config.get("name").string();
  const clients = config.get("verdicts").keys();
  for (let i = 0; i < clients.length; i++) {
    const word = config.get("verdicts").get(clients[i]).string();
    verdicts.set(clients[i], word == "drop" ? Verdict.Drop : word == "skip" ? Verdict.Skip : Verdict.Continue);
  }
  console.info(`load ${name}`);
  return true;
}

export function unload(): void {
  console.info(`unload ${name}`);
  if (config.get("fails").booleanOr(false)) throw new Error("not today");
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  console.info(`asked ${ctx.query4.hwaddr.toString()} in ${ctx.query4.classes.toStrings().join(",")}`);
  ctx.query4.addClass(name);
  return Verdict.Continue;
}

export function subnet4_select(ctx: Subnet4Select): Verdict {
  const client = ctx.query4.hwaddr.toString();
  console.info(`decides ${client}`);
  return verdicts.has(client) ? verdicts.get(client) : Verdict.Continue;
}
