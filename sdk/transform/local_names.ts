// SPDX-License-Identifier: MPL-2.0
// What a function calls by a name of its own, so that the same name in its module means something else.
import type { NamespaceDeclaration, Node, VariableDeclaration } from "assemblyscript";
import { NodeKind } from "./asc_kinds.ts";
import { walk } from "./syntax_walk.ts";

/** Parameters and variables of a function, those of functions inside it too: they hide what the module calls by the same name. */
export function localNames(declaration: Node): Set<string> {
  const names = new Set<string>();
  walk(declaration, (node) => {
    if (node === declaration) return;
    if (node.kind === NodeKind.VariableDeclaration || node.kind === NodeKind.Parameter) names.add((node as VariableDeclaration | NamespaceDeclaration).name.text);
  });
  return names;
}
