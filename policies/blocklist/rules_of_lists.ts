// SPDX-License-Identifier: MPL-2.0
// The rules that stand in lists of the host. A policy cannot see which lists there are: it asks for each name that it knows.
import { List, ListKind } from "kea-policy/assembly";
import { Identifier } from "./identifier";
import { Members } from "./members";
import { Rule } from "./rule";

/** The chain of the rules of the lists whose names begin so: "denied", "denied-hwaddrs" and so on. */
export function rulesOfLists(side: string): Rule | null {
  // Bytes in hexadecimal digits have no kind of their own; those of a DUID are the same.
  const textOrBytes = [ListKind.String, ListKind.Duid];
  let first: Rule | null = null;
  first = before(first, side + "-vendor-classes", Identifier.VendorClass, [ListKind.String]);
  first = before(first, side + "-remote-ids", Identifier.RemoteId, textOrBytes);
  first = before(first, side + "-circuit-ids", Identifier.CircuitId, textOrBytes);
  first = before(first, side + "-client-ids", Identifier.ClientId, textOrBytes);
  first = before(first, side + "-duids", Identifier.Duid, [ListKind.Duid]);
  first = before(first, side + "-ouis", Identifier.HwAddr, [ListKind.Oui]);
  first = before(first, side + "-hwaddrs", Identifier.HwAddr, [ListKind.HwAddr]);
  return beforeByKind(first, side);
}

/** The list with the short name: its kind tells what it is compared with. */
function beforeByKind(next: Rule | null, name: string): Rule | null {
  const list = List.find(name);
  if (list === null) return next;
  if (list.kind == ListKind.String) {
    throw new Error(
      `lists.${name}.kind: texts of the kind "string" may be of several sorts; name the list "${name}-client-ids", ` +
        `"${name}-circuit-ids", "${name}-remote-ids" or "${name}-vendor-classes".`,
    );
  }
  if (list.kind == ListKind.Prefix) {
    throw new Error(`lists.${name}.kind: this policy compares no addresses; the kinds are "hwaddr", "oui" and "duid".`);
  }
  const identifier = list.kind == ListKind.Duid ? Identifier.Duid : Identifier.HwAddr;
  return new Rule(identifier, Members.ofList(list), "lists." + name, next);
}

function before(next: Rule | null, name: string, identifier: Identifier, kinds: ListKind[]): Rule | null {
  const list = List.find(name);
  if (list === null) return next;
  // Where the kind is another, open() says which one is right.
  const found = kinds.includes(list.kind) ? list : List.open(name, kinds[0]);
  return new Rule(identifier, Members.ofList(found), "lists." + name, next);
}
