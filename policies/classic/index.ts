// SPDX-License-Identifier: MPL-2.0
// Runs a script at each hook point, with the environment that the script hooks before it have set; README.md says how it is configured, and
// docs/script-variables.md which variables there are. Starting the program, waiting for it and its exit status are the host's.
import { readSettings } from "./settings";

export * from "./generated/hook_points";

/** Reads the configuration; a mistake in it aborts with a sentence, which refuses it. */
export function load(): bool {
  readSettings();
  return true;
}
