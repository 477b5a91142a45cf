// SPDX-License-Identifier: MPL-2.0
// Leases, one by one and in lists.
import type { Edit, Field, ObjectType, Read } from "../schema_types.ts";

// What leases of both families have.
const fqdnFwd: Field = { name: "fqdnFwd", type: "bool", doc: "True where the name is, or is to be, in the DNS with its address.", source: "Lease::fqdn_fwd_" };
const fqdnRev: Field = { name: "fqdnRev", type: "bool", doc: "True where the address is, or is to be, in the DNS with its name.", source: "Lease::fqdn_rev_" };
const subnetId: Field = { name: "subnetId", type: "u32", doc: "Number of the subnet that the lease belongs to.", source: "Lease::subnet_id_" };
const reuseableLifetime: Field = { name: "reuseableLifetime", type: "u32", unit: "seconds", doc: "What is left where Kea hands out a cached lease without storing it again; 0 where it does not.", source: "Lease::reuseable_valid_lft_" };
const cltt: Field = { name: "cltt", type: "i64", unit: "seconds since 1970", doc: "When the client was last heard of: the lease ends validLifetime later.", source: "Lease::cltt_" };
const hostname: Field = { name: "hostname", type: "bytes", doc: "Name of the client, as Kea keeps it; empty where there is none.", source: "Lease::hostname_" };
const poolId: Field = { name: "poolId", type: "u32", absent: "0 where Kea is older than 2.3.8", since: "2.3.8", doc: "Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.", source: "Lease::pool_id_" };
const expired: Field = { name: "expired", type: "bool", doc: "True where the lease has ended, by Kea's clock.", source: "Lease::expired" };
const userContext: Read = { name: "userContext", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "The lease's user context as JSON text; empty where it has none.", source: "UserContext::getContext" };
const stateName: Read = { name: "stateName", calls: "text", fixed: [2], parameters: [], returns: "string", doc: "Kea's name of the state, such as default or declined; unknown with the number for one that this Kea does not know.", source: "Lease::basicStatesToText" };
const setHostname: Edit = { name: "setHostname", operation: "set_hostname", parameters: [{ name: "name", type: "string", doc: "a domain name of letters, digits, hyphens, underscores and dots, 255 bytes at most, stored in lower case; empty: no name" }], doc: "Sets the name that is stored with the lease. The name in the answer stays as it is.", source: "Lease::hostname_" };
const setUserContext: Edit = { name: "setUserContext", operation: "set_user_context", parameters: [{ name: "json", type: "string", doc: "a JSON map, in which no name has quotes, backslashes or control characters, which Kea would store unescaped; ISC in it is Kea's, to be left out or as it is; empty: no user context" }], doc: "Sets the user context that is stored with the lease, in place of all that is there.", source: "UserContext::setContext" };

export const lease4: ObjectType = {
  name: "Lease4",
  doc: "A DHCPv4 lease.",
  source: "Kea isc::dhcp::Lease4",
  fields: [
    { name: "address", type: "ipv4", doc: "The address.", source: "Lease::addr_" },
    { name: "state", type: "u8", doc: "0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0); see LeaseState.", source: "Lease::state_" },
    fqdnFwd,
    fqdnRev,
    subnetId,
    { name: "validLifetime", type: "u32", unit: "seconds", doc: "How long the client may use the address, counted from cltt; 4294967295 means for ever.", source: "RFC 2132 section 9.2; Lease::valid_lft_" },
    reuseableLifetime,
    cltt,
    { name: "hwaddr", type: "hwaddr", absent: "null where the lease has none", doc: "Client's hardware address.", source: "Lease::hwaddr_" },
    { name: "clientId", type: "bytes", absent: "null where the client sent none, or Kea is not to match it", doc: "Client identifier: its type byte and what follows.", source: "RFC 2132 section 9.14; Lease4::client_id_" },
    hostname,
    poolId,
    expired,
    { name: "relayId", type: "bytes", absent: "null where the lease has none, and before Kea 2.3.5", since: "2.3.5", doc: "The relay agent's id, where Kea keeps it for bulk leasequery.", source: "RFC 6925; Lease4::relay_id_" },
    { name: "remoteId", type: "bytes", absent: "null where the lease has none, and before Kea 2.3.5", since: "2.3.5", doc: "The remote id that the relay agent gave, where Kea keeps it for bulk leasequery.", source: "RFC 3046; Lease4::remote_id_" },
  ],
  reads: [
    { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the lease, several lines; its form depends on Kea's version.", source: "Lease4::toText" },
    userContext,
    stateName,
  ],
  edits: [
    { name: "setValidLifetime", operation: "set_valid_lifetime", parameters: [{ name: "seconds", type: "u32", doc: "1 or more; 4294967295 means for ever" }], doc: "Sets how long the client may use the address.", source: "Lease::valid_lft_" },
    setHostname,
    setUserContext,
  ],
};

export const lease6: ObjectType = {
  name: "Lease6",
  doc: "A DHCPv6 lease: of an address or of a delegated prefix.",
  source: "Kea isc::dhcp::Lease6",
  fields: [
    { name: "type", type: "u8", doc: "0 an address (IA_NA), 1 a temporary address (IA_TA), 2 a delegated prefix (IA_PD); see Lease6Type.", source: "Lease6::type_" },
    { name: "state", type: "u8", doc: "0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0), 4 registered by the client (since Kea 2.7.7); see LeaseState.", source: "Lease::state_" },
    { name: "prefixLength", type: "u8", doc: "Length of the delegated prefix, in bits; 128 for an address.", source: "Lease6::prefixlen_" },
    fqdnFwd,
    fqdnRev,
    { name: "iaid", type: "u32", doc: "Number that the client gave to its identity association; host byte order.", source: "RFC 8415 section 21.4; Lease6::iaid_" },
    subnetId,
    { name: "preferredLifetime", type: "u32", unit: "seconds", doc: "How long the client should use the address for what it begins, counted from cltt; 4294967295 means for ever.", source: "RFC 8415 section 21.6; Lease6::preferred_lft_" },
    { name: "validLifetime", type: "u32", unit: "seconds", doc: "How long the client may use the address, counted from cltt; 4294967295 means for ever.", source: "RFC 8415 section 21.6; Lease::valid_lft_" },
    reuseableLifetime,
    cltt,
    { name: "address", type: "ipv6", doc: "The address, or the first one of the delegated prefix.", source: "Lease::addr_" },
    { name: "duid", type: "duid", absent: "null where the lease has none", doc: "Client's DUID.", source: "Lease6::duid_" },
    { name: "hwaddr", type: "hwaddr", absent: "null where Kea does not know it", doc: "Client's hardware address.", source: "Lease::hwaddr_" },
    hostname,
    poolId,
    expired,
  ],
  reads: [
    { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the lease, several lines; its form depends on Kea's version.", source: "Lease6::toText" },
    userContext,
    stateName,
  ],
  edits: [
    { name: "setValidLifetime", operation: "set_valid_lifetime", parameters: [{ name: "seconds", type: "u32", doc: "1 or more; 4294967295 means for ever" }], doc: "Sets how long the client may use the address or prefix. It may not end before the preferred lifetime does.", source: "Lease::valid_lft_" },
    { name: "setPreferredLifetime", operation: "set_preferred_lifetime", parameters: [{ name: "seconds", type: "u32", doc: "0 or more, at most the valid lifetime" }], doc: "Sets how long the client should use the address or prefix for what it begins.", source: "Lease6::preferred_lft_" },
    setHostname,
    setUserContext,
  ],
};

function leaseList(family: 4 | 6, doc: string): ObjectType {
  return {
    name: `Lease${family}List`,
    doc,
    source: `Kea isc::dhcp::Lease${family}Collection`,
    fields: [
      { name: "length", type: "i32", doc: "How many leases there are, 0 or more.", source: `Lease${family}Collection::size` },
    ],
    reads: [
      { name: "at", calls: "item", parameters: [{ name: "index", type: "u32", doc: "0 is the first lease, length - 1 the last one" }], returns: `Lease${family}`, absent: "null where index is length or more", doc: "One of the leases, good until at least a hundred others were asked for, or the callout ends.", source: `Lease${family}Collection::operator[]` },
    ],
    edits: [],
  };
}

export const lease4List = leaseList(4, "DHCPv4 leases, none or several.");
export const lease6List = leaseList(6, "DHCPv6 leases, none or several: of addresses and of delegated prefixes.");
