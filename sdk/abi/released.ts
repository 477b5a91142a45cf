// SPDX-License-Identifier: MPL-2.0
// What was released may neither move nor go: policies that were built with it run on later hosts.
import { editLogLayout, forms, frameLayout, wasmSignature } from "./layout.ts";
import type { Model } from "./layout.ts";

/** Kind → name → everything about it that is compiled into policies. */
export type Release = Record<
  "layout" | "types" | "verdicts" | "fields" | "hookPoints" | "arguments" | "edits" | "hostFunctions",
  Record<string, string>
>;

export function releaseOf(model: Model): Release {
  const release: Release = {
    layout: {},
    types: {},
    verdicts: {},
    fields: {},
    hookPoints: {},
    arguments: {},
    edits: {},
    hostFunctions: {},
  };
  for (const [name, part] of [["frame", frameLayout], ["editLog", editLogLayout]] as const) {
    for (const [path, number] of numbersOf(name, part)) release.layout[path] = String(number);
  }
  for (const [type, { size, alignment }] of Object.entries(forms)) release.types[type] = `${size} bytes, aligned to ${alignment}`;
  for (const { name, number } of model.verdicts) release.verdicts[name] = `number ${number}`;
  for (const object of model.objects) {
    for (const { name, type, offset, lazy, presenceBit } of object.fields) {
      const presence = presenceBit === undefined ? "" : `, presence bit ${presenceBit}`;
      release.fields[`${object.name}.${name}`] = `${type} at ${offset}${presence}${lazy === undefined ? "" : `, lazy ${lazy}`}`;
    }
  }
  for (const point of model.hookPoints) {
    release.hookPoints[point.name] = `number ${point.number}`;
    for (const { name, type, offset, presenceBit } of point.arguments) {
      release.arguments[`${point.context}.${name}`] = `${type} at ${offset}${presenceBit === undefined ? "" : `, presence bit ${presenceBit}`}`;
    }
  }
  for (const { name, number } of model.edits) release.edits[name] = `number ${number}`;
  for (const hostFunction of model.hostFunctions) {
    const { parameters, result } = wasmSignature(hostFunction);
    release.hostFunctions[hostFunction.name] = `(${parameters}) -> (${result})`;
  }
  return release;
}

/** { header: { abi: 0 } } → ["frame.header.abi", 0]. */
function numbersOf(path: string, value: number | object): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => numbersOf(`${path}.${name}`, inner as number | object));
}

/** A sentence for each thing that was released and is not what it was. What is new is no flaw. */
export function broken(released: Release, current: Release): string[] {
  const flaws: string[] = [];
  for (const [kind, things] of Object.entries(released)) {
    const file = kind === "layout" || kind === "types" ? "sdk/abi/layout.ts" : "sdk/abi";
    for (const [name, was] of Object.entries(things)) {
      const is = current[kind as keyof Release][name];
      if (is === undefined) {
        flaws.push(`${file}: ${name} of ${kind} was released (${was}) and is gone; put it back where it was.`);
      } else if (is !== was) {
        flaws.push(`${file}: ${name} of ${kind} was released as "${was}" and is now "${is}"; put it back and add new things behind it.`);
      }
    }
  }
  return flaws;
}
