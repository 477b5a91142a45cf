// SPDX-License-Identifier: MPL-2.0
// Compiles each policies/NAME/index.ts to build/policies/NAME.wasm, exactly as `npx asc --config asconfig.json` would.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const outputFolder = join(process.env.KEA_POLICY_OUTPUT || join(repository, "build"), "policies");
const compiler = join(dirname(createRequire(import.meta.url).resolve("assemblyscript/package.json")), "bin", "asc.js");

function findPolicies(): string[] {
  return readdirSync(join(repository, "policies"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(repository, "policies", entry.name, "index.ts")))
    .map((entry) => entry.name)
    .sort();
}

/** Resolves to whether the compiler was content; what it says goes to our own output, one policy at a time. */
function compile(name: string): Promise<boolean> {
  const target = join(outputFolder, `${name}.wasm`);
  const compilation = spawn(
    process.execPath,
    [compiler, join("policies", name, "index.ts"), "--config", "asconfig.json", "--outFile", target],
    { cwd: repository, stdio: ["ignore", "pipe", "pipe"] },
  );
  const output: Buffer[] = [];
  compilation.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  compilation.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    compilation.on("error", reject);
    compilation.on("close", (code) => {
      const text = Buffer.concat(output).toString();
      console.log(code === 0 ? `policies/${name} → ${target}` : `policies/${name} does not compile:`);
      if (text) process.stderr.write(text);
      resolve(code === 0);
    });
  });
}

const waiting = findPolicies();
const failed: string[] = [];
mkdirSync(outputFolder, { recursive: true });

async function compileWaiting(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (!(await compile(name))) failed.push(name);
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, compileWaiting));
if (failed.length > 0) {
  console.error(`Not built: ${failed.sort().join(", ")}. The compiler's own words are above.`);
  process.exitCode = 1;
}
