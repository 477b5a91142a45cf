// SPDX-License-Identifier: MPL-2.0
// The bench of each hook point follows the schema: what it compiles must compile for every hook point there is.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hookPointPolicy } from "../../bench/hook_point_policy.ts";
import { compile } from "../../bench/places.ts";
import { schema } from "../../sdk/abi/schema.ts";

it("reads three fields at each hook point of the schema", { timeout: 120_000 }, () => {
  const names = schema.hookPoints.map(({ name }) => name);
  const source = hookPointPolicy(names);
  const reads = source.split("export function ").slice(1).map((text) => text.match(/sum \+= /g)?.length ?? 0);
  expect(reads).toHaveLength(names.length);
  expect(Math.min(...reads)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...reads)).toBe(3);
  expect(source).toContain("export function subnet4_select(ctx: Subnet4Select): Verdict {");
  const folder = mkdtempSync(join(tmpdir(), "kea-policy-test-"));
  try {
    writeFileSync(join(folder, "three_fields.ts"), source);
    compile(join(folder, "three_fields.ts"), join(folder, "three_fields.wasm"));
    const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(join(folder, "three_fields.wasm")))).map(({ name }) => name);
    expect(exported).toEqual(expect.arrayContaining(names));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
