// SPDX-License-Identifier: MPL-2.0
// What is this?
//   `view == null` and `view != null` stay comparisons of addresses, though `==` between two views compares their bytes.
// Why is it needed?
//   asc takes an overloaded operator for null as well, and then no longer knows behind `if (view != null)` that view is not null; only of
//   strings it knows, by the name of their operator. Every check of an absent value would need a `!` behind it.
// IMPORTANT
//   It wraps a method that asc does not call public. Where asc renames it, the first line of it fails at once; every policy in test/sdk that
//   checks for null, fails too.
import * as assemblyscript from "assemblyscript";
import type { Element, Expression, Node } from "assemblyscript";
import { NodeKind } from "./asc_kinds.ts";
import { isOfSdk } from "./sdk_elements.ts";

type CompileOverload = (
  this: { makeEq: MakeComparison; makeNe: MakeComparison; currentType: unknown },
  operator: Element, first: Expression, firstValue: number, firstType: unknown, second: Expression, secondValue: number, secondType: unknown, reportNode: Node,
) => number;
type MakeComparison = (left: number, right: number, type: unknown, reportNode: Node) => number;

const method = "compileCommutativeBinaryOverload";
const { Compiler, Type, OperatorKind } = assemblyscript as unknown as {
  Compiler: { prototype: Record<typeof method, CompileOverload & { wrapped?: true }> };
  Type: { usize32: unknown; bool: unknown };
  OperatorKind: { Ne: number };
};

/** Changes asc, once for the process. */
export function keepNullComparisons(): void {
  const original = Compiler.prototype[method];
  if (!original) throw new Error(`This asc has no ${method}: kea-policy was made for the version of assemblyscript in its package.json.`);
  if (original.wrapped) return;
  const wrapper: CompileOverload & { wrapped?: true } = function (operator, first, firstValue, firstType, second, secondValue, secondType, reportNode) {
    const withNull = first.kind === NodeKind.Null || second.kind === NodeKind.Null;
    if (!withNull || !isOfSdk(operator)) {
      return original.call(this, operator, first, firstValue, firstType, second, secondValue, secondType, reportNode);
    }
    this.currentType = Type.bool;
    const make = (operator as unknown as { prototype: { operatorKind: number } }).prototype.operatorKind === OperatorKind.Ne ? this.makeNe : this.makeEq;
    return make.call(this, firstValue, secondValue, Type.usize32, reportNode);
  };
  wrapper.wrapped = true;
  Compiler.prototype[method] = wrapper;
}
