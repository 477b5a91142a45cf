// SPDX-License-Identifier: MPL-2.0
// Model → TypeScript for Node: types of plain objects, and the encoder that turns them into frames.
import { eagerFields, isValue } from "./layout.ts";
import type { Model, PlacedField, PlacedHookPoint, PlacedObject } from "./layout.ts";
import type { ValueType } from "./schema_types.ts";
import { SourceText, generatedHead } from "./source_text.ts";

type PlacedValue = Pick<PlacedField, "name" | "type" | "offset" | "absent" | "presenceBit">;

const valueTypes: Record<ValueType, string> = {
  u8: "number",
  bool: "boolean",
  u16: "number",
  u32: "number",
  i32: "number",
  u64: "bigint",
  i64: "bigint",
  ipv4: "string",
  ipv6: "string",
  bytes: "BytesValue",
  duid: "BytesValue",
  hwaddr: "HwAddrValue",
  byteslist: "BytesValue[]",
};

export function emitTs(model: Model): Map<string, string> {
  return new Map([
    ["sdk/cli/generated/objects.ts", emitObjects(model)],
    ["sdk/cli/generated/encode.ts", emitEncoder(model)],
  ]);
}

function emitObjects(model: Model): string {
  const text = generatedHead(new SourceText("  "), "What a policy sees, as plain objects that JSON can hold: for tests in Node. What is left out is 0, false, empty or absent; addresses are text.");
  const types = new Set(model.objects.flatMap((object) => object.fields.map((field) => valueTypes[field.type])));
  const imported = [];
  if (types.has("BytesValue") || types.has("BytesValue[]")) imported.push("BytesValue");
  if (types.has("HwAddrValue")) imported.push("HwAddrValue");
  text.line(`import type { ${imported.join(", ")} } from "../values.ts";`);
  for (const object of model.objects) {
    text.line().doc(object.doc);
    text.block(`export interface ${object.name} {`, "}", () => {
      for (const field of object.fields) {
        const notes = [
          field.unit && `Unit: ${field.unit}.`,
          field.absent && `Absent: ${field.absent}.`,
          field.lazy !== undefined && "Not in the frame: the runner gives it when the policy asks.",
          field.since && `Since Kea ${field.since}.`,
        ].filter(Boolean);
        text.doc(field.doc, ...(notes.length > 0 ? [notes.join(" ")] : []));
        text.line(`${field.name}?: ${valueTypes[field.type]}${field.absent === undefined ? "" : " | null"};`);
      }
    });
  }
  for (const point of model.hookPoints) {
    text.line().doc(`Arguments of ${point.name}. ${point.doc}`);
    text.block(`export interface ${point.context} {`, "}", () => {
      for (const argument of point.arguments) {
        text.doc(argument.doc, ...(argument.absent ? [`Absent: ${argument.absent}.`] : []));
        if (isValue(argument.type)) text.line(`${argument.name}?: ${valueTypes[argument.type]}${argument.absent === undefined ? "" : " | null"};`);
        else text.line(argument.absent === undefined ? `${argument.name}: ${argument.type};` : `${argument.name}?: ${argument.type} | null;`);
      }
    });
  }
  return text.toString();
}

function emitEncoder(model: Model): string {
  const text = generatedHead(new SourceText("  "), "Plain objects → frames, byte for byte what the host makes of the same values. Lazy fields start as 0; distances are relative, so that a frame may be put at any address.");
  text.line('import { FrameBuilder } from "../frame_builder.ts";');
  text.line(`import type { ${[...model.objects.map((object) => object.name), ...model.hookPoints.map((point) => point.context)].join(", ")} } from "./objects.ts";`);
  text.line().doc("Number of the interface that these frames have.");
  text.line(`export const ABI = ${model.abi};`);
  text.line().doc("Numbers of the hook points, by name.");
  text.block("export const hookPoints = {", "} as const;", () => {
    for (const point of model.hookPoints) text.line(`${point.name}: ${point.number},`);
  });
  text.line().doc("Numbers of the fields that a policy has to ask for, by object and field.");
  text.block("export const lazyFields = {", "} as const;", () => {
    for (const object of model.objects) {
      const lazy = object.fields.filter((field) => field.lazy !== undefined);
      if (lazy.length > 0) text.line(`${object.name}: { ${lazy.map((field) => `${field.name}: ${field.lazy}`).join(", ")} },`);
    }
  });
  for (const object of model.objects) emitObjectWriter(text, object);
  for (const point of model.hookPoints) emitFrameEncoder(text, point);
  return text.toString();
}

function emitObjectWriter(text: SourceText, object: PlacedObject): void {
  text.line().doc("Appends a record with this handle; its distance from the frame's start.");
  text.block(`export function write${object.name}(frame: FrameBuilder, value: ${object.name}, handle: number): number {`, "}", () => {
    text.line(`const at = frame.beginRecord(${object.recordBytes}, handle);`);
    for (const field of eagerFields(object)) emitPlacement(text, "at", object.name, field, `value.${field.name}`);
    text.line("return at;");
  });
}

/** Puts a value into a record where there is one, or an empty one where it is never absent. */
function emitPlacement(text: SourceText, record: string, owner: string, field: PlacedValue, value: string): void {
  if (field.absent === undefined) {
    text.line(placement(record, owner, field, `${value} ?? ${emptyValue(field.type)}`));
    return;
  }
  text.block(`if (${value} !== undefined && ${value} !== null) {`, "}", () => {
    text.line(`frame.setPresent(${record}, ${field.presenceBit});`);
    text.line(placement(record, owner, field, value));
  });
}

function placement(record: string, owner: string, field: { name: string; type: ValueType; offset: number }, value: string): string {
  const name = `"${owner}.${field.name}"`;
  const to = `${record} + ${field.offset}`;
  switch (field.type) {
    case "bool":
      return `frame.placeNumber(${to}, "u8", Number(${value}), ${name});`;
    case "ipv4":
      return `frame.placeIpv4(${to}, ${value}, ${name});`;
    case "ipv6":
      return `frame.placeIpv6(${to}, ${value}, ${name});`;
    case "bytes":
    case "duid":
      return `frame.placeBytes(${to}, ${value}, ${name});`;
    case "hwaddr":
      return `frame.placeHwAddr(${to}, ${value}, ${name});`;
    default:
      return `frame.placeNumber(${to}, "${field.type}", ${value}, ${name});`;
  }
}

function emptyValue(type: ValueType): string {
  if (type === "bool") return "false";
  if (type === "ipv4") return '"0.0.0.0"';
  if (type === "ipv6") return '"::"';
  if (type === "u64" || type === "i64") return "0n";
  return valueTypes[type] === "number" ? "0" : type === "hwaddr" ? '{ bytes: "", htype: 0 }' : '""';
}

function emitFrameEncoder(text: SourceText, point: PlacedHookPoint): void {
  text.line().doc(`A frame of ${point.name}. What is appended to the given frame later, such as a lazy field's value, stands behind it.`);
  text.block(`export function encode${point.context}(value: ${point.context}, frame = new FrameBuilder()): Uint8Array {`, "}", () => {
    text.line(`const callout = frame.begin(ABI, hookPoints.${point.name}, ${point.recordBytes});`);
    point.arguments.forEach((argument, handle) => {
      const value = `value.${argument.name}`;
      if (isValue(argument.type)) emitPlacement(text, "callout", point.context, { ...argument, type: argument.type }, value);
      else text.line(`if (value.${argument.name}) frame.link(callout + ${argument.offset}, write${argument.type}(frame, value.${argument.name}, ${handle}));`);
    });
    text.line("return frame.finish();");
  });
}
