// SPDX-License-Identifier: MPL-2.0
// Nobody gets the name of the site's own server.
import { Ddns6Update, Verdict } from "kea-policy/assembly";

export function ddns6_update(ctx: Ddns6Update): Verdict {
  if (ctx.hostname.startsWith("www.")) ctx.setHostname("not-" + ctx.hostname.toString());
  return Verdict.Continue;
}
