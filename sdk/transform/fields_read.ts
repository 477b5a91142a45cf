// SPDX-License-Identifier: MPL-2.0
// Which fields of the SDK's objects a policy reads: the host leaves the others out of the frame.
import type { Class, Program, PropertyPrototype } from "assemblyscript";
import { eagerFields } from "../abi/layout.ts";
import { schema } from "../abi/schema.ts";
import { ElementKind } from "./asc_kinds.ts";

/** Names such as "Pkt4.hwaddr". asc resolves the property of a class where code that it compiles names it, so none is missing. */
export function fieldsRead(program: Program): string[] {
  return schema.objects.flatMap((object) => {
    const found = program.instancesByName.get(`~lib/kea-policy/assembly/generated/objects/${object.name}`) as Class | undefined;
    const isRead = (name: string): boolean => {
      const member = found?.members?.get(name);
      return member?.kind === ElementKind.PropertyPrototype && (member as PropertyPrototype).instance !== null;
    };
    return eagerFields(object).map(({ name }) => name).filter(isRead).map((name) => `${object.name}.${name}`);
  });
}
