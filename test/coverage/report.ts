// SPDX-License-Identifier: MPL-2.0
// Prints what gcovr counted, writes it into docs/coverage.md, and fails where that page's reasons do not fit: report.ts SUMMARY.json
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { complaints, lastRun, readSummary, reasonsOf, withLastRun } from "./page.ts";

const [summary] = process.argv.slice(2);
if (!summary) {
  console.error("Name the file that gcovr --json-summary wrote; npm run coverage does.");
  process.exit(2);
}
const files = readSummary(readFileSync(summary, "utf8"));
const version = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: "utf8" }).trim().split("\n", 1)[0]!;
const day = new Date().toISOString().slice(0, 10);
const text = lastRun(files, `${day}, Kea ${version("kea-dhcp4", "-v")}, g++ ${version("g++", "-dumpfullversion")}`);
const path = fileURLToPath(new URL("../../docs/coverage.md", import.meta.url));
const page = readFileSync(path, "utf8");
writeFileSync(path, withLastRun(page, text));
console.log(`\n${text}`);
for (const complaint of complaints(files, reasonsOf(page))) {
  console.error(complaint);
  process.exitCode = 1;
}
