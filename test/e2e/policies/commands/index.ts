// SPDX-License-Identifier: MPL-2.0
// Logs commands, one line of JSON each; JSON that is too long for a line is told by its length. Throws at the command fail-please, and
// answers config.verdict to the command verdict-please.
import { CommandProcessed, config, Json, Verdict } from "kea-policy/assembly";

const verdict = config.get("verdict");

function shown(value: Json | null): string {
  if (value === null) return "null";
  const text = value.text();
  return text.length <= 400 ? text : text.length.toString();
}

export function command_processed(ctx: CommandProcessed): Verdict {
  const name = ctx.name.toString();
  if (name == "fail-please") throw new Error("as you please");
  if (name == "verdict-please") return <Verdict>(<i32>verdict.integer());
  console.log(`{"name":"${name}","given":${shown(ctx.commandArguments)},"response":${shown(ctx.response)}}`);
  return Verdict.Continue;
}
