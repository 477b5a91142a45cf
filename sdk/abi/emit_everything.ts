// SPDX-License-Identifier: MPL-2.0
// Model → examples/everything/index.ts: a policy that logs all that Kea shows, so that no field is left out of it.
import { isValue } from "./layout.ts";
import type { Model, PlacedHookPoint, PlacedObject } from "./layout.ts";
import type { Argument, Field, Parameter, Read, ValueType } from "./schema_types.ts";
import { generatedHead, SourceText } from "./source_text.ts";

/** The method of examples/everything/json_lines.ts that writes a value. */
const writers: Record<ValueType, "number" | "bool" | "ipv4" | "ipv6" | "bytes" | "hwAddr" | "bytesList"> = {
  u8: "number",
  bool: "bool",
  u16: "number",
  u32: "number",
  i32: "number",
  u64: "number",
  i64: "number",
  ipv4: "ipv4",
  ipv6: "ipv6",
  bytes: "bytes",
  duid: "bytes",
  hwaddr: "hwAddr",
  byteslist: "bytesList",
};

/** Lists hold names, or addresses. */
function writerOf({ name, type }: Field): string {
  return /Addrs$/.test(name) ? "hexList" : writers[type];
}

export function emitEverything(model: Model): Map<string, string> {
  const text = generatedHead(new SourceText("  "), "Logs everything that Kea shows to a policy, at every hook point, as lines of JSON: see README.md.");
  const names = [...model.hookPoints.map(({ context }) => context), ...model.objects.map(({ name }) => name), "Verdict"].sort();
  text.line(`import {`);
  for (let at = 0; at < names.length; at += 6) text.line(`  ${names.slice(at, at + 6).join(", ")},`);
  text.line(`} from "kea-policy/assembly";`).line(`import { codesInside } from "./codes_inside";`).line(`import { JsonLines } from "./json_lines";`);
  for (const object of model.objects) emitObject(text.line(), object);
  for (const point of model.hookPoints) emitHookPoint(text.line(), model, point);
  return new Map([["examples/everything/index.ts", text.toString()]]);
}

function emitObject(text: SourceText, object: PlacedObject): void {
  text.block(`function show${object.name}(json: JsonLines, it: ${object.name}): void {`, "}", () => {
    for (const field of object.fields) text.line(`json.${writerOf(field)}("${field.name}", it.${field.name});`);
    const byCode = object.reads.filter(({ parameters }) => parameters[0]?.codes);
    if (byCode.length > 0) emitOptions(text, byCode);
    for (const read of object.reads) if (!byCode.includes(read)) emitRead(text, read);
    text.line("json.end();");
  });
}

/** Something looked up is asked for with every key that there may be, and what is there is shown. */
function emitRead(text: SourceText, { name, parameters, returns }: Read): void {
  const keys = parameters.map((parameter) => parameter.name).join(", ");
  const call = `it.${name}(${keys})`;
  if (keys === "" && returns === "string") {
    text.line(`json.text("${name}", ${call});`);
  } else if (keys === "index") {
    emitEach(text, call, (item) => `show${returns}(json.inside(\`${name}(\${index})\`), ${item});`);
  } else if (keys === "id") {
    // What it gives is shown by its place already; here, that it is found.
    text.line(`const found = it.${name}(1);`).line(`json.bool("${name}(1)", found !== null && found.id == 1);`);
  } else {
    text.line(unknownRead(name, keys));
  }
}

/** Options are asked for with every code that there may be. */
function emitOptions(text: SourceText, reads: Read[]): void {
  text.block(loop(reads[0]!.parameters[0]!), "}", () => {
    text.line("const option = it.option(code);").line("if (option === null) continue;");
    for (const { name, parameters } of reads) {
      const keys = parameters.map((parameter) => parameter.name).join(", ");
      const shown = `\`${name}(${parameters.map((parameter) => `\${${parameter.name}}`).join(",")})\``;
      if (keys === "code") text.line(`json.bytes(${shown}, option);`);
      else if (keys === "code, index") emitEach(text, `it.${name}(${keys})`, (value) => `json.bytes(${shown}, ${value});`);
      else if (keys === "code, subCode") emitInside(text, parameters[1]!, `it.${name}(${keys})`, shown);
      else text.line(unknownRead(name, keys));
    }
  });
}

/** What is left out where it is absent: options inside of options. */
function emitInside(text: SourceText, subCode: Parameter, call: string, shown: string): void {
  const isFew = subCode.codes![1] <= 0xff;
  if (!isFew) text.line("const subCodes = codesInside(option);");
  text.block(isFew ? loop(subCode) : "for (let at = 0; at < subCodes.length; ++at) {", "}", () => {
    if (!isFew) text.line("const subCode = subCodes[at];");
    text.line(`const value = ${call};`).line(`if (value !== null) json.bytes(${shown}, value);`);
  });
}

function emitEach(text: SourceText, call: string, show: (value: string) => string): void {
  text.block("for (let index: u32 = 0; ; ++index) {", "}", () => {
    text.line(`const item = ${call};`).line("if (item === null) break;").line(show("item"));
  });
}

/** Over all codes that there may be. */
function loop({ name, codes }: Parameter): string {
  return `for (let ${name}: u32 = ${codes![0]}; ${name} <= ${codes![1]}; ++${name}) {`;
}

/** test/e2e/everything.test.ts fails until this file knows such a lookup. */
function unknownRead(name: string, keys: string): string {
  return `// Not shown: ${name}(${keys}).`;
}

function emitHookPoint(text: SourceText, model: Model, point: PlacedHookPoint): void {
  const first = point.arguments[0];
  const hasTransid = first && !first.absent && model.objects.find(({ name }) => name === first.type)?.fields.some(({ name }) => name === "transid");
  text.block(`export function ${point.name}(ctx: ${point.context}): Verdict {`, "}", () => {
    text.line(`const callout = new JsonLines("${point.name}", ${hasTransid ? `ctx.${first.name}.transid` : "0"}, "");`);
    for (const argument of point.arguments) emitArgument(text, argument);
    text.line("callout.end();").line("return Verdict.Continue;");
  });
}

function emitArgument(text: SourceText, { name, type, absent }: Argument): void {
  if (isValue(type)) {
    text.line(`callout.${writers[type]}("${name}", ctx.${name});`);
  } else if (absent?.startsWith("null")) {
    text.line(`const ${name} = ctx.${name};`);
    text.line(`if (${name} === null) callout.none("${name}");`);
    text.line(`else show${type}(callout.inside("${name}"), ${name});`);
  } else {
    text.line(`show${type}(callout.inside("${name}"), ctx.${name});`);
  }
}
