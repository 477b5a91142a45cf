// SPDX-License-Identifier: MPL-2.0
// The shape of schema.ts and of what it puts together: what can be said about an object, a hook point and a host function.

/** How a value lies in a record; layout.ts has the sizes, docs/design.md the picture. */
export type ValueType =
  | "u8" | "u16" | "u32" | "u64" | "i32" | "i64" | "bool"
  | "ipv4" | "ipv6" | "bytes" | "duid" | "hwaddr" | "byteslist";

export interface Field {
  /** camelCase, Kea's own word where there is one. */
  name: string;
  type: ValueType;
  /** A full sentence: what it is, range, byte order. */
  doc: string;
  unit?: string;
  /** How an absent value looks to a policy. Given: the value may be absent. Not given: it is always there. */
  absent?: string;
  /** Number of a field that is brought into the frame only when asked for; unique over all objects, never used again. */
  lazy?: number;
  /** First Kea version that has it; not given: every supported one. */
  since?: string;
  /** RFC section and Kea's name. */
  source: string;
}

export interface Parameter {
  name: string;
  type: "u32" | "bool" | "string" | "binary";
  doc: string;
  /** The least and the greatest code that there may be, of a parameter that is an option's code. */
  codes?: [number, number];
}

/** Whether a parameter of an edit is its entry's code; the others are its value. */
export function isCode(parameter: Parameter): boolean {
  return parameter.type === "u32" || parameter.type === "bool";
}

/** A value looked up by key: one host call. */
export interface Read {
  name: string;
  calls: string;
  /** Arguments that follow the object and precede the parameters. */
  fixed?: number[];
  parameters: Parameter[];
  /** "bytes", "string" or the name of an object. */
  returns: string;
  absent?: string;
  doc: string;
  source: string;
}

/** A change that is appended to the edit log. */
export interface Edit {
  name: string;
  operation: string;
  parameters: Parameter[];
  doc: string;
  source: string;
}

export interface ObjectType {
  name: string;
  doc: string;
  source: string;
  fields: Field[];
  reads: Read[];
  edits: Edit[];
}

/** Something that Kea hands to a hook point's callouts. */
export interface Argument {
  name: string;
  /** As Kea names it, where that is not `name` in snake_case. */
  kea?: string;
  /** An object's name, or the type of a value that stands in the callout record itself. */
  type: string;
  doc: string;
  absent?: string;
  /** Edits to it are applied. */
  editable?: boolean;
  /** First Kea version that gives it, absent before; not given: every one that has the hook point. */
  since?: string;
  /** Kea's own type, where `type` alone does not tell it: one of the schema's `keaTypes`. */
  keaType?: string;
  /** How a policy sets the argument itself, where Kea reads it back. */
  setter?: Setter;
}

/** A call of the context class that sets an argument: the edit `set_argument`. */
export interface Setter {
  name: string;
  parameter: Parameter;
  doc: string;
}

export type VerdictName = "Continue" | "Skip" | "Drop";

export interface HookPoint {
  /** As Kea names it; also the name that a policy exports. */
  name: string;
  /** Class of the one parameter. */
  context: string;
  number: number;
  /** Not given: both servers have it. */
  family?: 4 | 6;
  since: string;
  /** Kea calls it beside the threads that process packets: not all the time, but from any thread. The host gives it an instance more. */
  besidePackets?: true;
  doc: string;
  arguments: Argument[];
  /** Verdicts on which Kea drops the client's packet; the host counts them, for Kea leaves that to hooks. */
  dropsPacketOn?: VerdictName[];
  /** First Kea version that keeps a packet parked there while a hook library works on it, so that other clients are served meanwhile. */
  parksSince?: string;
  /** A verdict that crashes Keas before a version, always or while a bool among the arguments is true: a fault there. */
  unsafe?: { verdict: VerdictName; where?: string; before: string; doc: string };
  /** What Kea does on each verdict that it honours here; one that is not listed is refused. */
  verdicts: Partial<Record<VerdictName, string>>;
}

export interface HostFunction {
  name: string;
  /** "name:type", type one of u32, i64, f64, address. */
  parameters: string[];
  result: "void" | "u32" | "i64" | "f64" | "address";
  doc: string;
}

export interface Schema {
  abi: number;
  verdicts: { name: VerdictName; number: number; doc: string }[];
  objects: ObjectType[];
  hookPoints: HookPoint[];
  /** Kea's own types of arguments that are values, as the host calls them: in PascalCase. */
  keaTypes: string[];
  edits: { name: string; number: number; doc: string }[];
  hostFunctions: HostFunction[];
}
