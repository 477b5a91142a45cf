// SPDX-License-Identifier: MPL-2.0
// Every shell script that is shipped: shellcheck has nothing to say, and a command that fails ends it.
import { spawnSync } from "node:child_process";
import { accessSync, constants, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const made = new Set([".git", "build", "dist", "node_modules"]);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

/** By its first line: one that is run, or one that says that it is sourced. */
function isShellScript(path: string): boolean {
  if (statSync(path).size > 100_000) return false;
  return /^(#!.*\b(ba|da)?sh\b|# shellcheck shell=)/.test(readFileSync(path, "utf8").split("\n", 1)[0]!);
}

const scripts = filesIn(repository).filter(isShellScript).map((path) => relative(repository, path)).sort();
const isInstalled = spawnSync("shellcheck", ["--version"]).status === 0;

describe("shell scripts", () => {
  it("are found", () => {
    expect(scripts).toEqual(expect.arrayContaining(["host/setup/setup.sh", "host/setup/debian_packages.sh", ".ci/run"]));
    expect(scripts.filter((path) => dirname(dirname(path)) === "examples/scripts").length).toBeGreaterThanOrEqual(6);
  });

  if (isInstalled) {
    it("pass shellcheck", { timeout: 120_000 }, () => {
      const { stdout, stderr } = spawnSync("shellcheck", ["--external-sources", ...scripts], { cwd: repository, encoding: "utf8" });
      expect(stdout + stderr).toBe("");
    });
  } else {
    it.skip("are not held against shellcheck, because the Debian package shellcheck is not installed");
  }

  it.each(scripts.filter((path) => readFileSync(join(repository, path), "utf8").startsWith("#!")))("%s is executable and strict", (path) => {
    accessSync(join(repository, path), constants.X_OK);
    const text = readFileSync(join(repository, path), "utf8");
    expect(text).toMatch(text.startsWith("#!/bin/sh") ? /^set -eu$/m : /^set -euo pipefail$/m);
  });
});
