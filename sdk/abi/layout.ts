// SPDX-License-Identifier: MPL-2.0
// Schema → model: every offset, size and presence bit, computed once, so that no two languages can disagree. The only arithmetic
// on the layout; the emitters print what stands here. docs/design.md has the picture.
import { checkSchema } from "./check_schema.ts";
import type { Field, HookPoint, ObjectType, Schema, ValueType } from "./schema_types.ts";

/** A type's place in a record. */
export const forms: Record<ValueType, { size: number; alignment: number }> = {
  u8: { size: 1, alignment: 1 },
  bool: { size: 1, alignment: 1 },
  u16: { size: 2, alignment: 2 },
  u32: { size: 4, alignment: 4 },
  i32: { size: 4, alignment: 4 },
  u64: { size: 8, alignment: 8 },
  i64: { size: 8, alignment: 8 },
  ipv4: { size: 4, alignment: 4 },
  ipv6: { size: 16, alignment: 8 },
  bytes: { size: 8, alignment: 4 },
  duid: { size: 8, alignment: 4 },
  hwaddr: { size: 16, alignment: 4 },
  byteslist: { size: 8, alignment: 4 },
};

/** A lazy field holds 0, 1 or the address of its value. */
const lazyForm = { size: 4, alignment: 4 };

/** Where a callout record has an object, it holds the distance to it. */
const linkForm = { size: 4, alignment: 4 };

/** False for the name of an object. */
export function isValue(type: string): type is ValueType {
  return type in forms;
}

export const frameLayout = {
  alignment: 8,
  headerBytes: 32,
  header: { abi: 0, used: 4, hookPoint: 8 },
  record: { length: 0, object: 4, presence: 8, fields: 16 },
  calloutHandle: 0xffffffff,
};

export const editLogLayout = {
  headBytes: 8,
  head: { used: 0 },
  entryHeadBytes: 16,
  entry: { operation: 0, object: 4, code: 8, length: 12 },
  alignment: 8,
};

export const importModule = "kea_policy_1";

export interface PlacedField extends Field {
  offset: number;
  size: number;
  /** Bit in the record's presence word; only a field that may be absent and is not lazy has one. */
  presenceBit?: number;
}

export interface PlacedObject extends Omit<ObjectType, "fields"> {
  fields: PlacedField[];
  recordBytes: number;
}

export type PlacedArgument = HookPoint["arguments"][number] & {
  offset: number;
  /** Bit in the callout record's presence word; only a value that may be absent has one. */
  presenceBit?: number;
};

export interface PlacedHookPoint extends Omit<HookPoint, "arguments"> {
  arguments: PlacedArgument[];
  recordBytes: number;
}

export interface Model extends Omit<Schema, "objects" | "hookPoints"> {
  objects: PlacedObject[];
  hookPoints: PlacedHookPoint[];
}

/** Throws one sentence for each flaw of the schema, all in one error. */
export function layOut(schema: Schema): Model {
  const flaws = checkSchema(schema);
  if (flaws.length > 0) throw new Error(flaws.join("\n"));
  return {
    ...schema,
    objects: schema.objects.map(placeObject),
    hookPoints: schema.hookPoints.map(placeHookPoint),
  };
}

/** The fields that stand in a record; the others are brought in when they are asked for. */
export function eagerFields<Kind extends Field>(object: { fields: Kind[] }): Kind[] {
  return object.fields.filter((field) => field.lazy === undefined);
}

/** Has it a fixed size and always a value? Then it is a load and a store. */
export function isPlain({ type, absent, lazy }: Field): boolean {
  return lazy === undefined && absent === undefined && type !== "bytes" && type !== "duid" && type !== "hwaddr" && type !== "byteslist";
}

function placeObject(object: ObjectType): PlacedObject {
  let end = frameLayout.record.fields;
  let presenceBits = 0;
  const fields = object.fields.map((field): PlacedField => {
    const { size, alignment } = field.lazy === undefined ? forms[field.type] : lazyForm;
    const offset = alignUp(end, alignment);
    end = offset + size;
    const placed: PlacedField = { ...field, offset, size };
    if (field.absent !== undefined && field.lazy === undefined) placed.presenceBit = presenceBits++;
    return placed;
  });
  return { ...object, fields, recordBytes: alignUp(end, frameLayout.alignment) };
}

function placeHookPoint(hookPoint: HookPoint): PlacedHookPoint {
  let end = frameLayout.record.fields;
  let presenceBits = 0;
  const placed = hookPoint.arguments.map((argument): PlacedArgument => {
    const { size, alignment } = isValue(argument.type) ? forms[argument.type] : linkForm;
    const offset = alignUp(end, alignment);
    end = offset + size;
    const one: PlacedArgument = { ...argument, offset };
    if (argument.absent !== undefined && isValue(argument.type)) one.presenceBit = presenceBits++;
    return one;
  });
  return { ...hookPoint, arguments: placed, recordBytes: alignUp(end, frameLayout.alignment) };
}

function alignUp(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

/** wasm's letters of a host function: i = i32, I = i64, F = f64; result "" where there is none. */
export function wasmSignature(hostFunction: Schema["hostFunctions"][number]): { parameters: string; result: string } {
  const letters: Record<string, string> = { u32: "i", address: "i", i64: "I", f64: "F", void: "" };
  return {
    parameters: hostFunction.parameters.map((parameter) => letters[parameterType(parameter)]).join(""),
    result: letters[hostFunction.result] ?? "",
  };
}

/** "bytes:u32" → "u32". */
export function parameterType(parameter: string): string {
  return parameter.slice(parameter.indexOf(":") + 1);
}

export function parameterName(parameter: string): string {
  return parameter.slice(0, parameter.indexOf(":"));
}
