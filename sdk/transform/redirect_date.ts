// SPDX-License-Identifier: MPL-2.0
// What is this?
//   AssemblyScript's Date takes the time from the import env."Date.now". This puts the SDK's dateNow() in its place.
// Why is it needed?
//   "use" in asconfig.json replaces global names only; Date reaches its binding by an import of its own. Replacing the whole class Date by
//   --use would lose its calendar. The host offers no import from "env".
// IMPORTANT
//   It relies on the name of the binding in asc's library (std/assembly/bindings/dom.ts). Where asc renames it, the policy imports
//   env."Date.now" again, which the check of imports refuses; test/sdk compiles a policy that calls Date.now().
import type { Program } from "assemblyscript";

export function redirectDate(program: Program): void {
  const binding = program.elementsByName.get("~lib/bindings/dom/Date");
  const now = program.elementsByName.get("~lib/kea-policy/assembly/environment/dateNow");
  if (binding?.members && now) binding.members.set("now", now as never);
}
