// SPDX-License-Identifier: MPL-2.0
// Tables → docs/script-variables.md, the reference for those who write scripts.
import type { Model } from "../layout.ts";
import { sourcesOf } from "./resolve.ts";
import { formatNotes, type Block, type Format, type Manner, type Step, type Variable } from "./variable.ts";

const introduction = `<!-- SPDX-License-Identifier: MPL-2.0 -->
<!-- Generated from sdk/abi/script_variables by \`npm run gen\`: change those files, not this one. -->

# Variables of scripts

A script is called with the name of the hook point as its first argument and with the variables below as its whole environment, in this order. Nothing of Kea's own environment is
passed on but what the configuration's \`environment\` says.

Values are bytes that clients choose. Nothing is quoted or escaped: a value may hold blanks, quotes, newlines and bytes that are no text. Write \`"$NAME"\`, never \`$NAME\`. A zero
byte ends a value.

*Empty* means that the variable is there and has no value, *missing* that it is not there: \`[ -n "\${NAME+x}" ]\` tells one from the other in a shell.

`;

export function emitScriptDocs(model: Model, manners: Manner[]): string {
  const parts = manners.map((manner) => mannerPart(model, manner));
  return introduction + contents(manners) + "\n\n" + parts.join("\n\n") + "\n\n" + formatPart(manners) + "\n";
}

function contents(manners: Manner[]): string {
  const lines = manners.map(({ name }) => `- [${name}](#${name}): \`"variables": "${name}"\``);
  lines[0] += ", the default";
  return [...lines, "- [How values are written](#how-values-are-written)"].join("\n");
}

function mannerPart(model: Model, manner: Manner): string {
  const spelled = manner.prefixes.length > 1
    ? `\n\nThe names below stand without prefix. A script gets all of them with ${manner.prefixes.map((prefix) => (prefix === "" ? "no prefix" : `\`${prefix}\``)).join(" first, then all of them again with ")}: ` +
      `\`${manner.prefixes[0]}QUERY4_TYPE\` … \`${manner.prefixes[1]}QUERY4_TYPE\` …. \`"prefixes": ["${manner.prefixes[0]}"]\` or \`[""]\` sets one kind only.`
    : "";
  const beyond = manner.hookPoints.some((point) => !point.byDefault || point.steps.some((step) => step.beyond))
    ? `\n\nWhat is marked *new* is not in ${manner.name} itself. New variables come last; at new hook points the script is called only where the configuration's \`hook-points\` names them.`
    : "";
  return `## ${manner.name}\n\n${manner.doc}${spelled}${beyond}\n\n${hookPointTable(model, manner)}\n\n${manner.blocks.map((block) => blockPart(model, manner, block)).join("\n\n")}`;
}

function hookPointTable(model: Model, manner: Manner): string {
  const rows = manner.hookPoints.map((point) => {
    const since = model.hookPoints.find(({ name }) => name === point.name)!.since;
    const notes = [point.byDefault ? "" : "new", since === model.hookPoints[0]!.since ? "" : `since Kea ${since}`].filter(Boolean).join(", ");
    const steps = point.steps.map((step) => stepText(manner, step) + (step.optional ? ", missing where there is none" : "") + (step.beyond ? " *(new)*" : ""));
    return `| \`${point.name}\`${notes && ` *(${notes})*`} | ${steps.join(", ")} |`;
  });
  return ["| hook point | variables, in this order |", "|---|---|", ...rows].join("\n");
}

function stepText(manner: Manner, step: Step): string {
  if (!step.block) return `\`${step.name}\`: ${step.doc.replace(/\.$/, "")}`;
  const shown = step.each ? `${step.name}0_…, ${step.name}1_…` : `${step.name}_…`;
  return `[\`${shown}\`](#${anchor(manner, step.block)})`;
}

function anchor(manner: Manner, block: Block): string {
  return `${manner.name}-${block.name.toLowerCase()}`;
}

function blockPart(model: Model, manner: Manner, block: Block): string {
  const names = new Set(manner.hookPoints.flatMap((point) => point.steps.filter((step) => step.block === block).map((step) => step.name + (step.each ? "*N*" : ""))));
  const object = block.object.toLowerCase();
  const rows = block.variables.map((variable) => variableRow(model, block, variable));
  return [
    `<a id="${anchor(manner, block)}"></a>**${[...names].map((name) => `${name}…`).join(", ")}**, of a [\`${block.object}\`](reference.md#${object}):`,
    "",
    "| name ends in | what | written as | absent | example |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function variableRow(model: Model, block: Block, variable: Variable): string {
  const members = sourcesOf(model, block, variable).map(({ member, part }) => {
    const name = member.replace(/\(.*/, "");
    return `[${member}${part ? `.${part}` : ""}](reference.md#${block.object.toLowerCase()}-${name.toLowerCase()})`;
  });
  const what = [variable.doc, variable.onlyWhere?.doc, variable.since && `Since Kea ${variable.since}.`, members.length > 0 && `(${members.join(", ")})`].filter(Boolean).join(" ");
  const absent = variable.onlyWhere ? "missing" : variable.absent === "-1" ? "`-1`" : (variable.absent ?? "");
  return `| ${variable.suffix === "" ? "nothing" : `\`${variable.suffix}\``} | ${what} | ${variable.format} | ${absent} | ${exampleOf(variable)} |`;
}

function exampleOf(variable: Variable): string {
  const example = variable.format === "word" ? variable.from[0] : variable.example;
  return example ? `\`${example}\`` : "";
}

function formatPart(manners: Manner[]): string {
  const used = new Set<Format>(manners.flatMap((manner) => [
    ...manner.blocks.flatMap((block) => block.variables.map(({ format }) => format)),
    ...manner.hookPoints.flatMap((point) => point.steps.flatMap((step) => (step.block ? [] : [step.format]))),
  ]));
  const rows = Object.entries(formatNotes).filter(([format]) => used.has(format as Format)).map(([format, note]) => `| ${format} | ${note} |`);
  return ["## How values are written", "", "| written as | what |", "|---|---|", ...rows].join("\n");
}
