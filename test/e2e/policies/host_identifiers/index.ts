// SPDX-License-Identifier: MPL-2.0
// Makes the identifier of a client's reservation of its option 224 (v4) or 60001 (v6), or of config.size many bytes; logs what it is given
// and answers config.verdict.
import { config, Host4Identifier, Host6Identifier, Verdict } from "kea-policy/assembly";

let verdict = Verdict.Continue;
let silent = false;
let size: i64 = -1;

export function load(): bool {
  const word = config.get("verdict");
  if (word.exists) verdict = word.string() == "skip" ? Verdict.Skip : Verdict.Drop;
  const wanted = config.get("size");
  if (wanted.exists) size = wanted.integer();
  silent = config.get("silent").exists;
  return true;
}

function sized(): Uint8Array {
  const value = new Uint8Array(<i32>size);
  value.fill(0x61);
  return value;
}

export function host4_identifier(ctx: Host4Identifier): Verdict {
  console.log(`{"point":"host4_identifier","type":${ctx.query4.type},"idType":${ctx.idType},"idValue":"${ctx.idValue.toHex()}"}`);
  const value = ctx.query4.option(224);
  if (size >= 0) ctx.setIdentifier(sized());
  else if (value !== null && !silent) ctx.setIdentifier(value.copy());
  return verdict;
}

export function host6_identifier(ctx: Host6Identifier): Verdict {
  console.log(`{"point":"host6_identifier","type":${ctx.query6.type},"idType":${ctx.idType},"idValue":"${ctx.idValue.toHex()}"}`);
  const value = ctx.query6.option(60001);
  if (size >= 0) ctx.setIdentifier(sized());
  else if (value !== null && !silent) ctx.setIdentifier(value.copy());
  return verdict;
}
