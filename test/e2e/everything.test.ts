// SPDX-License-Identifier: MPL-2.0
// The policy of examples/everything beside real exchanges of every kind: Kea asks it where docs/tested.md says, nothing is left out, and what it
// shows is what Wireshark's dissectors say of the same bytes, or the configuration.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generatedFiles, root } from "../../sdk/abi/generate.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { keaVersion, type Family } from "./kea_installation.ts";
import { allScenarios } from "./scenarios/all.ts";
import { Audience } from "./scenarios/audience.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { tsharkIsInstalled } from "./tshark.ts";

it("the example has every field, lookup and hook point of the schema", () => {
  const text = generatedFiles(layOut(schema)).get("examples/everything/index.ts")!;
  expect(readFileSync(join(root, "examples/everything/index.ts"), "utf8")).toBe(text);
  for (const { name, fields, reads } of schema.objects) {
    const body = new RegExp(`function show${name}\\(.*\\{\\n([^]*?)\\n\\}`).exec(text)?.[1] ?? "";
    for (const member of [...fields, ...reads]) expect(body, `${name}.${member.name}`).toMatch(new RegExp(`\\bit\\.${member.name}\\b`));
  }
  for (const { name, arguments: given } of schema.hookPoints) {
    const body = new RegExp(`export function ${name}\\(.*\\{\\n([^]*?)\\n\\}`).exec(text)?.[1] ?? "";
    for (const argument of given) expect(body, `${name} ${argument.name}`).toContain(`ctx.${argument.name}`);
  }
});

const played = (wanted: Family, inside6: boolean): Scenario[] =>
  allScenarios.filter(({ family, over6, since }) => family === wanted && (over6 ?? false) === inside6 && keaVersion(family).atLeast(since ?? "0"));

function expectNoFailure({ log }: Audience): void {
  expect(log).not.toMatch(/POLICY_(FAULT|LOG_SUPPRESSED)/);
}

const servers: [Family, boolean][] = [[4, false], [4, true], [6, false], [6, true]];

describe.skipIf(!tsharkIsInstalled()).each(servers)("DHCPv%s, multi-threading %s:", (family, multiThreading) => {
  const scenarios = played(family, false);
  let audience: Audience;
  beforeAll(async () => {
    audience = await Audience.watch(family, multiThreading, scenarios);
  }, 300_000);

  it.each(scenarios.map(({ what }) => what))("%s", (what) => audience.judge(what));
  it("no call failed, and no line of the log was left out", () => expectNoFailure(audience));
});

describe.skipIf(!tsharkIsInstalled()).each([false, true])("DHCPv4 over DHCPv6, multi-threading %s:", (multiThreading) => {
  const scenarios = played(4, true);
  let audiences: Audience[];
  beforeAll(async () => {
    audiences = await Audience.watchOver6(multiThreading, scenarios);
  }, 300_000);

  it.each(scenarios.map(({ what }) => what))("%s", (what) => audiences.forEach((audience) => audience.judge(what)));
  it("no call failed, and no line of the log was left out", () => audiences.forEach(expectNoFailure));
});
