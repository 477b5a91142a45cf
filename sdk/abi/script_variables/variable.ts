// SPDX-License-Identifier: MPL-2.0
// The shape of the tables beside this file: which environment variables a script gets at which hook point, and what each holds. A *manner* is
// one way to name and write them: that of a hook library whose scripts are to go on working.

/** How a value is written; each is a method of policies/classic/values.ts with the same name. */
export type Format =
  | "number" | "unsigned" | "oneOrZero" | "trueOrFalse"
  | "ipv4" | "ipv6" | "prefix4" | "prefix6"
  | "colons" | "hex" | "bytes"
  | "dhcp4Type" | "dhcp6Type" | "leaseState" | "lease6Type" | "associationType" | "isExpired"
  | "text" | "label" | "relayOption"
  | "word";

/** What each format looks like, for the reference page. */
export const formatNotes: Record<Format, string> = {
  number: "decimal, with a minus sign where negative",
  unsigned: "decimal, a negative number as the 64-bit number with the same bits",
  oneOrZero: "`1` or `0`",
  trueOrFalse: "`true` or `false`",
  ipv4: "dotted decimal",
  ipv6: "lower case, `::` for the longest run of zeros, no zone",
  prefix4: "address`/`length",
  prefix6: "address`/`length",
  colons: "two lower-case hexadecimal digits a byte, `:` between bytes",
  hex: "`0x` and two upper-case hexadecimal digits a byte; empty where there is no byte",
  bytes: "the bytes as they are, cut at the first zero byte",
  dhcp4Type: "Kea's name of the message type, or `UNKNOWN`",
  dhcp6Type: "Kea's name of the message type, or `UNKNOWN`",
  leaseState: "`default`, `declined`, `expired-reclaimed`, `released`, `registered`, or `unknown (N)`",
  lease6Type: "`IA_NA`, `IA_TA` or `IA_PD`",
  associationType: "`3` for IA_NA, `25` for IA_PD",
  isExpired: "`1` or `0`",
  text: "several lines; differs between versions of Kea",
  label: "differs between versions of Kea",
  relayOption: "as `hex`; of the relays that have the option, the nearest to the client counts",
  word: "always this word",
};

/** How an absent value looks to a script. */
export type Absence = "empty" | "missing" | "-1";

export interface Variable {
  /** What follows the name of the block: "_TYPE", or "" for that name itself. */
  suffix: string;
  format: Format;
  /**
   * The values of the block's object that the format takes, as a policy writes them: "hwaddr", "hwaddr.htype", "option(60)". None where the
   * format asks Kea for a text of the object; for word the word itself, for relayOption the code.
   */
  from: string[];
  /** How it looks where its source has no value; not given where the source always has one. */
  absent?: Absence;
  /** Given: the variable is there only where this field has this value. */
  onlyWhere?: { field: string; is: number; doc: string };
  /** A full sentence: what it is. */
  doc: string;
  example?: string;
  /** First Kea version that gives it; not given: every supported one. */
  since?: string;
}

/** Variables of one object; where an object is absent they are all there, and empty. */
export interface Block {
  /** Name of the function that writes it. */
  name: string;
  /** The object's type in the schema. */
  object: string;
  variables: Variable[];
}

/** Leases of a list: how many there are. Each of them follows, with its number behind the name. */
export const leaseCount = (family: 4 | 6): Block => ({
  name: `leases${family}`,
  object: `Lease${family}List`,
  variables: [{ suffix: "_SIZE", format: "number", from: ["length"], doc: "How many leases there are.", example: "1" }],
});

/** Steps for an argument that is a list of leases: NAME_SIZE, then NAME_AT0_ADDRESS and so on. */
export function leaseSteps(name: string, argument: string, count: Block, lease: Block): Step[] {
  return [
    { name, argument, block: count },
    { name: `${name}_AT`, argument, block: lease, each: { count: "length", item: "at" } },
  ];
}

/** What a hook point sets next: all variables of an object, of each object of a list, or one variable of an argument that is no object. */
export type Step = {
  /** Before the suffix, behind the prefix: "QUERY4". */
  name: string;
  /** Argument of the hook point, in the schema's name. */
  argument: string;
  /** Not in the hook library whose manner this is: only the reference page tells them apart. */
  beyond?: true;
  /** Where the argument is absent, its variables are missing instead of empty. */
  optional?: true;
} & (
  | { block: Block; each?: undefined }
  /** `count` and `item` are members of the argument; a number follows the name. */
  | { block: Block; each: { count: string; item: string } }
  | { format: Format; doc: string; block?: undefined; each?: undefined }
);

export interface ScriptHookPoint {
  /** As Kea names it. */
  name: string;
  steps: Step[];
  /** Called where the configuration does not say which hook points call the script. */
  byDefault: boolean;
}

export interface Manner {
  /** As the configuration names it. */
  name: string;
  /** What it is, a full sentence. */
  doc: string;
  /** What may stand before each name, in the order in which the spellings follow each other. */
  prefixes: string[];
  blocks: Block[];
  hookPoints: ScriptHookPoint[];
}
