// SPDX-License-Identifier: MPL-2.0
// The manner of ISC's own hook library run_script (libdhcp_run_script.so): its names, order and formats.
import { leaseCount, leaseSteps, type Block, type Manner, type ScriptHookPoint, type Step, type Variable } from "./variable.ts";

const address = (family: 4 | 6): "ipv4" | "ipv6" => (family === 4 ? "ipv4" : "ipv6");

/** What packets of both families have. */
const ends = (family: 4 | 6): Variable[] => [
  { suffix: "_LOCAL_ADDR", format: address(family), from: ["localAddr"], doc: "Address that the packet came in at.", example: family === 4 ? "192.0.2.1" : "ff02::1:2" },
  { suffix: "_LOCAL_PORT", format: "unsigned", from: ["localPort"], doc: "UDP port that the packet came in at.", example: family === 4 ? "67" : "547" },
  { suffix: "_REMOTE_ADDR", format: address(family), from: ["remoteAddr"], doc: "Address of the client, or of the last relay.", example: family === 4 ? "0.0.0.0" : "fe80::1" },
  { suffix: "_REMOTE_PORT", format: "unsigned", from: ["remotePort"], doc: "UDP port of the client, or of the last relay.", example: family === 4 ? "68" : "546" },
  { suffix: "_IFACE_INDEX", format: "unsigned", from: ["ifindex"], doc: "Index of the interface that the packet came in at; 18446744073709551615 where it is not known.", example: "2" },
  { suffix: "_IFACE_NAME", format: "bytes", from: ["iface"], absent: "empty", doc: "Name of that interface.", example: "eth0" },
];

const transaction: Variable = { suffix: "_TXID", format: "unsigned", from: ["transid"], doc: "Transaction id.", example: "1193046" };

/** An address and its type. */
const hwaddr = (prefix: string, member: string, doc: string): Variable[] => [
  { suffix: prefix, format: "colons", from: [member], absent: "empty", doc, example: "08:00:27:ab:cd:ef" },
  { suffix: `${prefix}_TYPE`, format: "unsigned", from: [`${member}.htype`], absent: "empty", doc: "Hardware type of that address; 1 is Ethernet.", example: "1" },
];

const pkt4: Block = {
  name: "pkt4",
  object: "Pkt4",
  variables: [
    { suffix: "_TYPE", format: "dhcp4Type", from: ["type"], doc: "Message type.", example: "DHCPDISCOVER" },
    transaction,
    ...ends(4),
    { suffix: "_HOPS", format: "unsigned", from: ["hops"], doc: "How many relay agents the packet passed, as they counted.", example: "1" },
    { suffix: "_SECS", format: "unsigned", from: ["secs"], doc: "Seconds since the client began, as it says.", example: "0" },
    { suffix: "_FLAGS", format: "unsigned", from: ["flags"], doc: "Flags field; 32768 asks for a broadcast answer.", example: "0" },
    { suffix: "_CIADDR", format: "ipv4", from: ["ciaddr"], doc: "The address that the client says it has.", example: "0.0.0.0" },
    { suffix: "_SIADDR", format: "ipv4", from: ["siaddr"], doc: "Next server to use in bootstrap.", example: "0.0.0.0" },
    { suffix: "_YIADDR", format: "ipv4", from: ["yiaddr"], doc: "The address that the client is given.", example: "0.0.0.0" },
    { suffix: "_GIADDR", format: "ipv4", from: ["giaddr"], doc: "Relay agent's address.", example: "192.0.2.1" },
    { suffix: "_RELAYED", format: "trueOrFalse", from: ["relayed"], doc: "Whether a relay agent passed the packet on.", example: "true" },
    ...hwaddr("_HWADDR", "hwaddr", "Client's hardware address (chaddr)."),
    ...hwaddr("_LOCAL_HWADDR", "localHwaddr", "Link-layer address that the frame was sent to, where the socket tells it."),
    ...hwaddr("_REMOTE_HWADDR", "remoteHwaddr", "Link-layer source address of the frame, where the socket tells it."),
    { suffix: "_OPTION_82", format: "hex", from: ["option(82)"], absent: "missing", doc: "Relay agent information, its sub-options in the order of their codes.", example: "0x010465746830" },
    { suffix: "_OPTION_82_SUB_OPTION_1", format: "hex", from: ["subOption(82, 1)"], absent: "missing", doc: "Circuit id of the relay agent information.", example: "0x65746830" },
    { suffix: "_OPTION_82_SUB_OPTION_2", format: "hex", from: ["subOption(82, 2)"], absent: "missing", doc: "Remote id of the relay agent information.", example: "0x1A2B3C4D5E6F" },
  ],
};

const relayOption = (code: number, doc: string, example: string): Variable =>
  ({ suffix: `_OPTION_${code}`, format: "relayOption", from: [String(code)], absent: "missing", doc, example, since: "2.7.0" });

const pkt6: Block = {
  name: "pkt6",
  object: "Pkt6",
  variables: [
    { suffix: "_TYPE", format: "dhcp6Type", from: [], doc: "Message type; of the client's own message where it was relayed.", example: "REQUEST" },
    transaction,
    ...ends(6),
    ...hwaddr("_REMOTE_HWADDR", "remoteHwaddr", "Link-layer source address of the frame, where the socket tells it."),
    { suffix: "_PROTO", format: "word", from: ["UDP"], doc: "What the packet came by: Kea takes DHCPv6 over UDP only." },
    { suffix: "_CLIENT_ID", format: "colons", from: ["duid"], absent: "empty", doc: "Client's DUID.", example: "00:03:00:01:08:00:27:fe:8f:95" },
    relayOption(18, "Interface id that a relay agent added.", "0x65746830"),
    relayOption(37, "Remote id that a relay agent added, its enterprise number first.", "0x000009BF1A2B3C4D5E6F"),
    relayOption(38, "Subscriber id that a relay agent added.", "0x373131"),
  ],
};

// The client's identifiers once more, as lease4_renew has them: arguments that Kea takes from the same places. The client identifier is that of the
// lease, for both are left out where the subnet's match-client-id is false.
const clientId4: Block = {
  name: "clientId4",
  object: "Lease4",
  variables: [{ suffix: "_CLIENT_ID", format: "colons", from: ["clientId"], absent: "empty", doc: "Client identifier; none where Kea is not to match it.", example: "01:08:00:27:ab:cd:ef" }],
};
const clientHwaddr4: Block = { name: "clientHwaddr4", object: "Pkt4", variables: hwaddr("_HWADDR", "hwaddr", "Client's hardware address.") };

/** The identity association of the answer, which Kea has just begun when it asks: it has the lease's number and kind, and no times yet. */
const association6: Block = {
  name: "association6",
  object: "Lease6",
  variables: [
    { suffix: "_IAID", format: "unsigned", from: ["iaid"], doc: "Number that the client gave to its identity association.", example: "1" },
    { suffix: "_IA_TYPE", format: "associationType", from: ["type"], doc: "Code of the identity association's option.", example: "3" },
    { suffix: "_IA_T1", format: "word", from: ["0"], doc: "Always 0: Kea sets the time of renewal later." },
    { suffix: "_IA_T2", format: "word", from: ["0"], doc: "Always 0: Kea sets the time of rebinding later." },
  ],
};

const subnet4: Block = {
  name: "subnet4",
  object: "Subnet4",
  variables: [
    { suffix: "_ID", format: "unsigned", from: ["id"], doc: "Number of the subnet in the configuration.", example: "1" },
    { suffix: "_NAME", format: "prefix4", from: ["prefix", "prefixLength"], doc: "The subnet.", example: "192.0.2.0/24" },
    { suffix: "_PREFIX", format: "ipv4", from: ["prefix"], doc: "Its first address.", example: "192.0.2.0" },
    { suffix: "_PREFIX_LEN", format: "unsigned", from: ["prefixLength"], doc: "Length of its prefix in bits.", example: "24" },
  ],
};

/** What leases of both families have. */
const lease = (family: 4 | 6): Variable[] => [
  { suffix: "_ADDRESS", format: address(family), from: ["address"], doc: family === 4 ? "The address." : "The address, or the first one of the delegated prefix.", example: family === 4 ? "192.0.2.100" : "2001:db8:1::100" },
  { suffix: "_CLTT", format: "unsigned", from: ["cltt"], doc: "When the client was last heard of, in seconds since 1970.", example: "1700000000" },
  { suffix: "_HOSTNAME", format: "bytes", from: ["hostname"], absent: "empty", doc: "Name of the client, as Kea keeps it.", example: "host.example.org" },
  ...hwaddr("_HWADDR", "hwaddr", "Client's hardware address; none in a declined lease."),
  { suffix: "_STATE", format: "leaseState", from: [], doc: "State of the lease.", example: "default" },
  { suffix: "_SUBNET_ID", format: "unsigned", from: ["subnetId"], doc: "Number of the subnet that the lease belongs to.", example: "1" },
  { suffix: "_VALID_LIFETIME", format: "unsigned", from: ["validLifetime"], doc: "Lifetime in seconds, counted from the last transmission; 4294967295 is for ever.", example: "3600" },
];

const lease4: Block = {
  name: "lease4",
  object: "Lease4",
  variables: [...lease(4), { suffix: "_CLIENT_ID", format: "colons", from: ["clientId"], absent: "empty", doc: "Client identifier.", example: "01:08:00:27:ab:cd:ef" }],
};

const lease6: Block = {
  name: "lease6",
  object: "Lease6",
  variables: [
    ...lease(6),
    { suffix: "_DUID", format: "colons", from: ["duid"], absent: "empty", doc: "Client's DUID.", example: "00:03:00:01:08:00:27:fe:8f:95" },
    { suffix: "_IAID", format: "unsigned", from: ["iaid"], doc: "Number that the client gave to its identity association.", example: "1" },
    { suffix: "_PREFERRED_LIFETIME", format: "unsigned", from: ["preferredLifetime"], doc: "Preferred lifetime in seconds.", example: "1800" },
    { suffix: "_PREFIX_LEN", format: "unsigned", from: ["prefixLength"], doc: "Length of the delegated prefix in bits; 128 for an address.", example: "128" },
    { suffix: "_TYPE", format: "lease6Type", from: ["type"], doc: "Kind of lease: of an address, a temporary address or a prefix.", example: "IA_NA" },
  ],
};

const leases4 = leaseCount(4);
const leases6 = leaseCount(6);

const query4: Step = { name: "QUERY4", argument: "query4", block: pkt4 };
const query6: Step = { name: "QUERY6", argument: "query6", block: pkt6 };
const ofLease4: Step = { name: "LEASE4", argument: "lease4", block: lease4 };
const ofLease6: Step = { name: "LEASE6", argument: "lease6", block: lease6 };
const association: Step = { name: "PKT6_IA", argument: "lease6", block: association6 };
const removeLease: Step = { name: "REMOVE_LEASE", argument: "removeLease", format: "trueOrFalse", doc: "`true` where Kea deletes the lease, `false` where it keeps it as expired." };

const at = (name: string, ...steps: Step[]): ScriptHookPoint => ({ name, steps, byDefault: true });

export const iscRunScript: Manner = {
  name: "isc-run-script",
  doc: "The variables of ISC's run_script library, for scripts that were written for it.",
  prefixes: [""],
  blocks: [pkt4, pkt6, clientId4, clientHwaddr4, association6, subnet4, lease4, lease6, leases4, leases6],
  hookPoints: [
    at(
      "lease4_renew",
      query4,
      { name: "SUBNET4", argument: "subnet4", block: subnet4 },
      { name: "PKT4", argument: "lease4", block: clientId4 },
      { name: "PKT4", argument: "query4", block: clientHwaddr4 },
      ofLease4,
    ),
    at("lease4_expire", ofLease4, removeLease),
    at("lease4_recover", ofLease4),
    at("leases4_committed", query4, ...leaseSteps("LEASES4", "leases4", leases4, lease4), ...leaseSteps("DELETED_LEASES4", "deletedLeases4", leases4, lease4)),
    at("lease4_release", query4, ofLease4),
    at("lease4_decline", query4, ofLease4),
    at("lease6_renew", query6, ofLease6, association),
    at("lease6_rebind", query6, ofLease6, association),
    at("lease6_expire", ofLease6, removeLease),
    at("lease6_recover", ofLease6),
    at("leases6_committed", query6, ...leaseSteps("LEASES6", "leases6", leases6, lease6), ...leaseSteps("DELETED_LEASES6", "deletedLeases6", leases6, lease6)),
    at("lease6_release", query6, ofLease6),
    at("lease6_decline", query6, ofLease6),
    at(
      "addr6_register",
      query6,
      { name: "ADDRESS6", argument: "address6", format: "ipv6", doc: "The address that is registered." },
      { name: "OLD_LEASE6", argument: "oldLease6", block: lease6, optional: true },
      { name: "NEW_LEASE6", argument: "newLease6", block: lease6 },
    ),
  ],
};
