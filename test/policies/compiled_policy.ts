// SPDX-License-Identifier: MPL-2.0
// A policy of this repository, compiled afresh, so that a test never runs what was built from an older state of its files.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { makeTemporaryFolder } from "../e2e/kea_installation.ts";

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const compiler = join(dirname(createRequire(import.meta.url).resolve("assemblyscript/package.json")), "bin", "asc.js");

/** The path of the policy's .wasm, in a folder that every Kea of the tests can read. */
export async function compiledPolicy(name: string): Promise<string> {
  const wasm = join(makeTemporaryFolder("policy"), `${name}.wasm`);
  const args = [compiler, join("policies", name, "index.ts"), "--config", "asconfig.json", "--outFile", wasm];
  await promisify(execFile)(process.execPath, args, { cwd: repository });
  return wasm;
}
