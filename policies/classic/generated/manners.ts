// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts and sdk/abi/script_variables by `npm run gen`: change those, not this one.
// The manners, by the numbers of Manner.

export enum Manner {
  /**
   * The variables of kea-hook-runscript, for scripts that were written for it. Each is set twice: with the prefix of
   * its releases and without, as its first README has them.
   */
  KeaHookRunscript,
  /** The variables of ISC's run_script library, for scripts that were written for it. */
  IscRunScript,
}

/** As the configuration names them. */
export const mannerNames: string[] = ["kea-hook-runscript", "isc-run-script"];

/** What stands before the names, in this order. */
export const mannerPrefixes: string[][] = [["KEA_",""], [""]];
