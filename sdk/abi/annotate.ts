// SPDX-License-Identifier: MPL-2.0
// A frame as a person reads it: offset, bytes, field and value on each line. Reads the bytes alone, by the model's offsets, so that it
// also checks the encoders.
import { forms, frameLayout, isValue } from "./layout.ts";
import type { Model, PlacedField, PlacedObject } from "./layout.ts";

type PlacedValue = Pick<PlacedField, "type" | "lazy" | "presenceBit">;

export function annotate(model: Model, frame: Uint8Array): string {
  const lines: { at: number; bytes: number; what: string }[] = [];
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const u32 = (at: number) => view.getUint32(at, true);
  const note = (at: number, bytes: number, what: string) => lines.push({ at, bytes, what });
  const { header, record } = frameLayout;

  const recordHead = (at: number, name: string) => {
    note(at + record.length, 4, `${name}: length ${u32(at + record.length)}`);
    note(at + record.object, 4, `${name}: object ${u32(at + record.object)}`);
    note(at + record.presence, 8, `${name}: presence 0x${view.getBigUint64(at + record.presence, true).toString(16)}`);
  };
  const bytesField = (at: number, name: string) => {
    const length = u32(at + 4);
    note(at, 8, `${name}: ${length} bytes${length > 0 ? ` at ${at + u32(at)}` : ""}`);
    if (length > 0) note(at + u32(at), length, `${name}: its bytes`);
  };
  const valueAt = (start: number, at: number, name: string, one: PlacedValue) => {
    if (one.presenceBit !== undefined && ((view.getBigUint64(start + record.presence, true) >> BigInt(one.presenceBit)) & 1n) === 0n) {
      note(at, sizeOf(one), `${name}: absent`);
    } else if (one.lazy !== undefined) {
      note(at, 4, `${name}: ${u32(at) === 0 ? "not asked for" : u32(at) === 1 ? "asked for, absent" : `at address ${u32(at)}`}`);
    } else if (one.type === "bytes" || one.type === "duid" || one.type === "byteslist") {
      bytesField(at, name);
    } else if (one.type === "hwaddr") {
      bytesField(at, name);
      note(at + 8, 2, `${name}: htype ${view.getUint16(at + 8, true)}`);
      note(at + 12, 4, `${name}: source ${u32(at + 12)}`);
    } else {
      note(at, sizeOf(one), `${name}: ${numberText(view, at, one)}`);
    }
  };
  const field = (object: PlacedObject, start: number, one: PlacedField) => valueAt(start, start + one.offset, `${object.name}.${one.name}`, one);

  note(header.abi, 4, `abi ${u32(header.abi)}`);
  note(header.used, 4, `bytes used ${u32(header.used)}`);
  const hookPoint = model.hookPoints.find((point) => point.number === u32(header.hookPoint));
  if (!hookPoint) throw new Error(`The frame is of hook point ${u32(header.hookPoint)}, which the schema does not have.`);
  note(header.hookPoint, 4, `hook point ${hookPoint.name}`);
  const callout = frameLayout.headerBytes;
  recordHead(callout, hookPoint.context);
  for (const argument of hookPoint.arguments) {
    const at = callout + argument.offset;
    if (isValue(argument.type)) {
      valueAt(callout, at, `${hookPoint.context}.${argument.name}`, { ...argument, type: argument.type });
      continue;
    }
    const object = model.objects.find((one) => one.name === argument.type);
    note(at, 4, `${hookPoint.context}.${argument.name}: ${u32(at) === 0 ? "none" : `a ${argument.type} at ${at + u32(at)}`}`);
    if (u32(at) === 0 || !object) continue;
    recordHead(at + u32(at), object.name);
    for (const one of object.fields) field(object, at + u32(at), one);
  }
  return print(frame, lines);
}

function sizeOf(value: PlacedValue): number {
  return value.lazy === undefined ? forms[value.type].size : 4;
}

function numberText(view: DataView, at: number, field: PlacedValue): string {
  switch (field.type) {
    case "u8":
      return String(view.getUint8(at));
    case "bool":
      return String(view.getUint8(at) !== 0);
    case "u16":
      return String(view.getUint16(at, true));
    case "i32":
      return String(view.getInt32(at, true));
    case "u64":
      return String(view.getBigUint64(at, true));
    case "i64":
      return String(view.getBigInt64(at, true));
    case "ipv4":
      return [0, 1, 2, 3].map((index) => view.getUint8(at + index)).join(".");
    case "ipv6":
      return Array.from({ length: 8 }, (_, index) => view.getUint16(at + 2 * index).toString(16)).join(":");
    default:
      return String(view.getUint32(at, true));
  }
}

function print(frame: Uint8Array, lines: { at: number; bytes: number; what: string }[]): string {
  let end = 0;
  const text: string[] = [];
  const row = (at: number, bytes: number, what: string) => {
    for (let from = 0; from < bytes; from += 16) {
      const hex = Buffer.from(frame.subarray(at + from, at + Math.min(bytes, from + 16))).toString("hex").replace(/(..)(?=.)/g, "$1 ");
      text.push(`${String(at + from).padStart(4)}  ${hex.padEnd(47)}  ${from === 0 ? what : ""}`.trimEnd());
    }
  };
  for (const { at, bytes, what } of lines.sort((one, other) => one.at - other.at)) {
    if (at > end) row(end, at - end, "padding");
    row(at, bytes, what);
    end = at + bytes;
  }
  if (end < frame.length) row(end, frame.length - end, "what host functions brought in");
  return text.join("\n") + "\n";
}
