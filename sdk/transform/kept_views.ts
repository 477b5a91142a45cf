// SPDX-License-Identifier: MPL-2.0
// A view is a place in the frame, and the next callout writes another client's data there. So a view must not be kept: not in a variable of
// a module, a field, an array, a Map, a Set. The check goes by what asc resolved, so a renamed import or a type alias does not hide a view.
import type { Class, Element, Function, Global, NamedTypeNode, NewExpression, Node, Program, Property, Range, Type, VariableDeclaration } from "assemblyscript";
import { ElementKind, NodeKind, ReportMode } from "./asc_kinds.ts";
import { reportError } from "./report.ts";
import { isOfSdk, isView, policySources } from "./sdk_elements.ts";
import { walk } from "./syntax_walk.ts";

/** What may be kept of each view. */
const keepInstead: Record<string, string> = {
  HwAddr: ".key (a u64) or .copy()",
  IPv4: ".value (a u32)",
  IPv6: ".high and .low (two u64)",
  Bytes: ".copy() or .toString()",
  Duid: ".copy() or .toString()",
  BytesList: ".toStrings()",
  DataList: ".toStrings()",
  DomainName: ".toString()",
  DomainNameList: ".toStrings()",
  IaPrefix: ".copy() (a Prefix)",
  RouteList: "what new Routes().addAll(…).encode() makes of it",
};

function sentence(place: string, type: Type): string {
  const name = type.classReference!.name;
  const instead = keepInstead[name] ?? "the numbers and copies that it needs of it";
  return `${place} keeps a ${name}, which is good during one callout only: the next client's data will stand in its place. Keep ${instead}.`;
}

/** To be called when asc has compiled: before, types that nobody wrote down are not known. */
export function checkKeptViews(program: Program): void {
  const told = new Set<string>();
  for (const element of program.elementsByName.values()) {
    if (element.kind === ElementKind.Global) checkGlobal(program, element as Global);
  }
  checkWrittenTypeArguments(program, told);
  for (const element of program.instancesByName.values()) {
    if (element.kind !== ElementKind.Class || isOfSdk(element)) continue;
    // The fields of a library's class have a view's type only where a type argument is one; that is told below.
    if (!isInLibrary(element)) checkFields(program, element as Class);
    checkTypeArguments(program, element as Class, told);
  }
}

function checkGlobal(program: Program, global: Global): void {
  if (isOfSdk(global) || !isView(global.type)) return;
  reportError(program, global.identifierNode.range, sentence(`The variable ${global.name}`, global.type));
}

function checkFields(program: Program, owner: Class): void {
  for (const member of owner.members?.values() ?? []) {
    if (member.kind !== ElementKind.PropertyPrototype && member.kind !== ElementKind.Property) continue;
    const property = (member as { instance?: Property }).instance ?? (member as Property);
    // A field that came with the base class is told there.
    if (!property.isField || property.parent !== owner || !isView(property.type)) continue;
    reportError(program, property.identifierNode.range, sentence(`The field ${property.name}`, property.type));
  }
}

/** `Set<HwAddr>` where it stands in the text. */
function checkWrittenTypeArguments(program: Program, told: Set<string>): void {
  for (const source of policySources(program)) {
    const file = program.filesByName.get(source.internalPath);
    if (!file) continue;
    walk(source, (node: Node) => {
      if (node.kind !== NodeKind.NamedType && node.kind !== NodeKind.New) return;
      for (const argument of (node as NamedTypeNode | NewExpression).typeArguments ?? []) {
        const type = program.resolver.resolveType(argument, null, file, null, ReportMode.Swallow);
        if (!isView(type)) continue;
        const owner = node.kind === NodeKind.New ? (node as NewExpression).typeName : (node as NamedTypeNode).name;
        reportError(program, argument.range, sentence(`This ${owner.identifier.text}`, type!));
        told.add(type!.classReference!.internalName);
      }
    });
  }
}

/** Types that asc inferred, such as that of `[packet.hwaddr]`, and those made inside of generic code. */
function checkTypeArguments(program: Program, found: Class, told: Set<string>): void {
  for (const argument of found.typeArguments ?? []) {
    if (!isView(argument) || told.has(argument.classReference!.internalName)) continue;
    reportError(program, placeOfUse(program, found), sentence(`The type ${plainName(found)}`, argument));
  }
}

/** Array<HwAddr>: asc's own name has the file of each part. */
function plainName(type: Class): string {
  return type.name.replace(/~?[\w.@-]+\//g, "");
}

/** A variable of the author's that has this type, as near to the place as asc remembers. */
function placeOfUse(program: Program, type: Class): Range | null {
  for (const element of program.instancesByName.values()) {
    if (element.kind !== ElementKind.Function || isInLibrary(element)) continue;
    const found = element as Function;
    for (const local of found.localsByIndex) {
      // asc keeps the declaration of a variable only where its type is written down; else its name leads there.
      if (local.type.classReference === type) return declarationRange(found.declaration, local.name) ?? found.identifierNode.range;
    }
  }
  return null;
}

function declarationRange(inside: Node, name: string): Range | null {
  let range: Range | null = null;
  walk(inside, (node) => {
    if (node.kind === NodeKind.VariableDeclaration && (node as VariableDeclaration).name.text === name) range = node.range;
  });
  return range;
}

function isInLibrary(element: Element): boolean {
  return element.internalName.startsWith("~lib/");
}
