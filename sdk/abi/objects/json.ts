// SPDX-License-Identifier: MPL-2.0
// What commands carry.
import type { ObjectType } from "../schema_types.ts";

export const json: ObjectType = {
  name: "Json",
  doc: "A JSON value of Kea's, such as what a command was given and what it answers.",
  source: "RFC 8259; Kea isc::data::Element",
  fields: [],
  reads: [
    { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "The value as JSON text on one line, its members in alphabetical order. A long one takes more instructions and memory than a policy has by default (max-instructions, memory-limit-kib); textInto() writes the beginning alone.", source: "Element::str" },
  ],
  edits: [],
};
