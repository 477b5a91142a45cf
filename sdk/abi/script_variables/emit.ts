// SPDX-License-Identifier: MPL-2.0
// The tables of script variables → every file that is generated from them.
import type { Model } from "../layout.ts";
import { emitPolicy } from "./emit_policy.ts";
import { emitScriptManners } from "./emit_script_manners.ts";
import { emitScriptDocs } from "./emit_script_docs.ts";
import { iscRunScript } from "./isc_run_script.ts";
import { keaHookRunscript } from "./kea_hook_runscript.ts";
import { checkManner } from "./resolve.ts";
import type { Manner } from "./variable.ts";

/** The first one is taken where the configuration names none. */
export const manners: Manner[] = [keaHookRunscript, iscRunScript];

/** Path below the repository → text. */
export function emitScriptVariables(model: Model): Map<string, string> {
  for (const manner of manners) checkManner(model, manner);
  return new Map([
    ...emitPolicy(model, manners),
    ["docs/script-variables.md", emitScriptDocs(model, manners)],
    ["host/src/generated/script_manners.h", emitScriptManners(manners)],
  ]);
}
