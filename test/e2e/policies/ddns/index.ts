// SPDX-License-Identifier: MPL-2.0
// Logs what it is given where Kea works out a client's name, and what the lease has of it; sets what config says.
import { config, Ddns4Update, Ddns6Update, DdnsParams, Lease4Select, Lease6Select, Verdict } from "kea-policy/assembly";

const hostname = config.get("hostname");
const forward = config.get("forward");
const reverse = config.get("reverse");

function params(given: DdnsParams): string {
  return `"params":{"enableUpdates":${given.enableUpdates},"overrideNoUpdate":${given.overrideNoUpdate},` +
    `"overrideClientUpdate":${given.overrideClientUpdate},"updateOnRenew":${given.updateOnRenew},` +
    `"replaceClientNameMode":${given.replaceClientNameMode},"generatedPrefix":"${given.generatedPrefix}","qualifyingSuffix":"${given.qualifyingSuffix}"}`;
}

export function ddns4_update(ctx: Ddns4Update): Verdict {
  const subnet = ctx.subnet4;
  console.log(`{"point":"ddns4_update","query":${ctx.query4.type},"response":${ctx.response4.type},"subnet":${subnet === null ? 0 : subnet.id},` +
    `"hostname":"${ctx.hostname}","forward":${ctx.forwardUpdate},"reverse":${ctx.reverseUpdate},${params(ctx.ddnsParams)}}`);
  if (forward.exists) ctx.setForwardUpdate(forward.boolean());
  if (reverse.exists) ctx.setReverseUpdate(reverse.boolean());
  if (hostname.exists) ctx.setHostname(hostname.string());
  return Verdict.Continue;
}

export function ddns6_update(ctx: Ddns6Update): Verdict {
  const subnet = ctx.subnet6;
  console.log(`{"point":"ddns6_update","query":${ctx.query6.type},"response":${ctx.response6.type},"subnet":${subnet === null ? 0 : subnet.id},` +
    `"hostname":"${ctx.hostname}","forward":${ctx.forwardUpdate},"reverse":${ctx.reverseUpdate},${params(ctx.ddnsParams)}}`);
  if (forward.exists) ctx.setForwardUpdate(forward.boolean());
  if (reverse.exists) ctx.setReverseUpdate(reverse.boolean());
  if (hostname.exists) ctx.setHostname(hostname.string());
  return Verdict.Continue;
}

export function lease4_select(ctx: Lease4Select): Verdict {
  console.log(`{"point":"lease4_select","hostname":"${ctx.lease4.hostname}","forward":${ctx.lease4.fqdnFwd},"reverse":${ctx.lease4.fqdnRev}}`);
  return Verdict.Continue;
}

export function lease6_select(ctx: Lease6Select): Verdict {
  console.log(`{"point":"lease6_select","hostname":"${ctx.lease6.hostname}","forward":${ctx.lease6.fqdnFwd},"reverse":${ctx.lease6.fqdnRev}}`);
  return Verdict.Continue;
}
