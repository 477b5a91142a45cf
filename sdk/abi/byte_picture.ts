// SPDX-License-Identifier: MPL-2.0
// The picture of a record's bytes that stands above each generated class.
import { frameLayout, isValue } from "./layout.ts";
import type { PlacedHookPoint, PlacedObject } from "./layout.ts";
import type { SourceText } from "./source_text.ts";

export function emitBytePicture(text: SourceText, record: PlacedObject | PlacedHookPoint): void {
  const { length, object, presence } = frameLayout.record;
  text.line(`// ${"context" in record ? record.context : record.name}, ${record.recordBytes} bytes:`);
  row(text, length, "u32", "length of this part of the record");
  row(text, object, "u32", "handle for host functions");
  row(text, presence, "u64", "presence bits");
  if ("context" in record) {
    for (const { name, offset, type } of record.arguments) {
      if (isValue(type)) row(text, offset, type, name);
      else row(text, offset, "u32", `distance from here to ${name}, a ${type}`);
    }
    return;
  }
  for (const field of record.fields) {
    if (field.lazy !== undefined) row(text, field.offset, "u32", `${field.name}: 0, 1 or the address of its ${field.type}`);
    else row(text, field.offset, field.type, field.presenceBit === undefined ? field.name : `${field.name}, presence bit ${field.presenceBit}`);
  }
}

function row(text: SourceText, offset: number, type: string, what: string): void {
  text.line(`// ${String(offset).padStart(5)} ${type.padEnd(9)} ${what}`);
}
