// SPDX-License-Identifier: MPL-2.0
// An audit log of what was done to leases by commands.
import { CommandProcessed, Verdict } from "kea-policy/assembly";

export function command_processed(ctx: CommandProcessed): Verdict {
  const name = ctx.name.toString(), given = ctx.commandArguments, response = ctx.response;
  if (!name.startsWith("lease") || name.includes("-get") || given === null || response === null) return Verdict.Continue;
  console.info(`${name} ${given.text()}: ${response.text()}`);
  return Verdict.Continue;
}
