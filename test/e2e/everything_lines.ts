// SPDX-License-Identifier: MPL-2.0
// What the policy of examples/everything logged, put together again.
import { schema } from "../../sdk/abi/schema.ts";

export type Members = Record<string, any>;

/** The objects of one packet's callouts: hook point → object, such as "query6.relay(0)" or "" for the callout itself → its members. */
export type Shown = Map<string, Map<string, Members>>;

/** The host writes backslashes and what terminals obey as \xNN: back to what the policy wrote. */
function unescaped(line: string): string {
  return line.replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** Everything that was shown with a transaction id. An object of many members takes several lines. */
export function shownWith(log: string, transid: number): Shown {
  const shown: Shown = new Map();
  for (const [, json] of log.matchAll(/POLICY_SAYS everything: (\{.*\})\n/g)) {
    const { at, packet: id, object, ...members } = JSON.parse(unescaped(json!)) as Members;
    if (id !== transid) continue;
    const objects = shown.get(at) ?? new Map<string, Members>();
    objects.set(object, { ...objects.get(object), ...members });
    shown.set(at, objects);
  }
  return shown;
}

/** Names of fields and arguments that the schema has and that were not shown, such as "lease4_select query4.hops". */
export function missingMembers(shown: Shown): string[] {
  const missing: string[] = [];
  for (const [at, objects] of shown) {
    const point = schema.hookPoints.find(({ name }) => name === at)!;
    for (const argument of point.arguments) {
      const isShown = argument.name in (objects.get("") ?? {}) || objects.has(argument.name);
      if (!isShown) missing.push(`${at} ${argument.name}`);
    }
    for (const [path, members] of objects) {
      if (path === "") continue;
      const [argument, ...inside] = path.split(".");
      let type = point.arguments.find(({ name }) => name === argument)!.type;
      for (const read of inside) type = objectOf(type).reads.find(({ name }) => read.startsWith(`${name}(`))!.returns;
      const plainReads = objectOf(type).reads.filter(({ parameters, returns }) => parameters.length === 0 && returns === "string");
      for (const { name } of [...objectOf(type).fields, ...plainReads]) if (!(name in members)) missing.push(`${at} ${path}.${name}`);
    }
  }
  return missing;
}

function objectOf(type: string): (typeof schema.objects)[number] {
  return schema.objects.find(({ name }) => name === type)!;
}

/** Codes of the options that were shown of a packet, in ascending order. */
export function optionsShown(members: Members): number[] {
  return Object.keys(members).flatMap((name) => /^option\((\d+)\)$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
}
