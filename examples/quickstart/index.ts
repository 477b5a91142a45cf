// SPDX-License-Identifier: MPL-2.0
// A first policy: machines whose MAC address begins with 00:16:3e get no DHCPv4 answer.

// This is AssemblyScript: TypeScript with number types, compiled to WebAssembly. Hover over a name in your editor to read what it is.
import { Pkt4Receive, Verdict } from "kea-policy/assembly";

// An exported function that has the name of one of Kea's hook points is called there; a misspelt name does not compile. Kea calls
// pkt4_receive for each DHCPv4 packet, when it is parsed and nothing has been decided yet.
export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  // What Kea knows is in the context. query4 is the client's packet; its fields are numbers, addresses and bytes, read where they are.
  const hwaddr = ctx.query4.hwaddr;

  // An OUI, the first three bytes of a MAC address, is one number. Numbers are fast, so compare numbers where you can.
  if (hwaddr.oui == 0x00163e) {
    // Text is made only where somebody asks for it. This line goes to Kea's log where its severity for the library is DEBUG.
    console.debug(`no lease for ${hwaddr.toString()}`);
    return Verdict.Drop;
  }

  // Kea goes on as if there were no policy.
  return Verdict.Continue;
}
