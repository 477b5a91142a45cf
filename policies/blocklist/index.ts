// SPDX-License-Identifier: MPL-2.0
// Drops the packets of clients that the configuration denies, or of all that it does not allow; README.md is its reference.
// Everything is read once, in load(). A packet then allocates nothing, and only what some rule looks at is read of it.
import { Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";
import { logDecision4, logDecision6, Told } from "./decision_log";
import { find4, find6, Rule } from "./rule";
import { readSettings } from "./settings";

// In the mode "deny" the rules are those of the denied and the exceptions those of the allowed; in the mode "allow" it is the other way round.
let rules: Rule | null = null;
let exceptions: Rule | null = null;
let whereRuled: Verdict = Verdict.Drop;
let elsewhere: Verdict = Verdict.Continue;
let told: Told = Told.Nothing;

/** Reads the configuration; a mistake in it aborts with a sentence, which refuses it. */
export function load(): bool {
  const settings = readSettings();
  rules = settings.allowsOnly ? settings.allowed : settings.denied;
  exceptions = settings.allowsOnly ? settings.denied : settings.allowed;
  whereRuled = settings.allowsOnly ? Verdict.Continue : Verdict.Drop;
  elsewhere = settings.allowsOnly ? Verdict.Drop : Verdict.Continue;
  told = settings.told;
  return true;
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const packet = ctx.query4;
  const rule = find4(rules, packet);
  // Most clients fit no rule; then nobody asks for the exceptions.
  const exception = rule === null ? rule : find4(exceptions, packet);
  const verdict = rule === null || exception !== null ? elsewhere : whereRuled;
  if (told == Told.Everything || (told == Told.Drops && verdict == Verdict.Drop)) {
    logDecision4(verdict, packet, rule, exception);
  }
  return verdict;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const packet = ctx.query6;
  const rule = find6(rules, packet);
  const exception = rule === null ? rule : find6(exceptions, packet);
  const verdict = rule === null || exception !== null ? elsewhere : whereRuled;
  if (told == Told.Everything || (told == Told.Drops && verdict == Verdict.Drop)) {
    logDecision6(verdict, packet, rule, exception);
  }
  return verdict;
}
