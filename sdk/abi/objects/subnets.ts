// SPDX-License-Identifier: MPL-2.0
// The subnets of Kea's configuration, and their pools.
import type { Field, ObjectType, Read } from "../schema_types.ts";

// What subnets of both families have.
const id: Field = { name: "id", type: "u32", doc: "Number of the subnet in the configuration.", source: "Subnet::getID" };
const sharedNetwork: Field = { name: "sharedNetwork", type: "bytes", doc: "Name of the shared network that the subnet belongs to; empty where it belongs to none.", source: "Subnet::getSharedNetworkName" };
const validLifetime: Field = { name: "validLifetime", type: "u32", unit: "seconds", doc: "How long clients may use an address, where they ask for nothing else.", source: "Network::getValid" };
const iface: Field = { name: "iface", type: "bytes", doc: "Name of the interface whose clients the subnet is for; empty where the configuration names none.", source: "Network::getIface" };
const minValidLifetime: Field = { name: "minValidLifetime", type: "u32", unit: "seconds", doc: "The least that clients get which ask for a shorter lifetime; the same as validLifetime where the configuration names none.", source: "Network::getValid, Triplet::getMin" };
const maxValidLifetime: Field = { name: "maxValidLifetime", type: "u32", unit: "seconds", doc: "The most that clients get which ask for a longer lifetime; the same as validLifetime where the configuration names none.", source: "Network::getValid, Triplet::getMax" };
const userContext: Read = { name: "userContext", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "The subnet's user context as JSON text; empty where it has none.", source: "UserContext::getContext" };
const pool: Omit<Read, "returns"> = { name: "pool", calls: "item", parameters: [{ name: "index", type: "u32", doc: "0 is the first pool, poolCount - 1 the last one" }], absent: "null where index is poolCount or more", doc: "One of the subnet's pools, good until at least a hundred others were asked for, or the callout ends.", source: "Subnet::getPools" };

export const subnet4: ObjectType = {
  name: "Subnet4",
  doc: "A DHCPv4 subnet of Kea's configuration.",
  source: "Kea isc::dhcp::Subnet4",
  fields: [
    id,
    { name: "prefix", type: "ipv4", doc: "First address of the subnet.", source: "Subnet::get" },
    { name: "prefixLength", type: "u8", doc: "Length of the prefix, in bits, 0 to 32.", source: "Subnet::get" },
    sharedNetwork,
    validLifetime,
    { name: "poolCount", type: "u32", doc: "How many pools of addresses the subnet has.", source: "Subnet::getPools" },
    iface,
    { name: "relayAddrs", type: "byteslist", lazy: 14, doc: "Addresses of the relay agents whose clients the subnet is for, as the configuration names them, of 4 bytes each.", source: "Network::getRelayAddresses" },
    minValidLifetime,
    maxValidLifetime,
  ],
  reads: [
    { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "The subnet as the configuration has it, such as 192.0.2.0/24.", source: "Subnet::toText" },
    userContext,
    { ...pool, returns: "Pool4" },
  ],
  edits: [],
};

export const subnet6: ObjectType = {
  name: "Subnet6",
  doc: "A DHCPv6 subnet of Kea's configuration.",
  source: "Kea isc::dhcp::Subnet6",
  fields: [
    id,
    { name: "prefixLength", type: "u8", doc: "Length of the prefix, in bits, 0 to 128.", source: "Subnet::get" },
    { name: "prefix", type: "ipv6", doc: "First address of the subnet.", source: "Subnet::get" },
    sharedNetwork,
    { name: "preferredLifetime", type: "u32", unit: "seconds", doc: "How long clients should use an address for what they begin, where they ask for nothing else.", source: "Network6::getPreferred" },
    validLifetime,
    { name: "poolCount", type: "u32", doc: "How many pools the subnet has: first those of addresses, then those of prefixes to delegate.", source: "Subnet::getPools" },
    iface,
    { name: "relayAddrs", type: "byteslist", lazy: 15, doc: "Addresses of the relay agents whose clients the subnet is for, as the configuration names them, of 16 bytes each.", source: "Network::getRelayAddresses" },
    minValidLifetime,
    maxValidLifetime,
  ],
  reads: [
    { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "The subnet as the configuration has it, such as 2001:db8::/32.", source: "Subnet::toText" },
    userContext,
    { ...pool, returns: "Pool6" },
  ],
  edits: [],
};

export const pool4: ObjectType = {
  name: "Pool4",
  doc: "A pool of addresses of a DHCPv4 subnet.",
  source: "Kea isc::dhcp::Pool4",
  fields: [
    { name: "firstAddress", type: "ipv4", doc: "The first address of the pool.", source: "Pool::getFirstAddress" },
    { name: "lastAddress", type: "ipv4", doc: "The last address of the pool.", source: "Pool::getLastAddress" },
  ],
  reads: [],
  edits: [],
};

export const pool6: ObjectType = {
  name: "Pool6",
  doc: "A pool of a DHCPv6 subnet: of addresses, or of prefixes to delegate.",
  source: "Kea isc::dhcp::Pool6",
  fields: [
    { name: "type", type: "u8", doc: "0 addresses (IA_NA), 2 prefixes (IA_PD); see Lease6Type.", source: "Pool::getType" },
    { name: "prefixLength", type: "u8", doc: "Length of the prefixes that clients get, in bits; 128 where the pool is of addresses.", source: "Pool6::getLength" },
    { name: "firstAddress", type: "ipv6", doc: "The first address of the pool.", source: "Pool::getFirstAddress" },
    { name: "lastAddress", type: "ipv6", doc: "The last address of the pool.", source: "Pool::getLastAddress" },
  ],
  reads: [],
  edits: [],
};

function subnetList(family: 4 | 6): ObjectType {
  return {
    name: `Subnet${family}List`,
    doc: `All DHCPv${family} subnets of Kea's configuration, in the order of their numbers.`,
    source: `Kea isc::dhcp::Subnet${family}Collection`,
    fields: [
      { name: "length", type: "i32", doc: "How many subnets there are.", source: `Subnet${family}Collection::size` },
    ],
    reads: [
      { name: "at", calls: "item", parameters: [{ name: "index", type: "u32", doc: "0 is the subnet with the lowest number, length - 1 the one with the highest" }], returns: `Subnet${family}`, absent: "null where index is length or more", doc: "One of the subnets, good until at least a hundred others were asked for, or the callout ends.", source: `Subnet${family}Collection` },
      { name: "withId", calls: "find", parameters: [{ name: "id", type: "u32", doc: "the subnet's number" }], returns: `Subnet${family}`, absent: "null where the configuration has no such subnet", doc: "The subnet with a number, good until at least a hundred others were asked for, or the callout ends.", source: `Subnet${family}Collection, SubnetSubnetIdIndexTag` },
    ],
    edits: [],
  };
}

export const subnet4List = subnetList(4);
export const subnet6List = subnetList(6);
