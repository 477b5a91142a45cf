// SPDX-License-Identifier: MPL-2.0
// Visits the nodes of a syntax tree. asc has no visitor of its own; nodes hold their children in plain members and arrays.
import type { Node } from "assemblyscript";

/** Calls `visit` for a node and all below it, outer ones first; where it gives false, not for those below that node. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  if (visit(node) === false) return;
  for (const [member, value] of Object.entries(node)) {
    // A range leads to the source and from there to everything.
    if (member === "range") continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) walk(item, visit);
    } else if (isNode(value)) {
      walk(value, visit);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && "range" in value && !("normalizedPath" in value);
}
