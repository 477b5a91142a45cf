// SPDX-License-Identifier: MPL-2.0
// asc's own numbers for kinds of nodes and elements. Its declarations call them ambient const enums, which a module that is compiled by
// itself must not use; they are there at run time, so they are read from asc by name.
import * as assemblyscript from "assemblyscript";

type Kinds = Readonly<Record<string, number>>;

const kinds = assemblyscript as unknown as Readonly<Record<string, Kinds>>;

function kindsOf(name: string): Kinds {
  const found = kinds[name];
  if (!found) throw new Error(`This asc has no ${name}: kea-policy was made for the version of assemblyscript in its package.json.`);
  return found;
}

export const NodeKind = kindsOf("NodeKind");
export const ElementKind = kindsOf("ElementKind");
export const SourceKind = kindsOf("SourceKind");
export const ReportMode = kindsOf("ReportMode");
export const DecoratorFlags = kindsOf("DecoratorFlags");
export const Token = kindsOf("Token");
export const Feature = kindsOf("Feature");
