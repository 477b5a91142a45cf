// SPDX-License-Identifier: MPL-2.0
// THE contract between Kea, the host and a policy, as plain data. Everything that knows an offset, a number, a name or a
// doc sentence of the interface is generated from it: `npm run gen` writes the C++, AssemblyScript, TypeScript and the
// reference page. Objects, hook points and host functions have files of their own and are put together here. Offsets are computed by layout.ts
// in the order given here; those in released.json never move.
import { hookPointsOfBoth } from "./hook_points/both.ts";
import { hookPoints4 } from "./hook_points/dhcp4.ts";
import { hookPoints6 } from "./hook_points/dhcp6.ts";
import { hostFunctions } from "./host_functions.ts";
import { ddnsParams } from "./objects/ddns.ts";
import { json } from "./objects/json.ts";
import { lease4, lease4List, lease6, lease6List } from "./objects/leases.ts";
import { option6IA, pkt4, pkt6, rawPacket4, rawPacket6, relayHop } from "./objects/packets.ts";
import { pool4, pool6, subnet4, subnet4List, subnet6, subnet6List } from "./objects/subnets.ts";
import type { Schema } from "./schema_types.ts";

export const schema: Schema = {
  // Raised by one whenever something is added. A host takes every policy whose number is not above its own.
  abi: 3,

  // Verdicts are Kea's next-step statuses; the numbers are what an exported hook point returns.
  verdicts: [
    { name: "Continue", number: 0, doc: "Kea goes on as if the policy had not been there; edits are applied." },
    { name: "Skip", number: 1, doc: "Kea leaves out what it would do next; what that is depends on the hook point. Edits are applied." },
    { name: "Drop", number: 2, doc: "Kea drops the packet. No later policy is asked; edits are not applied." },
  ],

  objects: [
    pkt4, pkt6, relayHop, subnet4, subnet6, lease4, lease6, option6IA, lease4List, lease6List, rawPacket4, rawPacket6,
    ddnsParams, subnet4List, subnet6List, pool4, pool6, json,
  ],

  // By number: the host takes a number for the place.
  hookPoints: [...hookPoints4, ...hookPoints6, ...hookPointsOfBoth].sort((one, other) => one.number - other.number),

  keaTypes: ["IdentifierType", "Identifier", "HostName", "Text"],

  // Changes that a policy asks for, in the order of the log. The host applies all of them or none.
  edits: [
    { name: "set_option", number: 1, doc: "code, value: sets an option." },
    { name: "remove_option", number: 2, doc: "code: removes an option." },
    { name: "add_class", number: 3, doc: "value: a class name in UTF-8." },
    { name: "set_argument", number: 4, doc: "code or value: sets an argument of the hook point; object is its position among them." },
    { name: "set_valid_lifetime", number: 5, doc: "code: seconds." },
    { name: "set_preferred_lifetime", number: 6, doc: "code: seconds; DHCPv6." },
    { name: "set_hostname", number: 7, doc: "value: a name in UTF-8; empty: none." },
    { name: "set_user_context", number: 8, doc: "value: a JSON map in UTF-8; empty: none." },
  ],

  hostFunctions,
};
