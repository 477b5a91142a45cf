// SPDX-License-Identifier: MPL-2.0
// Reservations are found by the port of the switch: the relay agent's circuit id, option 82, sub-option 1.
import { Host4Identifier, Verdict } from "kea-policy/assembly";

export function host4_identifier(ctx: Host4Identifier): Verdict {
  const circuit = ctx.query4.subOption(82, 1);
  if (circuit != null && circuit.length > 0) ctx.setIdentifier(circuit.copy());
  return Verdict.Continue;
}
