// SPDX-License-Identifier: MPL-2.0
// The policies that these tests run, compiled from policies/NAME/index.ts as an author would: by asc with the SDK's asconfig.json.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const sources = join(dirname(fileURLToPath(import.meta.url)), "policies");
const checkout = resolve(sources, "../../..");
const compiler = join(dirname(createRequire(import.meta.url).resolve("assemblyscript/package.json")), "bin", "asc.js");

/** Path of the compiled module. Compiled once for each state of its source, the SDK and the compiler, however many processes ask. */
export function compiledPolicy(name: string): Promise<string> {
  return compiled(name, join(sources, name));
}

/** The same of a policy in examples/. */
export function compiledExample(name: string): Promise<string> {
  return compiled(name, join(checkout, "examples", name));
}

/** By the folder of the source: who asks while it is being compiled waits for the same. */
const underWay = new Map<string, Promise<string>>();

function compiled(name: string, sourceFolder: string): Promise<string> {
  const known = underWay.get(sourceFolder) ?? compile(name, sourceFolder);
  underWay.set(sourceFolder, known);
  return known;
}

async function compile(name: string, sourceFolder: string): Promise<string> {
  const source = join(sourceFolder, "index.ts");
  const state = stateOf([sourceFolder, join(checkout, "package-lock.json"), join(checkout, "sdk")]);
  // Where a server that was started in another root filesystem finds it as well.
  const folder = join(process.env["KEA_POLICY_TMP"] ?? tmpdir(), "kea-policy-e2e");
  const target = join(folder, `${name}-${state}.wasm`);
  if (existsSync(target)) return target;
  mkdirSync(folder, { recursive: true });
  const building = `${target}.${process.pid}.wasm`;
  const args = [compiler, source, "--config", join(checkout, "asconfig.json"), "--outFile", building];
  await promisify(execFile)(process.execPath, args, { cwd: checkout, maxBuffer: 1 << 24 });
  rmSync(`${building}.map`);
  // Another process may have been faster; its file is the same.
  renameSync(building, target);
  return target;
}

/** The number of the line of a policy's source that has this text, which must be the only one. */
export function lineOf(name: string, text: string): number {
  const lines = readFileSync(join(sources, name, "index.ts"), "utf8").split("\n");
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  if (found.length !== 1) throw new Error(`policies/${name}/index.ts has "${text}" in ${found.length} lines instead of one.`);
  return found[0]!;
}

function stateOf(paths: string[]): string {
  const hash = createHash("sha256");
  const visit = (path: string, entries: string[] | null): void => {
    if (!entries) {
      hash.update(path).update(readFileSync(path));
      return;
    }
    for (const entry of entries.sort()) if (entry !== "node_modules" && entry !== "build") visit(join(path, entry), folderEntries(join(path, entry)));
  };
  for (const path of paths) visit(path, folderEntries(path));
  return hash.digest("hex").slice(0, 16);
}

/** Null for a file. */
function folderEntries(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}
