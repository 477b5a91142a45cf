// SPDX-License-Identifier: MPL-2.0
import { Verdict } from "kea-policy/assembly";
import { Rule } from "./rule";

/** Which decisions are written to Kea's log; "log" in the configuration. */
export enum Told {
  Nothing = 0,
  Drops = 1,
  Everything = 2,
}

/** One line: the decision, the client, and the rules that led to it. */
export function logDecision(verdict: Verdict, client: string, rule: Rule | null, exception: Rule | null): void {
  let why = "fits no rule";
  if (rule !== null) why = "fits " + rule.path;
  if (exception !== null) why += ", and as an exception " + exception.path;
  console.info(`${verdict == Verdict.Drop ? "drops" : "serves"} ${client}: ${why}`);
}
