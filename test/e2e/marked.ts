// SPDX-License-Identifier: MPL-2.0
// A client class that only a policy puts a client into, and whose members are sent an option: the answer tells that the policy was asked.
import type { Answered } from "./either_client.ts";
import { findOption } from "./dhcp_bytes.ts";
import type { Family } from "./kea_installation.ts";

export const MARK = "marked";

/** Laid over a server's configuration. */
export function markingConfig(family: Family): Record<string, unknown> {
  const option = { name: family === 4 ? "boot-file-name" : "bootfile-url", data: MARK, "always-send": true };
  return { "client-classes": [{ name: MARK, "option-data": [option] }] };
}

/** True where some policy put the client into the class. */
export function isMarked(family: Family, { answer }: Answered): boolean {
  if (!answer) throw new Error("The client was not answered, so nothing tells whether it was marked.");
  return findOption(answer.options, family === 4 ? 67 : 59)?.toString() === MARK;
}
