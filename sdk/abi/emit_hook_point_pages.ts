// SPDX-License-Identifier: MPL-2.0
// Model and examples → docs/hook-points/: a page for each hook point, and the table of verdicts in README.md there.
import { call, capital, cell, changesNote, generatedNote, parameterNotes, typeLink } from "./markdown.ts";
import type { Model, PlacedHookPoint } from "./layout.ts";
import { familyName } from "./names.ts";
import type { Argument, VerdictName } from "./schema_types.ts";

const folder = "docs/hook-points";
const reference = "../reference.md";

/** Where the policy stands that a hook point's page shows. */
export function examplePath(name: string): string {
  return `examples/hook-points/${name}.ts`;
}

/** `examples`: a hook point's name → the text of its example. Where one is missing its page shows none; test/docs tells which. */
export function emitHookPointPages(model: Model, examples: ReadonlyMap<string, string>): Map<string, string> {
  const pages = model.hookPoints.map((point) => [`${folder}/${point.name}.md`, page(model, point, examples.get(point.name))] as const);
  return new Map([[`${folder}/README.md`, index(model)], ...pages]);
}

function index(model: Model): string {
  const names = model.verdicts.map(({ name }) => name);
  const rows = model.hookPoints.map((point) => `| [\`${point.name}\`](${point.name}.md) | ${names.map((name) => cell(verdictNote(point, name))).join(" | ")} |`);
  return [
    generatedNote,
    "# Hook points",
    "Where Kea asks policies, and what it does on each verdict. A page of its own tells of each: when Kea calls, with what, since which version, and a policy that uses it.",
    "**fault**: Kea would ignore this verdict there, or would leave its own work to the policy. A policy whose text returns it does not compile; where the " +
      "text does not show it, it is a fault (`bad-verdict`) when it is returned, and Kea is told what the policy's `on-error` says.",
    "With multi-threading Kea calls a hook point from several threads at once; each call gets an instance of the policy of its own, so a policy needs no lock and shares no variable.",
    ["| hook point | " + names.map((name) => `\`${name}\``).join(" | ") + " |", `|---|${"---|".repeat(names.length)}`, ...rows].join("\n"),
  ].join("\n\n") + "\n";
}

function page(model: Model, point: PlacedHookPoint, example: string | undefined): string {
  const signature = `export function ${point.name}(ctx: ${point.context}): Verdict`;
  const parts = [
    generatedNote,
    `# ${point.name}`,
    point.doc,
    `${familyName(point.family)}, since Kea ${point.since}. A policy handles it with \`${signature}\`.`,
    ...parkingNote(point),
    "## What it is given",
    [`| \`${point.context}\` | type | what |`, "|---|---|---|", ...point.arguments.map(argumentRow)].join("\n"),
    ...setters(point),
    "## What Kea does",
    ["| verdict | what Kea does |", "|---|---|", ...model.verdicts.map(({ name }) => `| \`${name}\` | ${cell(verdictNote(point, name))} |`)].join("\n"),
  ];
  if (example !== undefined) parts.push("## A policy", `\`\`\`ts\n${exampleText(example)}\n\`\`\``, `This is [${examplePath(point.name)}](../../${examplePath(point.name)}), which is compiled by a test.`);
  parts.push(`[All hook points](README.md), [all objects and their fields](${reference})`);
  return parts.join("\n\n") + "\n";
}

/** What becomes of other clients where a script is waited for. */
function parkingNote({ since, parksSince }: PlacedHookPoint): string[] {
  if (!parksSince) return [];
  const from = parksSince === since ? "" : ` from ${parksSince} on`;
  return [`Kea${from} parks the packet here while a [script](../scripts.md#who-waits) that it waits for runs: other clients are served meanwhile.`];
}

function argumentRow({ name, type, doc, absent, editable, since }: Argument): string {
  return `| \`${name}\` | ${typeLink(type, reference)}${absent?.startsWith("null") ? " or null" : ""} | ${cell(doc, absent && `${capital(absent)}.`, since && `Since Kea ${since}.`, editable && "May be edited.")} |`;
}

/** What a policy may set of the arguments themselves. */
function setters({ arguments: given }: PlacedHookPoint): string[] {
  const rows = given.flatMap(({ setter }) => (setter ? [`| \`${call({ name: setter.name, parameters: [setter.parameter] })}\` | ${cell(setter.doc, ...parameterNotes([setter.parameter]))} |`] : []));
  return rows.length === 0 ? [] : [[changesNote, "", "| call | what |", "|---|---|", ...rows].join("\n")];
}

/** What Kea does, with the versions on which it must not be tried; or that it is refused. */
function verdictNote(point: PlacedHookPoint, name: VerdictName): string {
  const taken = point.verdicts[name];
  if (!taken) return "**fault**";
  return point.unsafe?.verdict === name ? `${taken} ${point.unsafe.doc}` : taken;
}

/** The whole file but for the line of its licence. */
function exampleText(text: string): string {
  return text.replace(/^\/\/ SPDX-License-Identifier: .*\n/, "").trim();
}
