// SPDX-License-Identifier: MPL-2.0
// Reservations are found by the port of the switch: the interface id, option 18, of the relay agent nearest to the client.
import { Host6Identifier, Verdict } from "kea-policy/assembly";

export function host6_identifier(ctx: Host6Identifier): Verdict {
  const hop = ctx.query6.relay(ctx.query6.relayCount - 1);
  if (hop == null) return Verdict.Continue;
  const port = hop.option(18);
  if (port != null && port.length > 0) ctx.setIdentifier(port.copy());
  return Verdict.Continue;
}
