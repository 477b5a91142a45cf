// SPDX-License-Identifier: MPL-2.0
// Tables + schema → what the emitters print: each source of a variable is looked up in the schema, so that a table cannot name what a policy does not
// see, nor forget that it may be absent.
import type { Model } from "../layout.ts";
import type { Block, Manner, Step, Variable } from "./variable.ts";

/** A value of a policy's object. */
export interface Source {
  /** As a policy writes it, behind the object: "hwaddr". */
  member: string;
  /** Behind that: "htype"; "" for the member itself. */
  part: string;
  /** The policy sees null where it is absent. */
  nullable: boolean;
}

/** Members of the SDK's classes that are no fields of the schema. */
const parts: Record<string, string[]> = { hwaddr: ["htype", "source"] };

/** Formats whose `from` names no values of the object. */
const withoutSources = new Set(["text", "label", "dhcp6Type", "leaseState", "word", "relayOption"]);

export function sourcesOf(model: Model, block: Block, variable: Variable): Source[] {
  const at = `script variable ${block.name}${variable.suffix}`;
  const object = model.objects.find(({ name }) => name === block.object);
  if (!object) throw new Error(`${at}: the schema has no object ${block.object}.`);
  if (variable.onlyWhere && !object.fields.some(({ name }) => name === variable.onlyWhere!.field)) throw new Error(`${at}: ${block.object} has no field ${variable.onlyWhere.field}.`);
  if (withoutSources.has(variable.format)) return [];
  const sources = variable.from.map((from) => {
    const call = /^(\w+)\((.*)\)$/.exec(from);
    if (call) {
      const read = object.reads.find(({ name }) => name === call[1]);
      if (!read || read.parameters.length !== call[2]!.split(",").length) throw new Error(`${at}: ${block.object} has no ${from}.`);
      return { member: from, part: "", nullable: read.absent !== undefined };
    }
    const [member = "", part = ""] = from.split(".");
    const field = object.fields.find(({ name }) => name === member);
    if (!field || (part !== "" && !parts[field.type]?.includes(part))) throw new Error(`${at}: ${block.object} has no ${from}.`);
    return { member, part, nullable: field.absent?.startsWith("null") ?? false };
  });
  const mayBeAbsent = sources.some(({ nullable }) => nullable);
  if (mayBeAbsent && variable.absent === undefined) throw new Error(`${at}: ${variable.from.join(", ")} may be absent; say how that looks.`);
  return sources;
}

/** Whether an argument of a hook point may be absent. */
export function argumentOf(model: Model, hookPoint: string, step: Step): { type: string; nullable: boolean; context: string } {
  const point = model.hookPoints.find(({ name }) => name === hookPoint);
  if (!point) throw new Error(`script variables: the schema has no hook point ${hookPoint}.`);
  const argument = point.arguments.find(({ name }) => name === step.argument);
  if (!argument) throw new Error(`script variables: ${hookPoint} has no argument ${step.argument}.`);
  if (step.block && !step.each && argument.type !== step.block.object) throw new Error(`script variables: ${hookPoint}.${step.argument} is no ${step.block.object}.`);
  return { type: argument.type, nullable: argument.absent !== undefined, context: point.context };
}

/** Blocks that some hook point sets where their object is absent. */
export function absentBlocks(model: Model, manner: Manner): Set<Block> {
  const blocks = new Set<Block>();
  for (const point of manner.hookPoints) {
    for (const step of point.steps) if (step.block && !step.each && !step.optional && argumentOf(model, point.name, step).nullable) blocks.add(step.block);
  }
  return blocks;
}

/** Throws where a hook point would set a variable twice, or the tables and the schema do not fit. */
export function checkManner(model: Model, manner: Manner): void {
  for (const point of manner.hookPoints) {
    const names = new Set<string>();
    for (const step of point.steps) {
      argumentOf(model, point.name, step);
      for (const suffix of step.block ? step.block.variables.map((variable) => variable.suffix) : [""]) {
        const name = step.each ? `${step.name}0${suffix}` : step.name + suffix;
        if (names.has(name)) throw new Error(`script variables: ${manner.name} sets ${name} twice at ${point.name}.`);
        names.add(name);
      }
      if (step.block && !manner.blocks.includes(step.block)) throw new Error(`script variables: ${step.block.name} is missing in the blocks of ${manner.name}.`);
    }
  }
  for (const block of manner.blocks) {
    for (const variable of block.variables) {
      sourcesOf(model, block, variable);
      if (!/^[A-Z0-9].*\.$/.test(variable.doc)) throw new Error(`script variable ${block.name}${variable.suffix}: its doc must be a sentence.`);
    }
  }
}
