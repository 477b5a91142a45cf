// SPDX-License-Identifier: MPL-2.0
import * as host from "./generated/imports";

/**
 * Refuses the configuration, with a sentence that the operator reads in Kea's answer:
 *
 *     if (config.get("limit").integerOr(10) > 100) return refuse("config.limit: at most 100.");
 *
 * Returns false, which is what `load()` returns then. It counts in `load()` and at the top of the module, also where `load()` returns true all the
 * same; in a callout and in `unload()` it does nothing.
 * @since 0.1.0
 */
export function refuse(sentence: string): bool {
  host.refuse(changetype<usize>(sentence), <u32>sentence.length << 1);
  return false;
}
