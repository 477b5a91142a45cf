// SPDX-License-Identifier: MPL-2.0
import { Pkt4, Pkt6, Verdict } from "kea-policy/assembly";
import { describe4, describe6 } from "./description";
import { Rule } from "./rule";

/** Which decisions are written to Kea's log; "log" in the configuration. */
export enum Told {
  Nothing = 0,
  Drops = 1,
  Everything = 2,
}

/** One line: the decision, the client, and the rules that led to it. */
export function logDecision4(verdict: Verdict, packet: Pkt4, rule: Rule | null, exception: Rule | null): void {
  log(verdict, describe4(packet), rule, exception);
}

/** The same for DHCPv6. */
export function logDecision6(verdict: Verdict, packet: Pkt6, rule: Rule | null, exception: Rule | null): void {
  log(verdict, describe6(packet), rule, exception);
}

function log(verdict: Verdict, client: string, rule: Rule | null, exception: Rule | null): void {
  let why = "fits no rule";
  if (rule !== null) why = "fits " + rule.path;
  if (exception !== null) why += ", and as an exception " + exception.path;
  console.info(`${verdict == Verdict.Drop ? "drops" : "serves"} ${client}: ${why}`);
}
