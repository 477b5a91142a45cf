// SPDX-License-Identifier: MPL-2.0
// Fails in the way that the configuration gives for a client's hardware address (in DHCPv6: that of its DUID-LL), and puts every other
// client into a class. The comments at the ends of lines are what the tests find the lines by.
import { Bytes, config, Pkt4, Pkt4Receive, Pkt6, Pkt6Receive, Verdict } from "kea-policy/assembly";
import { kea_policy_edits } from "kea-policy/assembly/regions";

const faults = new Map<string, string>();
const className: string = config.get("class").stringOr("");
const says: bool = config.get("says").booleanOr(false);
const zero: i32 = <i32>config.get("zero").integerOr(0);

export function load(): bool {
  const wanted = config.get("faults");
  const addresses = wanted.keys();
  for (let i = 0; i < addresses.length; i++) faults.set(addresses[i], wanted.get(addresses[i]).string());
  return true;
}

function deeper(depth: i32): i32 {
  if (depth == i32.MAX_VALUE) return 0;
  return deeper(depth + 1) + depth; // recurse
}

function allocateForEver(): void {
  const kept = new Array<Uint8Array>();
  while (true) kept.push(new Uint8Array(4096)); // allocate
}

/** Writes an entry of the edit log as the SDK never would. */
function writeEdit(used: u32, operation: u16, object: u32, length: u32): void {
  store<u32>(kea_policy_edits, used);
  store<u16>(kea_policy_edits, operation, 8);
  store<u32>(kea_policy_edits, object, 12);
  store<u32>(kea_policy_edits, 12, 16);
  store<u32>(kea_policy_edits, length, 20);
}

function fail(fault: string, text: Bytes | null): Verdict {
  if (fault == "loop") while (true) {} // loop
  if (fault == "recurse") return <Verdict>deeper(zero);
  if (fault == "allocate") allocateForEver();
  if (fault == "throw") throw new Error("nothing to be done"); // throw
  if (fault == "throw-text") throw new Error(text === null ? "" : text.toString());
  if (fault == "bounds") return <Verdict>new Uint8Array(3)[7 + zero]; // bounds
  if (fault == "divide") return <Verdict>(7 / zero); // divide
  if (fault == "unreachable") unreachable(); // unreachable
  if (fault == "outside") store<u8>(0xfffffff0 + zero, 1); // outside
  if (fault == "verdict") return <Verdict>77;
  if (fault == "negative-verdict") return <Verdict>-1;
  if (fault == "log-too-long") writeEdit(0xffffffff, 1, 0, 0);
  if (fault == "log-cut") writeEdit(20, 1, 0, 0);
  if (fault == "value-cut") writeEdit(16, 1, 0, 8);
  if (fault == "unknown-edit") writeEdit(16, 99, 0, 0);
  if (fault == "other-object") writeEdit(16, 1, 12345, 0);
  return Verdict.Continue;
}

function edit4(query: Pkt4, fault: string): void {
  if (fault == "kea-alone") query.setOption(54, new Uint8Array(4));
  if (fault == "kea-refuses") query.setOption(1, new Uint8Array(3));
  if (fault == "long-class") query.addClass("x".repeat(256));
}

function edit6(query: Pkt6, fault: string): void {
  if (fault == "kea-alone") query.setOption(2, new Uint8Array(4));
  if (fault == "kea-refuses") query.setOption(8, new Uint8Array(1));
  if (fault == "long-class") query.addClass("x".repeat(256));
}

function say(text: Bytes | null): void {
  if (says) console.log("the client says " + (text === null ? "nothing" : text.toString()));
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const query = ctx.query4;
  const text = query.option(12);
  say(text);
  const client = query.hwaddr.toString();
  if (faults.has(client)) {
    edit4(query, faults.get(client));
    return fail(faults.get(client), text);
  }
  if (className.length > 0) query.addClass(className);
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const query = ctx.query6;
  const text = query.option(16);
  say(text);
  const duid = query.duid;
  const client = duid === null ? "" : duid.toString().substring(12);
  if (faults.has(client)) {
    edit6(query, faults.get(client));
    return fail(faults.get(client), text);
  }
  if (className.length > 0) query.addClass(className);
  return Verdict.Continue;
}
