// SPDX-License-Identifier: MPL-2.0
// Model → docs/reference.md, what a policy author reads beside the editor.
import { importModule, parameterName, parameterType } from "./layout.ts";
import type { Model, PlacedField, PlacedObject } from "./layout.ts";
import { anchor, call, capital, cell, changesNote, generatedNote, parameterNotes, shownTypes, typeLink } from "./markdown.ts";
import { familyName } from "./names.ts";
import type { Edit, Read } from "./schema_types.ts";

const introduction = `# Reference

What a policy sees and may do. Editors show the same sentences when a policy is written. Everything here is imported from
\`"kea-policy/assembly"\`:

    import { Pkt4Receive, Verdict } from "kea-policy/assembly";
    export function pkt4_receive(ctx: Pkt4Receive): Verdict {
      return ctx.query4.hwaddr.oui == 0x00163e ? Verdict.Drop : Verdict.Continue;
    }

A policy exports one function for each hook point that it decides at, named as Kea names it. Every object is a *view* of what Kea
holds: good while the function runs, not to be kept in a global variable, a field or a collection. Keep a \`.key\`, a \`.copy()\` or a string
instead.`;

const typeNotes = `## Types

| type | what |
|---|---|
| \`bool\`, \`u8\`, \`u16\`, \`u32\`, \`u64\`, \`i32\`, \`i64\` | true or false; whole numbers, without (u) or with (i) a sign, of so many bits |
| \`Bytes\` | bytes as they stand in the packet, with comparison, formatting and \`copy()\`; empty is not absent |
| \`HwAddr\` | \`Bytes\` of a hardware address, with \`htype\`, \`source\`, \`oui\` and \`key\` |
| \`Duid\` | \`Bytes\` of a DHCPv6 unique identifier |
| \`BytesList\` | several \`Bytes\` |
| \`IPv4\`, \`IPv6\` | addresses, with comparison and formatting |
| \`Uint8Array\`, \`string\` | AssemblyScript's own; these may be kept |

*on demand* marks a field that Kea is asked for when a policy first reads it in a callout; the others are always in the frame and cost nothing more.
A call that gives a \`string\` has a sibling that makes none, \`textInto(destination, capacity)\` beside \`text()\`: it writes Kea's bytes to an address, as many as fit, and returns how many there are.
`;

export function emitDocs(model: Model): Map<string, string> {
  const parts = [
    generatedNote,
    introduction,
    contents(model),
    verdicts(model),
    hookPoints(model),
    typeNotes.trimEnd(),
    "## Objects",
    ...model.objects.map(objectPart),
    hostFunctions(model),
  ];
  return new Map([["docs/reference.md", parts.join("\n\n") + "\n"]]);
}

function contents(model: Model): string {
  const links = (names: string[]) => names.map((name) => `[${name}](#${anchor(name)})`).join(", ");
  return [
    `- [Verdicts](#verdicts)`,
    `- [Hook points](#hook-points)`,
    `- [Types](#types)`,
    `- [Objects](#objects): ${links(model.objects.map((object) => object.name))}`,
    `- [Host functions](#host-functions), for those who change Kea Policy itself`,
  ].join("\n");
}

function verdicts(model: Model): string {
  const rows = model.verdicts.map(({ name, number, doc }) => `| \`Verdict.${name}\` | ${number} | ${doc} |`);
  return ["## Verdicts", "", "What a policy returns. What Kea then does at each hook point is said there.", "", "| verdict | number | what |", "|---|---|---|", ...rows].join("\n");
}

function hookPoints(model: Model): string {
  const rows = model.hookPoints.map(({ name, context, family, arguments: given }) =>
    `| [\`${name}\`](hook-points/${name}.md) | ${familyName(family)} | \`${context}\`: ${given.map((argument) => `\`${argument.name}\` ${typeLink(argument.type)}`).join(", ")} |`);
  return [
    "## Hook points",
    "",
    "Each has a page of its own: when Kea calls, what each argument is, what Kea does on each verdict, and a policy that uses it. [One table](hook-points/README.md) has the verdicts of all.",
    "",
    "| hook point | family | what a policy is given |",
    "|---|---|---|",
    ...rows,
  ].join("\n");
}

function objectPart(object: PlacedObject): string {
  const lines = [`### ${object.name}`, "", object.doc, "", `Source: ${object.source}.`, "", "| field | type | what | source |", "|---|---|---|---|"];
  lines.push(...object.fields.map((field) => fieldRow(object, field)));
  if (object.reads.length > 0) {
    lines.push("", `**Looked up in Kea** when called:`, "", "| call | gives | what | source |", "|---|---|---|---|");
    lines.push(...object.reads.map((read) => readRow(object, read)));
  }
  if (object.edits.length > 0) {
    lines.push("", changesNote, "", "| call | what | source |", "|---|---|---|");
    lines.push(...object.edits.map((edit) => editRow(object, edit)));
  }
  return lines.join("\n");
}

function fieldRow(object: PlacedObject, field: PlacedField): string {
  const type = `\`${shownTypes[field.type]}\`${field.absent?.startsWith("null") ? " or null" : ""}`;
  const notes = [field.unit && `Unit: ${field.unit}.`, field.absent && `${capital(field.absent)}.`, field.lazy !== undefined && "*On demand.*", field.since && `Since Kea ${field.since}.`];
  return `| ${mark(object.name, field.name)}\`${field.name}\` | ${type} | ${cell(field.doc, ...notes)} | ${cell(field.source)} |`;
}

function readRow(object: PlacedObject, read: Read): string {
  const gives = read.returns === "bytes" ? "`Bytes`" : read.returns === "string" ? "`string`" : typeLink(read.returns);
  return `| ${mark(object.name, read.name)}\`${call(read)}\` | ${gives}${read.absent ? " or null" : ""} | ${cell(read.doc, ...parameterNotes(read.parameters), read.absent && `${capital(read.absent)}.`)} | ${cell(read.source)} |`;
}

function editRow(object: PlacedObject, edit: Edit): string {
  return `| ${mark(object.name, edit.name)}\`${call(edit)}\` | ${cell(edit.doc, ...parameterNotes(edit.parameters))} | ${cell(edit.source)} |`;
}

function hostFunctions(model: Model): string {
  const rows = model.hostFunctions.map(({ name, parameters, result, doc }) => {
    const taken = parameters.map((parameter) => `${parameterName(parameter)}: ${parameterType(parameter)}`).join(", ");
    return `| \`${name}\` | \`(${taken})\` | ${result === "void" ? "" : `\`${result}\``} | ${cell(doc)} |`;
  });
  return [
    "## Host functions",
    "",
    `What a module may import, all from \`${importModule}\`; the classes above call them. An address is an i32 in the policy's memory; one that is given back is 0 where there is nothing. Text goes to the host as UTF-16 with its length in bytes, and comes from it as UTF-8.`,
    "",
    "| function | parameters | result | what |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function mark(owner: string, name: string): string {
  return `<a id="${anchor(`${owner}-${name}`)}"></a>`;
}
