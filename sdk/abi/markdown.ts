// SPDX-License-Identifier: MPL-2.0
// Markdown that the reference page and the pages of hook points have in common.
import { isValue } from "./layout.ts";
import type { Parameter, ValueType } from "./schema_types.ts";

/** A type as policies name it. */
export const shownTypes: Record<ValueType, string> = {
  u8: "u8",
  bool: "bool",
  u16: "u16",
  u32: "u32",
  i32: "i32",
  u64: "u64",
  i64: "i64",
  ipv4: "IPv4",
  ipv6: "IPv6",
  bytes: "Bytes",
  duid: "Duid",
  hwaddr: "HwAddr",
  byteslist: "BytesList",
};

export const generatedNote = "<!-- SPDX-License-Identifier: MPL-2.0 -->\n<!-- Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one. -->";

/** A type, objects as a link to the reference page, which is given relative to the page that links. */
export function typeLink(type: string, reference = ""): string {
  return isValue(type) ? `\`${shownTypes[type]}\`` : `[\`${type}\`](${reference}#${anchor(type)})`;
}

export function anchor(name: string): string {
  return name.toLowerCase();
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Sentences of one table cell. */
export function cell(...sentences: (string | false | undefined)[]): string {
  return sentences.filter(Boolean).join(" ").replaceAll("|", "\\|");
}

/** What stands above a table of edits. */
export const changesNote = "**Changes**, made when the policy has returned and its verdict is not Drop, all of them or none:";

const parameterTypes: Record<Parameter["type"], string> = { u32: "u32", bool: "bool", string: "string", binary: "Uint8Array" };

/** "option(code: u32)". */
export function call(method: { name: string; parameters: Parameter[] }): string {
  return `${method.name}(${method.parameters.map(({ name, type }) => `${name}: ${parameterTypes[type]}`).join(", ")})`;
}

export function parameterNotes(parameters: Parameter[]): string[] {
  return parameters.map(({ name, doc }) => `\`${name}\`: ${doc}.`);
}
