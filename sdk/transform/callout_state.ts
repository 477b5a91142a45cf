// SPDX-License-Identifier: MPL-2.0
// A variable of a module that a callout writes is seldom what it looks like: Kea calls several instances of a policy at once, each with
// variables of its own, and an instance is thrown away after a fault. This follows the functions that hook points reach by name.
import type {
  BinaryExpression, ClassPrototype, Element, FunctionPrototype, IdentifierExpression, Node, Program, PropertyAccessExpression,
  UnaryPrefixExpression,
} from "assemblyscript";
import { schema } from "../abi/schema.ts";
import { ElementKind, NodeKind, Token } from "./asc_kinds.ts";
import { localNames } from "./local_names.ts";
import { reportWarning } from "./report.ts";
import { policyEntries } from "./sdk_elements.ts";
import { walk } from "./syntax_walk.ts";

const assignments = new Set(
  ["Equals", "Plus_Equals", "Minus_Equals", "Asterisk_Equals", "Asterisk_Asterisk_Equals", "Slash_Equals", "Percent_Equals",
    "LessThan_LessThan_Equals", "GreaterThan_GreaterThan_Equals", "GreaterThan_GreaterThan_GreaterThan_Equals",
    "Ampersand_Equals", "Bar_Equals", "Caret_Equals"].map((name) => Token[name]),
);
const increments = new Set([Token.Plus_Plus, Token.Minus_Minus]);

export function checkCalloutState(program: Program): void {
  const queue: Element[] = [];
  for (const entry of policyEntries(program)) {
    for (const { name } of schema.hookPoints) {
      const element = entry.exports?.get(name) ?? entry.exportsStar?.map((file) => file.exports?.get(name)).find((item) => item);
      if (element) queue.push(element);
    }
  }
  const seen = new Set<Element>(queue);
  const reach = (element: Element | null | undefined) => {
    if (!element || seen.has(element) || element.internalName.startsWith("~lib/")) return;
    seen.add(element);
    queue.push(element);
  };
  for (let element = queue.shift(); element; element = queue.shift()) {
    if (element.kind === ElementKind.ClassPrototype) {
      for (const member of (element as ClassPrototype).instanceMembers?.values() ?? []) reach(member);
      for (const member of element.members?.values() ?? []) reach(member);
      continue;
    }
    visitFunction(program, element as FunctionPrototype, reach);
  }
}

/** Warns of the writes of one function, and tells which elements it names. */
function visitFunction(program: Program, element: FunctionPrototype, reach: (element: Element | null) => void): void {
  const declaration: Node = element.declaration;
  if (!declaration) return;
  const local = localNames(declaration);
  const isFunction = element.kind === ElementKind.FunctionPrototype;
  walk(declaration, (node) => {
    if (node.kind === NodeKind.Identifier) {
      const { text } = node as IdentifierExpression;
      if (!local.has(text)) reach(element.parent.lookup(text) ?? element.parent.lookup(text, true));
    }
    const target = isFunction ? writtenTarget(node) : undefined;
    const variable = target && moduleVariable(target, element, local);
    if (!variable) return;
    reportWarning(program, target!.range, `${variable.name} is written during callouts: each of the policy's instances has a ` +
      `${variable.name} of its own, Kea calls several at once, and a fault throws one away.`);
  });
}

/** What a node assigns to, if it does. */
function writtenTarget(node: Node): Node | undefined {
  if (node.kind === NodeKind.Binary && assignments.has((node as BinaryExpression).operator)) return (node as BinaryExpression).left;
  if (node.kind === NodeKind.UnaryPrefix || node.kind === NodeKind.UnaryPostfix) {
    const unary = node as UnaryPrefixExpression;
    if (increments.has(unary.operator)) return unary.operand;
  }
  return undefined;
}

/** The variable of a module, a namespace or a class (static) that an expression names. */
function moduleVariable(node: Node, element: FunctionPrototype, local: Set<string>): Element | undefined {
  let found: Element | null | undefined;
  if (node.kind === NodeKind.Identifier) {
    const { text } = node as IdentifierExpression;
    if (!local.has(text)) found = element.parent.lookup(text);
  } else if (node.kind === NodeKind.PropertyAccess) {
    const { expression, property } = node as PropertyAccessExpression;
    if (expression.kind === NodeKind.Identifier && !local.has((expression as IdentifierExpression).text)) {
      found = element.parent.lookup((expression as IdentifierExpression).text)?.getMember(property.text);
    }
  }
  return found && found.kind === ElementKind.Global && !found.internalName.startsWith("~lib/") ? found : undefined;
}
