// SPDX-License-Identifier: MPL-2.0
import { describe, expect, it } from "vitest";
import { readReleased } from "../../sdk/abi/generate.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import { broken, releaseOf } from "../../sdk/abi/released.ts";
import { schema } from "../../sdk/abi/schema.ts";
import type { Schema } from "../../sdk/abi/schema_types.ts";

/** What is broken after a change of the schema. */
function brokenBy(change: (changed: Schema) => void): string[] {
  const changed = structuredClone(schema);
  change(changed);
  return broken(readReleased(), releaseOf(layOut(changed)));
}

const newField = { name: "brandNew", type: "u32", doc: "A new field.", source: "test" } as const;

describe("released.json", () => {
  it("holds for the schema as it is", () => {
    expect(brokenBy(() => {})).toEqual([]);
  });

  it("has fields, numbers and imports to hold", () => {
    const released = readReleased();
    expect(released.fields["Pkt4.hwaddr"]).toBe("hwaddr at 72");
    expect(released.fields["Pkt6.duid"]).toBe("duid at 40, presence bit 0");
    expect(released.fields["Pkt4.sname"]).toBe("bytes at 100, lazy 2");
    expect(released.hostFunctions.config_integer).toBe("(i) -> (I)");
    expect(released.layout["frame.header.hookPoint"]).toBe("8");
  });

  it("takes a new field at the end, a new edit and a new host function", () => {
    const flaws = brokenBy((changed) => {
      changed.objects[0]!.fields.push(newField);
      changed.edits.push({ name: "brand_new", number: 999, doc: "A new edit." });
      changed.hostFunctions.push({ name: "brand_new", parameters: [], result: "u32", doc: "A new function." });
    });
    expect(flaws).toEqual([]);
  });

  it("refuses a field that moved, and says which", () => {
    const flaws = brokenBy((changed) => changed.objects[2]!.fields.splice(2, 0, { ...newField, type: "u64" }));
    expect(flaws).toEqual([
      'sdk/abi: RelayHop.linkAddr of fields was released as "ipv6 at 24" and is now "ipv6 at 32"; put it back and add new things behind it.',
      'sdk/abi: RelayHop.peerAddr of fields was released as "ipv6 at 40" and is now "ipv6 at 48"; put it back and add new things behind it.',
    ]);
  });

  const classes = schema.objects[0]!.fields.findIndex((field) => field.name === "classes");
  it.each<[string, (changed: Schema) => void, RegExp]>([
    ["a field that is gone", (changed) => changed.objects[0]!.fields.splice(classes, 1), /Pkt4\.classes of fields was released .* and is gone/],
    ["another type in the same place", (changed) => { changed.objects[0]!.fields[17]!.type = "u32"; }, /Pkt4\.ifindex .*"i32 at 60".*"u32 at 60"/],
    ["another lazy number", (changed) => { changed.objects[0]!.fields[classes]!.lazy = 99; }, /Pkt4\.classes .*lazy 4.*lazy 99/],
    ["a field that became optional", (changed) => { changed.objects[0]!.fields[18]!.absent = "null where it is not known"; }, /Pkt4\.iface .*presence bit 0/],
    ["another hook point number", (changed) => { changed.hookPoints[1]!.number = 700; }, /pkt6_receive of hookPoints .*number 2.*number 700/],
    ["another edit number", (changed) => { changed.edits[2]!.number = 99; }, /add_class of edits/],
    ["another verdict number", (changed) => { changed.verdicts[1]!.number = 7; }, /Skip of verdicts/],
    ["another import signature", (changed) => { changed.hostFunctions[1]!.result = "u32"; }, /log of hostFunctions .*\(iii\) -> \(\).*\(iii\) -> \(i\)/],
    ["an import that is gone", (changed) => changed.hostFunctions.splice(changed.hostFunctions.findIndex(({ name }) => name === "config_string"), 1), /config_string of hostFunctions .* is gone/],
    ["an argument that moved", (changed) => changed.hookPoints[0]!.arguments.unshift({ name: "other", type: "Pkt4", doc: "Another." }), /Pkt4Receive\.query4 of arguments/],
  ])("refuses %s", (_, change, flaw) => {
    expect(brokenBy(change).join("\n")).toMatch(flaw);
  });

  it("refuses another header, naming the file that has it", () => {
    const current = releaseOf(layOut(schema));
    current.layout["frame.headerBytes"] = "40";
    expect(broken(readReleased(), current)).toEqual([
      'sdk/abi/layout.ts: frame.headerBytes of layout was released as "32" and is now "40"; put it back and add new things behind it.',
    ]);
  });
});
