// SPDX-License-Identifier: MPL-2.0
import { describe, expect, it } from "vitest";
import { checkSchema } from "../../sdk/abi/check_schema.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import type { Schema } from "../../sdk/abi/schema_types.ts";

function flawsOf(change: (changed: Schema) => void): string[] {
  const changed = structuredClone(schema);
  change(changed);
  return checkSchema(changed);
}

const pkt4 = (changed: Schema) => changed.objects[0]!;
const hostname = (changed: Schema) => changed.hookPoints.find(({ name }) => name === "ddns4_update")!.arguments.find(({ name }) => name === "hostname")!;
const setter = (changed: Schema) => hostname(changed).setter!;
const point4 = (changed: Schema) => changed.hookPoints[0]!;

describe("checkSchema", () => {
  it("finds nothing in the schema as it is", () => {
    expect(checkSchema(schema)).toEqual([]);
  });

  it.each<[string, (changed: Schema) => void, string]>([
    ["two fields of one name", (s) => { pkt4(s).fields[1]!.name = "type"; }, "object Pkt4: the member name type is there twice."],
    ["a field and a read of one name", (s) => { pkt4(s).fields[1]!.name = "option"; }, "object Pkt4: the member name option is there twice."],
    ["a field named as the handle", (s) => { pkt4(s).fields[1]!.name = "object"; }, "object Pkt4: the member name object is there twice."],
    ["two objects of one name", (s) => { s.objects[1]!.name = "Pkt4"; }, "objects and contexts: the class name Pkt4 is there twice."],
    ["an object named as a class of the SDK", (s) => { s.objects[1]!.name = "Bytes"; }, "objects and contexts: the class name Bytes is there twice."],
    ["a lazy number that is used twice", (s) => { s.objects[1]!.fields.at(-1)!.lazy = 1; }, "objects: the lazy number 1 is there twice."],
    ["a lazy number", (s) => { pkt4(s).fields[0]!.lazy = 99; }, "object Pkt4, field type: a lazy field cannot be u8; leave out lazy."],
    ["a list in the record", (s) => { delete pkt4(s).fields.find(({ name }) => name === "classes")!.lazy; }, "object Pkt4, field classes: a byteslist must be lazy; give it a lazy number."],
    ["a setter named as an argument", (s) => { setter(s).name = "hostname"; }, "hook point ddns4_update: the member name hostname is there twice."],
    ["a setter without a sentence", (s) => { setter(s).doc = "sets it"; }, "hook point ddns4_update, argument hostname, setter setHostname: its doc must be a sentence: a capital or digit first, a full stop last, single spaces."],
    ["a setter without its edit", (s) => { s.edits = s.edits.filter(({ name }) => name !== "set_argument"); }, "hook point ddns4_update, argument hostname, setter setHostname: set_argument is not among edits."],
    ["a Kea type that is not declared", (s) => { hostname(s).keaType = "Hostname"; }, "hook point ddns4_update, argument hostname: its keaType Hostname is not among keaTypes."],
    ["a Kea type in lower case", (s) => { s.keaTypes.push("string"); }, "keaTypes: string must be written in PascalCase."],
    ["a Kea type named as an object", (s) => { s.keaTypes.push("Pkt4"); }, "keaTypes: the name Pkt4 is there twice."],
    ["a family for a hook point of both servers", (s) => { Object.assign(point4(s), { name: "pkt_receive", context: "PktReceive" }); }, "hook point pkt_receive: its name says family none, its row 4."],
    ["a keyword of C++", (s) => { pkt4(s).fields[0]!.name = "operator"; }, "object Pkt4, field operator: operator is a word of C++; choose another name."],
    ["a keyword of C++ in snake_case", (s) => { pkt4(s).fields[0]!.name = "staticAssert"; }, "object Pkt4, field staticAssert: staticAssert is a word of C++; choose another name."],
    ["a keyword of TypeScript", (s) => { pkt4(s).reads[0]!.parameters[0]!.name = "function"; }, "object Pkt4, read option, parameter function: function is a word of TypeScript; choose another name."],
    ["a keyword of AssemblyScript", (s) => { pkt4(s).edits[0]!.name = "store"; }, "object Pkt4, edit store: store is a word of AssemblyScript; choose another name."],
    ["a name in snake_case", (s) => { pkt4(s).fields[0]!.name = "message_type"; }, "object Pkt4, field message_type: message_type must be written in camelCase."],
    ["a doc that is no sentence", (s) => { pkt4(s).fields[0]!.doc = "message type"; }, "object Pkt4, field type: its doc must be a sentence: a capital or digit first, a full stop last, single spaces."],
    ["an absent number", (s) => { pkt4(s).fields[0]!.absent = "null where it is missing"; }, 'object Pkt4, field type: its absent must begin with "0 where", for a number cannot be null.'],
    ["a call to nothing", (s) => { pkt4(s).reads[0]!.calls = "opton"; }, "object Pkt4, read option: it calls opton, which is no host function."],
    ["a call with too few arguments", (s) => { pkt4(s).reads[1]!.parameters.pop(); }, "object Pkt4, read subOption: it gives 2 arguments to sub_option, which takes 3."],
    ["a read that gives an unknown object", (s) => { pkt4(s).reads[0]!.returns = "Optoin"; }, "object Pkt4, read option: it returns Optoin, which is neither bytes, string nor an object."],
    ["an unknown operation", (s) => { pkt4(s).edits[0]!.operation = "set_opton"; }, "object Pkt4, edit setOption: its operation set_opton is not among edits."],
    ["two edit numbers", (s) => { s.edits[1]!.number = 1; }, "edits: the number 1 is there twice."],
    ["two hook point numbers", (s) => { s.hookPoints[1]!.number = 1; }, "hook points: the number 1 is there twice."],
    ["two hook points of one name", (s) => { s.hookPoints[1]!.name = "pkt4_receive"; }, "hook points: the name pkt4_receive is there twice."],
    ["a name that is no hook point", (s) => { point4(s).name = "receive"; }, "hook point receive: its name has not the form of Kea's hook points, such as pkt4_receive."],
    ["a hook point of the other family", (s) => { point4(s).family = 6; }, "hook point pkt4_receive: its name says family 4, its row 6."],
    ["a context of another name", (s) => { point4(s).context = "Received4"; }, "hook point pkt4_receive: its context must be called Pkt4Receive."],
    ["an argument of an unknown object", (s) => { point4(s).arguments[0]!.type = "Pkt5"; }, "hook point pkt4_receive, argument query4: its type Pkt5 is neither among objects nor one of bool, u8, u32, ipv4, ipv6, bytes, hwaddr."],
    ["an argument that is a list", (s) => { point4(s).arguments[0]!.type = "byteslist"; }, "hook point pkt4_receive, argument query4: its type byteslist is neither among objects nor one of bool, u8, u32, ipv4, ipv6, bytes, hwaddr."],
    ["a value that is edited", (s) => { point4(s).arguments[0]!.type = "bool"; }, "hook point pkt4_receive, argument query4: only an object can be edited."],
    ["a number that is null", (s) => { Object.assign(point4(s).arguments[0]!, { type: "u32", absent: "null where there is none" }); }, 'hook point pkt4_receive, argument query4: its absent must begin with "0 where", for a number cannot be null.'],
    ["an argument of later Keas that is never absent", (s) => { point4(s).arguments[0]!.since = "3.0.0"; }, "hook point pkt4_receive, argument query4: not every Kea gives it: say in absent how that looks."],
    ["an argument since no version", (s) => { Object.assign(point4(s).arguments[0]!, { since: "later", absent: "null where there is none" }); }, "hook point pkt4_receive, argument query4: its since must be a Kea version such as 2.5.6."],
    ["an object of more fields than bits", (s) => { pkt4(s).fields.push(...Array.from({ length: 60 }, (_, i) => ({ ...pkt4(s).fields[0]!, name: `more${i}` }))); }, "object Pkt4: more than 64 fields are not lazy, and the host keeps a bit for each; make some of them lazy."],
    ["two host functions of one name", (s) => { s.hostFunctions[1]!.name = "abort"; }, "host functions: the name abort is there twice."],
    ["a host function's unknown type", (s) => { s.hostFunctions[1]!.parameters[0] = "level:u16"; }, "host function log: its parameter level:u16 must be a name, a colon and one of u32, i64, f64, address."],
  ])("refuses %s", (_, change, sentence) => {
    expect(flawsOf(change)).toContain(`sdk/abi: ${sentence}`);
  });

  it("stops the generator with every flaw at once", () => {
    const changed = structuredClone(schema);
    changed.edits[1]!.number = 1;
    changed.hookPoints[1]!.number = 1;
    expect(() => layOut(changed)).toThrow(/edits: the number 1 is there twice\.\n.*hook points: the number 1|hook points: the number 1 is there twice\.\n.*edits: the number 1/s);
  });
});
