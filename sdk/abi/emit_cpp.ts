// SPDX-License-Identifier: MPL-2.0
// Model → the host's C++: the numbers, and a class for each object that writes its record.
import { emitAbiHeader } from "./emit_cpp_abi.ts";
import { eagerFields, isPlain } from "./layout.ts";
import type { Model, PlacedField, PlacedObject } from "./layout.ts";
import { snakeCase } from "./names.ts";
import type { ValueType } from "./schema_types.ts";
import { SourceText, generatedHead } from "./source_text.ts";

/** What a value is before it is written, and the function of RecordWriter that writes it. */
const written: Record<Exclude<ValueType, "byteslist">, { type: string; by: string }> = {
  u8: { type: "uint8_t", by: "setValue" },
  bool: { type: "bool", by: "setBool" },
  u16: { type: "uint16_t", by: "setValue" },
  u32: { type: "uint32_t", by: "setValue" },
  i32: { type: "int32_t", by: "setValue" },
  u64: { type: "uint64_t", by: "setValue" },
  i64: { type: "int64_t", by: "setValue" },
  ipv4: { type: "uint32_t", by: "setIpv4" },
  ipv6: { type: "Ipv6Bytes", by: "setValue" },
  bytes: { type: "ByteView", by: "setBytes" },
  duid: { type: "ByteView", by: "setBytes" },
  hwaddr: { type: "HwAddrView", by: "setHwAddr" },
};

export function emitCpp(model: Model): Map<string, string> {
  return new Map([
    ["host/src/generated/abi.h", emitAbiHeader(model)],
    ["host/src/generated/records.h", emitRecords(model)],
  ]);
}

function emitRecords(model: Model): string {
  const text = generatedHead(new SourceText("    "), "A class for each object that writes its record into a frame, field by field, at the offsets of abi.h. Fields that are not written are zero or absent; those that policies ask for one by one are not here. Knows neither Kea nor wasmtime.");
  text.line("#pragma once").line();
  text.line('#include "../record_writer.h"').line('#include "abi.h"').line();
  text.line("#include <cstdint>").line();
  text.line("namespace kea_policy {").line();
  for (const object of model.objects) emitRecord(text, object);
  text.line("}  // namespace kea_policy");
  return text.toString();
}

function emitRecord(text: SourceText, object: PlacedObject): void {
  text.comment("///", object.doc);
  text.line(`class ${object.name}Record : public RecordWriter {`).line("public:");
  text.line(`    ${object.name}Record(FrameCursor& cursor, uint32_t object) : RecordWriter(cursor, object, offset::${object.name}::kRecordBytes) {}`);
  for (const field of eagerFields(object)) {
    const name = snakeCase(field.name);
    const { type, by } = written[field.type as keyof typeof written];
    const parameter = isPlain(field) && field.type !== "ipv6" ? `${type} value` : `const ${type}& value`;
    const presence = field.absent === undefined ? "" : `, presence::${object.name}::${name}`;
    text.comment("    ///", fieldNote(field));
    text.line(`    void ${field.name}(${parameter}) { ${by}(offset::${object.name}::${name}, value${presence}); }`);
  }
  text.line("};").line();
}

function fieldNote(field: PlacedField): string {
  // RecordWriter turns IPv4 addresses round, so that they are given as Kea's IOAddress::toUint32 gives them.
  const order = field.type === "ipv4" ? " Host byte order." : "";
  return `${field.doc}${order} ${field.source}.`;
}
