// SPDX-License-Identifier: MPL-2.0
// What a schema must obey before anything is laid out: each flaw is one sentence that says where it is and what to change.
import { camelCase, keywordLanguage, pascalCase, snakeCase } from "./names.ts";
import { isCode } from "./schema_types.ts";
import type { HookPoint, ObjectType, Schema, Setter } from "./schema_types.ts";

const file = "sdk/abi";
const lazyTypes = new Set(["ipv4", "ipv6", "bytes", "duid", "hwaddr", "byteslist"]);
const numberTypes = new Set(["u8", "u16", "u32", "u64", "i32", "i64", "bool"]);
/** Of arguments that are no objects. */
export const argumentTypes = new Set(["bool", "u8", "u32", "ipv4", "ipv6", "bytes", "hwaddr"]);
/** The edit that setters of arguments append. */
const setArgument = "set_argument";
const versionForm = /^\d+\.\d+\.\d+$/;
const importTypes = new Set(["u32", "i64", "f64", "address"]);
const handWritten = ["Bytes", "BytesList", "HwAddr", "Duid", "IPv4", "IPv6", "Verdict"];

export function checkSchema(schema: Schema): string[] {
  const flaws: string[] = [];
  const flaw = (where: string, sentence: string) => flaws.push(`${file}: ${where}: ${sentence}`);

  unique(flaw, "verdicts", "number", schema.verdicts.map((verdict) => verdict.number));
  unique(flaw, "verdicts", "name", schema.verdicts.map((verdict) => verdict.name));
  for (const verdict of schema.verdicts) sentence(flaw, `verdict ${verdict.name}`, verdict.doc);

  const classes = [...schema.objects.map((object) => object.name), ...schema.hookPoints.map((point) => point.context)];
  unique(flaw, "objects and contexts", "class name", [...handWritten, ...classes]);
  const lazy = schema.objects.flatMap((object) => object.fields.flatMap((field) => (field.lazy === undefined ? [] : [field.lazy])));
  unique(flaw, "objects", "lazy number", lazy);
  for (const object of schema.objects) checkObject(flaw, schema, object);

  unique(flaw, "hook points", "name", schema.hookPoints.map((point) => point.name));
  unique(flaw, "hook points", "number", schema.hookPoints.map((point) => point.number));
  for (const point of schema.hookPoints) checkHookPoint(flaw, schema, point);

  unique(flaw, "keaTypes", "name", [...schema.keaTypes, ...schema.objects.map((object) => object.name)]);
  for (const name of schema.keaTypes) spelling(flaw, "keaTypes", name, /^[A-Z][A-Za-z0-9]*$/, "PascalCase");

  unique(flaw, "edits", "name", schema.edits.map((edit) => edit.name));
  unique(flaw, "edits", "number", schema.edits.map((edit) => edit.number));
  for (const edit of schema.edits) {
    spelling(flaw, `edit ${edit.name}`, edit.name, /^[a-z][a-z0-9_]*$/, "snake_case");
    if (!/\.$/.test(edit.doc)) flaw(`edit ${edit.name}`, "its doc must end with a full stop.");
    if (edit.number < 1 || edit.number > 0xffff) flaw(`edit ${edit.name}`, "its number must be 1 to 65535.");
  }
  checkHostFunctions(flaw, schema);
  return flaws;
}

type Flaw = (where: string, sentence: string) => void;

function checkObject(flaw: Flaw, schema: Schema, object: ObjectType): void {
  const at = `object ${object.name}`;
  spelling(flaw, at, object.name, /^[A-Z][A-Za-z0-9]*$/, "PascalCase");
  sentence(flaw, at, object.doc);
  unique(flaw, at, "member name", ["object", ...[...object.fields, ...object.reads, ...object.edits].map((member) => member.name)]);
  if (object.fields.filter(({ lazy }) => lazy === undefined).length > 64) flaw(at, "more than 64 fields are not lazy, and the host keeps a bit for each; make some of them lazy.");
  for (const field of object.fields) {
    const where = `${at}, field ${field.name}`;
    member(flaw, where, field.name);
    sentence(flaw, where, field.doc);
    if (field.source === "") flaw(where, "give its source.");
    if (field.lazy !== undefined && !lazyTypes.has(field.type)) flaw(where, `a lazy field cannot be ${field.type}; leave out lazy.`);
    if (field.lazy !== undefined && (field.lazy < 1 || !Number.isInteger(field.lazy))) flaw(where, "its lazy number must be 1 or more.");
    if (field.lazy === undefined && field.type === "byteslist") flaw(where, "a byteslist must be lazy; give it a lazy number.");
    absence(flaw, where, field.absent, !numberTypes.has(field.type));
  }
  for (const read of object.reads) {
    const where = `${at}, read ${read.name}`;
    member(flaw, where, read.name);
    sentence(flaw, where, read.doc);
    const called = schema.hostFunctions.find((hostFunction) => hostFunction.name === read.calls);
    if (!called) flaw(where, `it calls ${read.calls}, which is no host function.`);
    const isText = read.returns === "string";
    const given = 1 + (read.fixed?.length ?? 0) + read.parameters.length + (isText ? 2 : 0);
    if (called && called.parameters.length !== given) {
      flaw(where, `it gives ${given} arguments to ${read.calls}, which takes ${called.parameters.length}.`);
    }
    if (isText && read.calls !== "text") flaw(where, "a read that returns a string must call text.");
    const isObject = schema.objects.some((other) => other.name === read.returns);
    if (!isText && read.returns !== "bytes" && !isObject) flaw(where, `it returns ${read.returns}, which is neither bytes, string nor an object.`);
    if (!isText && read.absent === undefined) flaw(where, "say in absent when it returns null.");
    if (isText && read.absent !== undefined) flaw(where, "a string is never absent; leave out absent.");
    absence(flaw, where, read.absent, true);
    for (const parameter of read.parameters) {
      member(flaw, `${where}, parameter ${parameter.name}`, parameter.name);
      if (parameter.type !== "u32") flaw(where, `its parameter ${parameter.name} must be a u32.`);
    }
  }
  for (const edit of object.edits) {
    const where = `${at}, edit ${edit.name}`;
    member(flaw, where, edit.name);
    sentence(flaw, where, edit.doc);
    if (!schema.edits.some((known) => known.name === edit.operation)) flaw(where, `its operation ${edit.operation} is not among edits.`);
    for (const parameter of edit.parameters) member(flaw, `${where}, parameter ${parameter.name}`, parameter.name);
    if (edit.parameters.filter(isCode).length > 1) flaw(where, "an entry of the edit log has room for one u32, its code.");
    if (edit.parameters.filter((parameter) => !isCode(parameter)).length > 1) flaw(where, "an entry of the edit log has room for one value.");
  }
}

function checkHookPoint(flaw: Flaw, schema: Schema, point: HookPoint): void {
  const at = `hook point ${point.name}`;
  // Every hook point of one of Kea's servers begins with a noun and the family, such as pkt4_receive; one of both has no family.
  const form = /^[a-z]+([46])?(_[a-z0-9]+)+$/.exec(point.name);
  if (!form) flaw(at, "its name has not the form of Kea's hook points, such as pkt4_receive.");
  else if (form[1] !== point.family?.toString()) flaw(at, `its name says family ${form[1] ?? "none"}, its row ${point.family ?? "none"}.`);
  if (point.context !== pascalCase(point.name)) flaw(at, `its context must be called ${pascalCase(point.name)}.`);
  if (!Number.isInteger(point.number) || point.number < 1) flaw(at, "its number must be 1 or more.");
  if (!versionForm.test(point.since)) flaw(at, "its since must be a Kea version such as 2.2.0.");
  if (point.parksSince !== undefined && !versionForm.test(point.parksSince)) flaw(at, "its parksSince must be a Kea version such as 2.5.6.");
  sentence(flaw, at, point.doc);
  unique(flaw, at, "member name", point.arguments.flatMap(({ name, setter }) => (setter ? [name, setter.name] : [name])));
  for (const argument of point.arguments) {
    const where = `${at}, argument ${argument.name}`;
    member(flaw, where, argument.name);
    sentence(flaw, where, argument.doc);
    const isObject = schema.objects.some((object) => object.name === argument.type);
    if (!isObject && !argumentTypes.has(argument.type)) flaw(where, `its type ${argument.type} is neither among objects nor one of ${[...argumentTypes].join(", ")}.`);
    absence(flaw, where, argument.absent, !numberTypes.has(argument.type));
    if (argument.keaType !== undefined && !schema.keaTypes.includes(argument.keaType)) flaw(where, `its keaType ${argument.keaType} is not among keaTypes.`);
    if (argument.setter) checkSetter(flaw, schema, where, argument.setter);
    if (argument.editable && !isObject) flaw(where, "only an object can be edited.");
    if (argument.since !== undefined && !versionForm.test(argument.since)) flaw(where, "its since must be a Kea version such as 2.5.6.");
    if (argument.since !== undefined && argument.absent === undefined) flaw(where, "not every Kea gives it: say in absent how that looks.");
  }
  for (const name of point.dropsPacketOn ?? []) if (point.verdicts[name] === undefined) flaw(at, `it drops packets on ${name}, which it does not take.`);
  if (point.unsafe) {
    const { verdict, where, before, doc } = point.unsafe;
    if (point.verdicts[verdict] === undefined) flaw(at, `its unsafe verdict ${verdict} is none that it takes.`);
    if (where !== undefined && !point.arguments.some((argument) => argument.name === where && argument.type === "bool")) flaw(at, `its unsafe verdict is told by ${where}, which is no bool among its arguments.`);
    if (!versionForm.test(before)) flaw(at, "its unsafe verdict must end with a Kea version such as 3.0.4.");
    sentence(flaw, `${at}, unsafe verdict`, doc);
  }
  if (point.verdicts.Continue === undefined) flaw(at, "say what Kea does on Continue.");
  for (const [name, effect] of Object.entries(point.verdicts)) {
    if (!schema.verdicts.some((verdict) => verdict.name === name)) flaw(at, `${name} is not among verdicts.`);
    sentence(flaw, `${at}, verdict ${name}`, effect);
  }
}

function checkSetter(flaw: Flaw, schema: Schema, at: string, setter: Setter): void {
  const where = `${at}, setter ${setter.name}`;
  member(flaw, where, setter.name);
  member(flaw, `${where}, parameter ${setter.parameter.name}`, setter.parameter.name);
  sentence(flaw, where, setter.doc);
  if (!schema.edits.some(({ name }) => name === setArgument)) flaw(where, `${setArgument} is not among edits.`);
}

function checkHostFunctions(flaw: Flaw, schema: Schema): void {
  unique(flaw, "host functions", "name", schema.hostFunctions.map((hostFunction) => hostFunction.name));
  for (const hostFunction of schema.hostFunctions) {
    const at = `host function ${hostFunction.name}`;
    spelling(flaw, at, hostFunction.name, /^[a-z][a-z0-9_]*$/, "snake_case");
    member(flaw, at, camelCase(hostFunction.name));
    sentence(flaw, at, hostFunction.doc);
    for (const parameter of hostFunction.parameters) {
      const [name, type] = parameter.split(":");
      if (!name || !type || !importTypes.has(type)) flaw(at, `its parameter ${parameter} must be a name, a colon and one of u32, i64, f64, address.`);
      else member(flaw, `${at}, parameter ${name}`, name);
    }
  }
}

function member(flaw: Flaw, where: string, name: string): void {
  spelling(flaw, where, name, /^[a-z][A-Za-z0-9]*$/, "camelCase");
  const language = keywordLanguage(name);
  if (language) flaw(where, `${name} is a word of ${language}; choose another name.`);
}

function spelling(flaw: Flaw, where: string, name: string, form: RegExp, called: string): void {
  if (!form.test(name)) flaw(where, `${name} must be written in ${called}.`);
}

function sentence(flaw: Flaw, where: string, doc: string): void {
  if (!/^[A-Z0-9']/.test(doc) || !/\.$/.test(doc) || /\s\s|\n/.test(doc)) {
    flaw(where, "its doc must be a sentence: a capital or digit first, a full stop last, single spaces.");
  }
}

function absence(flaw: Flaw, where: string, absent: string | undefined, isNull: boolean): void {
  if (absent !== undefined && isNull && !absent.startsWith("null where ")) flaw(where, "its absent must begin with \"null where\".");
  if (absent !== undefined && !isNull && !absent.startsWith("0 where ")) flaw(where, "its absent must begin with \"0 where\", for a number cannot be null.");
}

function unique(flaw: Flaw, where: string, what: string, values: (string | number)[]): void {
  // C++ members are in snake_case, so two names that differ in spelling only are one name there.
  const seen = new Set<string>();
  for (const value of values) {
    const key = snakeCase(String(value));
    if (seen.has(key)) flaw(where, `the ${what} ${value} is there twice.`);
    seen.add(key);
  }
}
