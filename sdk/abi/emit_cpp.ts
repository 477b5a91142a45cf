// SPDX-License-Identifier: MPL-2.0
// Model → the host's C++: the numbers, the plain structs, and the writer that turns a struct into bytes.
import { emitAbiHeader } from "./emit_cpp_abi.ts";
import { eagerFields, isPlain } from "./layout.ts";
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
    ["host/src/generated/frame_writer.h", emitWriters(model)],
  ]);
}

function emitViews(model: Model): string {
  const text = generatedHead(new SourceText("    "), "One plain struct for each object: what the host may read from Kea, without the fields that are fetched when asked for. A view points into Kea's objects: it is good while the callout runs.");
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

function emitWriters(model: Model): string {
  const text = generatedHead(new SourceText("    "), "Values → bytes at the offsets of abi.h. Knows neither Kea nor wasmtime. Nothing is written outside of the cursor's region: where it is too small the cursor says full and the frame must not be used.");
  text.line("#pragma once").line();
  text.line('#include "../record_writer.h"').line('#include "abi.h"').line('#include "views.h"').line();
  text.line("namespace kea_policy {").line();
  text.comment("//", "A record is written field by field, or from a view of all its fields. Fields that are not written are zero or absent.");
  text.line();
  for (const object of model.objects) {
    emitRecord(text, object);
    emitViewWriter(text, object);
  }
  text.line("}  // namespace kea_policy");
  return text.toString();
}

function emitRecord(text: SourceText, object: PlacedObject): void {
  text.line(`class ${object.name}Record : public RecordWriter {`).line("public:");
  text.line(`    ${object.name}Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::${object.name}::kRecordBytes) {}`);
  for (const field of eagerFields(object)) {
    const name = snakeCase(field.name);
    const { type } = viewTypes[field.type as keyof typeof viewTypes];
    const parameter = isPlain(field) && field.type !== "ipv6" ? `${type} value` : `const ${type}& value`;
    const presence = field.absent === undefined ? "" : `, presence::${object.name}::${name}`;
    text.line(`    void ${field.name}(${parameter}) { ${setter(field)}(offset::${object.name}::${name}, value${presence}); }`);
  }
  text.line("};").line();
}

/** The function of RecordWriter that stores a field. */
function setter({ type }: PlacedField): string {
  switch (type) {
    case "bool":
      return "setBool";
    case "ipv4":
      return "setIpv4";
    case "bytes":
    case "duid":
      return "setBytes";
    case "hwaddr":
      return "setHwAddr";
    default:
      return "setValue";
  }
}

function emitViewWriter(text: SourceText, object: PlacedObject): void {
  text.comment("///", "Its distance from the region's start, 0 where it does not fit.");
  text.block(`inline uint32_t write${object.name}(FrameCursor& cursor, const ${object.name}View& view) {`, "}", () => {
    text.line(`${object.name}Record record(cursor, view.object);`);
    text.line("if (!record.fits()) return 0;");
    for (const field of eagerFields(object)) {
      const name = snakeCase(field.name);
      if (field.absent === undefined) text.line(`record.${field.name}(view.${name});`);
      else text.line(`if (view.${name}) record.${field.name}(*view.${name});`);
    }
    text.line("return record.end();");
  });
  text.line();
}
