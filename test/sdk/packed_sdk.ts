// SPDX-License-Identifier: MPL-2.0
// The SDK as an author gets it: `npm pack`, and the tarball installed in a folder outside of this repository.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const sdk = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "sdk");

export interface Compilation {
  /** The module that asc wrote; it is there where exitCode is 0. */
  wasm: string;
  stdout: string;
  stderr: string;
  exitCode: number;
}

export interface PackedSdk {
  /** A folder with package.json and node_modules, as `npm install kea-policy` leaves it. */
  folder: string;
  /** The tarball that `npm pack` made. */
  tarball: string;
  /**
   * Compiles a copy of a folder that has asconfig.json and index.ts as `asc --config asconfig.json` does, in this process: asc takes
   * seconds to start and a fraction of one to compile.
   */
  compile(sourceFolder: string, ...moreArguments: string[]): Promise<Compilation>;
  /** The same by `npx asc --config asconfig.json` in that folder, as an author does. */
  compileWithNpx(sourceFolder: string, ...moreArguments: string[]): Promise<Compilation>;
}

let packed: Promise<PackedSdk> | undefined;

/** Packs and installs once for each state of the SDK's files, however many processes ask. */
export function packedSdk(): Promise<PackedSdk> {
  packed ??= install().then((folder) => ({
    folder,
    tarball: join(folder, tarballIn(folder)),
    compile: (source, ...more) => compile(folder, source, more),
    compileWithNpx: (source, ...more) => compileWithNpx(folder, source, more),
  }));
  return packed;
}

async function install(): Promise<string> {
  const folder = join(tmpdir(), `kea-policy-packed-${process.getuid?.() ?? 0}-${stateOf(sdk)}`);
  if (existsSync(folder)) return folder;
  const building = mkdtempSync(join(tmpdir(), "kea-policy-packing-"));
  await run("npm", ["pack", "--pack-destination", building], sdk);
  writeFileSync(join(building, "package.json"), JSON.stringify({ name: "policies", version: "1.2.3", private: true }));
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarballIn(building)}`], building);
  moveInto(building, folder);
  removeOld();
  return folder;
}

/** Gives a finished folder its name. Where another process was faster with the same, its folder is as good. */
function moveInto(building: string, target: string): void {
  try {
    renameSync(building, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(building, { recursive: true });
  }
}

/** Installs of an SDK as it was a day ago and more: nobody asks for them any longer. */
function removeOld(): void {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith("kea-policy-packed-") && !name.startsWith("kea-policy-packing-")) continue;
    const folder = join(tmpdir(), name);
    // Another process may have just removed it.
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && found.mtimeMs < dayAgo) rmSync(folder, { recursive: true, force: true });
  }
}

function tarballIn(folder: string): string {
  return readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
}

/** A hash of every file in a folder, but for what is made from the rest, and of something more. */
function stateOf(folder: string, more = ""): string {
  const hash = createHash("sha256").update(more);
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (["build", "dist", "node_modules"].includes(entry.name)) continue;
      const child = join(path, entry.name);
      if (entry.isDirectory()) visit(child);
      else hash.update(child.slice(folder.length)).update(readFileSync(child));
    }
  };
  visit(folder);
  return hash.digest("hex").slice(0, 16);
}

/**
 * Compiles a copy of a policy beside the install. What comes of the same SDK, source and arguments is kept there: asc is the slowest
 * part of these tests, and several files of tests want the same policies.
 */
async function compileOnce(folder: string, sourceFolder: string, how: string[], compiler: Compiler): Promise<Compilation> {
  const name = basename(sourceFolder);
  const target = join(folder, "policies", `${name}-${stateOf(sourceFolder, how.join(" "))}`);
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true });
    const building = mkdtempSync(join(folder, "policies", `${name}-building-`));
    cpSync(sourceFolder, building, { recursive: true });
    writeFileSync(join(building, "result.json"), JSON.stringify(await compiler(building)));
    moveInto(building, target);
  }
  return { wasm: join(target, "build", `${name}.wasm`), ...(JSON.parse(readFileSync(join(target, "result.json"), "utf8")) as Result) };
}

type Result = Omit<Compilation, "wasm">;
type Compiler = (folder: string) => Promise<Result>;

/** asc colours what it says wherever the variable CI is set. */
const plain = "--noColors";

function compileWithNpx(folder: string, sourceFolder: string, more: string[]): Promise<Compilation> {
  const command = ["asc", "--config", "asconfig.json", plain, ...more];
  return compileOnce(folder, sourceFolder, ["npx", ...command], (building) => run("npx", command, building, true));
}

interface Asc {
  main(argv: string[]): Promise<{ error: Error | null; stdout: { toString(): string }; stderr: { toString(): string } }>;
}

function compile(folder: string, sourceFolder: string, more: string[]): Promise<Compilation> {
  return compileOnce(folder, sourceFolder, [plain, ...more], async (building) => {
    const asc = (await import(pathToFileURL(join(folder, "node_modules/assemblyscript/dist/asc.js")).href)) as Asc;
    const { error, stdout, stderr } = await asc.main(["--baseDir", building, "--config", "asconfig.json", plain, ...more]);
    return { stdout: stdout.toString(), stderr: stderr.toString(), exitCode: error ? 1 : 0 };
  });
}

function run(program: string, args: string[], cwd: string, mayFail = false): Promise<Result> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (!error) return resolve({ stdout, stderr, exitCode: 0 });
      if (mayFail && typeof error.code === "number") return resolve({ stdout, stderr, exitCode: error.code });
      reject(new Error(`${program} ${args.join(" ")} failed in ${cwd}: ${error.message}\n${stdout}${stderr}`));
    });
  });
}
