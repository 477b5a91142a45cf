// SPDX-License-Identifier: MPL-2.0
// Must not compile: each of these keeps a view under another name.
import { Bytes as B, DomainName, HwAddr as H, NumberList, Option, Pkt4Receive as Context, RelayAgentInfo as R, Verdict as V } from "kea-policy/assembly";

type Address = H;
type Answer = V;

let last: Address | null = null;

let relay: R | null = null;
const names = new Map<string, DomainName>();

class Client {
  id: B | null = null;
  codes: NumberList<u16> | null = null;
  constructor(public address: Address) {}
}

class Box<T> {
  items: T[] = [];
}

export function pkt4_receive(ctx: Context): Answer {
  last = ctx.query4.hwaddr;
  relay = Option.relayAgentInfo(ctx.query4.option(82));
  new Client(ctx.query4.hwaddr);
  const box = new Box<H>();
  const inferred = [ctx.query4.clientId];
  return box.items.length + inferred.length > 1 ? V.Drop : V.Continue;
}
