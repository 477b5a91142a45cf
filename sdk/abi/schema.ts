// SPDX-License-Identifier: MPL-2.0
// THE contract between Kea, the host and a policy, as plain data. Everything that knows an offset, a number, a name or a
// doc sentence of the interface is generated from this file: `npm run gen` writes the C++, AssemblyScript, TypeScript
// and the reference page. Offsets are computed by layout.ts in the order given here; those in released.json never move.
import type { Schema } from "./schema_types.ts";

const keaEvery = "2.2.0";

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
    {
      name: "Pkt4",
      doc: "A DHCPv4 packet: a client's after Kea parsed it, or Kea's answer before it is sent.",
      source: "RFC 2131 section 2; Kea isc::dhcp::Pkt4",
      fields: [
        { name: "type", type: "u8", doc: "DHCP message type: 1 DISCOVER, 2 OFFER, 3 REQUEST, 4 DECLINE, 5 ACK, 6 NAK, 7 RELEASE, 8 INFORM; see Dhcp4Type. 0 where option 53 is missing.", source: "RFC 2132 section 9.6; Pkt4::getType" },
        { name: "op", type: "u8", doc: "BOOTP operation: 1 request, 2 reply.", source: "RFC 2131 section 2; Pkt4::getOp" },
        { name: "htype", type: "u8", doc: "Hardware address type: 1 is Ethernet.", source: "RFC 2131 section 2; Pkt4::getHtype" },
        { name: "hlen", type: "u8", doc: "Length of the hardware address, in bytes, 0 to 16.", source: "RFC 2131 section 2; Pkt4::getHlen" },
        { name: "hops", type: "u8", doc: "How many relay agents the packet passed, as they counted.", source: "RFC 2131 section 2; Pkt4::getHops" },
        { name: "relayed", type: "bool", doc: "True where giaddr is neither 0.0.0.0 nor 255.255.255.255.", source: "Pkt4::isRelayed" },
        { name: "secs", type: "u16", doc: "Seconds since the client began, as it says; host byte order.", unit: "seconds", source: "RFC 2131 section 2; Pkt4::getSecs" },
        { name: "flags", type: "u16", doc: "Flags field, host byte order; 0x8000 asks for a broadcast answer.", source: "RFC 2131 section 2; Pkt4::getFlags" },
        { name: "localPort", type: "u16", doc: "UDP port that the packet came in at.", source: "Pkt::getLocalPort" },
        { name: "remotePort", type: "u16", doc: "UDP port that the packet was sent from.", source: "Pkt::getRemotePort" },
        { name: "transid", type: "u32", doc: "Transaction id, host byte order.", source: "RFC 2131 section 2 (xid); Pkt::getTransid" },
        { name: "ciaddr", type: "ipv4", doc: "The address that the client says it has; 0.0.0.0 where it has none.", source: "RFC 2131 section 2; Pkt4::getCiaddr" },
        { name: "yiaddr", type: "ipv4", doc: "'Your' address: 0.0.0.0 in a client's packet.", source: "RFC 2131 section 2; Pkt4::getYiaddr" },
        { name: "siaddr", type: "ipv4", doc: "Next server to use in bootstrap; 0.0.0.0 where not set.", source: "RFC 2131 section 2; Pkt4::getSiaddr" },
        { name: "giaddr", type: "ipv4", doc: "Relay agent's address; 0.0.0.0 where the packet was not relayed.", source: "RFC 2131 section 2; Pkt4::getGiaddr" },
        { name: "localAddr", type: "ipv4", doc: "Address that the packet came in at.", source: "Pkt::getLocalAddr" },
        { name: "remoteAddr", type: "ipv4", doc: "Address that the packet was sent from: the client or the last relay.", source: "Pkt::getRemoteAddr" },
        { name: "ifindex", type: "i32", doc: "Index of the interface that the packet came in at; -1 where not known.", source: "Pkt::getIndex" },
        { name: "iface", type: "bytes", doc: "Name of the interface that the packet came in at; empty where not known.", source: "Pkt::getIface" },
        { name: "hwaddr", type: "hwaddr", doc: "Client's hardware address (chaddr); empty where hlen is 0.", source: "RFC 2131 section 2; Pkt4::getHWAddr" },
        { name: "clientId", type: "bytes", absent: "null where the client sent no option 61", doc: "Client identifier (option 61): its type byte and what follows.", source: "RFC 2132 section 9.14; DHO_DHCP_CLIENT_IDENTIFIER" },
        { name: "remoteHwaddr", type: "hwaddr", lazy: 1, absent: "null where the socket does not tell it (UDP sockets)", doc: "Link-layer source address of the frame: the client's or the last relay's.", source: "Pkt::getRemoteHWAddr" },
        { name: "sname", type: "bytes", lazy: 2, doc: "Server host name field, always 64 bytes, padded with zeros.", source: "RFC 2131 section 2; Pkt4::getSname" },
        { name: "file", type: "bytes", lazy: 3, doc: "Boot file name field, always 128 bytes, padded with zeros.", source: "RFC 2131 section 2; Pkt4::getFile" },
        { name: "classes", type: "byteslist", lazy: 4, doc: "Names of the client classes that the packet is in, in the order of their evaluation.", source: "Pkt::getClasses" },
        { name: "localHwaddr", type: "hwaddr", lazy: 9, absent: "null where the socket does not tell it (UDP sockets)", doc: "Link-layer address that the frame was sent to: that of Kea's interface, or the broadcast address.", source: "Pkt::getLocalHWAddr" },
        { name: "wire", type: "bytes", lazy: 11, absent: "null where Kea has not packed its answer yet: before buffer4_send", doc: "The packet's bytes, of a client's as they came, of an answer as they will be sent.", source: "Pkt::data_, Pkt::getBuffer" },
        { name: "dhcp4o6", type: "bool", doc: "True where the packet came inside of a DHCPv6 message (DHCPv4 over DHCPv6).", source: "RFC 7341; Pkt4::isDhcp4o6" },
      ],
      reads: [
        { name: "option", calls: "option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 254" }], returns: "bytes", absent: "null where the packet has no such option; an option without a value is empty, not null", doc: "The value of an option, without code and length. Where an option comes in several parts, they are joined (RFC 3396).", source: "RFC 2132; Pkt::options_" },
        { name: "subOption", calls: "sub_option", parameters: [{ name: "code", type: "u32", doc: "option code, such as 82" }, { name: "subCode", type: "u32", doc: "code of the option inside it, such as 1 for the circuit id" }], returns: "bytes", absent: "null where the packet has no such option or sub-option", doc: "The value of an option inside an option: relay agent information (82) or an encapsulated vendor option (43).", source: "RFC 3046 section 2; Option::options_" },
        { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the packet, several lines; its form depends on Kea's version.", source: "Pkt4::toText" },
        { name: "label", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "Kea's short label of the packet, as its log has it: hardware address, client id, transaction id.", source: "Pkt4::getLabel" },
        { name: "typeName", calls: "text", fixed: [2], parameters: [], returns: "string", doc: "Kea's name of the message type, such as DHCPDISCOVER; UNKNOWN for one that this Kea does not know.", source: "Pkt4::getName" },
      ],
      edits: [
        { name: "setOption", operation: "set_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 254" }, { name: "value", type: "binary", doc: "its value, without code and length" }], doc: "Sets an option to a value, in place of any that is there. Options 53 (message type), 54 (server id) and 82 cannot be set; in an answer, neither can 51 (lease time), 52 and 61.", source: "Pkt::addOption" },
        { name: "removeOption", operation: "remove_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 254" }], doc: "Removes an option; nothing happens where it is not there. Options 53, 54 and 82 cannot be removed; in an answer, neither can 51, 52 and 61.", source: "Pkt::delOption" },
        { name: "addClass", operation: "add_class", parameters: [{ name: "name", type: "string", doc: "class name, 1 to 255 bytes" }], doc: "Puts the packet into a client class, so that subnets, pools and options guarded by it apply. An answer is in none.", source: "Pkt::addClass" },
      ],
    },
    {
      name: "Pkt6",
      doc: "A DHCPv6 packet: a client's after Kea parsed it, or Kea's answer before it is sent; where it is relayed, the message inside.",
      source: "RFC 8415 section 8; Kea isc::dhcp::Pkt6",
      fields: [
        { name: "type", type: "u8", doc: "DHCPv6 message type: 1 SOLICIT, 3 REQUEST, 4 CONFIRM, 5 RENEW, 6 REBIND, 8 RELEASE, 9 DECLINE, 11 INFORMATION-REQUEST; see Dhcp6Type.", source: "RFC 8415 section 7.3; Pkt6::getType" },
        { name: "relayed", type: "bool", doc: "True where at least one relay agent passed the packet on.", source: "Pkt6::relay_info_" },
        { name: "localPort", type: "u16", doc: "UDP port that the packet came in at.", source: "Pkt::getLocalPort" },
        { name: "remotePort", type: "u16", doc: "UDP port that the packet was sent from.", source: "Pkt::getRemotePort" },
        { name: "relayCount", type: "u16", doc: "How many relay agents passed the packet on.", source: "Pkt6::relay_info_" },
        { name: "transid", type: "u32", doc: "Transaction id, 24 bits, host byte order.", source: "RFC 8415 section 8; Pkt::getTransid" },
        { name: "ifindex", type: "i32", doc: "Index of the interface that the packet came in at; -1 where not known.", source: "Pkt::getIndex" },
        { name: "iface", type: "bytes", doc: "Name of the interface that the packet came in at; empty where not known.", source: "Pkt::getIface" },
        { name: "duid", type: "duid", absent: "null where the client sent no option 1", doc: "Client's DUID (option 1, client identifier).", source: "RFC 8415 section 21.2; Pkt6::getClientId" },
        { name: "hwaddr", type: "hwaddr", lazy: 5, absent: "null where no source yields one", doc: "Client's hardware address as far as Kea can tell it: from a raw socket, the relay's option 79, the DUID, the link-local address, the remote-id or DOCSIS options, in this order. HwAddr.source says which.", source: "RFC 6939; Pkt::getMAC(HWADDR_SOURCE_ANY)" },
        { name: "localAddr", type: "ipv6", lazy: 6, doc: "Address that the packet came in at.", source: "Pkt::getLocalAddr" },
        { name: "remoteAddr", type: "ipv6", lazy: 7, doc: "Address that the packet was sent from: the client or the last relay.", source: "Pkt::getRemoteAddr" },
        { name: "classes", type: "byteslist", lazy: 8, doc: "Names of the client classes that the packet is in, in the order of their evaluation.", source: "Pkt::getClasses" },
        { name: "remoteHwaddr", type: "hwaddr", lazy: 10, absent: "null where the socket does not tell it, which is always so in Kea's own DHCPv6 sockets", doc: "Link-layer source address of the frame: the client's or the last relay's.", source: "Pkt::getRemoteHWAddr" },
        { name: "wire", type: "bytes", lazy: 12, absent: "null where Kea has not packed its answer yet: before buffer6_send", doc: "The packet's bytes with those of its relay agents around them, of a client's as they came, of an answer as they will be sent.", source: "Pkt::data_, Pkt::getBuffer" },
      ],
      reads: [
        { name: "option", calls: "option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 65535" }], returns: "bytes", absent: "null where the client's message has no such option; an option without a value is empty, not null", doc: "The value of an option of the client's own message, without code and length. Where a code comes several times, the first.", source: "RFC 8415 section 21; Pkt::options_" },
        { name: "subOption", calls: "sub_option", parameters: [{ name: "code", type: "u32", doc: "option code, such as 3 for an IA_NA" }, { name: "subCode", type: "u32", doc: "code of the option inside it" }], returns: "bytes", absent: "null where there is no such option or sub-option", doc: "The value of an option inside an option.", source: "RFC 8415 section 21; Option::options_" },
        { name: "relay", calls: "relay", parameters: [{ name: "index", type: "u32", doc: "0 is the relay nearest to the server, relayCount - 1 the one nearest to the client" }], returns: "RelayHop", absent: "null where index is relayCount or more", doc: "One of the relay agents that passed the packet on.", source: "RFC 8415 section 9; Pkt6::relay_info_" },
        { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the packet, several lines; its form depends on Kea's version.", source: "Pkt6::toText" },
        { name: "label", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "Kea's short label of the packet, as its log has it: DUID and transaction id.", source: "Pkt6::getLabel" },
        { name: "typeName", calls: "text", fixed: [2], parameters: [], returns: "string", doc: "Kea's name of the message type, such as SOLICIT; UNKNOWN for one that this Kea does not know.", source: "Pkt6::getName" },
      ],
      edits: [
        { name: "setOption", operation: "set_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 65535" }, { name: "value", type: "binary", doc: "its value, without code and length" }], doc: "Sets an option of the message to a value, in place of any that is there. Options 2 (server id), 3, 4 and 25 (IAs) and 9 (relay message) cannot be set; in an answer, neither can 1 (client id) and 14.", source: "Pkt::addOption" },
        { name: "removeOption", operation: "remove_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 65535" }], doc: "Removes every option with this code; nothing happens where there is none. Options 2, 3, 4, 9 and 25 cannot be removed; in an answer, neither can 1 and 14.", source: "Pkt::delOption" },
        { name: "addClass", operation: "add_class", parameters: [{ name: "name", type: "string", doc: "class name, 1 to 255 bytes" }], doc: "Puts the packet into a client class, so that subnets, pools and options guarded by it apply. An answer is in none.", source: "Pkt::addClass" },
      ],
    },
    {
      name: "RelayHop",
      doc: "One relay agent that passed a DHCPv6 packet on.",
      source: "RFC 8415 section 9; Kea isc::dhcp::Pkt6::RelayInfo",
      fields: [
        { name: "type", type: "u8", doc: "Message type: 12, RELAY-FORW.", source: "RFC 8415 section 9; RelayInfo::msg_type_" },
        { name: "hopCount", type: "u8", doc: "How many relay agents had passed the packet on before this one.", source: "RFC 8415 section 9; RelayInfo::hop_count_" },
        { name: "linkAddr", type: "ipv6", doc: "Link address: tells the server which link the client is on.", source: "RFC 8415 section 9; RelayInfo::linkaddr_" },
        { name: "peerAddr", type: "ipv6", doc: "Peer address: where the relay agent had the message from.", source: "RFC 8415 section 9; RelayInfo::peeraddr_" },
      ],
      reads: [
        { name: "option", calls: "option", parameters: [{ name: "code", type: "u32", doc: "option code: 18 is the interface id, 37 the remote id, 79 the client's link-layer address" }], returns: "bytes", absent: "null where this relay agent added no such option", doc: "The value of an option that this relay agent added, without code and length.", source: "RFC 8415 section 21; RelayInfo::options_" },
      ],
      edits: [],
    },
    {
      name: "Subnet4",
      doc: "A DHCPv4 subnet of Kea's configuration.",
      source: "Kea isc::dhcp::Subnet4",
      fields: [
        { name: "id", type: "u32", doc: "Number of the subnet in the configuration.", source: "Subnet::getID" },
        { name: "prefix", type: "ipv4", doc: "First address of the subnet.", source: "Subnet::get" },
        { name: "prefixLength", type: "u8", doc: "Length of the prefix, in bits, 0 to 32.", source: "Subnet::get" },
        { name: "sharedNetwork", type: "bytes", doc: "Name of the shared network that the subnet belongs to; empty where it belongs to none.", source: "Subnet::getSharedNetworkName" },
      ],
      reads: [
        { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "The subnet as the configuration has it, such as 192.0.2.0/24.", source: "Subnet::toText" },
        { name: "userContext", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "The subnet's user context as JSON text; empty where it has none.", source: "UserContext::getContext" },
      ],
      edits: [],
    },
    {
      name: "Subnet6",
      doc: "A DHCPv6 subnet of Kea's configuration.",
      source: "Kea isc::dhcp::Subnet6",
      fields: [
        { name: "id", type: "u32", doc: "Number of the subnet in the configuration.", source: "Subnet::getID" },
        { name: "prefixLength", type: "u8", doc: "Length of the prefix, in bits, 0 to 128.", source: "Subnet::get" },
        { name: "prefix", type: "ipv6", doc: "First address of the subnet.", source: "Subnet::get" },
        { name: "sharedNetwork", type: "bytes", doc: "Name of the shared network that the subnet belongs to; empty where it belongs to none.", source: "Subnet::getSharedNetworkName" },
      ],
      reads: [
        { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "The subnet as the configuration has it, such as 2001:db8::/32.", source: "Subnet::toText" },
        { name: "userContext", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "The subnet's user context as JSON text; empty where it has none.", source: "UserContext::getContext" },
      ],
      edits: [],
    },
    {
      name: "Lease4",
      doc: "A DHCPv4 lease.",
      source: "Kea isc::dhcp::Lease4",
      fields: [
        { name: "address", type: "ipv4", doc: "The address.", source: "Lease::addr_" },
        { name: "state", type: "u8", doc: "0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0); see LeaseState.", source: "Lease::state_" },
        { name: "fqdnFwd", type: "bool", doc: "True where the name is, or is to be, in the DNS with its address.", source: "Lease::fqdn_fwd_" },
        { name: "fqdnRev", type: "bool", doc: "True where the address is, or is to be, in the DNS with its name.", source: "Lease::fqdn_rev_" },
        { name: "subnetId", type: "u32", doc: "Number of the subnet that the lease belongs to.", source: "Lease::subnet_id_" },
        { name: "validLifetime", type: "u32", unit: "seconds", doc: "How long the client may use the address, counted from cltt; 4294967295 means for ever.", source: "RFC 2132 section 9.2; Lease::valid_lft_" },
        { name: "reuseableLifetime", type: "u32", unit: "seconds", doc: "What is left where Kea hands out a cached lease without storing it again; 0 where it does not.", source: "Lease::reuseable_valid_lft_" },
        { name: "cltt", type: "i64", unit: "seconds since 1970", doc: "When the client was last heard of: the lease ends validLifetime later.", source: "Lease::cltt_" },
        { name: "hwaddr", type: "hwaddr", absent: "null where the lease has none", doc: "Client's hardware address.", source: "Lease::hwaddr_" },
        { name: "clientId", type: "bytes", absent: "null where the client sent none, or Kea is not to match it", doc: "Client identifier: its type byte and what follows.", source: "RFC 2132 section 9.14; Lease4::client_id_" },
        { name: "hostname", type: "bytes", doc: "Name of the client, as Kea keeps it; empty where there is none.", source: "Lease::hostname_" },
      ],
      reads: [
        { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the lease, several lines; its form depends on Kea's version.", source: "Lease4::toText" },
        { name: "userContext", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "The lease's user context as JSON text; empty where it has none.", source: "UserContext::getContext" },
        { name: "stateName", calls: "text", fixed: [2], parameters: [], returns: "string", doc: "Kea's name of the state, such as default or declined; unknown with the number for one that this Kea does not know.", source: "Lease::basicStatesToText" },
      ],
      edits: [],
    },
    {
      name: "Lease6",
      doc: "A DHCPv6 lease: of an address or of a delegated prefix.",
      source: "Kea isc::dhcp::Lease6",
      fields: [
        { name: "type", type: "u8", doc: "0 an address (IA_NA), 1 a temporary address (IA_TA), 2 a delegated prefix (IA_PD); see Lease6Type.", source: "Lease6::type_" },
        { name: "state", type: "u8", doc: "0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0), 4 registered by the client (since Kea 2.7.7); see LeaseState.", source: "Lease::state_" },
        { name: "prefixLength", type: "u8", doc: "Length of the delegated prefix, in bits; 128 for an address.", source: "Lease6::prefixlen_" },
        { name: "fqdnFwd", type: "bool", doc: "True where the name is, or is to be, in the DNS with its address.", source: "Lease::fqdn_fwd_" },
        { name: "fqdnRev", type: "bool", doc: "True where the address is, or is to be, in the DNS with its name.", source: "Lease::fqdn_rev_" },
        { name: "iaid", type: "u32", doc: "Number that the client gave to its identity association; host byte order.", source: "RFC 8415 section 21.4; Lease6::iaid_" },
        { name: "subnetId", type: "u32", doc: "Number of the subnet that the lease belongs to.", source: "Lease::subnet_id_" },
        { name: "preferredLifetime", type: "u32", unit: "seconds", doc: "How long the client should use the address for what it begins, counted from cltt; 4294967295 means for ever.", source: "RFC 8415 section 21.6; Lease6::preferred_lft_" },
        { name: "validLifetime", type: "u32", unit: "seconds", doc: "How long the client may use the address, counted from cltt; 4294967295 means for ever.", source: "RFC 8415 section 21.6; Lease::valid_lft_" },
        { name: "reuseableLifetime", type: "u32", unit: "seconds", doc: "What is left where Kea hands out a cached lease without storing it again; 0 where it does not.", source: "Lease::reuseable_valid_lft_" },
        { name: "cltt", type: "i64", unit: "seconds since 1970", doc: "When the client was last heard of: the lease ends validLifetime later.", source: "Lease::cltt_" },
        { name: "address", type: "ipv6", doc: "The address, or the first one of the delegated prefix.", source: "Lease::addr_" },
        { name: "duid", type: "duid", absent: "null where the lease has none", doc: "Client's DUID.", source: "Lease6::duid_" },
        { name: "hwaddr", type: "hwaddr", absent: "null where Kea does not know it", doc: "Client's hardware address.", source: "Lease::hwaddr_" },
        { name: "hostname", type: "bytes", doc: "Name of the client, as Kea keeps it; empty where there is none.", source: "Lease::hostname_" },
      ],
      reads: [
        { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the lease, several lines; its form depends on Kea's version.", source: "Lease6::toText" },
        { name: "userContext", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "The lease's user context as JSON text; empty where it has none.", source: "UserContext::getContext" },
        { name: "stateName", calls: "text", fixed: [2], parameters: [], returns: "string", doc: "Kea's name of the state, such as default or declined; unknown with the number for one that this Kea does not know.", source: "Lease::basicStatesToText" },
      ],
      edits: [],
    },
    {
      name: "Lease4List",
      doc: "DHCPv4 leases, none or several.",
      source: "Kea isc::dhcp::Lease4Collection",
      fields: [
        { name: "length", type: "i32", doc: "How many leases there are, 0 or more.", source: "Lease4Collection::size" },
      ],
      reads: [
        { name: "at", calls: "item", parameters: [{ name: "index", type: "u32", doc: "0 is the first lease, length - 1 the last one" }], returns: "Lease4", absent: "null where index is length or more", doc: "One of the leases, good until at least a hundred others were asked for, or the callout ends.", source: "Lease4Collection::operator[]" },
      ],
      edits: [],
    },
    {
      name: "Lease6List",
      doc: "DHCPv6 leases, none or several: of addresses and of delegated prefixes.",
      source: "Kea isc::dhcp::Lease6Collection",
      fields: [
        { name: "length", type: "i32", doc: "How many leases there are, 0 or more.", source: "Lease6Collection::size" },
      ],
      reads: [
        { name: "at", calls: "item", parameters: [{ name: "index", type: "u32", doc: "0 is the first lease, length - 1 the last one" }], returns: "Lease6", absent: "null where index is length or more", doc: "One of the leases, good until at least a hundred others were asked for, or the callout ends.", source: "Lease6Collection::operator[]" },
      ],
      edits: [],
    },
    {
      name: "RawPacket4",
      doc: "A DHCPv4 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.",
      source: "RFC 2131 section 2; Kea isc::dhcp::Pkt4 before unpack()",
      fields: [
        { name: "localPort", type: "u16", doc: "UDP port that the packet came in at.", source: "Pkt::getLocalPort" },
        { name: "remotePort", type: "u16", doc: "UDP port that the packet was sent from.", source: "Pkt::getRemotePort" },
        { name: "localAddr", type: "ipv4", doc: "Address that the packet came in at.", source: "Pkt::getLocalAddr" },
        { name: "remoteAddr", type: "ipv4", doc: "Address that the packet was sent from: the client or the last relay.", source: "Pkt::getRemoteAddr" },
        { name: "ifindex", type: "i32", doc: "Index of the interface that the packet came in at; -1 where not known.", source: "Pkt::getIndex" },
        { name: "iface", type: "bytes", doc: "Name of the interface that the packet came in at; empty where not known.", source: "Pkt::getIface" },
        { name: "wire", type: "bytes", doc: "The packet's bytes as they came: at least 236 of them, for Kea takes no fewer, and beyond that anything.", source: "RFC 2131 section 2; Pkt::data_" },
        { name: "remoteHwaddr", type: "hwaddr", lazy: 13, absent: "null where the socket does not tell it (UDP sockets)", doc: "Link-layer source address of the frame: the client's or the last relay's.", source: "Pkt::getRemoteHWAddr" },
      ],
      reads: [],
      edits: [],
    },
    {
      name: "RawPacket6",
      doc: "A DHCPv6 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.",
      source: "RFC 8415 section 8; Kea isc::dhcp::Pkt6 before unpack()",
      fields: [
        { name: "remotePort", type: "u16", doc: "UDP port that the packet was sent from.", source: "Pkt::getRemotePort" },
        { name: "ifindex", type: "i32", doc: "Index of the interface that the packet came in at; -1 where not known.", source: "Pkt::getIndex" },
        { name: "localAddr", type: "ipv6", doc: "Address that the packet came in at.", source: "Pkt::getLocalAddr" },
        { name: "remoteAddr", type: "ipv6", doc: "Address that the packet was sent from: the client or the last relay.", source: "Pkt::getRemoteAddr" },
        { name: "iface", type: "bytes", doc: "Name of the interface that the packet came in at; empty where not known.", source: "Pkt::getIface" },
        { name: "wire", type: "bytes", doc: "The packet's bytes as they came, those of its relay agents included; they may be anything.", source: "RFC 8415 sections 8 and 9; Pkt::data_" },
      ],
      reads: [],
      edits: [],
    },
  ],

  hookPoints: [
    {
      name: "pkt4_receive", context: "Pkt4Receive", number: 1, family: 4, since: keaEvery, dropsPacketOn: ["Skip", "Drop"],
      doc: "A DHCPv4 packet was received, parsed and put into its classes; nothing has been decided yet.",
      arguments: [{ name: "query4", type: "Pkt4", doc: "The client's packet.", editable: true }],
      verdicts: { Continue: "Kea processes the packet.", Skip: "The same as Drop: Kea drops the packet.", Drop: "Kea drops the packet; the client gets nothing." },
    },
    {
      name: "pkt6_receive", context: "Pkt6Receive", number: 2, family: 6, since: keaEvery, dropsPacketOn: ["Skip", "Drop"],
      doc: "A DHCPv6 packet was received, parsed and put into its classes; Kea has not yet checked that it has what its type needs, such as a DUID.",
      arguments: [{ name: "query6", type: "Pkt6", doc: "The client's packet.", editable: true }],
      verdicts: { Continue: "Kea processes the packet.", Skip: "The same as Drop: Kea drops the packet.", Drop: "Kea drops the packet; the client gets nothing." },
    },
    {
      name: "subnet4_select", context: "Subnet4Select", number: 3, family: 4, since: keaEvery, dropsPacketOn: ["Drop"],
      doc: "Kea chose the subnet in which the client gets its addresses.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "subnet4", type: "Subnet4", doc: "The subnet that Kea chose.", absent: "null where no subnet fits the client" },
      ],
      verdicts: { Continue: "Kea goes on with this subnet.", Skip: "The client gets no subnet and so no address: a DISCOVER no answer, a REQUEST a NAK or none, an INFORM what is configured globally.", Drop: "Kea drops the packet; the client gets nothing." },
    },
    {
      name: "subnet6_select", context: "Subnet6Select", number: 4, family: 6, since: keaEvery, dropsPacketOn: ["Drop"],
      doc: "Kea chose the subnet in which the client gets its addresses.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "subnet6", type: "Subnet6", doc: "The subnet that Kea chose.", absent: "null where no subnet fits the client" },
      ],
      verdicts: { Continue: "Kea goes on with this subnet.", Skip: "The client gets no subnet and so no address; Kea answers with what is configured globally.", Drop: "Kea drops the packet; the client gets nothing." },
    },
    {
      name: "lease4_select", context: "Lease4Select", number: 5, family: 4, since: keaEvery,
      unsafe: { verdict: "Skip", where: "fakeAllocation", before: "3.0.4", doc: "Kea before 3.0.4 crashes on a Skip for the offer to a client that has a reservation; there it is a fault while fakeAllocation is true." },
      doc: "Kea is about to give the client an address that it did not have.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "subnet4", type: "Subnet4", doc: "The subnet of the address." },
        { name: "fakeAllocation", type: "bool", doc: "True where the address is only offered (DISCOVER), false where it is assigned." },
        { name: "lease4", type: "Lease4", doc: "The lease as it would be stored." },
      ],
      verdicts: { Continue: "The client gets this address.", Skip: "The client does not get this address; while an address is sought for an offer, Kea may come with another one. To refuse the client altogether, drop its packet at pkt4_receive or subnet4_select." },
    },
    {
      name: "lease6_select", context: "Lease6Select", number: 6, family: 6, since: keaEvery,
      unsafe: { verdict: "Skip", before: "3.0.4", doc: "Kea before 3.0.4 crashes on a Skip for a client that has a reservation, and Kea 2.2 where it would use an expired lease again; there it is a fault." },
      doc: "Kea is about to give the client an address or a prefix that it did not have; called once for each.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "subnet6", type: "Subnet6", doc: "The subnet of the address." },
        { name: "fakeAllocation", type: "bool", doc: "True where the address is only offered (SOLICIT without rapid commit), false where it is assigned." },
        { name: "lease6", type: "Lease6", doc: "The lease as it would be stored." },
      ],
      verdicts: { Continue: "The client gets this address or prefix.", Skip: "The client does not get this address or prefix; Kea may come with another one." },
    },
    {
      name: "lease4_renew", context: "Lease4Renew", number: 7, family: 4, since: keaEvery,
      doc: "A client that has a lease goes on using it. Kea comes here also for the offer to such a client: the packet's type tells.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "subnet4", type: "Subnet4", doc: "The subnet of the lease." },
        { name: "lease4", type: "Lease4", doc: "The lease with its new lifetime, as it would be stored." },
      ],
      verdicts: { Continue: "Kea stores the lease.", Skip: "Kea keeps the lease as it was before, and answers the client all the same." },
    },
    {
      name: "lease6_renew", context: "Lease6Renew", number: 8, family: 6, since: keaEvery,
      doc: "A client renews an address or a prefix; called once for each.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "lease6", type: "Lease6", doc: "The lease with its new lifetimes, as it would be stored." },
      ],
      verdicts: { Continue: "Kea stores the lease.", Skip: "Kea keeps the lease as it was before, and answers the client all the same." },
    },
    {
      name: "lease6_rebind", context: "Lease6Rebind", number: 9, family: 6, since: keaEvery,
      doc: "A client rebinds an address or a prefix; called once for each.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "lease6", type: "Lease6", doc: "The lease with its new lifetimes, as it would be stored." },
      ],
      verdicts: { Continue: "Kea stores the lease.", Skip: "Kea keeps the lease as it was before, and answers the client all the same." },
    },
    {
      name: "lease4_release", context: "Lease4Release", number: 10, family: 4, since: keaEvery,
      doc: "A client gives its address back.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "lease4", type: "Lease4", doc: "The lease as it is." },
      ],
      verdicts: { Continue: "Kea ends the lease.", Skip: "Kea keeps the lease.", Drop: "The same as Skip." },
    },
    {
      name: "lease6_release", context: "Lease6Release", number: 11, family: 6, since: keaEvery,
      doc: "A client gives an address or a prefix back; called once for each.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "lease6", type: "Lease6", doc: "The lease as it is." },
      ],
      verdicts: { Continue: "Kea ends the lease.", Skip: "Kea keeps the lease and tells the client that it could not release it." },
    },
    {
      name: "lease4_decline", context: "Lease4Decline", number: 12, family: 4, since: keaEvery,
      doc: "A client found that somebody else uses its address.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "lease4", type: "Lease4", doc: "The lease as it is." },
      ],
      verdicts: { Continue: "Kea sets the address aside for the probation period.", Skip: "Kea keeps the lease as it is.", Drop: "The same as Skip." },
    },
    {
      name: "lease6_decline", context: "Lease6Decline", number: 13, family: 6, since: keaEvery,
      doc: "A client found that somebody else uses its address; called once for each.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "lease6", type: "Lease6", doc: "The lease as it is." },
      ],
      verdicts: { Continue: "Kea sets the address aside for the probation period.", Skip: "Kea keeps the lease as it is, and answers as if it had not.", Drop: "Kea keeps the lease as it is; the client gets no answer." },
    },
    {
      name: "lease4_expire", context: "Lease4Expire", number: 14, family: 4, since: keaEvery,
      doc: "A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined address (state 1) comes here before it is free again.",
      arguments: [
        { name: "lease4", type: "Lease4", doc: "The lease that ended." },
        { name: "removeLease", type: "bool", doc: "True where Kea deletes the lease, false where it keeps it in the state 2 or gives its address to somebody else at once." },
      ],
      verdicts: { Continue: "Kea reclaims the lease." },
    },
    {
      name: "lease6_expire", context: "Lease6Expire", number: 15, family: 6, since: keaEvery,
      doc: "A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined address (state 1) comes here before it is free again.",
      arguments: [
        { name: "lease6", type: "Lease6", doc: "The lease that ended." },
        { name: "removeLease", type: "bool", doc: "True where Kea deletes the lease, false where it keeps it in the state 2 or gives its address to somebody else at once." },
      ],
      verdicts: { Continue: "Kea reclaims the lease." },
    },
    {
      name: "lease4_recover", context: "Lease4Recover", number: 16, family: 4, since: keaEvery,
      doc: "The probation period of a declined address has ended.",
      arguments: [
        { name: "lease4", type: "Lease4", doc: "The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros)." },
      ],
      verdicts: { Continue: "Kea may give the address to clients again.", Skip: "The address stays declined." },
    },
    {
      name: "lease6_recover", context: "Lease6Recover", number: 17, family: 6, since: keaEvery,
      doc: "The probation period of a declined address has ended.",
      arguments: [
        { name: "lease6", type: "Lease6", doc: "The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros)." },
      ],
      verdicts: { Continue: "Kea may give the address to clients again.", Skip: "The address stays declined." },
    },
    {
      name: "pkt4_send", context: "Pkt4Send", number: 18, family: 4, since: keaEvery,
      doc: "Kea made the answer to a client and is about to send it.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "response4", type: "Pkt4", doc: "The answer, its options not yet in their final order.", editable: true },
        { name: "subnet4", type: "Subnet4", doc: "The subnet that the client was put into.", absent: "null where the client has none, and before Kea 2.5.6", since: "2.5.6" },
      ],
      verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
    },
    {
      name: "pkt6_send", context: "Pkt6Send", number: 19, family: 6, since: keaEvery,
      doc: "Kea made the answer to a client and is about to send it.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "response6", type: "Pkt6", doc: "The answer, its options not yet in their final order.", editable: true },
        { name: "subnet6", type: "Subnet6", doc: "The subnet that the client was put into.", absent: "null where the client has none, and before Kea 2.5.6", since: "2.5.6" },
      ],
      verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
    },
    {
      name: "leases4_committed", context: "Leases4Committed", number: 20, family: 4, since: keaEvery,
      doc: "Kea stored or ended what a REQUEST, RELEASE or DECLINE was about, and did not answer yet. Both lists may be empty, such as for a RELEASE of what the client does not have.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "leases4", type: "Lease4List", doc: "The lease that was stored, or was declined; empty where there is none, or where Kea handed out a cached lease without storing it again." },
        { name: "deletedLeases4", kea: "deleted_leases4", type: "Lease4List", doc: "The lease that the client had and has no more." },
        { name: "response4", type: "Pkt4", doc: "The answer that Kea is about to send.", absent: "null where there is none, such as for a RELEASE, and before Kea 2.7.7", since: "2.7.7" },
      ],
      verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; the leases stay as they are." },
    },
    {
      name: "leases6_committed", context: "Leases6Committed", number: 21, family: 6, since: keaEvery,
      doc: "Kea stored or ended what a client's message was about, and did not answer yet: a REQUEST, RENEW, REBIND, RELEASE, DECLINE or registration, or a SOLICIT with rapid commit. Both lists may be empty.",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's packet." },
        { name: "leases6", type: "Lease6List", doc: "The leases that were stored, or were declined; without those that Kea handed out from its cache without storing them again." },
        { name: "deletedLeases6", kea: "deleted_leases6", type: "Lease6List", doc: "The leases that the client had and has no more." },
        { name: "response6", type: "Pkt6", doc: "The answer that Kea is about to send.", absent: "null where Kea is older than 2.7.7", since: "2.7.7" },
      ],
      verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; the leases stay as they are." },
    },
    {
      name: "lease4_offer", context: "Lease4Offer", number: 22, family: 4, since: "2.5.2",
      doc: "Kea is about to offer an address to the client of a DISCOVER.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's packet." },
        { name: "leases4", type: "Lease4List", doc: "The lease as it is offered; empty where there is none, or where it is a cached one." },
        { name: "offerLifetime", kea: "offer_lifetime", type: "u32", doc: "How many seconds Kea keeps the offered address for this client; 0 where it does not store offers." },
        { name: "oldLease", kea: "old_lease", type: "Lease4", doc: "The lease that the client had before.", absent: "null where it had none" },
        { name: "response4", type: "Pkt4", doc: "The offer.", absent: "null where Kea is older than 2.7.7", since: "2.7.7" },
      ],
      verdicts: { Continue: "Kea sends the offer.", Drop: "The offer is not sent." },
    },
    {
      name: "lease4_server_decline", context: "Lease4ServerDecline", number: 23, family: 4, since: "2.5.5",
      doc: "Another hook library, such as Kea's ping check, found the offered address in use, and Kea set it aside.",
      arguments: [
        { name: "query4", type: "Pkt4", doc: "The client's DISCOVER, which gets no answer." },
        { name: "lease4", type: "Lease4", doc: "The lease as it was set aside: declined, and of no client any more." },
      ],
      verdicts: { Continue: "Kea goes on." },
    },
    {
      name: "addr6_register", context: "Addr6Register", number: 24, family: 6, since: "2.7.7", dropsPacketOn: ["Drop"],
      doc: "A client registers an address that it made by itself (RFC 9686).",
      arguments: [
        { name: "query6", type: "Pkt6", doc: "The client's ADDR-REG-INFORM." },
        { name: "response6", type: "Pkt6", doc: "The answer that Kea is about to send." },
        { name: "address6", type: "ipv6", doc: "The address." },
        { name: "oldLease6", kea: "old_lease6", type: "Lease6", doc: "The registration that is there.", absent: "null where the address was not registered before" },
        { name: "newLease6", kea: "new_lease6", type: "Lease6", doc: "The registration as it would be stored." },
      ],
      verdicts: { Continue: "Kea stores the registration and answers.", Skip: "Kea does not store the registration, and answers all the same.", Drop: "Kea drops the packet; the client gets nothing." },
    },
    {
      name: "buffer4_receive", context: "Buffer4Receive", number: 25, family: 4, since: keaEvery, dropsPacketOn: ["Drop"],
      doc: "A DHCPv4 packet was received; Kea has not looked at its bytes yet.",
      arguments: [{ name: "query4", type: "RawPacket4", doc: "The packet's bytes and where they came from." }],
      verdicts: { Continue: "Kea parses the packet.", Drop: "Kea drops the packet; the client gets nothing." },
    },
    {
      name: "buffer6_receive", context: "Buffer6Receive", number: 26, family: 6, since: keaEvery, dropsPacketOn: ["Drop"],
      doc: "A DHCPv6 packet was received; Kea has not looked at its bytes yet.",
      arguments: [{ name: "query6", type: "RawPacket6", doc: "The packet's bytes and where they came from." }],
      verdicts: { Continue: "Kea parses the packet.", Drop: "Kea drops the packet; the client gets nothing." },
    },
    {
      name: "buffer4_send", context: "Buffer4Send", number: 27, family: 4, since: keaEvery,
      doc: "Kea packed its answer to a client; the bytes are about to be sent.",
      arguments: [{ name: "response4", type: "Pkt4", doc: "The answer, which cannot be edited any more; `wire` has its bytes." }],
      verdicts: { Continue: "Kea sends the answer.", Skip: "The same as Drop: the answer is not sent.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
    },
    {
      name: "buffer6_send", context: "Buffer6Send", number: 28, family: 6, since: keaEvery,
      doc: "Kea packed its answer to a client; the bytes are about to be sent.",
      arguments: [{ name: "response6", type: "Pkt6", doc: "The answer, which cannot be edited any more; `wire` has its bytes." }],
      verdicts: { Continue: "Kea sends the answer.", Skip: "The same as Drop: the answer is not sent.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
    },
  ],

  // Changes that a policy asks for, in the order of the log. The host applies all of them or none.
  edits: [
    { name: "set_option", number: 1, doc: "code, value: sets an option." },
    { name: "remove_option", number: 2, doc: "code: removes an option." },
    { name: "add_class", number: 3, doc: "value: a class name in UTF-8." },
  ],

  // What a policy may import from the module kea_policy_1. Pointers are addresses in the policy's memory; text that goes to the
  // host is UTF-16 as AssemblyScript holds it, its length in bytes; text from the host is UTF-8. A result of type
  // address is 0 where there is nothing, and lies in the frame, good until the callout ends.
  hostFunctions: [
    { name: "abort", parameters: ["message:address", "messageBytes:u32", "file:address", "fileBytes:u32", "line:u32", "column:u32"], result: "void", doc: "Ends the callout as a fault; does not return." },
    { name: "log", parameters: ["level:u32", "text:address", "bytes:u32"], result: "void", doc: "A line for Kea's log: level 0 debug, 1 info, 2 warning, 3 error." },
    { name: "refuse", parameters: ["text:address", "bytes:u32"], result: "void", doc: "The sentence with which load() refuses its configuration." },
    { name: "seed", parameters: [], result: "f64", doc: "A random number from 0 up to 1, for Math.random." },
    { name: "now", parameters: [], result: "i64", doc: "Milliseconds since 1970, for Date." },
    { name: "fetch", parameters: ["object:u32", "field:u32"], result: "address", doc: "Brings a lazy field into the frame." },
    { name: "option", parameters: ["object:u32", "code:u32"], result: "address", doc: "Brings an option's value into the frame." },
    { name: "sub_option", parameters: ["object:u32", "code:u32", "subCode:u32"], result: "address", doc: "Brings the value of an option inside an option into the frame." },
    { name: "relay", parameters: ["object:u32", "index:u32"], result: "address", doc: "Brings the record of a relay agent into the frame." },
    { name: "text", parameters: ["object:u32", "which:u32", "destination:address", "capacity:u32"], result: "u32", doc: "Kea's own text of an object: which 0 the full text, 1 the label, 2 the name of a packet's type or of a lease's state. Writes as much as fits, returns the full length in bytes." },
    { name: "list_open", parameters: ["name:address", "bytes:u32"], result: "u32", doc: "The number of a list that the configuration names, 0 where it names none." },
    { name: "list_kind", parameters: ["list:u32"], result: "u32", doc: "What a list holds: 0 no such list, 1 hwaddr, 2 oui, 3 duid, 4 prefix, 5 string." },
    { name: "list_has", parameters: ["list:u32", "key:address", "bytes:u32"], result: "u32", doc: "1 where the list has the key (oui: its first three bytes; prefix: a prefix that covers the address of 4 or 16 bytes), else 0." },
    { name: "config_kind", parameters: ["node:u32"], result: "u32", doc: "Kind of a node of the policy's configuration: 0 absent, 1 null, 2 boolean, 3 integer, 4 number, 5 string, 6 list, 7 map. Node 1 is the whole." },
    { name: "config_size", parameters: ["node:u32"], result: "u32", doc: "Items of a list or map, bytes of a string, else 0." },
    { name: "config_item", parameters: ["node:u32", "index:u32"], result: "u32", doc: "An item of a list, or the value of a map's member by position; 0 where there is none." },
    { name: "config_member", parameters: ["node:u32", "name:address", "bytes:u32"], result: "u32", doc: "The value of a map's member by name; 0 where there is none." },
    { name: "config_name", parameters: ["node:u32", "index:u32", "destination:address", "capacity:u32"], result: "u32", doc: "Name of a map's member by position. Writes as much as fits, returns the full length in bytes." },
    { name: "config_integer", parameters: ["node:u32"], result: "i64", doc: "Value of an integer or boolean node, else 0." },
    { name: "config_number", parameters: ["node:u32"], result: "f64", doc: "Value of an integer or number node, else 0." },
    { name: "config_string", parameters: ["node:u32", "destination:address", "capacity:u32"], result: "u32", doc: "Value of a string node. Writes as much as fits, returns the full length in bytes." },
    { name: "item", parameters: ["object:u32", "index:u32"], result: "address", doc: "Brings the record of an item of a list into the frame; it may take the place of one that was brought at least a hundred items ago." },
    { name: "run_script", parameters: ["environment:address", "bytes:u32"], result: "u32", doc: "Runs the program that the policy's configuration names with its key script, and answers the verdict that follows from it: 0 continue, 1 skip, 2 drop. The environment is a run of NAME=VALUE strings of bytes, a zero byte behind each. Only a policy with that key may import it." },
  ],
};
