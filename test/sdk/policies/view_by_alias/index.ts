// SPDX-License-Identifier: MPL-2.0
// Must not compile: each of these keeps a view under another name.
import { Bytes as B, HwAddr as H, Pkt4Receive as Context, Verdict as V } from "kea-policy/assembly";

type Address = H;
type Answer = V;

let last: Address | null = null;

class Client {
  id: B | null = null;
  constructor(public address: Address) {}
}

class Box<T> {
  items: T[] = [];
}

export function pkt4_receive(ctx: Context): Answer {
  last = ctx.query4.hwaddr;
  new Client(ctx.query4.hwaddr);
  const box = new Box<H>();
  const inferred = [ctx.query4.clientId];
  return box.items.length + inferred.length > 1 ? V.Drop : V.Continue;
}
