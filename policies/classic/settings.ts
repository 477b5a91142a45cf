// SPDX-License-Identifier: MPL-2.0
// The configuration: how the variables are named. What is wrong in it aborts with a sentence that names its place and the mend.
import { config } from "kea-policy/assembly";
import { Manner, mannerNames, mannerPrefixes } from "./generated/manners";
import { values } from "./values";

/** How the variables are named and written. */
export let manner: Manner = 0;

/** The Kea that runs us, as its KEA_HOOKS_VERSION: 20603 is 2.6.3. A hook library of Kea's has some variables since one version only. */
export let kea: i64 = i64.MAX_VALUE;

export function readSettings(): void {
  config.allowOnly(["variables", "prefixes", "kea"]);
  kea = config.get("kea").integerOr(kea);
  const variables = config.get("variables");
  if (variables.exists) {
    const found = mannerNames.indexOf(variables.string());
    if (found < 0) throw new Error(`${variables.path}: "${variables.string()}" is not known; write "${mannerNames.join('" or "')}".`);
    manner = <Manner>found;
  }
  const possible = mannerPrefixes[manner];
  if (possible.length == 1) return values.spell(possible[0] == "KEA_", possible[0] == "");
  const wanted = config.get("prefixes");
  const prefixes = wanted.exists ? wanted.strings() : possible;
  if (wanted.exists && prefixes.length == 0) {
    throw new Error(`${wanted.path}: is empty, so that no variable would be set; write some of ["${possible.join('", "')}"], or leave it out for all.`);
  }
  for (let index = 0; index < prefixes.length; ++index) {
    if (!possible.includes(prefixes[index])) {
      throw new Error(`${wanted.path}[${index}]: "${prefixes[index]}" is no prefix of ${mannerNames[manner]}; it has ["${possible.join('", "')}"].`);
    }
  }
  values.spell(prefixes.includes("KEA_"), prefixes.includes(""));
}
