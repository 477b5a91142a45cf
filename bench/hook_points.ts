// SPDX-License-Identifier: MPL-2.0
// What a policy that reads three fields adds at each hook point, by bench/hook_points.cc: nanoseconds and instructions.
//   tsx bench/hook_points.ts      prints it as JSON; `npm run bench -- hookPoints` as tables
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { schema } from "../sdk/abi/schema.ts";
import type { Figure } from "./callout.ts";
import { countUnderCallgrind } from "./callgrind.ts";
import { hookPointPolicy } from "./hook_point_policy.ts";
import { built, compile } from "./places.ts";

export interface HookPointCost {
  hookPoint: string;
  /** Why there are no figures. */
  notMeasured?: string;
  /** Nanoseconds of one callout of an empty hook; what ours adds to that, and what the empty one seems to add to itself. */
  empty?: Figure;
  ours?: Figure;
  emptyAgainstEmpty?: Figure;
  /** Instructions that ours adds. */
  instructions?: number;
}

/** A hook point that no policy exports: one look of the server whether there are callouts, in nanoseconds and instructions. */
export interface UnexportedCost {
  unexported: string;
  withUs: Figure;
  withoutUs: Figure;
  instructionsWithUs: number;
  instructionsWithoutUs: number;
}

export interface HookPointCosts {
  hookPoints: HookPointCost[];
  unexported: UnexportedCost[];
}

export function measureHookPoints(): HookPointCosts {
  const costs = ([4, 6] as const).map(measureFamily);
  const hookPoints = costs.flatMap((cost) => cost.hookPoints);
  const known = new Set(hookPoints.map(({ hookPoint }) => hookPoint));
  const newer = schema.hookPoints.filter(({ name }) => !known.has(name)).map(({ name, since }) => ({ hookPoint: name, notMeasured: `this Kea does not have it (since ${since})` }));
  return { hookPoints: [...hookPoints, ...newer], unexported: costs.flatMap((cost) => cost.unexported) };
}

function measureFamily(family: 4 | 6): HookPointCosts {
  const program = built("bench-hook_points");
  const folder = mkdtempSync(join(tmpdir(), "kea-policy-bench-"));
  try {
    const names = JSON.parse(execFileSync(program, ["list", String(family)], { encoding: "utf8" })) as string[];
    const source = join(folder, "three_fields.ts");
    const policy = join(folder, "three_fields.wasm");
    writeFileSync(source, hookPointPolicy(names));
    compile(source, policy);
    const counted = countUnderCallgrind([program, "instructions", String(family), policy]);
    const lines = execFileSync(program, ["time", String(family), policy], { encoding: "utf8" }).trim().split("\n");
    const costs: HookPointCosts = { hookPoints: [], unexported: [] };
    for (const line of lines) {
      const cost = JSON.parse(line) as HookPointCost | UnexportedCost;
      if ("unexported" in cost) {
        const of = (what: string) => counted.get(`${cost.unexported} ${what}`) ?? NaN;
        costs.unexported.push({ ...cost, instructionsWithUs: of("withUs"), instructionsWithoutUs: of("withoutUs") });
      } else if (cost.notMeasured !== undefined) {
        costs.hookPoints.push(cost);
      } else {
        const of = (what: string) => counted.get(`${cost.hookPoint} ${what}`) ?? NaN;
        costs.hookPoints.push({ ...cost, instructions: Math.round(of("ours") - of("empty")) });
      }
    }
    return costs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(measureHookPoints(), null, 2));
