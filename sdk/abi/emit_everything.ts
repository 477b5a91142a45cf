// SPDX-License-Identifier: MPL-2.0
// Model → examples/everything/index.ts: a policy that logs all that Kea shows, so that no field is left out of it.
import { isValue } from "./layout.ts";
import type { Model, PlacedHookPoint, PlacedObject } from "./layout.ts";
import type { Argument, Read, ValueType } from "./schema_types.ts";
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

export function emitEverything(model: Model): Map<string, string> {
  const text = generatedHead(new SourceText("  "), "Logs everything that Kea shows to a policy, at every hook point, as lines of JSON: see README.md.");
  const names = [...model.hookPoints.map(({ context }) => context), ...model.objects.map(({ name }) => name), "Verdict"].sort();
  text.line(`import {`);
  for (let at = 0; at < names.length; at += 6) text.line(`  ${names.slice(at, at + 6).join(", ")},`);
  text.line(`} from "kea-policy/assembly";`).line(`import { JsonLines } from "./json_lines";`);
  for (const object of model.objects) emitObject(text.line(), object);
  for (const point of model.hookPoints) emitHookPoint(text.line(), model, point);
  return new Map([["examples/everything/index.ts", text.toString()]]);
}

function emitObject(text: SourceText, object: PlacedObject): void {
  text.block(`function show${object.name}(json: JsonLines, it: ${object.name}): void {`, "}", () => {
    for (const { name, type } of object.fields) text.line(`json.${writers[type]}("${name}", it.${name});`);
    for (const read of object.reads) emitRead(text, read);
    text.line("json.end();");
  });
}

/** Something looked up by key is asked for with every key that there may be, and what is there is shown. */
function emitRead(text: SourceText, read: Read): void {
  const keys = read.parameters.map(({ name }) => name).join(", ");
  const shown = `\`${read.name}(${read.parameters.map(({ name }) => `\${${name}}`).join(",")})\``;
  const call = `it.${read.name}(${keys})`;
  if (keys === "" && read.returns === "string") {
    text.line(`json.text("${read.name}", ${call});`);
  } else if (keys === "index") {
    text.block("for (let index: u32 = 0; ; ++index) {", "}", () => {
      text.line(`const item = ${call};`).line("if (item === null) break;").line(`show${read.returns}(json.inside(${shown}), item);`);
    });
  } else if (keys === "id") {
    // What it gives is shown by its place already; here, that it is found.
    text.line(`const found = it.${read.name}(1);`).line(`json.bool("${read.name}(1)", found !== null && found.id == 1);`);
  } else if (keys === "code" && read.returns === "bytes") {
    text.block("for (let code: u32 = 1; code <= 254; ++code) {", "}", () => emitGiven(text, shown, call));
  } else if (keys === "code, index" && read.returns === "bytes") {
    text.block("for (let code: u32 = 1; code <= 254; ++code) {", "}", () => {
      text.block("for (let index: u32 = 0; ; ++index) {", "}", () => {
        text.line(`const value = ${call};`).line("if (value === null) break;").line(`json.bytes(${shown}, value);`);
      });
    });
  } else if (keys === "code, subCode" && read.returns === "bytes") {
    text.block("for (let code: u32 = 1; code <= 254; ++code) {", "}", () => {
      text.line("if (it.option(code) === null) continue;");
      text.block("for (let subCode: u32 = 1; subCode <= 254; ++subCode) {", "}", () => emitGiven(text, shown, call));
    });
  } else {
    // test/e2e/everything.test.ts fails until this function knows such a lookup.
    text.line(`// Not shown: ${read.name}(${keys}), which gives ${read.returns}.`);
  }
}

/** Bytes that are left out where they are absent: most options are. */
function emitGiven(text: SourceText, name: string, call: string): void {
  text.line(`const value = ${call};`).line(`if (value !== null) json.bytes(${name}, value);`);
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
