// SPDX-License-Identifier: MPL-2.0
// A verdict that a hook point does not take is a fault when it is returned; where a policy's text returns it, that is an error already.
// Only what the text says for certain is told: `return Verdict.Drop`, either side of `a ? b : c`, and the same in a function of the
// author's whose result is returned as it is. Everything else is left to the host.
import type {
  BinaryExpression, CallExpression, Element, FunctionPrototype, IdentifierExpression, Node, ParenthesizedExpression, Program, PropertyAccessExpression,
  ReturnStatement, TernaryExpression, UnaryPrefixExpression,
} from "assemblyscript";
import { schema } from "../abi/schema.ts";
import type { HookPoint, VerdictName } from "../abi/schema_types.ts";
import { ElementKind, NodeKind, Token } from "./asc_kinds.ts";
import { localNames } from "./local_names.ts";
import { reportError } from "./report.ts";
import { sdkElement } from "./sdk_elements.ts";
import { walk } from "./syntax_walk.ts";

const verdictNames = schema.verdicts.map(({ name }) => name);

/** Tells each verdict that an exported hook point's function, or one that it hands its callout on to, returns in vain. */
export function checkVerdicts(program: Program, hookPoint: HookPoint, prototype: FunctionPrototype): void {
  const verdict = sdkElement(program, "generated/verdict", "Verdict");
  const seen = new Set<FunctionPrototype>();

  const checkFunction = (found: FunctionPrototype): void => {
    if (seen.has(found)) return;
    seen.add(found);
    const local = localNames(found.declaration);
    const check = (value: Node): void => {
      if (value.kind === NodeKind.Parenthesized) {
        check((value as ParenthesizedExpression).expression);
      } else if (value.kind === NodeKind.Ternary) {
        check((value as TernaryExpression).ifThen);
        check((value as TernaryExpression).ifElse);
      } else if (isBoolean(value) || value.kind === NodeKind.Literal) {
        const most = verdictNames.filter((candidate) => hookPoint.verdicts[candidate]).at(-1)!;
        const example = most === "Continue" ? "Verdict.Continue" : `condition ? Verdict.${most} : Verdict.Continue`;
        reportError(program, value.range, `${hookPoint.name} returns a Verdict, and this is a ${isBoolean(value) ? "boolean" : "number"}; write: return ${example}.`);
      } else if (value.kind === NodeKind.Call) {
        const callee = calledFunction(value as CallExpression, found, local);
        if (callee) checkFunction(callee);
      } else if (value.kind === NodeKind.PropertyAccess) {
        const { expression, property } = value as PropertyAccessExpression;
        const name = verdictNames.find((candidate) => candidate === property.text);
        if (name && !hookPoint.verdicts[name] && verdict && elementNamed(expression, found, local) === verdict) {
          reportError(program, value.range, sentence(hookPoint, name, found === prototype ? undefined : found.name));
        }
      }
    };
    for (const value of returnedValues(found)) check(value);
  };
  checkFunction(prototype);
}

const comparisons = new Set(
  ["Equals_Equals", "Exclamation_Equals", "Equals_Equals_Equals", "Exclamation_Equals_Equals", "LessThan", "LessThan_Equals", "GreaterThan", "GreaterThan_Equals"]
    .map((name) => Token[name]),
);

/** True for true, false, a comparison and a negation: asc takes a boolean for the verdict of its number, so that true would be Skip. */
function isBoolean(value: Node): boolean {
  return value.kind === NodeKind.True || value.kind === NodeKind.False ||
    (value.kind === NodeKind.Binary && comparisons.has((value as BinaryExpression).operator)) ||
    (value.kind === NodeKind.UnaryPrefix && (value as UnaryPrefixExpression).operator === Token.Exclamation);
}

function sentence(hookPoint: HookPoint, name: VerdictName, through: string | undefined): string {
  const taken = verdictNames.filter((candidate) => hookPoint.verdicts[candidate]).map((candidate) => `${candidate}: ${hookPoint.verdicts[candidate]}`);
  const returns = through ? `, which returns what ${through} returns,` : "";
  return `${hookPoint.name}${returns} does not take Verdict.${name}; it takes ${taken.join(" ")}`;
}

/** What the return statements of a function return, without those of functions inside it. */
function returnedValues(found: FunctionPrototype): Node[] {
  const values: Node[] = [];
  walk(found.declaration, (node) => {
    if (node !== found.declaration && (node.kind === NodeKind.Function || node.kind === NodeKind.FunctionDeclaration)) return false;
    if (node.kind === NodeKind.Return && (node as ReturnStatement).value) values.push((node as ReturnStatement).value!);
    return true;
  });
  return values;
}

/**
 * The author's function that a call leads to, where it is given nothing but the caller's parameters and what is reached through them:
 * another argument or a type argument may be what keeps it from returning a verdict here.
 */
function calledFunction(call: CallExpression, caller: FunctionPrototype, local: Set<string>): FunctionPrototype | undefined {
  const callee = elementNamed(call.expression, caller, local);
  if (!callee || callee.kind !== ElementKind.FunctionPrototype || callee.internalName.startsWith("~lib/")) return undefined;
  const prototype = callee as FunctionPrototype;
  if (prototype.typeParameterNodes?.length || !prototype.bodyNode) return undefined;
  const parameters = caller.functionTypeNode.parameters.map(({ name }) => name.text);
  const isOfCallout = (argument: Node): boolean =>
    argument.kind === NodeKind.PropertyAccess ? isOfCallout((argument as PropertyAccessExpression).expression)
      : argument.kind === NodeKind.Identifier && parameters.includes((argument as IdentifierExpression).text);
  return call.args.every(isOfCallout) ? prototype : undefined;
}

/** What a name, or a name in a namespace or class, stands for in the module of a function. */
function elementNamed(node: Node, inside: FunctionPrototype, local: Set<string>): Element | undefined {
  if (node.kind === NodeKind.Identifier) {
    const { text } = node as IdentifierExpression;
    return local.has(text) ? undefined : inside.parent.lookup(text) ?? undefined;
  }
  if (node.kind !== NodeKind.PropertyAccess) return undefined;
  const { expression, property } = node as PropertyAccessExpression;
  return elementNamed(expression, inside, local)?.getMember(property.text) ?? undefined;
}
