// SPDX-License-Identifier: MPL-2.0
// Runs a bench under valgrind's callgrind and reads what it counted.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a command that dumps what it counts. Instructions of one call by "NAME WHAT": it names each dump "NAME WHAT CALLS". */
export function countUnderCallgrind(command: readonly string[]): Map<string, number> {
  const dumps = mkdtempSync(join(tmpdir(), "kea-policy-callgrind-"));
  try {
    const valgrind = ["--tool=callgrind", "--instr-atstart=no", "--collect-atstart=no", `--callgrind-out-file=${join(dumps, "dump")}`];
    execFileSync("valgrind", [...valgrind, ...command], { stdio: ["ignore", "ignore", "pipe"] });
    return readDumps(dumps);
  } finally {
    rmSync(dumps, { recursive: true });
  }
}

function readDumps(folder: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "latin1");
    const title = /^desc: Trigger: Client Request: (\w+) (\w+) (\d+)$/m.exec(text);
    const total = /^totals: (\d+)$/m.exec(text);
    if (title && total) counted.set(`${title[1]} ${title[2]}`, Number(total[1]) / Number(title[3]));
  }
  return counted;
}
