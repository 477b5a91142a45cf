// SPDX-License-Identifier: MPL-2.0
// Writes every generated file. `--check` writes nothing and fails with the names of those that are stale; `--release` adds to
// released.json what is new, which from then on may neither move nor go.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateMessages } from "../../host/messages/generate.ts";
import { allScenarios } from "../../test/e2e/scenarios/all.ts";
import { emitTested } from "../../test/e2e/scenarios/tested_page.ts";
import { emitAs } from "./emit_as.ts";
import { emitCpp } from "./emit_cpp.ts";
import { emitDocs } from "./emit_docs.ts";
import { emitEverything } from "./emit_everything.ts";
import { emitHookPointPages, examplePath } from "./emit_hook_point_pages.ts";
import { emitTs } from "./emit_ts.ts";
import { layOut } from "./layout.ts";
import type { Model } from "./layout.ts";
import { broken, releaseOf } from "./released.ts";
import type { Release } from "./released.ts";
import { schema } from "./schema.ts";
import { emitScriptVariables } from "./script_variables/emit.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const releasedFile = join(root, "sdk/abi/released.json");

/** Path below the repository → text. */
export function generatedFiles(model: Model): Map<string, string> {
  return new Map([...emitCpp(model), ...emitAs(model), ...emitTs(model), ...emitDocs(model), ...emitHookPointPages(model, readExamples(model)), ...emitEverything(model), ...emitScriptVariables(model), ...generateMessages(), ...emitTested(allScenarios)]);
}

/** A hook point's name → the text of its example, as far as there is one. */
function readExamples(model: Model): Map<string, string> {
  const written = model.hookPoints.filter(({ name }) => existsSync(join(root, examplePath(name))));
  return new Map(written.map(({ name }) => [name, readFileSync(join(root, examplePath(name)), "utf8")]));
}

/** Paths of generated files that are missing or differ from what the schema says. */
export function staleFiles(files: Map<string, string>, folder = root): string[] {
  return [...files].filter(([path, text]) => !existsSync(join(folder, path)) || readFileSync(join(folder, path), "utf8") !== text).map(([path]) => path);
}

export function readReleased(): Release {
  return JSON.parse(readFileSync(releasedFile, "utf8")) as Release;
}

function main(argv: string[]): void {
  const unknown = argv.filter((argument) => argument !== "--check" && argument !== "--release");
  if (unknown.length > 0) throw new Error(`generate.ts: ${unknown[0]} is no option; there are --check and --release.`);
  const model = layOut(schema);
  const files = generatedFiles(model);
  const flaws = existsSync(releasedFile) ? broken(readReleased(), releaseOf(model)) : [];
  if (flaws.length > 0) throw new Error(flaws.join("\n"));

  if (argv.includes("--check")) {
    const stale = staleFiles(files);
    if (stale.length > 0) throw new Error(`These files are stale; run \`npm run gen\`:\n${stale.map((path) => `  ${path}`).join("\n")}`);
    return;
  }
  for (const path of staleFiles(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? "");
    console.log(`written ${path}`);
  }
  if (argv.includes("--release")) {
    writeFileSync(releasedFile, JSON.stringify(releaseOf(model), undefined, 2) + "\n");
    console.log("written sdk/abi/released.json");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
