// SPDX-License-Identifier: MPL-2.0
// Model → the AssemblyScript that a policy sees: a view class for each object and hook point, the raw imports, the verdicts.
import { frameLayout, importModule, isValue, parameterName, parameterType } from "./layout.ts";
import type { Model, PlacedField, PlacedHookPoint, PlacedObject } from "./layout.ts";
import { camelCase, familyName } from "./names.ts";
import { emitBytePicture } from "./byte_picture.ts";
import { isCode } from "./schema_types.ts";
import type { Edit, Parameter, Read, Setter, ValueType } from "./schema_types.ts";
import { SourceText, generatedHead } from "./source_text.ts";

/** Classes that are written by hand, and the file of each. */
const viewClasses: Partial<Record<ValueType, { name: string; file: string }>> = {
  ipv4: { name: "IPv4", file: "ip" },
  ipv6: { name: "IPv6", file: "ip" },
  bytes: { name: "Bytes", file: "bytes" },
  duid: { name: "Duid", file: "duid" },
  hwaddr: { name: "HwAddr", file: "hw_addr" },
  byteslist: { name: "BytesList", file: "bytes" },
};

type PlacedValue = Pick<PlacedField, "name" | "type" | "offset" | "absent" | "lazy" | "presenceBit">;

const self = "changetype<usize>(this)";
const handle = `load<u32>(${self}, ${frameLayout.record.object})`;

export function emitAs(model: Model): Map<string, string> {
  return new Map([
    ["sdk/assembly/generated/objects.ts", emitObjects(model)],
    ["sdk/assembly/generated/imports.ts", emitImports(model)],
    ["sdk/assembly/generated/verdict.ts", emitVerdict(model)],
  ]);
}

function emitVerdict(model: Model): string {
  const text = generatedHead(new SourceText("  "), "What a policy returns, and the number of the interface.");
  text.line().doc("What a policy decides. Which of them a hook point takes is said at its context class.");
  text.block("export enum Verdict {", "}", () => {
    for (const { name, number, doc } of model.verdicts) text.doc(doc).line(`${name} = ${number},`);
  });
  text.line().doc("Number of the interface; a host takes policies whose number is not above its own.");
  text.line(`export const ABI: i32 = ${model.abi};`);
  return text.toString();
}

function emitImports(model: Model): string {
  const text = generatedHead(new SourceText("  "), "The raw functions that the host offers. A policy never meets an address: it uses the classes beside this file.");
  for (const hostFunction of model.hostFunctions) {
    const parameters = hostFunction.parameters.map((parameter) => `${parameterName(parameter)}: ${wasmType(parameterType(parameter))}`);
    text.line().doc(hostFunction.doc).line("// @ts-ignore: decorator");
    text.line(`@external("${importModule}", "${hostFunction.name}")`);
    text.line(`export declare function ${camelCase(hostFunction.name)}(${parameters.join(", ")}): ${wasmType(hostFunction.result)};`);
  }
  return text.toString();
}

function wasmType(type: string): string {
  return type === "address" ? "usize" : type;
}

function emitObjects(model: Model): string {
  const text = generatedHead(new SourceText("  "), "What a policy sees: each class is a view of bytes that the host wrote, drawn above it. Nothing is allocated and nothing copied; a view is good during its callout only.");
  for (const [file, names] of handWrittenUsed(model)) text.line(`import { ${names.join(", ")} } from "../${file}";`);
  text.line('import { appendEdit, appendEditText } from "../edit";');
  text.line('import { readText } from "../text";');
  text.line('import * as host from "./imports";');
  text.line();
  for (const { name, number } of model.edits) text.line(`const EDIT_${name.toUpperCase()}: u16 = ${number};`);
  text.line().doc("Address of a lazy field's value, 0 where it has none. The slot holds 0 (not asked for), 1 (absent) or that address.");
  text.block("function fetchLazy(record: usize, slot: usize, field: u32): usize {", "}", () => {
    text.line("const known = load<u32>(record + slot);");
    text.line("if (known > 1) return known;");
    text.line("if (known == 1) return 0;");
    text.line(`const brought = host.fetch(load<u32>(record, ${frameLayout.record.object}), field);`);
    text.line("store<u32>(record + slot, brought == 0 ? 1 : <u32>brought);");
    text.line("return brought;");
  });
  for (const object of model.objects) emitObject(text, object);
  for (const point of model.hookPoints) emitContext(text, model, point);
  return text.toString();
}

function handWrittenUsed(model: Model): Map<string, string[]> {
  const types = new Set<ValueType>(model.objects.flatMap((object) => object.fields.map((field) => field.type)));
  for (const { type } of model.hookPoints.flatMap((point) => point.arguments)) if (isValue(type)) types.add(type);
  if (model.objects.some((object) => object.reads.some((read) => read.returns === "bytes"))) types.add("bytes");
  const files = new Map<string, string[]>();
  for (const [type, view] of Object.entries(viewClasses)) {
    if (types.has(type as ValueType)) files.set(view.file, [...(files.get(view.file) ?? []), view.name]);
  }
  return files;
}

function emitObject(text: SourceText, object: PlacedObject): void {
  text.line();
  emitBytePicture(text, object);
  text.doc(object.doc, `A view: good during its callout only. Source: ${object.source}.`);
  text.line("@unmanaged");
  text.block(`export class ${object.name} {`, "}", () => {
    object.fields.forEach((field, index) => {
      if (index > 0) text.line();
      emitGetter(text, field);
    });
    for (const read of object.reads) emitRead(text.line(), read);
    for (const edit of object.edits) emitEdit(text.line(), edit);
  });
}

function emitGetter(text: SourceText, field: PlacedField): void {
  const notes = [
    field.unit && `Unit: ${field.unit}.`,
    field.absent && `Absent: ${field.absent}.`,
    field.lazy !== undefined && "Fetched from Kea when first asked for in a callout.",
    field.since && `Since Kea ${field.since}.`,
  ].filter(Boolean);
  text.doc(field.doc, ...(notes.length > 0 ? [notes.join(" ")] : []), `Source: ${field.source}.`);
  emitValueGetter(text, field);
}

/** What gets a value that stands in a record, of an object or of a callout. */
function emitValueGetter(text: SourceText, field: PlacedValue): void {
  const view = viewClasses[field.type];
  const type = view?.name ?? field.type;
  const nullable = view && field.absent !== undefined;
  text.block(`@inline get ${field.name}(): ${type}${nullable ? " | null" : ""} {`, "}", () => {
    if (!view) text.line(`return ${scalar(field)};`);
    else if (field.lazy !== undefined) text.line(`return changetype<${type}${nullable ? " | null" : ""}>(fetchLazy(${self}, ${field.offset}, ${field.lazy}));`);
    else if (nullable) text.line(`return changetype<${type} | null>(${isPresent(field)} ? ${self} + ${field.offset} : 0);`);
    else text.line(`return changetype<${type}>(${self} + ${field.offset});`);
  });
  if (!view && field.absent !== undefined) {
    const has = `has${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
    text.line().doc(`True where ${field.name} has a value: a number cannot be null.`);
    text.block(`@inline get ${has}(): bool {`, "}", () => text.line(`return ${isPresent(field)};`));
  }
}

function scalar(field: { type: ValueType; offset: number }): string {
  return field.type === "bool" ? `load<u8>(${self}, ${field.offset}) != 0` : `load<${field.type}>(${self}, ${field.offset})`;
}

function isPresent(field: PlacedValue): string {
  return `(load<u64>(${self}, ${frameLayout.record.presence}) & ${1n << BigInt(field.presenceBit ?? 0)}) != 0`;
}

function emitRead(text: SourceText, read: Read): void {
  text.doc(read.doc, `Source: ${read.source}.`, ...parameterNotes(read.parameters), ...(read.absent ? [`@returns ${read.absent}`] : []));
  const parameters = read.parameters.map((parameter) => `${parameter.name}: u32`).join(", ");
  const passed = [handle, ...(read.fixed ?? []).map(String), ...read.parameters.map((parameter) => parameter.name)].join(", ");
  const type = read.returns === "bytes" ? "Bytes" : read.returns;
  if (read.returns === "string") {
    text.block(`${read.name}(${parameters}): string {`, "}", () => text.line(`return readText(${passed});`));
    text.line().doc(`What ${read.name}() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no string.`);
    text.block(`${read.name}Into(${[...read.parameters.map((parameter) => `${parameter.name}: u32`), "destination: usize", "capacity: u32"].join(", ")}): u32 {`, "}", () => {
      text.line(`return host.${camelCase(read.calls)}(${passed}, destination, capacity);`);
    });
  } else {
    text.block(`${read.name}(${parameters}): ${type} | null {`, "}", () => {
      text.line(`return changetype<${type} | null>(host.${camelCase(read.calls)}(${passed}));`);
    });
  }
}

const parameterTypes: Record<Parameter["type"], string> = { u32: "u32", bool: "bool", string: "string", binary: "Uint8Array" };

/** A change of the object with that handle. */
function emitEdit(text: SourceText, edit: Edit, object = handle): void {
  text.doc(edit.doc, `Source: ${edit.source}.`, ...parameterNotes(edit.parameters));
  const parameters = edit.parameters.map((parameter) => `${parameter.name}: ${parameterTypes[parameter.type]}`).join(", ");
  const coded = edit.parameters.find(isCode);
  const code = coded === undefined ? "0" : coded.type === "bool" ? `<u32>${coded.name}` : coded.name;
  const value = edit.parameters.find((parameter) => !isCode(parameter));
  text.block(`${edit.name}(${parameters}): void {`, "}", () => {
    const head = `EDIT_${edit.operation.toUpperCase()}, ${object}, ${code}`;
    if (value?.type === "string") text.line(`appendEditText(${head}, ${value.name});`);
    else if (value) text.line(`appendEdit(${head}, ${value.name}.dataStart, <u32>${value.name}.byteLength);`);
    else text.line(`appendEdit(${head}, 0, 0);`);
  });
}

function parameterNotes(parameters: Parameter[]): string[] {
  return parameters.map((parameter) => `@param ${parameter.name} ${parameter.doc}`);
}

function emitContext(text: SourceText, model: Model, point: PlacedHookPoint): void {
  const effects = model.verdicts.map(({ name }) => {
    const effect = point.verdicts[name];
    return effect === undefined ? `- Verdict.${name}: not taken here; a policy that returns it fails.` : `- Verdict.${name}: ${effect}`;
  });
  text.line();
  emitBytePicture(text, point);
  text.doc(point.doc, "", `What a policy is given at ${point.name}, ${familyName(point.family)}, since Kea ${point.since}. What Kea does:`, ...effects, ...(point.unsafe ? [point.unsafe.doc] : []));
  text.line("@unmanaged");
  text.block(`export class ${point.context} {`, "}", () => {
    point.arguments.forEach((argument, index) => {
      if (index > 0) text.line();
      const notes = [argument.absent && `Absent: ${argument.absent}.`, argument.editable && "Its edits are applied.", argument.since && `Since Kea ${argument.since}.`].filter(Boolean);
      text.doc(argument.doc, ...(notes.length > 0 ? [notes.join(" ")] : []));
      if (isValue(argument.type)) {
        emitValueGetter(text, { ...argument, type: argument.type });
        return;
      }
      const distance = `load<u32>(${self}, ${argument.offset})`;
      const address = `${self} + ${argument.offset} + ${distance}`;
      const type = argument.absent === undefined ? argument.type : `${argument.type} | null`;
      text.block(`@inline get ${argument.name}(): ${type} {`, "}", () => {
        text.line(argument.absent === undefined ? `return changetype<${type}>(${address});` : `return changetype<${type}>(${distance} == 0 ? <usize>0 : ${address});`);
      });
    });
    point.arguments.forEach((argument, position) => {
      if (argument.setter) emitEdit(text.line(), editOf(argument.name, argument.setter), String(position));
    });
  });
}

/** A setter's edit; its object is the argument's position. */
function editOf(argument: string, { name, doc, parameter }: Setter): Edit {
  return { name, doc, operation: "set_argument", parameters: [parameter], source: `Kea's argument ${argument}` };
}
