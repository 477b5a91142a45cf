// SPDX-License-Identifier: MPL-2.0
// docs/coverage.md holds together, and what `npm run coverage` makes of counts: no line is counted here, which takes a build of its own.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { complaints, lastRun, readSummary, reasonsOf, tableOf, withLastRun } from "../coverage/page.ts";

const repositoryFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const page = readFileSync(repositoryFile("docs/coverage.md"), "utf8");

// As gcovr 5.2 writes it.
const summary = JSON.stringify({
  root: ".",
  "gcovr/summary_format_version": 0.2,
  files: [
    { filename: "host/src/slots.cc", line_total: 58, line_covered: 58, line_percent: 100.0 },
    { filename: "host/src/library.cc", line_total: 1000, line_covered: 849, line_percent: 84.9 },
    { filename: "host/src/config.cc", line_total: 1000, line_covered: 850, line_percent: 85.0 },
    { filename: "host/src/limits.h", line_total: 0, line_covered: 0, line_percent: null },
  ],
});
const files = readSummary(summary);

describe("docs/coverage.md", () => {
  test("names files that exist", () => {
    const named = [...reasonsOf(page).keys(), ...tableOf(page).map(({ file }) => file)];
    expect(named.length).toBeGreaterThan(10);
    for (const file of named) expect(existsSync(repositoryFile(file)), `${file} is gone: take its row out`).toBe(true);
  });

  test("has a reason for each file of its table that is little covered, and for no other", () => {
    expect(complaints(tableOf(page), reasonsOf(page))).toEqual([]);
  });

  test("has a table as the command writes it", () => {
    const [, text] = page.split("## The last run\n\n");
    expect(text).toMatch(/^\d{4}-\d\d-\d\d, Kea \d+\.\d+\.\d+, g\+\+ \d+\.\d+\.\d+: \d+ of \d+ lines in \d+ files, [\d.]+ %\./);
    expect(withLastRun(page, text!)).toBe(page);
    expect(tableOf(page)).toHaveLength(text!.split("\n").filter((line) => line.startsWith("| `")).length);
  });
});

describe("npm run coverage", () => {
  test("complains of a file that is little covered without a reason, and of a reason that is not needed", () => {
    expect(complaints(files, new Map())).toEqual([
      "host/src/library.cc: 84.9 % of its lines are covered, less than 85 %: test it, or say why not in docs/coverage.md.",
    ]);
    expect(complaints(files, new Map([["host/src/library.cc", "why"]]))).toEqual([]);
    expect(complaints(files, new Map([["host/src/library.cc", "why"], ["host/src/config.cc", "why"], ["host/src/gone.cc", "why"]]))).toEqual([
      "host/src/config.cc: docs/coverage.md gives a reason that it does not need: take it out.",
      "host/src/gone.cc: docs/coverage.md gives a reason that it does not need: take it out.",
    ]);
  });

  test("writes a row for each file that is not wholly covered, and reads them again", () => {
    const text = lastRun(files, "2026-11-27, Kea 2.2.0, g++ 12.2.0");
    expect(text).toContain("2026-11-27, Kea 2.2.0, g++ 12.2.0: 1757 of 2058 lines in 3 files, 85.3 %.");
    expect(text).toContain("| `host/src/library.cc` | 1000 | 849 | 84.9 |\n");
    expect(tableOf(withLastRun(page, text))).toEqual(files.filter(({ file }) => file !== "host/src/slots.cc"));
  });

  test("refuses a summary in another form", () => {
    expect(() => readSummary("{}")).toThrow("counted no file");
    expect(() => readSummary(summary.replaceAll("line_covered", "covered"))).toThrow("not the format of gcovr 5.2");
  });

  test("says what to install where gcovr is missing or too old", () => {
    const folder = mkdtempSync(join(tmpdir(), "coverage-"));
    const gcovr = join(folder, "gcovr");
    for (const [script, found] of [["exit 127", "none"], ["echo gcovr 4.2", "4.2"]] as const) {
      writeFileSync(gcovr, `#!/bin/sh\n${script}\n`);
      chmodSync(gcovr, 0o755);
      const ended = spawnSync(repositoryFile("test/coverage/run.sh"), {
        env: { ...process.env, PATH: `${folder}:${process.env["PATH"]}` }, encoding: "utf8", timeout: 20_000,
      });
      expect({ code: ended.status, text: ended.stdout + ended.stderr }).toEqual({
        code: 1, text: `Coverage needs gcovr 5.2 or newer, found ${found}: apt-get install gcovr (nothing else needs it).\n`,
      });
    }
    rmSync(folder, { recursive: true });
  });
});
