// SPDX-License-Identifier: MPL-2.0
// What a policy logs at the hook points that it is asked at, one line of JSON each.
import { setTimeout as sleep } from "node:timers/promises";
import type { KeaServer } from "./kea_server.ts";

/** The lines of one policy from a place in the log on. */
export function seenSince<Seen>(server: KeaServer, policy: string, from: number): Seen[] {
  const lines = server.log().slice(from).matchAll(/POLICY_SAYS (\S+): (\{.*\})\n/g);
  return [...lines].filter(([, name]) => name === policy).map(([, , json]) => JSON.parse(json!) as Seen);
}

/**
 * What the policy saw while something was done. Ten lines a second are let through: a rest before lets it speak. `least`: so many lines are
 * waited for, where no answer to a client tells that they are there.
 */
export async function seenDuring<Seen>(server: KeaServer, policy: string, action: () => Promise<unknown>, least = 0): Promise<Seen[]> {
  await sleep(450);
  const from = server.log().length;
  await action();
  for (const end = Date.now() + 10_000; seenSince(server, policy, from).length < least && Date.now() < end; ) await sleep(20);
  // For lines too many.
  await sleep(150);
  return seenSince(server, policy, from);
}
