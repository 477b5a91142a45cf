// SPDX-License-Identifier: MPL-2.0
// npm run bench: measures everything, prints it as Markdown and writes bench/results.md. It takes about half an hour, and nothing else should
// run on the machine.
//   npm run bench -- callouts|instructions|hookPoints|servers|scripts     only that part; the others stay in the file as they are
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { fileURLToPath } from "node:url";
import { type Figure, measureCallouts } from "./callout.ts";
import { countInstructions, toolchain } from "./callout_instructions.ts";
import { type HookPointCost, measureHookPoints } from "./hook_points.ts";
import { cases } from "./places.ts";
import { measureScripts } from "./scripts.ts";
import { type Comparison, measureServers } from "./servers.ts";

const titles: Record<(typeof cases)[number], string> = {
  mac_compare4: "MAC compare, DHCPv4",
  mac_compare6: "DUID compare, DHCPv6",
  blocklist4: "blocklist, 100,000 MACs, DHCPv4",
  blocklist6: "blocklist, 100,000 DUIDs, DHCPv6",
};

function row(...cells: (string | number)[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

function head(...cells: string[]): string {
  return row(...cells) + row(...cells.map((_, index) => (index === 0 ? "---" : "--:")));
}

function spread(figure: Figure, digits = 0): string {
  return `${figure.median.toFixed(digits)} (${figure.least.toFixed(digits)} to ${figure.most.toFixed(digits)})`;
}

function callouts(): string {
  const rows = measureCallouts().map((times) =>
    row(titles[times.case], spread(times.ours), spread(times.native), spread(times.emptyAgainstEmpty, 1), spread(times.empty)),
  );
  return (
    "Nanoseconds that a callout takes more than that of an empty C++ hook, by Kea's own HooksManager, with packets that Kea parsed just\n" +
    "before; no two clients are alike, one in ten is refused. Of 33 runs, those 11 count in which the empty hook was quickest, for in the\n" +
    "others the machine had more to do: their median, the least and the most. \"Empty against empty\" is what the same measurement says of\n" +
    "no difference at all; the last column is the whole callout of the empty hook.\n\n" +
    head("decision", "policy", "same in C++", "empty against empty", "empty hook") +
    rows.join("")
  );
}

function instructions(): string {
  const counts = countInstructions();
  const rows = cases.map((name) => row(titles[name], counts.cases[name].ours, counts.cases[name].native, counts.cases[name].empty));
  return (
    "The same, in instructions, counted by callgrind. `npm test` fails where the policy's column grows by more than 3 %. Under callgrind the\n" +
    "memory of a policy may move, as where the address space of Kea is limited; where it is not, a callout takes fewer than these: 60 for a\n" +
    "compare, 150 with the blocklist.\n\n" +
    head("decision", "policy", "same in C++", "empty hook") +
    rows.join("")
  );
}

function hookPoints(): string {
  const costs = measureHookPoints();
  const one = ({ hookPoint, notMeasured, ours, instructions, emptyAgainstEmpty, empty }: HookPointCost): string =>
    ours && emptyAgainstEmpty && empty ? row(hookPoint, spread(ours), instructions!, spread(emptyAgainstEmpty, 1), spread(empty)) : row(hookPoint, notMeasured ?? "", "", "", "");
  return (
    "What a policy adds that reads three fields, against an empty C++ hook with the same arguments; nanoseconds, and instructions.\n\n" +
    head("hook point", "policy, ns", "policy, instructions", "empty against empty, ns", "empty hook, ns") +
    costs.hookPoints.map(one).join("") +
    "\nA hook point that no policy exports is not registered, so that Kea makes no callout: it looks whether there is one, as it does without\n" +
    "our library.\n\n" +
    head("hook point", "with our library, ns", "without, ns", "with, instructions", "without, instructions") +
    costs.unexported
      .map((cost) => row(cost.unexported, spread(cost.withUs, 1), spread(cost.withoutUs, 1), cost.instructionsWithUs.toFixed(1), cost.instructionsWithoutUs.toFixed(1)))
      .join("")
  );
}

async function servers(): Promise<string> {
  const figures = await measureServers();
  const of = (what: string, { ours, native, oursLessNative, nativeLessNative }: Comparison): string =>
    row(what, spread(ours), spread(native), spread(oursLessNative), spread(nativeLessNative));
  return (
    "kea-dhcp4 with one thread under perfdhcp, the blocklist with 100,000 MACs beside the same decision in a C++ hook. Median of 5 rounds, in\n" +
    "turn, and the least and the most of them. The last column compares two servers with the same C++ hook.\n\n" +
    head("", "policy", "same in C++", "difference", "C++ against C++") +
    of("CPU time of one assignment at 500 a second, µs", figures.cpuMicroseconds) +
    of("highest rate with less than 1 % lost, assignments a second", figures.highestRate)
  );
}

function machine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? "unknown processor"}, ${cpus().length} cores; Linux ${release()}; ${toolchain()}.`;
}

/** Each part is one section, in this order. */
const parts: Record<string, () => string | Promise<string>> = { callouts, instructions, hookPoints, servers, scripts: measureScripts };
const titlesOfParts: Record<keyof typeof parts, string> = {
  callouts: "Time of one callout",
  instructions: "Instructions of one callout",
  hookPoints: "Each hook point",
  servers: "Whole servers",
  scripts: "Scripts",
};
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}": take ${Object.keys(parts).join(", ")}, or none for all.`);

const file = fileURLToPath(new URL("results.md", import.meta.url));
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const section = `## ${titlesOfParts[name]}\n\n${machine()}\n\n${await parts[name]!()}`;
  process.stdout.write(`${section}\n`);
  record(name, section);
}

/** Puts a section into the file, in place of the one that it had. */
function record(part: string, section: string): void {
  const before = readFileSync(file, "utf8").split(/^(?=## )/m).slice(1);
  const kept = new Map(before.map((one) => [one.slice(3, one.indexOf("\n")), one.trimEnd()]));
  kept.set(titlesOfParts[part]!, section.trimEnd());
  const inOrder = Object.values(titlesOfParts).flatMap((title) => kept.get(title) ?? []);
  writeFileSync(file, `# Measured\n\nBy \`npm run bench\`, each section on the machine that it names.\n\n${inOrder.join("\n\n")}\n`);
}
