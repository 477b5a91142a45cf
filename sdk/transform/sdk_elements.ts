// SPDX-License-Identifier: MPL-2.0
// What belongs to the SDK in a program that asc has read: types are told by what they are, however a policy spells or renames them.
import type { Class, Element, File, Program, Source, Type } from "assemblyscript";
import { DecoratorFlags, SourceKind } from "./asc_kinds.ts";

const sdkPrefix = "~lib/kea-policy/";

/** True for what the SDK declares. */
export function isOfSdk(element: Element): boolean {
  return element.internalName.startsWith(sdkPrefix);
}

/** The class, enum or function that the SDK declares in a file of its own. */
export function sdkElement(program: Program, file: string, name: string): Element | undefined {
  return program.elementsByName.get(`${sdkPrefix}assembly/${file}/${name}`);
}

/** A number in the guise of an object, which may be kept. */
const listClass = `${sdkPrefix}assembly/lists/List`;

/** True for a class whose objects are places in the frame: the SDK's unmanaged ones, and what is derived from them. */
export function isViewClass(found: Class | null): boolean {
  for (let at = found; at; at = at.base) {
    if (isOfSdk(at) && at.hasDecorator(DecoratorFlags.Unmanaged!)) return at.internalName !== listClass;
  }
  return false;
}

/** True for a type that is a view, or a view or null. */
export function isView(type: Type | null): boolean {
  return isViewClass(type?.classReference ?? null);
}

/** The author's files: neither asc's library nor a package. */
export function policySources(program: Program): Source[] {
  return program.sources.filter((source) => !source.internalPath.startsWith("~lib/") && !isSdkEntry(program, source));
}

/** The files that asc was told to compile, without the SDK's own entry. */
export function policyEntries(program: Program): File[] {
  return [...program.filesByName.values()].filter(
    (file) => file.source.sourceKind === SourceKind.UserEntry && !file.internalName.startsWith("~lib/") && !isSdkEntry(program, file.source),
  );
}

/** The SDK's entry has no package path, since asc is given it as a file; what it exports tells it. */
function isSdkEntry(program: Program, source: Source): boolean {
  return program.filesByName.get(source.internalPath)?.exports?.has("kea_policy_abi") ?? false;
}
