// SPDX-License-Identifier: MPL-2.0
// One thing that an operator may get wrong, and what the tables of such things share.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeGuest, type Guest } from "./guest_module.ts";
import type { Family } from "./kea_installation.ts";

export interface Refusal {
  what: string;
  /** Keys of the one policy, laid over a name and the doorman's file; or all parameters. */
  policy?: () => Record<string, unknown>;
  parameters?: () => unknown;
  /** Every piece must stand in the answer, in this order. */
  says: (family: Family) => string[];
}

/** Set before the tables are used. */
export const bench = {
  /** The compiled policy. */
  doorman: "",
  /** For files that a refusal is about. */
  folder: "",
  /** Hook points of the server's family, and of the other one. */
  ownReceive: "",
  otherReceive: "",
};

export const file = (name: string): string => join(bench.folder, name);

export const written = (name: string, content: string): string => {
  writeFileSync(file(name), content);
  return file(name);
};

export const guest = (name: string, what: Guest): string => writeGuest(file(name), what);
