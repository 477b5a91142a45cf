// SPDX-License-Identifier: MPL-2.0
// Tables → the AssemblyScript of policies/classic that sets the variables: one function a block, one a hook point, and the exports.
import type { Model } from "../layout.ts";
import { camelCase, hooksVersion, pascalCase, snakeCase } from "../names.ts";
import { SourceText } from "../source_text.ts";
import { absentBlocks, argumentOf, sourcesOf } from "./resolve.ts";
import type { Block, Manner, ScriptHookPoint, Step, Variable } from "./variable.ts";

const folder = "policies/classic/generated";
const shared = "values";

export const mannerFile = (manner: Manner): string => manner.name.replaceAll("-", "_");

export function emitPolicy(model: Model, manners: Manner[]): Map<string, string> {
  return new Map([
    ...manners.map((manner): [string, string] => [`${folder}/${mannerFile(manner)}.ts`, emitManner(model, manner)]),
    [`${folder}/manners.ts`, emitManners(manners)],
    [`${folder}/hook_points.ts`, emitExports(model, manners)],
  ]);
}

function head(what: string): SourceText {
  return new SourceText("  ")
    .line("// SPDX-License-Identifier: MPL-2.0")
    .line("// Generated from sdk/abi/schema.ts and sdk/abi/script_variables by `npm run gen`: change those, not this one.")
    .comment("//", what);
}

function emitManner(model: Model, manner: Manner): string {
  const text = head(`The variables of ${manner.name}, in their order.`);
  const contexts = manner.hookPoints.map((point) => argumentOf(model, point.name, point.steps[0]!).context);
  const objects = manner.blocks.map((block) => block.object);
  text.line(`import { ${[...new Set([...contexts, ...objects])].sort().join(", ")} } from "kea-policy/assembly";`);
  if (manner.blocks.some((block) => block.variables.some(({ since }) => since))) text.line('import { kea } from "../settings";');
  text.line(`import { ${shared} } from "../${shared}";`);
  const absent = absentBlocks(model, manner);
  for (const block of manner.blocks) emitBlock(text, model, block, absent.has(block));
  emitEach(text, model, manner);
  for (const point of manner.hookPoints) emitHookPoint(text, model, point);
  return text.toString();
}

function emitBlock(text: SourceText, model: Model, block: Block, mayBeAbsent: boolean): void {
  const object = objectName(block);
  text.line().block(`function ${block.name}(${object}: ${block.object}${mayBeAbsent ? " | null" : ""}): void {`, "}", () => {
    if (mayBeAbsent) {
      text.block(`if (${object} === null) {`, "}", () => {
        for (const { suffix, absent } of block.variables) if (absent !== "missing") text.line(`${shared}.empty(${letters(suffix)});`);
        text.line("return;");
      });
    }
    const locals = new Map<string, string>();
    for (const variable of block.variables) emitVariable(text, model, block, variable, locals);
  });
}

function emitVariable(text: SourceText, model: Model, block: Block, variable: Variable, locals: Map<string, string>): void {
  const object = objectName(block);
  const sources = sourcesOf(model, block, variable);
  for (const { member, nullable } of sources) {
    if (!nullable || locals.has(member)) continue;
    const local = localName(member);
    locals.set(member, local);
    text.line(`const ${local} = ${object}.${member};`);
  }
  const expressions = sources.map(({ member, part }) => (locals.get(member) ?? `${object}.${member}`) + (part ? `.${part}` : ""));
  const maybe = sources.filter(({ nullable }) => nullable).map(({ member }) => locals.get(member)!);
  const set = `${shared}.${variable.format}(${[letters(variable.suffix), ...given(variable, object, expressions)].join(", ")});`;
  const conditions = [...(variable.since ? [`kea >= ${hooksVersion(variable.since)}`] : []), ...(variable.onlyWhere ? [`${object}.${variable.onlyWhere.field} == ${variable.onlyWhere.is}`] : []), ...maybe.map((local) => `${local} !== null`)];
  if (conditions.length === 0) text.line(set);
  else text.line(`if (${conditions.join(" && ")}) ${set}`);
  if (maybe.length > 0 && variable.absent === "empty") text.line(`else ${shared}.empty(${letters(variable.suffix)});`);
}

/** A name's end as policies/classic/block.ts wants it. */
const letters = (suffix: string): string => `changetype<usize>("${suffix}=")`;

/** What a format's method takes behind the name. */
function given(variable: Variable, object: string, expressions: string[]): string[] {
  switch (variable.format) {
    case "text":
    case "label":
    case "dhcp6Type":
    case "leaseState":
      return [object];
    case "word":
      return [`"${variable.from[0] ?? ""}"`];
    case "relayOption":
      return [object, variable.from[0] ?? "0"];
    default:
      return expressions;
  }
}

function emitHookPoint(text: SourceText, model: Model, point: ScriptHookPoint): void {
  const { context } = argumentOf(model, point.name, point.steps[0]!);
  text.line().block(`export function ${camelCase(point.name)}(ctx: ${context}): void {`, "}", () => {
    for (const step of point.steps) emitStep(text, step, step.optional === true && argumentOf(model, point.name, step).nullable);
  });
}

function emitStep(text: SourceText, step: Step, mayBeAbsent: boolean): void {
  const from = mayBeAbsent ? step.argument : `ctx.${step.argument}`;
  if (mayBeAbsent) {
    text.line(`const ${from} = ctx.${from};`);
    text.block(`if (${from} !== null) {`, "}", () => emitStepFrom(text, step, from));
  } else {
    emitStepFrom(text, step, from);
  }
}

function emitStepFrom(text: SourceText, step: Step, from: string): void {
  if (!step.block) {
    text.line(`${shared}.group("${step.name}");`).line(`${shared}.${step.format}(${letters("")}, ${from});`);
    return;
  }
  if (!step.each) {
    text.line(`${shared}.group("${step.name}");`).line(`${step.block.name}(${from});`);
    return;
  }
  text.line(`${eachName(step.block)}("${step.name}", ${from});`);
}

function eachName(block: Block): string {
  return `each${pascalCase(block.name)}`;
}

/** A function for each block that is written for the items of a list. */
function emitEach(text: SourceText, model: Model, manner: Manner): void {
  const done = new Set<Block>();
  for (const point of manner.hookPoints) {
    for (const step of point.steps) {
      if (!step.block || !step.each || done.has(step.block)) continue;
      done.add(step.block);
      const { count, item } = step.each;
      const { type } = argumentOf(model, point.name, step);
      const { block } = step;
      text.line().block(`function ${eachName(block)}(name: string, list: ${type}): void {`, "}", () => {
        text.line(`const count = <u32>list.${count};`);
        text.block("for (let index: u32 = 0; index < count; ++index) {", "}", () => {
          text.line(`const item = list.${item}(index);`);
          text.line("if (item === null) return;");
          text.line(`${shared}.numberedGroup(name, index);`);
          text.line(`${block.name}(item);`);
        });
      });
    }
  }
}

function emitManners(manners: Manner[]): string {
  const text = head("The manners, by the numbers of Manner.");
  text.line().block("export enum Manner {", "}", () => {
    for (const manner of manners) text.doc(manner.doc).line(`${mannerEnum(manner)},`);
  });
  text.line().doc("As the configuration names them.");
  text.line(`export const mannerNames: string[] = [${manners.map(({ name }) => `"${name}"`).join(", ")}];`);
  text.line().doc("What stands before the names, in this order.");
  text.line(`export const mannerPrefixes: string[][] = [${manners.map(({ prefixes }) => JSON.stringify(prefixes)).join(", ")}];`);
  return text.toString();
}

function emitExports(model: Model, manners: Manner[]): string {
  const text = head("What Kea calls: at each hook point the variables are set in the manner of the configuration, then the script runs.");
  const names = model.hookPoints.map(({ name }) => name).filter((name) => manners.some((manner) => manner.hookPoints.some((point) => point.name === name)));
  const contexts = names.map((name) => model.hookPoints.find((point) => point.name === name)!.context);
  text.line(`import { ${contexts.sort().join(", ")}, Verdict } from "kea-policy/assembly";`);
  text.line(`import { manner } from "../settings";`);
  text.line(`import { ${shared} } from "../${shared}";`);
  text.line(`import { Manner } from "./manners";`);
  for (const manner of manners) text.line(`import * as ${camelCase(mannerFile(manner))} from "./${mannerFile(manner)}";`);
  for (const name of names) {
    const { context } = model.hookPoints.find((point) => point.name === name)!;
    text.line().block(`export function ${name}(ctx: ${context}): Verdict {`, "}", () => {
      text.line(`${shared}.open();`);
      const having = manners.filter((manner) => manner.hookPoints.some((point) => point.name === name));
      having.forEach((manner, index) => {
        const otherwise = index > 0 ? "else " : "";
        const last = having.length === manners.length && index === having.length - 1;
        text.line(`${otherwise}${last && manners.length > 1 ? "" : `if (manner == Manner.${mannerEnum(manner)}) `}${camelCase(mannerFile(manner))}.${camelCase(name)}(ctx);`);
      });
      if (having.length < manners.length) text.line("else return Verdict.Continue;");
      text.line(`return ${shared}.verdict();`);
    });
  }
  return text.toString();
}

export function mannerEnum(manner: Manner): string {
  const name = camelCase(mannerFile(manner));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function objectName(block: Block): string {
  return snakeCase(block.object).replace(/^_/, "").split("_").at(-1)!.replace(/^pkt\d$/, "packet").replace(/\d$/, "");
}

/** "hwaddr" as it is; "subOption(82, 1)" → subOption82_1. */
function localName(member: string): string {
  return member.replace(/[(,].*$/, "") + member.replace(/^[^(]*/, "").replace(/[()]/g, "").replace(/, /g, "_");
}
