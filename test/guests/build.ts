// SPDX-License-Identifier: MPL-2.0
// Compiles each test/guests/NAME.wat to NAME.wasm in the folder that is named: npx tsx test/guests/build.ts build/guests
// and the policies of test/sdk that the C++ tests run against Kea's own functions.
// With binaryen, which comes with AssemblyScript: no further tool is needed. Names are kept, so that faults can name functions.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Of test/sdk/policies. */
const policies = ["option_values"];

const guests = dirname(fileURLToPath(import.meta.url));
const outputFolder = process.argv[2];
if (!outputFolder) {
  console.error("Name the folder for the compiled guests, as in: npx tsx test/guests/build.ts build/guests");
  process.exit(2);
}

const compiler = createRequire(createRequire(import.meta.url).resolve("assemblyscript/package.json"));
const { default: binaryen } = await import(pathToFileURL(compiler.resolve("binaryen")).href);
binaryen.setDebugInfo(true);

// A guest whose source is gone must not be found by a test.
rmSync(outputFolder, { recursive: true, force: true });
mkdirSync(outputFolder, { recursive: true });
for (const file of readdirSync(guests).filter((name) => name.endsWith(".wat")).sort()) {
  try {
    const module = binaryen.parseText(readFileSync(join(guests, file), "utf8"));
    module.setFeatures(binaryen.Features.All);
    if (!module.validate()) throw new Error("it is not valid wasm");
    writeFileSync(join(outputFolder, file.replace(/\.wat$/, ".wasm")), module.emitBinary());
    module.dispose();
  } catch (error) {
    console.error(`test/guests/${file} does not compile: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

const repository = dirname(dirname(guests));
const asc = join(dirname(createRequire(import.meta.url).resolve("assemblyscript/package.json")), "bin", "asc.js");
for (const name of policies) {
  const wasm = join(resolve(outputFolder), `${name}.wasm`);
  const args = [asc, join("test/sdk/policies", name, "index.ts"), "--config", "asconfig.json", "--outFile", wasm];
  const { status } = spawnSync(process.execPath, args, { cwd: repository, stdio: "inherit" });
  if (status !== 0) {
    console.error(`test/sdk/policies/${name} does not compile; the compiler's own words are above.`);
    process.exitCode = 1;
  }
}
