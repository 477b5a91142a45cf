// SPDX-License-Identifier: MPL-2.0
import { describe, expect, it } from "vitest";
import { forms, frameLayout, layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import type { Field, Schema, ValueType } from "../../sdk/abi/schema_types.ts";

/** The real schema with one more object of these fields. */
function withFields(fields: Partial<Field>[]): Schema {
  const filled = fields.map((field, index): Field => ({ name: `field${index}`, type: "u8", doc: "A field.", source: "test", ...field }));
  return { ...schema, objects: [...schema.objects, { name: "Probe", doc: "A probe.", source: "test", fields: filled, reads: [], edits: [] }] };
}

function place(...fields: Partial<Field>[]) {
  const probe = layOut(withFields(fields)).objects.at(-1);
  if (!probe) throw new Error("The probe is missing.");
  return { offsets: probe.fields.map((field) => field.offset), bits: probe.fields.map((field) => field.presenceBit), recordBytes: probe.recordBytes };
}

describe("layOut", () => {
  it("begins behind the record's head and pads the record to a multiple of 8", () => {
    expect(place({ type: "u8" })).toEqual({ offsets: [16], bits: [undefined], recordBytes: 24 });
    expect(place({ type: "u64" }).recordBytes).toBe(24);
    expect(place({ type: "u64" }, { type: "u8" }).recordBytes).toBe(32);
  });

  it("keeps the order of the schema and aligns each field to its type", () => {
    const types: ValueType[] = ["u8", "u16", "bool", "u32", "u8", "u64", "ipv4", "ipv6", "bytes", "hwaddr", "i32", "i64", "duid"];
    expect(place(...types.map((type) => ({ type }))).offsets).toEqual([16, 18, 20, 24, 28, 32, 40, 48, 64, 72, 88, 96, 104]);
  });

  it("gives a lazy field of any type four bytes", () => {
    const fields: Partial<Field>[] = [{ type: "ipv6", lazy: 901 }, { type: "byteslist", lazy: 902 }, { type: "u8" }, { type: "hwaddr", lazy: 903 }];
    expect(place(...fields).offsets).toEqual([16, 20, 24, 28]);
  });

  it("gives presence bits in the callout record to values that may be absent, not to objects", () => {
    const doc = "An argument.", absent = "null where there is none";
    const [first, ...others] = schema.hookPoints;
    const point = layOut({ ...schema, hookPoints: [{ ...first!, arguments: [
      { name: "packet", type: "Pkt4", doc, absent }, { name: "number", type: "u32", doc }, { name: "later", type: "u32", doc, absent: "0 where there is none" },
      { name: "client", type: "bytes", doc, absent }, { name: "address", type: "ipv6", doc },
    ] }, ...others] }).hookPoints[0]!;
    expect(point.arguments.map(({ offset, presenceBit }) => [offset, presenceBit])).toEqual([[16, undefined], [20, undefined], [24, 0], [28, 1], [40, undefined]]);
    expect(point.recordBytes).toBe(56);
  });

  it("numbers presence bits over the fields that may be absent and are not lazy", () => {
    const absent = "null where it is not there";
    expect(place({ type: "bytes", absent }, { type: "bytes" }, { type: "bytes", absent, lazy: 901 }, { type: "duid", absent }).bits).toEqual([0, undefined, undefined, 1]);
  });

  it("puts a u32 for each argument behind the head of the callout record", () => {
    const two = structuredClone(schema);
    const point = two.hookPoints[0]!;
    point.arguments.push({ name: "response4", type: "Pkt4", doc: "The answer." });
    const placed = layOut(two).hookPoints[0]!;
    expect(placed.arguments.map((argument) => argument.offset)).toEqual([16, 20]);
    expect(placed.recordBytes).toBe(24);
  });

  it("leaves no field over another or over the end in the real schema", () => {
    for (const object of layOut(schema).objects) {
      let end = frameLayout.record.fields;
      for (const field of object.fields) {
        expect(field.offset, `${object.name}.${field.name}`).toBeGreaterThanOrEqual(end);
        expect(field.offset % (field.lazy === undefined ? forms[field.type].alignment : 4), `${object.name}.${field.name}`).toBe(0);
        end = field.offset + field.size;
      }
      expect(object.recordBytes).toBeGreaterThanOrEqual(end);
      expect(object.recordBytes % 8).toBe(0);
    }
  });
});
