// SPDX-License-Identifier: MPL-2.0
// Runs its script for each packet, with a few variables, some of which no shell would like.
import { config, Environment, Lease4Select, Lease6Select, Pkt4Receive, Pkt6Receive, Script, Verdict } from "kea-policy/assembly";

const environment = new Environment();
const broken = config.get("broken").stringOr("");

function run(client: string): Verdict {
  environment.clear();
  environment.set("CLIENT", client);
  environment.set("TEXT", "a b;$(touch /nowhere) 'c' \"d\" Ÿ");
  environment.set("CUT", "before\0after");
  environment.setInteger("NUMBER", -9223372036854775808);
  environment.set("KEA_QUERY4_HWADDR", client);
  environment.set("KEA_QUERY6_HWADDR", client);
  environment.set("SET_BY_BOTH", "policy");
  if (broken == "no-name") environment.set("", "x");
  if (broken == "too-long") environment.set("LONG", "x".repeat(131072));
  return Script.run(environment);
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  return run(ctx.query4.hwaddr.toString());
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return run(ctx.query4.hwaddr.toString());
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const duid = ctx.query6.duid;
  return run(duid === null ? "" : duid.toString().substr(12));
}

export function lease6_select(ctx: Lease6Select): Verdict {
  const duid = ctx.query6.duid;
  return run(duid === null ? "" : duid.toString().substr(12));
}
