// SPDX-License-Identifier: MPL-2.0
// The manner of kea-hook-runscript 1.4: names, order, values and absence to the byte. What that hook has not stands behind what it has.
import { leaseCount, leaseSteps, type Block, type Manner, type ScriptHookPoint, type Step, type Variable } from "./variable.ts";

const pkt4: Block = {
  name: "pkt4",
  object: "Pkt4",
  variables: [
    { suffix: "_TYPE", format: "dhcp4Type", from: ["type"], doc: "Message type.", example: "DHCPDISCOVER" },
    { suffix: "_INTERFACE", format: "bytes", from: ["iface"], absent: "empty", doc: "Interface that the packet came in at, or goes out by.", example: "eth0" },
    { suffix: "_IFINDEX", format: "number", from: ["ifindex"], absent: "-1", doc: "Index of that interface.", example: "2" },
    { suffix: "_HWADDR", format: "colons", from: ["hwaddr"], absent: "empty", doc: "Client's hardware address (chaddr).", example: "08:00:27:ab:cd:ef" },
    { suffix: "_HWADDR_TYPE", format: "number", from: ["hwaddr.htype"], doc: "Hardware type of that address; 1 is Ethernet.", example: "1" },
    { suffix: "_HWADDR_SOURCE", format: "number", from: ["hwaddr.source"], doc: "Where Kea had that address from; always 0 in DHCPv4.", example: "0" },
    { suffix: "_CIADDR", format: "ipv4", from: ["ciaddr"], doc: "The address that the client says it has.", example: "0.0.0.0" },
    { suffix: "_SIADDR", format: "ipv4", from: ["siaddr"], doc: "Next server to use in bootstrap.", example: "0.0.0.0" },
    { suffix: "_YIADDR", format: "ipv4", from: ["yiaddr"], doc: "The address that the client is given.", example: "192.0.2.100" },
    { suffix: "_GIADDR", format: "ipv4", from: ["giaddr"], doc: "Relay agent's address.", example: "192.0.2.1" },
    { suffix: "_RELAYED", format: "oneOrZero", from: ["relayed"], doc: "Whether a relay agent passed the packet on.", example: "1" },
    { suffix: "_RELAY_HOPS", format: "number", from: ["hops"], doc: "How many relay agents the packet passed, as they counted.", example: "1" },
    { suffix: "_OPTION60", format: "bytes", from: ["option(60)"], absent: "missing", doc: "Vendor class (option 60).", example: "MSFT 5.0" },
    { suffix: "_RAI", format: "hex", from: ["option(82)"], absent: "missing", doc: "Relay agent information (option 82), its sub-options in the order of their codes.", example: "0x010465746830" },
    { suffix: "_RAI_CIRCUIT_ID", format: "hex", from: ["subOption(82, 1)"], absent: "missing", doc: "Circuit id of the relay agent information.", example: "0x65746830" },
    { suffix: "_RAI_REMOTE_ID", format: "hex", from: ["subOption(82, 2)"], absent: "missing", doc: "Remote id of the relay agent information.", example: "0x1A2B3C4D5E6F" },
  ],
};

const pkt6: Block = {
  name: "pkt6",
  object: "Pkt6",
  variables: [
    { suffix: "_TYPE", format: "dhcp6Type", from: [], doc: "Message type; of the client's own message where it was relayed.", example: "SOLICIT" },
    { suffix: "_INTERFACE", format: "bytes", from: ["iface"], absent: "empty", doc: "Interface that the packet came in at, or goes out by.", example: "eth0" },
    { suffix: "_IFINDEX", format: "number", from: ["ifindex"], absent: "-1", doc: "Index of that interface.", example: "2" },
    { suffix: "_HWADDR", format: "colons", from: ["hwaddr"], absent: "empty", doc: "Client's hardware address as far as Kea can tell it.", example: "08:00:27:fe:8f:95" },
    { suffix: "_HWADDR_TYPE", format: "number", from: ["hwaddr.htype"], absent: "empty", doc: "Hardware type of that address; 1 is Ethernet.", example: "1" },
    { suffix: "_HWADDR_SOURCE", format: "number", from: ["hwaddr.source"], absent: "empty", doc: "Where Kea had that address from: 1 raw socket, 2 DUID, 4 link-local address, 8 relay's option 79, 16 remote-id, 64 DOCSIS CMTS, 128 DOCSIS modem.", example: "2" },
    { suffix: "_LOCAL_ADDRESS", format: "ipv6", from: ["localAddr"], doc: "Address that the packet came in at.", example: "ff02::1:2" },
    { suffix: "_LOCAL_PORT", format: "number", from: ["localPort"], doc: "UDP port that the packet came in at; Kea leaves 0 in a client's packet.", example: "547" },
    { suffix: "_REMOTE_ADDRESS", format: "ipv6", from: ["remoteAddr"], doc: "Address of the client, or of the last relay.", example: "fe80::a00:27ff:feab:cdef" },
    { suffix: "_REMOTE_PORT", format: "number", from: ["remotePort"], doc: "UDP port of the client, or of the last relay.", example: "546" },
    { suffix: "_LABEL", format: "label", from: [], doc: "Kea's short label of the packet.", example: "duid=[00:03:…], tid=0x123456" },
    { suffix: "_TRANSACTION_ID", format: "number", from: ["transid"], doc: "Transaction id.", example: "1193046" },
    { suffix: "_DUID", format: "word", from: [""], doc: "Always empty, as it always was. The DUID is in _CLIENT_DUID." },
    { suffix: "_DEBUG", format: "text", from: [], doc: "Kea's own text of the packet." },
  ],
};

const code = (code: number, doc: string, example: string): Variable =>
  ({ suffix: `_OPTION_${code}`, format: "hex", from: [`option(${code})`], absent: "missing", doc, example });

const pkt6More: Block = {
  name: "pkt6More",
  object: "Pkt6",
  variables: [
    { suffix: "_CLIENT_DUID", format: "colons", from: ["duid"], absent: "empty", doc: "Client's DUID.", example: "00:03:00:01:08:00:27:fe:8f:95" },
    { suffix: "_RELAY_COUNT", format: "number", from: ["relayCount"], doc: "How many relay agents passed the packet on.", example: "2" },
    code(6, "Options that the client asks for (option 6).", "0x00170018"),
    code(15, "User class (option 15).", "0x0003616263"),
    code(16, "Vendor class (option 16).", "0x000009BF0003616263"),
    code(17, "Vendor-specific information (option 17).", "0x000009BF000100026162"),
    code(39, "Client's full domain name (option 39).", "0x0004686F737400"),
  ],
};

const relayHop: Block = {
  name: "relayHop",
  object: "RelayHop",
  variables: [
    { suffix: "_HOP_COUNT", format: "number", from: ["hopCount"], doc: "How many relay agents had passed the packet on before this one.", example: "0" },
    { suffix: "_LINK_ADDRESS", format: "ipv6", from: ["linkAddr"], doc: "Link address.", example: "2001:db8:1::1" },
    { suffix: "_PEER_ADDRESS", format: "ipv6", from: ["peerAddr"], doc: "Where the relay agent had the message from.", example: "fe80::1" },
    { suffix: "_INTERFACE_ID", format: "hex", from: ["option(18)"], absent: "missing", doc: "Interface id that this relay agent added (option 18).", example: "0x65746830" },
    { suffix: "_REMOTE_ID", format: "hex", from: ["option(37)"], absent: "missing", doc: "Remote id that this relay agent added (option 37), its enterprise number first.", example: "0x000009BF1A2B3C4D5E6F" },
    { suffix: "_SUBSCRIBER_ID", format: "hex", from: ["option(38)"], absent: "missing", doc: "Subscriber id that this relay agent added (option 38).", example: "0x373131" },
  ],
};

const subnet = (family: 4 | 6, example: string, length: string): Block => ({
  name: `subnet${family}`,
  object: `Subnet${family}`,
  variables: [
    { suffix: "", format: family === 4 ? "prefix4" : "prefix6", from: ["prefix", "prefixLength"], doc: "The subnet.", example: `${example}/${length}` },
    { suffix: "_PREFIX", format: family === 4 ? "ipv4" : "ipv6", from: ["prefix"], doc: "Its first address.", example },
    { suffix: "_PREFIXLEN", format: "number", from: ["prefixLength"], doc: "Length of its prefix in bits.", example: length },
  ],
});
const subnet4 = subnet(4, "192.0.2.0", "24");
const subnet6 = subnet(6, "2001:db8:1::", "64");

const state: Variable = { suffix: "_STATE", format: "leaseState", from: [], doc: "State of the lease.", example: "default" };
const isExpired: Variable = { suffix: "_IS_EXPIRED", format: "isExpired", from: ["validLifetime", "cltt"], doc: "Whether the lease's lifetime is over.", example: "0" };
const hwaddr: Variable = { suffix: "_HWADDR", format: "colons", from: ["hwaddr"], absent: "empty", doc: "Client's hardware address; none in a declined lease.", example: "08:00:27:ab:cd:ef" };
const hostname: Variable = { suffix: "_HOSTNAME", format: "bytes", from: ["hostname"], absent: "empty", doc: "Name of the client, as Kea keeps it.", example: "host.example.org" };
const cltt: Variable = { suffix: "_CLIENT_LAST_TRANSMISSION", format: "number", from: ["cltt"], doc: "When the client was last heard of, in seconds since 1970.", example: "1700000000" };
const validLifetime: Variable = { suffix: "_VALID_LIFETIME", format: "number", from: ["validLifetime"], doc: "Lifetime in seconds, counted from then; 4294967295 is for ever.", example: "3600" };
const debug: Variable = { suffix: "_DEBUG", format: "text", from: [], doc: "Kea's own text of the lease." };

const lease4: Block = {
  name: "lease4",
  object: "Lease4",
  variables: [
    { suffix: "_TYPE", format: "word", from: ["V4"], doc: "Kind of lease." },
    state,
    isExpired,
    { suffix: "_ADDRESS", format: "ipv4", from: ["address"], doc: "The address.", example: "192.0.2.100" },
    hwaddr,
    hostname,
    cltt,
    validLifetime,
    debug,
  ],
};

const onlyPrefix = { field: "type", is: 2, doc: "Only for a delegated prefix." };
const lease6: Block = {
  name: "lease6",
  object: "Lease6",
  variables: [
    { suffix: "_TYPE", format: "lease6Type", from: ["type"], doc: "Kind of lease: of an address, a temporary address or a prefix.", example: "IA_NA" },
    state,
    isExpired,
    { suffix: "_ADDRESS", format: "ipv6", from: ["address"], doc: "The address, or the first one of the delegated prefix.", example: "2001:db8:1::100" },
    { suffix: "_DELEGATED_PREFIX", format: "prefix6", from: ["address", "prefixLength"], onlyWhere: onlyPrefix, doc: "The delegated prefix.", example: "2001:db8:2::/56" },
    { suffix: "_DELEGATED_PREFIXLEN", format: "number", from: ["prefixLength"], onlyWhere: onlyPrefix, doc: "Its length in bits.", example: "56" },
    hwaddr,
    hostname,
    { suffix: "_CLIENT_DUID", format: "colons", from: ["duid"], absent: "empty", doc: "Client's DUID; zeros in a declined lease.", example: "00:03:00:01:08:00:27:fe:8f:95" },
    cltt,
    validLifetime,
    { suffix: "_PREFERRED_LIFETIME", format: "number", from: ["preferredLifetime"], doc: "Preferred lifetime in seconds, counted from the same time.", example: "1800" },
    { suffix: "_IAID", format: "number", from: ["iaid"], doc: "Number that the client gave to its identity association.", example: "1" },
    debug,
  ],
};

const query4: Step = { name: "QUERY4", argument: "query4", block: pkt4 };
const response4: Step = { name: "RESPONSE4", argument: "response4", block: pkt4 };
const query6: Step = { name: "QUERY6", argument: "query6", block: pkt6 };
const response6: Step = { name: "RESPONSE6", argument: "response6", block: pkt6 };
const ofSubnet4: Step = { name: "SUBNET4", argument: "subnet4", block: subnet4 };
const ofSubnet6: Step = { name: "SUBNET6", argument: "subnet6", block: subnet6 };
const ofLease4: Step = { name: "LEASE4", argument: "lease4", block: lease4 };
const ofLease6: Step = { name: "LEASE6", argument: "lease6", block: lease6 };
const fakeAllocation: Step = { name: "FAKE_ALLOCATION", argument: "fakeAllocation", format: "oneOrZero", doc: "1 where the lease is only offered, 0 where it is assigned." };
const removeLease: Step = { name: "REMOVE_LEASE", argument: "removeLease", format: "oneOrZero", doc: "1 where Kea deletes the lease, 0 where it keeps it as expired." };
const more6: Step[] = [
  { name: "QUERY6", argument: "query6", block: pkt6More, beyond: true },
  { name: "QUERY6_RELAY", argument: "query6", block: relayHop, each: { count: "relayCount", item: "relay" }, beyond: true },
];

const leases4 = leaseCount(4);
const leases6 = leaseCount(6);
const ofLeases4 = leaseSteps("LEASES4", "leases4", leases4, lease4);
const ofLeases6 = leaseSteps("LEASES6", "leases6", leases6, lease6);

const old = (name: string, ...steps: Step[]): ScriptHookPoint => ({ name, steps, byDefault: true });
const identifier: Step[] = [
  { name: "ID_TYPE", argument: "idType", format: "number", doc: "Kind of the identifier by which Kea looks for a reservation: 4 is flex-id." },
  { name: "ID_VALUE", argument: "idValue", format: "hex", doc: "The identifier; empty where no hook has set it yet." },
];
const ddns: Step[] = [
  { name: "HOSTNAME", argument: "hostname", format: "bytes", doc: "The client's name as the lease will have it; empty where there is none yet." },
  { name: "FORWARD_UPDATE", argument: "forwardUpdate", format: "oneOrZero", doc: "1 where the address is to be found in the DNS by the name." },
  { name: "REVERSE_UPDATE", argument: "reverseUpdate", format: "oneOrZero", doc: "1 where the name is to be found in the DNS by the address." },
];

/** A hook point that the old hook does not have. */
const added = (name: string, ...steps: Step[]): ScriptHookPoint => ({ name, steps, byDefault: false });

export const keaHookRunscript: Manner = {
  name: "kea-hook-runscript",
  doc: "The variables of kea-hook-runscript, for scripts that were written for it. Each is set twice: with the prefix of its releases and without, as its first README has them.",
  prefixes: ["KEA_", ""],
  blocks: [pkt4, pkt6, subnet4, subnet6, lease4, lease6, pkt6More, relayHop, leases4, leases6],
  hookPoints: [
    old("pkt4_receive", query4),
    old("pkt4_send", response4, query4),
    old("subnet4_select", query4, ofSubnet4),
    old("lease4_select", query4, ofSubnet4, fakeAllocation, ofLease4),
    old("lease4_renew", query4, ofSubnet4, ofLease4),
    old("lease4_release", query4, ofLease4),
    old("lease4_decline", query4, ofLease4),
    old("lease4_expire", ofLease4, removeLease),
    old("lease4_recover", ofLease4),
    old("pkt6_receive", query6, ...more6),
    old("pkt6_send", query6, response6, ...more6),
    old("subnet6_select", query6, ofSubnet6, ...more6),
    old("lease6_select", query6, ofSubnet6, fakeAllocation, ofLease6, ...more6),
    old("lease6_renew", query6, ofLease6, ...more6),
    old("lease6_rebind", query6, ofLease6, ...more6),
    old("lease6_decline", query6, ofLease6, ...more6),
    old("lease6_release", query6, ofLease6, ...more6),
    old("lease6_expire", ofLease6, removeLease),
    old("lease6_recover", ofLease6),
    added("leases4_committed", query4, ...ofLeases4, ...leaseSteps("DELETED_LEASES4", "deletedLeases4", leases4, lease4), { ...response4, optional: true }),
    added(
      "lease4_offer",
      query4,
      ...ofLeases4,
      { name: "OFFER_LIFETIME", argument: "offerLifetime", format: "number", doc: "How many seconds Kea keeps the offered address for this client; 0 where it does not store offers." },
      { name: "OLD_LEASE4", argument: "oldLease", block: lease4, optional: true },
      { ...response4, optional: true },
    ),
    added("lease4_server_decline", query4, ofLease4),
    added("leases6_committed", query6, ...ofLeases6, ...leaseSteps("DELETED_LEASES6", "deletedLeases6", leases6, lease6), { ...response6, optional: true }, ...more6),
    added("host4_identifier", query4, ...identifier),
    added("host6_identifier", query6, ...identifier, ...more6),
    added("ddns4_update", query4, response4, ofSubnet4, ...ddns),
    added("ddns6_update", query6, response6, ofSubnet6, ...ddns, ...more6),
    added(
      "addr6_register",
      query6,
      { name: "ADDRESS6", argument: "address6", format: "ipv6", doc: "The address that is registered." },
      { name: "OLD_LEASE6", argument: "oldLease6", block: lease6, optional: true },
      { name: "NEW_LEASE6", argument: "newLease6", block: lease6 },
      response6,
      ...more6,
    ),
  ],
};
