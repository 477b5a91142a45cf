// SPDX-License-Identifier: MPL-2.0
// Scenarios → docs/tested.md: where Kea asks policies, in which scenario a test sees it, on which Kea.
import { schema } from "../../../sdk/abi/schema.ts";
import { KeaVersion } from "../kea_installation.ts";
import type { Scenario } from "./scenario.ts";

/** Those that the tests run on: npm test on that of Debian 12, npm run test:matrix on the others. */
export const keas = ["2.2.0", "2.6.3", "3.0.4"];

/** Hook points that no scenario comes to, and why. */
export const notProvoked: Record<string, string> = {
  command_processed: "by no client: `test/e2e/commands.test.ts` gives commands",
};

const generatedNote = "<!-- SPDX-License-Identifier: MPL-2.0 -->\n<!-- Generated from test/e2e/scenarios by `npm run gen`: change those files, not this one. -->";

const introduction = `# Tested hook points

The tests act the scenarios below out on a real Kea, with and without multi-threading, before a policy that logs everything that it is shown ([examples/everything](../examples/everything/README.md)).
They fail where Kea asks at another hook point, in another order, or more or less often than said here, and where anything that the policy is shown differs from what Wireshark's tshark
reads in the same packets, from the lease that Kea gave, or from the configuration. \`npx vitest run test/e2e/everything.test.ts\` runs them on this machine's Kea, \`npm run test:matrix\` on the other two.

## Hook points

A dash: this Kea does not have it. The numbers are those of the scenarios.`;

export function emitTested(scenarios: Scenario[]): Map<string, string> {
  const tables = ([4, 6] as const).map((family) => `### DHCPv${family}\n\n${pointTable(family, scenarios)}`);
  const parts = [generatedNote, introduction, ...tables, "## Scenarios", "Where Kea asks policies because of each message, in its order. A hook point that a Kea does not have is left out there.", ...scenarios.map(scenarioPart)];
  return new Map([["docs/tested.md", `${parts.join("\n\n")}\n`]]);
}

function pointTable(family: 4 | 6, scenarios: Scenario[]): string {
  const rows = schema.hookPoints.filter((point) => (point.family ?? family) === family).map(({ name, since }) => {
    const cells = keas.map((kea) => {
      const version = new KeaVersion(kea);
      if (!version.atLeast(since)) return `– (since ${since})`;
      const numbers = scenarios.flatMap((scenario, index) => (version.atLeast(scenario.since ?? "0") && pointsOf(scenario).includes(name) ? [index + 1] : []));
      return numbers.length > 0 ? ranges(numbers) : notProvoked[name] ?? "not provoked";
    });
    return `| [\`${name}\`](hook-points/${name}.md) | ${cells.join(" | ")} |`;
  });
  return [`| hook point | ${keas.map((kea) => `Kea ${kea}`).join(" | ")} |`, `|---|${"---|".repeat(keas.length)}`, ...rows].join("\n");
}

export function pointsOf({ messages, later }: Scenario): string[] {
  return [...messages.flatMap(({ points }) => points), ...(later ?? [])];
}

/** 1, 2, 3, 5 → "1–3, 5" */
function ranges(numbers: number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : from + 1 === to ? `${from}, ${to}` : `${from}–${to}`)).join(", ");
}

/** What the headings of the page and the names of the tests begin with. */
export function protocolOf({ family, over6 }: Pick<Scenario, "family" | "over6">): string {
  return over6 ? "DHCPv4 over DHCPv6" : `DHCPv${family}`;
}

function scenarioPart(scenario: Scenario, index: number): string {
  const { what, since, messages, later } = scenario;
  const named = (points: string[]): string => points.map((point) => `\`${point}\``).join(", ");
  const rows = [...messages.map((message) => `| ${message.what} | ${named(message.points)} |`), ...(later ? [`| *later* | ${named(later)} |`] : [])];
  const over6 = scenario.over6 ? ["kea-dhcp6 hands the DHCPv4 messages on to kea-dhcp4; each asks the policies of its own configuration."] : [];
  return [`### ${index + 1}. ${protocolOf(scenario)}: ${what}`, ...(since ? [`Since Kea ${since}.`] : []), ...over6, ["| message | Kea asks at |", "|---|---|", ...rows].join("\n")].join("\n\n");
}
