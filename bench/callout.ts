// SPDX-License-Identifier: MPL-2.0
// Nanoseconds that a policy adds to one callout, by bench/callout.cc.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { built, type Case, cases, measuredPolicies } from "./places.ts";

/** A median over several runs, and the least and the most of them. */
export interface Figure {
  median: number;
  least: number;
  most: number;
}

export interface CalloutTimes {
  case: Case;
  /** One callout of an empty hook, all that Kea itself does included. */
  empty: Figure;
  /** Added to that. */
  ours: Figure;
  native: Figure;
  /** What the empty hook seems to add to itself: no difference smaller than this means anything. */
  emptyAgainstEmpty: Figure;
}

export function measureCallouts(): CalloutTimes[] {
  const policies = measuredPolicies();
  try {
    const lines = execFileSync(built("bench-callout"), ["time", policies, ...cases], { encoding: "utf8" }).trim().split("\n");
    return lines.map((line) => JSON.parse(line) as CalloutTimes);
  } finally {
    rmSync(policies, { recursive: true });
  }
}
