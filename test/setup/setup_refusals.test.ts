// SPDX-License-Identifier: MPL-2.0
// What the set-up says before it touches anything, where something is missing that it does not install itself.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const setup = resolve(dirname(fileURLToPath(import.meta.url)), "../../host/setup/setup.sh");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setup-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a program in front of the real one on the set-up's PATH. */
function pretend(program: string, output: string): void {
  const file = join(folder, program);
  writeFileSync(file, `#!/bin/sh\necho '${output}'\n`);
  chmodSync(file, 0o755);
}

function runSetup(environment: Record<string, string> = {}): { code: number | null; text: string } {
  const { WASMTIME_ROOT: _, ...inherited } = process.env;
  const env = { ...inherited, PATH: `${folder}:${process.env["PATH"]}`, XDG_CACHE_HOME: folder, ...environment };
  const ended = spawnSync(setup, { env, encoding: "utf8", timeout: 20_000, stdio: ["ignore", "pipe", "pipe"] });
  return { code: ended.status, text: ended.stdout + ended.stderr };
}

/** A folder that looks like a prebuilt wasmtime of that version. */
function prebuiltWasmtime(version: string): string {
  const root = join(folder, "wasmtime");
  mkdirSync(join(root, "include"), { recursive: true });
  mkdirSync(join(root, "lib"));
  writeFileSync(join(root, "include", "wasmtime.h"), `#define WASMTIME_VERSION "${version}"\n`);
  writeFileSync(join(root, "lib", "libkea_policy_wasmtime.a"), "");
  return root;
}

describe("the set-up refuses, with a sentence that says how to go on,", () => {
  test("a Node.js that is too old", () => {
    pretend("node", "v20.9.0");
    expect(runSetup()).toMatchObject({
      code: 1,
      text: expect.stringMatching(/^Node\.js 20\.19 or newer with npm is needed, found 20\.9\.0: install it from .*\.\n$/),
    });
  });

  test("a Rust that is too old, and says that a prebuilt wasmtime would do", () => {
    pretend("rustc", "rustc 1.80.1 (3f5fd8dd4 2024-08-06)");
    expect(runSetup()).toMatchObject({
      code: 1,
      text: expect.stringMatching(/^Rust 1\.95 or newer is needed .*, found 1\.80\.1: install it .*WASMTIME_ROOT .*\.\n$/),
    });
  });

  test("a WASMTIME_ROOT without wasmtime in it", () => {
    expect(runSetup({ WASMTIME_ROOT: folder })).toMatchObject({
      code: 1,
      text: expect.stringContaining(`WASMTIME_ROOT (${folder}) must hold lib/libkea_policy_wasmtime.a`),
    });
  });

  test("a WASMTIME_ROOT with another version of wasmtime", () => {
    const root = prebuiltWasmtime("47.0.1");
    expect(runSetup({ WASMTIME_ROOT: root })).toMatchObject({
      code: 1,
      text: expect.stringMatching(/wasmtime\.h is wasmtime 47\.0\.1, but these sources need 48\.\d+\.\d+: take that version/),
    });
  });
});
