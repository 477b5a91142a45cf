// SPDX-License-Identifier: MPL-2.0
// Model → abi.h: every number of the interface, and the table of imports with their types.
import { argumentTypes } from "./check_schema.ts";
import { eagerFields, editLogLayout, frameLayout, importModule, isPlain, wasmSignature } from "./layout.ts";
import type { Model, PlacedHookPoint } from "./layout.ts";
import { hooksVersion, pascalCase, snakeCase } from "./names.ts";
import { SourceText, generatedHead } from "./source_text.ts";

export function emitAbiHeader(model: Model): string {
  const text = generatedHead(new SourceText("    "), "Numbers of the interface between host and policy; docs/design.md draws the picture.");
  text.line("#pragma once").line();
  text.line('#include "../verdict.h"').line();
  text.line("#include <cstdint>").line();
  text.line("namespace kea_policy {").line();
  text.comment("///", "A host takes every policy whose number is 1 up to this one.");
  text.line(`constexpr uint32_t kAbi = ${model.abi};`);
  text.line(`constexpr const char* kImportModule = "${importModule}";`).line();
  emitConstants(text);
  for (const { name, number } of model.verdicts) {
    text.line(`static_assert(static_cast<int32_t>(Verdict::${name}) == ${number}, "verdict.h disagrees with the schema");`);
  }
  text.line();
  emitHookPoints(text, model);
  emitArguments(text, model);
  text.comment("///", "Operations of the edit log.");
  text.block("enum class Edit : uint16_t {", "};", () => {
    for (const { name, number, doc } of model.edits) text.comment("///", doc).line(`${pascalCase(name)} = ${number},`);
  });
  text.line();
  text.comment("///", "Fields that are brought into the frame only when a policy asks for them.");
  text.block("enum class LazyField : uint32_t {", "};", () => {
    for (const object of model.objects) {
      for (const { name, lazy } of object.fields) if (lazy !== undefined) text.line(`${object.name}${pascalCase(name)} = ${lazy},`);
    }
  });
  text.line();
  emitFields(text, model);
  emitImports(text, model);
  emitOffsets(text, model);
  text.line("}  // namespace kea_policy");
  return text.toString();
}

function emitConstants(text: SourceText): void {
  const constant = (name: string, value: number | string) => text.line(`constexpr uint32_t ${name} = ${value};`);
  const { header, record } = frameLayout;
  text.comment("//", "Frame: its header, and the head of each record.");
  constant("kFrameAlignment", frameLayout.alignment);
  constant("kHeaderBytes", frameLayout.headerBytes);
  constant("kHeaderAbi", header.abi);
  constant("kHeaderUsed", header.used);
  constant("kHeaderHookPoint", header.hookPoint);
  constant("kRecordLength", record.length);
  constant("kRecordObject", record.object);
  constant("kRecordPresence", record.presence);
  constant("kRecordFields", record.fields);
  text.comment("///", "Handle of the callout record, which is no object.");
  constant("kCalloutHandle", "0xffffffff");
  text.line();
  const { head, entry } = editLogLayout;
  text.comment("//", "Edit log: its head, and the head of each entry, whose value is padded to a multiple of the alignment.");
  constant("kEditLogHeadBytes", editLogLayout.headBytes);
  constant("kEditLogUsed", head.used);
  constant("kEditEntryHeadBytes", editLogLayout.entryHeadBytes);
  constant("kEditEntryOperation", entry.operation);
  constant("kEditEntryObject", entry.object);
  constant("kEditEntryCode", entry.code);
  constant("kEditEntryLength", entry.length);
  constant("kEditEntryAlignment", editLogLayout.alignment);
  text.line();
}

function emitHookPoints(text: SourceText, model: Model): void {
  text.block("enum class HookPointId : uint32_t {", "};", () => {
    for (const point of model.hookPoints) text.comment("///", point.doc).line(`${point.name} = ${point.number},`);
  });
  text.line();
  text.block("struct HookPointInfo {", "};", () => {
    text.line("HookPointId id;");
    text.comment("///", "As Kea names it; also the policy's export.");
    text.line("const char* name;");
    text.line("/// Class of the parameter that a policy's function takes.").line("const char* context;");
    text.comment("///", "4 or 6; 0 where both servers have it.");
    text.line("int family;");
    text.comment("///", "First Kea version that has it.");
    text.line("const char* since;");
    text.comment("///", "The same as KEA_HOOKS_VERSION has it.");
    text.line("int since_version;");
    text.comment("///", "First Kea that keeps packets parked there while a hook library works on them; 0 where none does.");
    text.line("int parks_since_version;");
    text.comment("///", "Bit N set where the verdict with number N is honoured.");
    text.line("uint32_t verdicts;");
    text.comment("///", "The same for verdicts on which Kea drops the client's packet, and leaves it to the hook to count that.");
    text.line("uint32_t drops_packet;");
    text.comment("///", "Kea calls it beside the threads that process packets, from any thread.");
    text.line("bool beside_packets;");
    text.comment("///", "What Kea does; nullptr where the verdict is not honoured.");
    for (const { name } of model.verdicts) text.line(`const char* on_${name.toLowerCase()};`);
  });
  text.line();
  text.block("constexpr HookPointInfo kHookPoints[] = {", "};", () => {
    for (const point of model.hookPoints) {
      text.line(`{HookPointId::${point.name}, "${point.name}", "${point.context}", ${point.family ?? 0}, "${point.since}", ${hooksVersion(point.since)}, ${point.parksSince ? hooksVersion(point.parksSince) : 0}, ${verdictMask(model, Object.keys(point.verdicts))}, ${verdictMask(model, point.dropsPacketOn ?? [])}, ${point.besidePackets ?? false},`);
      const effects = model.verdicts.map(({ name }) => literal(point.verdicts[name]));
      effects.forEach((effect, index) => text.line(` ${effect}${index === effects.length - 1 ? "}," : ","}`));
    }
  });
  text.line();
}

function emitArguments(text: SourceText, model: Model): void {
  text.comment("///", "What Kea hands to callouts: values, and objects.");
  text.block("enum class ArgumentType : uint8_t {", "};", () => {
    for (const type of [...argumentTypes].map(pascalCase)) text.line(`${type},`);
    for (const type of [...model.keaTypes, ...model.objects.map(({ name }) => name)]) text.line(`${type},`);
  });
  text.line();
  text.block("struct ArgumentInfo {", "};", () => {
    text.comment("///", "As Kea names it.");
    text.line("const char* name;").line("ArgumentType type;");
    text.comment("///", "Of its value or its distance in the callout record.");
    text.line("uint32_t offset;");
    text.comment("///", "First Kea that gives it, as KEA_HOOKS_VERSION has it; 0 where every one does that has the hook point.");
    text.line("int since;");
    text.comment("///", "Kea may give none.");
    text.line("bool optional;");
    text.line("bool editable;");
    text.comment("///", "A policy may set the argument itself.");
    text.line("bool settable;");
    text.comment("///", "Set in the callout record's presence word where a value that may be absent is there; else 0.");
    text.line("uint64_t presence;");
  });
  text.line();
  text.comment("///", "A verdict that crashes Keas before a version, as KEA_HOOKS_VERSION has it, while the bool at a position among the arguments is true, or always.");
  text.line("constexpr uint32_t kAlways = 0xffffffff;");
  text.block("struct UnsafeVerdict {", "};", () => {
    text.line("Verdict verdict;").line("uint32_t where;").line("int before;");
    text.comment("///", "nullptr where there is no such verdict.");
    text.line("const char* why;");
  });
  text.line();
  text.comment("///", "The arguments of a hook point; the position of one is its object's handle.");
  text.line("template <HookPointId>").line("struct Arguments;").line();
  for (const point of model.hookPoints) {
    text.line("template <>");
    text.block(`struct Arguments<HookPointId::${point.name}> {`, "};", () => {
      text.line(`static constexpr uint32_t record_bytes = ${point.recordBytes};`);
      text.line(`static constexpr UnsafeVerdict unsafe_verdict = ${unsafeVerdict(point)};`);
      text.block("static constexpr ArgumentInfo list[] = {", "};", () => {
        for (const { name, kea, type, offset, since, absent, editable, presenceBit, keaType, setter } of point.arguments) {
          const presence = presenceBit === undefined ? "0" : `1ull << ${presenceBit}`;
          text.line(`{"${kea ?? snakeCase(name)}", ArgumentType::${keaType ?? pascalCase(type)}, ${offset}, ${since ? hooksVersion(since) : 0}, ${absent !== undefined}, ${editable ?? false}, ${setter !== undefined}, ${presence}},`);
        }
      });
    });
    text.line();
  }
}

function unsafeVerdict({ unsafe, arguments: given }: PlacedHookPoint): string {
  if (!unsafe) return "{Verdict::Continue, 0, 0, nullptr}";
  const where = unsafe.where === undefined ? "kAlways" : given.findIndex(({ name }) => name === unsafe.where);
  return `{Verdict::${unsafe.verdict}, ${where}, ${hooksVersion(unsafe.before)}, ${JSON.stringify(unsafe.doc)}}`;
}

function verdictMask(model: Model, names: readonly string[]): string {
  const bits = model.verdicts.filter(({ name }) => names.includes(name)).map(({ number }) => `1u << ${number}`);
  return bits.length === 0 ? "0" : bits.join(" | ");
}

function literal(sentence: string | undefined): string {
  return sentence === undefined ? "nullptr" : JSON.stringify(sentence);
}

/** What a policy's metadata may say that it reads; lazy fields are brought in when they are asked for. */
function emitFields(text: SourceText, model: Model): void {
  text.comment("///", "Indexes of whatever is kept for each class of objects.");
  text.block("enum class ObjectClass : uint32_t {", "};", () => {
    for (const { name } of model.objects) text.line(`${name},`);
  });
  text.line(`constexpr uint32_t kObjectClasses = ${model.objects.length};`).line();
  text.comment("//", "Bits of the fields that stand in a record. kPlain are those of a fixed size that are always there: read and written together, since asking for each would cost as much as the field.");
  text.line("constexpr uint64_t kAllFields = ~uint64_t{0};");
  text.line("namespace field {");
  for (const object of model.objects) {
    text.block(`namespace ${object.name} {`, "}", () => {
      const fields = eagerFields(object);
      fields.forEach(({ name }, bit) => text.line(`constexpr uint64_t ${snakeCase(name)} = uint64_t{1} << ${bit};`));
      const plain = fields.filter(isPlain).map(({ name }) => snakeCase(name));
      if (plain.length > 0) text.line(`constexpr uint64_t kPlain = ${plain.join(" | ")};`);
    });
  }
  text.line("}  // namespace field").line();
  text.block("struct FieldInfo {", "};", () => {
    text.comment("///", "As a policy's metadata write it: class and field.");
    text.line("const char* name;").line("ObjectClass object;").line("uint64_t bit;");
  });
  text.line();
  text.block("constexpr FieldInfo kFields[] = {", "};", () => {
    for (const object of model.objects) {
      for (const { name } of eagerFields(object)) {
        text.line(`{"${object.name}.${name}", ObjectClass::${object.name}, field::${object.name}::${snakeCase(name)}},`);
      }
    }
  });
  text.line();
}

function emitImports(text: SourceText, model: Model): void {
  text.comment("///", `Indexes of kImports: what a policy may import from ${importModule}.`);
  text.block("enum class Import : uint32_t {", "};", () => {
    for (const { name, doc } of model.hostFunctions) text.comment("///", doc).line(`${pascalCase(name)},`);
  });
  text.line();
  text.block("struct ImportInfo {", "};", () => {
    text.line("const char* name;");
    text.comment("///", "One letter each: i = i32, I = i64, F = f64.");
    text.line("const char* parameters;");
    text.comment("///", "One such letter, or nothing.");
    text.line("const char* result;");
  });
  text.line();
  text.block("constexpr ImportInfo kImports[] = {", "};", () => {
    for (const hostFunction of model.hostFunctions) {
      const { parameters, result } = wasmSignature(hostFunction);
      text.line(`{"${hostFunction.name}", "${parameters}", "${result}"},`);
    }
  });
  text.line();
}

function emitOffsets(text: SourceText, model: Model): void {
  text.comment("//", "Offsets count from the record's start.");
  text.line("namespace offset {");
  for (const object of model.objects) {
    text.block(`namespace ${object.name} {`, "}", () => {
      for (const { name, offset } of object.fields) text.line(`constexpr uint32_t ${snakeCase(name)} = ${offset};`);
      text.line(`constexpr uint32_t kRecordBytes = ${object.recordBytes};`);
    });
  }
  for (const point of model.hookPoints) {
    text.block(`namespace ${point.context} {`, "}", () => {
      for (const { name, offset } of point.arguments) text.line(`constexpr uint32_t ${snakeCase(name)} = ${offset};`);
      text.line(`constexpr uint32_t kRecordBytes = ${point.recordBytes};`);
    });
  }
  text.line("}  // namespace offset").line();
  text.comment("//", "Bits of a record's presence word.");
  text.line("namespace presence {");
  for (const object of model.objects) {
    const optional = object.fields.filter((field) => field.presenceBit !== undefined);
    if (optional.length === 0) continue;
    text.block(`namespace ${object.name} {`, "}", () => {
      for (const { name, presenceBit } of optional) text.line(`constexpr uint64_t ${snakeCase(name)} = 1ull << ${presenceBit};`);
    });
  }
  text.line("}  // namespace presence").line();
}
