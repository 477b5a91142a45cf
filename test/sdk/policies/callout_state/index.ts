// SPDX-License-Identifier: MPL-2.0
// Compiles with warnings: variables of the module that callouts write. `limit` is written by load() only and is fine.
import { config, Pkt4Receive, Verdict } from "kea-policy/assembly";

let hits: u32 = 0;
let limit: i64 = 0;

class Totals {
  static drops: u32 = 0;
}

export function load(): bool {
  limit = config.get("limit").integerOr(3);
  return true;
}

function count(hits_: u32): void {
  hits += hits_;
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  let limit: i64 = 0;
  limit = ctx.query4.hops;
  count(1);
  Totals.drops++;
  return <i64>hits > limit + 1000 ? Verdict.Drop : Verdict.Continue;
}
