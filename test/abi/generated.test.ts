// SPDX-License-Identifier: MPL-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generatedFiles, staleFiles } from "../../sdk/abi/generate.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";

const files = generatedFiles(layOut(schema));

describe("generated files", () => {
  it("are what the schema says; run `npm run gen` where not", () => {
    expect(staleFiles(files)).toEqual([]);
  });

  it("are these and no others", () => {
    expect([...files.keys()].sort()).toEqual([
      ...["README", ...schema.hookPoints.map(({ name }) => name)].sort().map((name) => `docs/hook-points/${name}.md`),
      "docs/messages.md",
      "docs/reference.md",
      "docs/script-variables.md",
      "docs/tested.md",
      "examples/everything/index.ts",
      "host/src/generated/abi.h",
      "host/src/generated/messages.cc",
      "host/src/generated/messages.h",
      "host/src/generated/records.h",
      "host/src/generated/script_manners.h",
      "policies/classic/generated/hook_points.ts",
      "policies/classic/generated/isc_run_script.ts",
      "policies/classic/generated/kea_hook_runscript.ts",
      "policies/classic/generated/manners.ts",
      "sdk/assembly/generated/imports.ts",
      "sdk/assembly/generated/objects.ts",
      "sdk/assembly/generated/verdict.ts",
      "sdk/cli/generated/encode.ts",
      "sdk/cli/generated/objects.ts",
    ]);
  });

  it("say that they are generated, and from what", () => {
    for (const [path, text] of files) expect(text, path).toMatch(/Generated from (sdk\/abi\/schema\.ts|sdk\/abi\/script_variables|sdk\/abi\/schema\.ts and sdk\/abi\/script_variables|host\/messages\/messages\.mes|test\/e2e\/scenarios) by `npm run gen`/);
  });

  it("follow the schema: another sentence in one field makes every file stale that shows it", () => {
    const changed = structuredClone(schema);
    changed.objects[0]!.fields[0]!.doc = "Another sentence.";
    expect(staleFiles(generatedFiles(layOut(changed))).sort()).toEqual([
      "docs/reference.md",
      "host/src/generated/records.h",
      "sdk/assembly/generated/objects.ts",
      "sdk/cli/generated/objects.ts",
    ]);
  });
});

describe("staleFiles", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kea-policy-generated-"));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("names a file that was edited by hand and one that is missing", () => {
    expect(staleFiles(files, folder)).toEqual([]);
    writeFileSync(join(folder, "host/src/generated/abi.h"), `${files.get("host/src/generated/abi.h")}\n`);
    rmSync(join(folder, "docs/reference.md"));
    expect(staleFiles(files, folder)).toEqual(["host/src/generated/abi.h", "docs/reference.md"]);
  });
});
