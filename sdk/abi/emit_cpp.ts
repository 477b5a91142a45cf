// SPDX-License-Identifier: MPL-2.0
// Model → the host's C++: the numbers, the plain structs, and the writer that turns a struct into bytes.
import { emitAbiHeader } from "./emit_cpp_abi.ts";
import { eagerFields } from "./layout.ts";
import type { Model, PlacedField, PlacedObject } from "./layout.ts";
import { snakeCase } from "./names.ts";
import type { ValueType } from "./schema_types.ts";
import { SourceText, generatedHead } from "./source_text.ts";

const viewTypes: Record<Exclude<ValueType, "byteslist">, { type: string; initialiser: string }> = {
  u8: { type: "uint8_t", initialiser: " = 0" },
  bool: { type: "bool", initialiser: " = false" },
  u16: { type: "uint16_t", initialiser: " = 0" },
  u32: { type: "uint32_t", initialiser: " = 0" },
  i32: { type: "int32_t", initialiser: " = 0" },
  u64: { type: "uint64_t", initialiser: " = 0" },
  i64: { type: "int64_t", initialiser: " = 0" },
  ipv4: { type: "uint32_t", initialiser: " = 0" },
  ipv6: { type: "Ipv6Bytes", initialiser: "{}" },
  bytes: { type: "ByteView", initialiser: "" },
  duid: { type: "ByteView", initialiser: "" },
  hwaddr: { type: "HwAddrView", initialiser: "" },
};

export function emitCpp(model: Model): Map<string, string> {
  return new Map([
    ["host/src/generated/abi.h", emitAbiHeader(model)],
    ["host/src/generated/views.h", emitViews(model)],
    ["host/src/generated/frame_writer.h", emitWriterHeader(model)],
    ["host/src/generated/frame_writer.cc", emitWriter(model)],
  ]);
}

function emitViews(model: Model): string {
  const text = generatedHead(new SourceText("    "), "What the host reads from Kea, one plain struct for each object, without the fields that are fetched when asked for. A view points into Kea's objects: it is good while the callout runs.");
  text.line("#pragma once").line();
  text.line('#include "../frame_cursor.h"').line();
  text.line("#include <cstdint>").line("#include <optional>").line();
  text.line("namespace kea_policy {").line();
  for (const object of model.objects) {
    text.comment("///", object.doc);
    text.block(`struct ${object.name}View {`, "};", () => {
      text.comment("///", "The handle that host functions take; two objects of one callout have different ones.");
      text.line("uint32_t object = 0;");
      for (const field of eagerFields(object)) {
        text.comment("///", fieldNote(field));
        const { type, initialiser } = viewTypes[field.type as keyof typeof viewTypes];
        if (field.absent !== undefined) text.line(`std::optional<${type}> ${snakeCase(field.name)};`);
        else text.line(`${type} ${snakeCase(field.name)}${initialiser};`);
      }
    });
    text.line();
  }
  text.line("}  // namespace kea_policy");
  return text.toString();
}

function fieldNote(field: PlacedField): string {
  // The writer turns IPv4 addresses round, so that a view holds them as Kea's IOAddress::toUint32 gives them.
  const order = field.type === "ipv4" ? " In host byte order here." : "";
  return `${field.doc}${order} ${field.source}.`;
}

function emitWriterHeader(model: Model): string {
  const text = generatedHead(new SourceText("    "), "View → bytes at the offsets of abi.h. Knows neither Kea nor wasmtime. Nothing is written outside of the cursor's region: where it is too small the cursor says full and the frame must not be used.");
  text.line("#pragma once").line();
  text.line('#include "views.h"').line();
  text.line("namespace kea_policy {").line();
  text.comment("///", "Appends a record and what varies in it; its distance from the region's start, 0 where it does not fit.");
  for (const object of model.objects) text.line(`uint32_t write${object.name}(FrameCursor& cursor, const ${object.name}View& view);`);
  text.line().line("}  // namespace kea_policy");
  return text.toString();
}

function emitWriter(model: Model): string {
  const text = generatedHead(new SourceText("    "), "View → bytes at the offsets of abi.h.");
  text.line('#include "frame_writer.h"').line().line('#include "abi.h"').line();
  text.line("namespace kea_policy {").line();
  for (const object of model.objects) emitObjectWriter(text, object);
  text.line("}  // namespace kea_policy");
  return text.toString();
}

function emitObjectWriter(text: SourceText, object: PlacedObject): void {
  const fields = eagerFields(object);
  const hasPresence = fields.some((field) => field.presenceBit !== undefined);
  text.block(`uint32_t write${object.name}(FrameCursor& cursor, const ${object.name}View& view) {`, "}", () => {
    text.line(`namespace at = offset::${object.name};`);
    text.line("if (!cursor.reserveZeroed(at::kRecordBytes, kFrameAlignment)) return 0;");
    text.line("const uint32_t record = cursor.used - at::kRecordBytes;");
    text.line("uint8_t* const to = cursor.base + record;");
    text.line("storeValue(to + kRecordLength, at::kRecordBytes);");
    text.line("storeValue(to + kRecordObject, view.object);");
    if (hasPresence) text.line("uint64_t present = 0;");
    // Numbers first: they fill whole cache lines of the record before the cursor moves on to what varies.
    const placed = [...fields.filter((field) => !varies(field)), ...fields.filter(varies)];
    for (const field of placed) emitFieldWriter(text, object, field);
    if (hasPresence) text.line("storeValue(to + kRecordPresence, present);");
    text.line("return cursor.full ? 0 : record;");
  });
  text.line();
}

function varies(field: PlacedField): boolean {
  return field.type === "bytes" || field.type === "duid" || field.type === "hwaddr";
}

function emitFieldWriter(text: SourceText, object: PlacedObject, field: PlacedField): void {
  const name = snakeCase(field.name);
  if (field.absent === undefined) {
    text.line(storeStatement(field, name, `view.${name}`));
    return;
  }
  text.block(`if (view.${name}) {`, "}", () => {
    text.line(`present |= presence::${object.name}::${name};`);
    text.line(storeStatement(field, name, `*view.${name}`));
  });
}

function storeStatement(field: PlacedField, name: string, value: string): string {
  const at = `at::${name}`;
  switch (field.type) {
    case "bool":
      return `storeValue(to + ${at}, static_cast<uint8_t>(${value}));`;
    case "ipv4":
      return `storeIpv4(to + ${at}, ${value});`;
    case "bytes":
    case "duid":
      return `cursor.placeBytes(record + ${at}, ${value});`;
    case "hwaddr":
      return `cursor.placeHwAddr(record + ${at}, ${value});`;
    default:
      return `storeValue(to + ${at}, ${value});`;
  }
}
