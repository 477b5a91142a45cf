// SPDX-License-Identifier: MPL-2.0
// Instructions that a policy adds to one callout, counted by valgrind's callgrind: the same on a busy machine as on an idle one.
//   tsx bench/callout_instructions.ts [update]      "update" writes them into bench/instructions.json, which `npm test` holds them against
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countUnderCallgrind } from "./callgrind.ts";
import { built, type Case, cases, measuredPolicies } from "./places.ts";

export interface Instructions {
  /** One callout of an empty hook, all that Kea itself does included. */
  empty: number;
  /** What our library adds to that, and what the same decision in C++ does. */
  ours: number;
  native: number;
}

export interface Counts {
  /** What the counts depend on beside our own sources. */
  toolchain: string;
  cases: Record<Case, Instructions>;
}

export const countsFile = fileURLToPath(new URL("instructions.json", import.meta.url));

export function committedCounts(): Counts {
  return JSON.parse(readFileSync(countsFile, "utf8")) as Counts;
}

/** Kea's headers and the compiler bring a good part of the instructions. */
export function toolchain(): string {
  const compiler = execFileSync("c++", ["-dumpfullversion"], { encoding: "utf8" }).trim();
  const kea = execFileSync("/usr/sbin/kea-dhcp4", ["-v"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  return `Kea ${kea}, g++ ${compiler}, ${process.arch}`;
}

export function countInstructions(): Counts {
  const policies = measuredPolicies();
  try {
    return { toolchain: toolchain(), cases: perCase(countUnderCallgrind([built("bench-callout"), "instructions", policies, ...cases])) };
  } finally {
    rmSync(policies, { recursive: true });
  }
}

function perCase(counted: Map<string, number>): Record<Case, Instructions> {
  const of = (name: Case, hook: string): number => {
    const count = counted.get(`${name} ${hook}`);
    if (count === undefined) throw new Error(`callgrind wrote no count for ${name} with the hook ${hook}.`);
    return count;
  };
  const entries = cases.map((name): [Case, Instructions] => {
    const empty = of(name, "empty");
    return [name, { empty: Math.round(empty), ours: Math.round(of(name, "ours") - empty), native: Math.round(of(name, "native") - empty) }];
  });
  return Object.fromEntries(entries) as Record<Case, Instructions>;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = countInstructions();
  console.log(JSON.stringify(counts, null, 2));
  if (process.argv[2] === "update") writeFileSync(countsFile, `${JSON.stringify(counts, null, 2)}\n`);
}
