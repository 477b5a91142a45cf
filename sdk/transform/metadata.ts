// SPDX-License-Identifier: MPL-2.0
// What the host reads about a policy before it runs it: the custom section "kea_policy". docs/design.md has its members.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type Binaryen from "assemblyscript/binaryen";
import { schema } from "../abi/schema.ts";
import { appendCustomSection } from "./wasm_section.ts";

const sdkPackage = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };

const hookPointNames = new Set(schema.hookPoints.map((hookPoint) => hookPoint.name));

/** The version in the nearest package.json at or above a folder; "" where there is none or it has none. */
export function nearestVersion(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, "package.json");
    if (existsSync(file)) return String((JSON.parse(readFileSync(file, "utf8")) as { version?: unknown }).version ?? "");
    if (dirname(at) === at) return "";
  }
}

/** Names of the hook points that a module exports, in the order of its exports. */
function exportedHookPoints(module: Binaryen.Module, binaryen: typeof Binaryen): string[] {
  const names: string[] = [];
  for (let index = 0; index < module.getNumExports(); ++index) {
    const { name } = binaryen.getExportInfo(module.getExportByIndex(index));
    if (hookPointNames.has(name)) names.push(name);
  }
  return names;
}

/** Names of the host functions that a module imports. */
function importedFunctions(module: Binaryen.Module, binaryen: typeof Binaryen): string[] {
  const names: string[] = [];
  for (let index = 0; index < module.getNumFunctions(); ++index) {
    const { module: from, base } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    if (from && base) names.push(base);
  }
  return names;
}

/** The bytes that asc wrote, with the section behind them. */
export function addMetadata(
  binary: Uint8Array,
  sourceMap: string,
  module: Binaryen.Module,
  binaryen: typeof Binaryen,
  about: { name: string; version: string; fields: string[] },
): Uint8Array {
  const map = JSON.parse(sourceMap) as { sources: string[]; mappings: string };
  const metadata = {
    name: about.name,
    version: about.version,
    sdk: sdkPackage.version,
    abi: schema.abi,
    hookPoints: exportedHookPoints(module, binaryen),
    imports: importedFunctions(module, binaryen),
    fields: about.fields,
    // Without sourcesContent: a fault's line needs the file's name only, and a policy's text need not travel with it.
    sourceMap: { version: 3, sources: map.sources, names: [], mappings: map.mappings },
  };
  return appendCustomSection(binary, "kea_policy", JSON.stringify(metadata));
}
