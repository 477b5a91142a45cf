// SPDX-License-Identifier: MPL-2.0
import * as host from "./generated/imports";

/**
 * Refuses the configuration from inside `load()`, with a sentence that the operator reads in Kea's answer:
 *
 *     if (config.get("limit").integerOr(10) > 100) return refuse("config.limit: at most 100.");
 *
 * Returns false, which is what `load()` returns then.
 * @since 0.1.0
 */
export function refuse(sentence: string): bool {
  host.refuse(changetype<usize>(sentence), <u32>sentence.length << 1);
  return false;
}
