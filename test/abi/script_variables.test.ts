// SPDX-License-Identifier: MPL-2.0
// The tables of script variables against the schema: what no table may say.
import { describe, expect, it } from "vitest";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { manners } from "../../sdk/abi/script_variables/emit.ts";
import { checkManner } from "../../sdk/abi/script_variables/resolve.ts";
import type { Block, Manner, Variable } from "../../sdk/abi/script_variables/variable.ts";

const model = layOut(schema);
const block = (object: string, ...variables: Partial<Variable>[]): Block =>
  ({ name: "block", object, variables: variables.map((one) => ({ suffix: "_X", format: "number", from: [], doc: "A sentence.", ...one })) });
const manner = (one: Block, argument = "query4"): Manner => ({
  name: "some-manner", doc: "Some.", prefixes: [""], blocks: [one],
  hookPoints: [{ name: "pkt4_receive", byDefault: true, steps: [{ name: "QUERY4", argument, block: one }] }],
});

describe("checkManner", () => {
  it("takes ours", () => {
    for (const one of manners) expect(() => checkManner(model, one)).not.toThrow();
  });

  it.each<[string, Manner, string]>([
    ["a field that is not there", manner(block("Pkt4", { from: ["kind"] })), "script variable block_X: Pkt4 has no kind."],
    ["a part that is not there", manner(block("Pkt4", { from: ["hwaddr.owner"] })), "script variable block_X: Pkt4 has no hwaddr.owner."],
    ["a part of what has none", manner(block("Pkt4", { from: ["hops.htype"] })), "script variable block_X: Pkt4 has no hops.htype."],
    ["a read with too few arguments", manner(block("Pkt4", { from: ["subOption(82)"] })), "script variable block_X: Pkt4 has no subOption(82)."],
    ["a read that is not there", manner(block("Pkt4", { from: ["tag(82)"] })), "script variable block_X: Pkt4 has no tag(82)."],
    ["what may be absent, without a word", manner(block("Pkt4", { from: ["option(60)"] })), "script variable block_X: option(60) may be absent; say how that looks."],
    ["a field that may be absent, without a word", manner(block("Pkt4", { from: ["clientId"] })), "script variable block_X: clientId may be absent; say how that looks."],
    ["a condition on what is not there", manner(block("Pkt4", { from: ["type"], onlyWhere: { field: "kind", is: 1, doc: "Only." } })), "script variable block_X: Pkt4 has no field kind."],
    ["an object that is not there", manner(block("Pkt5", { from: ["type"] })), "script variables: pkt4_receive.query4 is no Pkt5."],
    ["an argument that is not there", manner(block("Pkt4", { from: ["type"] }), "query6"), "script variables: pkt4_receive has no argument query6."],
    ["a name that comes twice", manner(block("Pkt4", { from: ["type"] }, { from: ["hops"] })), "script variables: some-manner sets QUERY4_X twice at pkt4_receive."],
    ["a doc that is no sentence", manner(block("Pkt4", { from: ["type"], doc: "type" })), "script variable block_X: its doc must be a sentence."],
  ])("refuses %s", (_, one, sentence) => {
    expect(() => checkManner(model, one)).toThrow(sentence);
  });
});
