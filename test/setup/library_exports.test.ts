// SPDX-License-Identifier: MPL-2.0
// Another hook library in the same Kea may bring a wasmtime or a Rust of its own: nothing of ours may be seen but what Kea looks up.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { hookLibrary } from "../e2e/kea_installation.js";

test("the hook library exports what Kea looks up and nothing else", () => {
  const symbols = execFileSync("nm", ["--dynamic", "--defined-only", "--format=just-symbols", hookLibrary], { encoding: "utf8" });
  expect(symbols.trim().split("\n").sort()).toEqual(["load", "multi_threading_compatible", "unload", "version"]);
});

test("the hook library stays mapped when Kea closes it", () => {
  const dynamic = execFileSync("readelf", ["--dynamic", "--wide", hookLibrary], { encoding: "utf8" });
  expect(dynamic).toMatch(/\(FLAGS_1\).*NODELETE/);
});
