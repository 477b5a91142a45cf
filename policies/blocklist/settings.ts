// SPDX-License-Identifier: MPL-2.0
// The configuration as an operator writes it. What is wrong in it aborts with a sentence that names its place and the mend.
import { config, ConfigValue } from "kea-policy/assembly";
import { Told } from "./decision_log";
import { Rule } from "./rule";
import { rulesOf, ruleNames } from "./rules_of_config";
import { rulesOfLists } from "./rules_of_lists";

/** What the configuration asks for. */
export class Settings {
  constructor(
    /** Chains of rules. */
    readonly denied: Rule | null,
    readonly allowed: Rule | null,
    /** The mode "allow": who is not allowed is dropped. */
    readonly allowsOnly: bool,
    readonly told: Told,
  ) {}
}

export function readSettings(): Settings {
  config.allowOnly(ruleNames().concat(["allow", "mode", "log"]));
  const allow = config.get("allow");
  allow.allowOnly(ruleNames());

  const denied = rulesOf(config, rulesOfLists("denied"));
  const allowed = rulesOf(allow, rulesOfLists("allowed"));
  const allowsOnly = oneOf(config.get("mode"), ["deny", "allow"]) == 1;
  if (allowsOnly && allowed === null) {
    throw new Error(
      'config.mode: "allow" serves only clients that are allowed, and none are; add "allow": { "hwaddrs": [ ... ] } or a list ' +
        'named "allowed".',
    );
  }
  if (denied === null && allowed === null) {
    throw new Error(
      'config: nobody is denied; give "hwaddrs", "ouis", "duids" or another kind of rule, or a list named "denied" under "lists".',
    );
  }
  return new Settings(denied, allowed, allowsOnly, <Told>oneOf(config.get("log"), ["nothing", "drops", "everything"]));
}

/** The place of a setting's word among those it may have; 0 where it is not given. */
function oneOf(value: ConfigValue, words: string[]): i32 {
  if (!value.exists) return 0;
  const found = words.indexOf(value.string());
  if (found < 0) throw new Error(`${value.path}: "${value.string()}" is not known; write "${words.join('" or "')}".`);
  return found;
}
