// SPDX-License-Identifier: MPL-2.0
// What a policy exports: hook points by Kea's names, each with its one parameter and a verdict, and perhaps load() and unload().
import type { DeclaredElement, Element, File, FunctionPrototype, NamedTypeNode, Program, Range, TypeDefinition, TypeNode } from "assemblyscript";
import { schema } from "../abi/schema.ts";
import { ElementKind, NodeKind, ReportMode } from "./asc_kinds.ts";
import { nearestName } from "./nearest_name.ts";
import { reportError } from "./report.ts";
import { policyEntries, sdkElement } from "./sdk_elements.ts";
import { checkVerdicts } from "./verdicts_taken.ts";

const hookPoints = new Map(schema.hookPoints.map((hookPoint) => [hookPoint.name, hookPoint]));
const names = [...hookPoints.keys()];

/** Begins like one of Kea's hook points, so it is meant as one. */
const keaLikeName = /^(buffer|cb|command|ddns|dhcp|host|lease|leases|pkt|subnet)[46]?s?\d?_/;

/** "export function pkt4_receive(ctx: Pkt4Receive): Verdict" */
function rightForm(name: string): string {
  return `export function ${name}(ctx: ${hookPoints.get(name)!.context}): Verdict`;
}

export function checkExports(program: Program): void {
  const entries = policyEntries(program);
  let found = false;
  for (const entry of entries) {
    for (const [name, element] of exportsOf(entry)) {
      if (element.kind !== ElementKind.FunctionPrototype) {
        if (!hookPoints.has(name)) continue;
        found = true;
        reportError(program, (element as DeclaredElement).identifierNode.range, `${name} must be a function of its own; write: ${rightForm(name)}.`);
        continue;
      }
      const prototype = element as FunctionPrototype;
      if (hookPoints.has(name)) {
        found = true;
        checkHookPoint(program, name, prototype);
      } else if (name === "load" || name === "unload") {
        checkLifeCycle(program, prototype, name === "load" ? "bool" : "void");
      } else if (checkOtherName(program, name, prototype)) {
        found = true;
      }
    }
    if (checkNotExported(program, entry)) found = true;
  }
  if (!found) {
    const files = entries.map((entry) => entry.source.normalizedPath).join(", ");
    reportError(program, null, `${files} exports no hook point, so Kea would never call this policy. Write one of: ${names.map(rightForm).join("; ")}.`);
  }
}

/** Functions with a hook point's name and parameter that nobody exports. True where there is one. */
function checkNotExported(program: Program, entry: File): boolean {
  const exported = new Set(exportsOf(entry).values());
  let found = false;
  for (const [name, element] of entry.members ?? []) {
    if (!hookPoints.has(name) || element.kind !== ElementKind.FunctionPrototype || exported.has(element)) continue;
    const only = (element as FunctionPrototype).functionTypeNode.parameters[0];
    if (!only || classOf(program, only.type, element as FunctionPrototype) !== sdkElement(program, "generated/objects", hookPoints.get(name)!.context)) continue;
    found = true;
    reportError(program, element.identifierNode.range, `${name} is not exported, so Kea would never call it; write: ${rightForm(name)}.`);
  }
  return found;
}

/** What a file exports, with what it exports from others by `export *`. */
function exportsOf(file: File, seen = new Set<File>()): Map<string, Element> {
  const all = new Map<string, Element>();
  if (seen.has(file)) return all;
  seen.add(file);
  for (const other of file.exportsStar ?? []) for (const [name, element] of exportsOf(other, seen)) all.set(name, element);
  for (const [name, element] of file.exports ?? []) all.set(name, element);
  return all;
}

function checkHookPoint(program: Program, name: string, prototype: FunctionPrototype): void {
  const { parameters, returnType } = prototype.functionTypeNode;
  const nameRange = prototype.identifierNode.range;
  const context = hookPoints.get(name)!.context;
  const contextClass = sdkElement(program, "generated/objects", context);
  const only = parameters[0];
  if (prototype.typeParameterNodes?.length) {
    reportError(program, nameRange, `${name} must not be generic; write: ${rightForm(name)}.`);
  } else if (parameters.length !== 1 || !only) {
    reportError(program, nameRange, `${name} takes one parameter, not ${parameters.length}; write: ${rightForm(name)}.`);
  } else if (only.type.isNullable || classOf(program, only.type, prototype) !== contextClass) {
    reportError(program, typeRange(only.type, only.name.range), `The parameter of ${name} has the type ${context}; write: ${rightForm(name)}.`);
  }
  if (namedElement(program, returnType, prototype) !== sdkElement(program, "generated/verdict", "Verdict")) {
    reportError(program, typeRange(returnType, nameRange), `${name} returns a Verdict; write: ${rightForm(name)}.`);
  } else {
    checkVerdicts(program, hookPoints.get(name)!, prototype);
  }
}

/** load() tells whether the configuration is fine, unload() tells nothing. */
function checkLifeCycle(program: Program, prototype: FunctionPrototype, returns: "bool" | "void"): void {
  const { name } = prototype;
  const { parameters, returnType } = prototype.functionTypeNode;
  const type = program.resolver.resolveType(returnType, null, prototype.parent, null, ReportMode.Swallow);
  if (parameters.length === 0 && type?.toString() === returns) return;
  const told = returns === "void" ? "nothing" : `a ${returns}`;
  reportError(program, prototype.identifierNode.range, `${name} takes no parameter and returns ${told}; write: export function ${name}(): ${returns}.`);
}

/** An export by another name: fine, unless it was meant as a hook point. True where that was told. */
function checkOtherName(program: Program, name: string, prototype: FunctionPrototype): boolean {
  const range = prototype.identifierNode.range;
  const nearest = nearestName(name, names);
  if (nearest) {
    reportError(program, range, `${name} is not a hook point; did you mean ${nearest}?`);
    return true;
  }
  const only = prototype.functionTypeNode.parameters[0];
  const parameterClass = only && classOf(program, only.type, prototype);
  const intended = schema.hookPoints.find((hookPoint) => parameterClass && parameterClass === sdkElement(program, "generated/objects", hookPoint.context));
  if (intended) {
    reportError(program, range, `${name} is not a hook point; a function with a ${intended.context} is exported as ${intended.name}.`);
    return true;
  }
  if (keaLikeName.test(name)) {
    reportError(program, range, `${name} is not a hook point that policies can handle; there are: ${names.join(", ")}.`);
    return true;
  }
  const lifeCycle = nearestName(name, ["load", "unload"]);
  if (lifeCycle) {
    reportError(program, range, `${name} is never called; did you mean ${lifeCycle}?`);
  }
  return false;
}

/** The prototype of the class that a type resolves to, through aliases and renamed imports. */
function classOf(program: Program, node: TypeNode, prototype: FunctionPrototype): Element | undefined {
  const type = program.resolver.resolveType(node, null, prototype.parent, null, ReportMode.Swallow);
  return type?.classReference?.prototype;
}

/** The element that a type's name leads to; enums are numbers to asc's types, so they are told by their name. */
function namedElement(program: Program, node: TypeNode, prototype: FunctionPrototype): Element | undefined {
  let at: TypeNode | undefined = node;
  // As many steps as anybody would write; a type that is its own alias ends here too.
  for (let step = 0; step < 16 && at?.kind === NodeKind.NamedType; ++step) {
    const element: Element | null = program.resolver.resolveTypeName((at as NamedTypeNode).name, null, prototype.parent, ReportMode.Swallow);
    if (element?.kind !== ElementKind.TypeDefinition) return element ?? undefined;
    at = (element as TypeDefinition).typeNode;
  }
  return undefined;
}

/** Where a type stands, or a place near by where the author left it out. */
function typeRange(node: TypeNode, otherwise: Range): Range {
  return node.range.end > node.range.start ? node.range : otherwise;
}
