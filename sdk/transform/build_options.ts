// SPDX-License-Identifier: MPL-2.0
// Options of asc that a policy cannot do without, and imports that no host offers.
import type { IdentifierExpression, Program, Range } from "assemblyscript";
import type Binaryen from "assemblyscript/binaryen";
import { importModule } from "../abi/layout.ts";
import { schema } from "../abi/schema.ts";
import { Feature, NodeKind } from "./asc_kinds.ts";
import { reportError } from "./report.ts";
import { policySources } from "./sdk_elements.ts";
import { walk } from "./syntax_walk.ts";

const hostFunctions = new Set(schema.hostFunctions.map((hostFunction) => hostFunction.name));

/** Features that the host's engine has switched on; each other one is an error at load, so it is one here. */
const allowedFeatures = ["SignExtension", "MutableGlobals", "NontrappingF2I", "BulkMemory"];

export function checkOptions(program: Program): void {
  const { options } = program;
  const refuse = (option: string, reason: string) => reportError(program, null, `asconfig.json, option "${option}": ${reason}`);
  if (!program.sources.some((source) => source.internalPath === "~lib/rt/index-incremental")) {
    refuse("runtime", 'a policy runs for months, so its memory must be collected without help: only "incremental" is taken. "stub" never ' +
      'frees, "minimal" waits for a call that the host does not make.');
  }
  if (options.exportStart !== "kea_policy_start") {
    refuse("exportStart", 'must stay "kea_policy_start": the host calls it under a budget.');
  }
  if (options.importMemory) refuse("importMemory", "must stay off: each instance has a memory of its own.");
  if (!options.exportMemory) refuse("noExportMemory", "must stay off: the host writes packets into the memory that it exports.");
  if (options.sharedMemory) refuse("sharedMemory", "must stay off: each instance has a memory of its own.");
  if (options.importTable) refuse("importTable", "must stay off: the host offers no table.");
  for (const [name, bit] of Object.entries(Feature)) {
    const single = typeof bit === "number" && bit > 0 && (bit & (bit - 1)) === 0;
    if (single && options.hasFeature(bit) && !allowedFeatures.includes(name)) {
      const option = name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
      refuse("enable", `"${option}" must stay off: the host's engine does not run it.`);
    }
  }
}

/** Where the author's files first name what an import is of: "performance" for performance.now. */
function placeOf(program: Program, base: string): Range | null {
  const name = base.split(".")[0];
  let found: Range | null = null;
  for (const source of policySources(program)) {
    for (const statement of source.statements) {
      walk(statement, (node) => {
        if (!found && node.kind === NodeKind.Identifier && (node as IdentifierExpression).text === name) found = node.range;
      });
    }
  }
  return found;
}

/** Left-overs of asc's library that reach for a browser or for Node. */
export function checkImports(program: Program, module: Binaryen.Module, binaryen: typeof Binaryen): void {
  for (let index = 0; index < module.getNumFunctions(); ++index) {
    const { module: from, base } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    if (!from || !base || (from === importModule && hostFunctions.has(base))) continue;
    reportError(program, placeOf(program, base), `The policy calls ${base}, which asc takes from "${from}"; the host offers nothing but ` +
      `${importModule}. Use what kea-policy/assembly has for it.`);
  }
}
