// SPDX-License-Identifier: MPL-2.0
// docs/tested.md: every hook point of the schema is provoked on every Kea that has it, or a reason is given. That the scenarios provoke what they say
// is shown by test/e2e/everything.test.ts, on each Kea that it runs on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../sdk/abi/generate.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { KeaVersion } from "../e2e/kea_installation.ts";
import { allScenarios } from "../e2e/scenarios/all.ts";
import { keas, notProvoked, pointsOf, protocolOf } from "../e2e/scenarios/tested_page.ts";

const titles = allScenarios.map((scenario) => `${protocolOf(scenario)}: ${scenario.what}`);

it.each(keas)("each hook point of Kea %s is provoked, or it is said why not", (kea) => {
  const version = new KeaVersion(kea);
  const had = schema.hookPoints.filter(({ since }) => version.atLeast(since)).map(({ name }) => name);
  const provoked = new Set(allScenarios.filter(({ since }) => version.atLeast(since ?? "0")).flatMap(pointsOf));
  expect(had.filter((name) => !provoked.has(name) && !(name in notProvoked))).toEqual([]);
  expect(Object.keys(notProvoked).filter((name) => provoked.has(name))).toEqual([]);
});

it("scenarios name hook points of the schema, and have names of their own in each family", () => {
  const names = schema.hookPoints.map(({ name }) => name);
  for (const scenario of allScenarios) for (const point of pointsOf(scenario)) expect(names, scenario.what).toContain(point);
  expect(new Set(titles).size).toBe(titles.length);
});

it("the page has a row for each hook point and a part for each scenario", () => {
  const page = readFileSync(join(root, "docs/tested.md"), "utf8");
  for (const { name } of schema.hookPoints) expect(page).toMatch(new RegExp(`^\\| \\[\`${name}\`\\]\\(hook-points/${name}\\.md\\) \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$`, "m"));
  titles.forEach((title, index) => expect(page).toContain(`### ${index + 1}. ${title}\n`));
  expect(page).not.toContain("not provoked");
});
