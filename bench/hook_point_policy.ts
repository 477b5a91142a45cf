// SPDX-License-Identifier: MPL-2.0
// Writes the policy that bench/hook_points.cc measures: at each hook point it reads three fields, and nothing else.
import { eagerFields, isPlain, isValue, layOut, type PlacedArgument, type PlacedHookPoint } from "../sdk/abi/layout.ts";
import { schema } from "../sdk/abi/schema.ts";
import type { Field } from "../sdk/abi/schema_types.ts";

const FIELDS_READ = 3;

const model = layOut(schema);

/** What policies decide by; of other objects the first fields are read. */
const usual: Record<string, readonly string[]> = {
  Pkt4: ["hwaddr", "giaddr", "type"],
  Pkt6: ["duid", "type", "transid"],
  Subnet4: ["id", "prefixLength"],
  Subnet6: ["id", "prefixLength"],
  Lease4: ["address", "validLifetime"],
  Lease6: ["address", "validLifetime"],
};

/** The policy's source. A hook point with fewer fields than three has all of them read. */
export function hookPointPolicy(names: readonly string[]): string {
  const points = model.hookPoints.filter(({ name }) => names.includes(name));
  const contexts = points.map(({ context }) => context).join(", ");
  return `import { ${contexts}, Verdict } from "kea-policy/assembly";\n${points.map(functionOf).join("")}`;
}

function functionOf(point: PlacedHookPoint): string {
  // Objects first: reading a value of the callout's own costs nothing.
  const given = [...point.arguments].sort((one, other) => Number(isValue(one.type)) - Number(isValue(other.type)));
  const reads = threeOf(given.map(statements));
  // Nobody's fields give this sum; without it the compiler would leave the reads out.
  return (
    `export function ${point.name}(ctx: ${point.context}): Verdict {\n  let sum: u64 = 0;\n` +
    reads.map((read) => `  ${read}\n`).join("") +
    "  if (sum == 0xfedcba9876543210) unreachable();\n  return Verdict.Continue;\n}\n"
  );
}

/** One of each argument, then the second of each, until there are enough. */
function threeOf(offered: string[][]): string[] {
  const taken: string[] = [];
  for (let round = 0; taken.length < FIELDS_READ && offered.some((reads) => round < reads.length); ++round) {
    for (const reads of offered) {
      const read = reads[round];
      if (read !== undefined && taken.length < FIELDS_READ) taken.push(read);
    }
  }
  return taken;
}

function statements({ name, type, absent }: PlacedArgument): string[] {
  if (isValue(type)) return absent === undefined ? [`sum += ${numberOf(type, `ctx.${name}`)};`] : [];
  const object = model.objects.find((one) => one.name === type)!;
  const fields = eagerFields(object).filter((field) => isPlain(field) || isView(field));
  const first = usual[type] ?? [];
  const inOrder = fields.sort((one, other) => rank(first, one) - rank(first, other));
  return inOrder.map((field) => statement(`ctx.${name}`, absent !== undefined, field));
}

function rank(first: readonly string[], field: Field): number {
  const at = first.indexOf(field.name);
  return at >= 0 ? at : first.length;
}

function isView({ type }: Field): boolean {
  return type === "bytes" || type === "duid" || type === "hwaddr";
}

function statement(object: string, mayBeAbsent: boolean, field: Field): string {
  // An absent view is null; so is an absent object.
  const value = `object.${field.name}`;
  const read = field.absent === undefined ? `sum += ${numberOf(field.type, value)};` : `const value = ${value}; if (value !== null) sum += ${numberOf(field.type, "value")};`;
  return `{ const object = ${object}; ${mayBeAbsent ? "if (object !== null) { " : ""}${read}${mayBeAbsent ? " }" : ""} }`;
}

function numberOf(type: string, value: string): string {
  switch (type) {
    case "ipv4": return `<u64>${value}.value`;
    case "ipv6": return `${value}.low`;
    case "hwaddr": return `<u64>${value}.oui`;
    case "bytes": case "duid": return `<u64>${value}.length`;
    default: return `<u64>${value}`;
  }
}
