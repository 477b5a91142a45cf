// SPDX-License-Identifier: MPL-2.0
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { annotate } from "../../sdk/abi/annotate.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { folder, goldenFrames } from "../golden/golden_frames.ts";

describe.each(Object.keys(goldenFrames))("golden frame %s", (name) => {
  const bin = new Uint8Array(readFileSync(`${folder}${name}.bin`));

  it("is what the TypeScript encoder makes of the JSON", () => {
    expect(goldenFrames[name]!()).toEqual(bin);
  });

  it("reads as its annotated text says", () => {
    expect(annotate(layOut(schema), bin)).toBe(readFileSync(`${folder}${name}.txt`, "utf8"));
  });
});

describe("golden pkt4_receive", () => {
  const written = JSON.parse(readFileSync(`${folder}pkt4_receive.json`, "utf8")) as { query4: Record<string, unknown> };

  it("has a value for every field that is in the record from the start", () => {
    const eager = schema.objects[0]!.fields.filter((field) => field.lazy === undefined).map((field) => field.name);
    expect(Object.keys(written.query4)).toEqual(eager);
  });
});

describe("golden pkt6_receive", () => {
  const written = JSON.parse(readFileSync(`${folder}pkt6_receive.json`, "utf8")) as { query6: Record<string, unknown> };

  it("has a value for every field that is in the record from the start", () => {
    const eager = schema.objects[1]!.fields.filter((field) => field.lazy === undefined).map((field) => field.name);
    expect(Object.keys(written.query6)).toEqual(eager);
  });
});
