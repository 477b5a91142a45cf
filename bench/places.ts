// SPDX-License-Identifier: MPL-2.0
// Where the build put what is measured, and the policies that are measured.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const outputFolder = process.env["KEA_POLICY_OUTPUT"] || process.env["KEA_POLICY_BUILD"] || join(repository, "build");

/** A file that the build makes; fails where it did not. */
export function built(name: string): string {
  const path = join(outputFolder, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: host/setup/build.sh benches makes it.`);
  return path;
}

/** The cases of bench/callout.cc. */
export const cases = ["mac_compare4", "mac_compare6", "blocklist4", "blocklist6"] as const;
export type Case = (typeof cases)[number];

/** Compiles a policy as an author would. */
export function compile(source: string, target: string): void {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("assemblyscript/package.json")), "bin", "asc.js");
  execFileSync(process.execPath, [compiler, relative(repository, source), "--config", "asconfig.json", "--outFile", target], { cwd: repository });
}

/** A folder with the policies of all cases: blocklist as the build made it, and the one of this folder. */
export function measuredPolicies(): string {
  const folder = mkdtempSync(join(tmpdir(), "kea-policy-bench-"));
  compile(join(repository, "bench", "policies", "mac_compare", "index.ts"), join(folder, "mac_compare.wasm"));
  symlinkSync(built(join("policies", "blocklist.wasm")), join(folder, "blocklist.wasm"));
  return folder;
}
