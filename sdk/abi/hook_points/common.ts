// SPDX-License-Identifier: MPL-2.0
// What hook points of both families have.
import type { Argument, Setter } from "../schema_types.ts";

/** First Kea version that the host supports. */
export const keaEvery = "2.2.0";

export const selectSubnet: Setter = { name: "selectSubnet", parameter: { name: "id", type: "u32", doc: "number of a subnet of the configuration; any other is refused" }, doc: "Puts the client into another subnet, also where Kea would not have chosen it: Kea looks for its addresses there, and in the shared network of that subnet where it is in one." };
export const idType: Argument = { name: "idType", type: "u8", keaType: "IdentifierType", doc: "Kind of the identifier: 4, flex-id, unless another hook library says otherwise." };
export const idValue: Argument = {
  name: "idValue", type: "bytes", keaType: "Identifier", doc: "The identifier; empty where nobody has set it yet.",
  setter: { name: "setIdentifier", parameter: { name: "value", type: "binary", doc: "1 to 128 bytes, as a reservation of the configuration has them under flex-id" }, doc: "Sets the identifier, of the kind flex-id, by which Kea looks for the client's reservation." },
};
export const removeLease: Argument = { name: "removeLease", type: "bool", doc: "True where Kea deletes the lease, false where it keeps it in the state 2 or gives its address to somebody else at once." };
export const ddnsParams: Argument = { name: "ddnsParams", kea: "ddns-params", type: "DdnsParams", doc: "What the configuration says of names in the DNS." };
