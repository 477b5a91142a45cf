// SPDX-License-Identifier: MPL-2.0
// Packets, parsed and raw, and what is inside of them.
import type { Edit, Field, ObjectType } from "../schema_types.ts";

// What packets of both families have.
const localPort: Field = { name: "localPort", type: "u16", doc: "UDP port that the packet came in at.", source: "Pkt::getLocalPort" };
const remotePort: Field = { name: "remotePort", type: "u16", doc: "UDP port that the packet was sent from.", source: "Pkt::getRemotePort" };
const ifindex: Field = { name: "ifindex", type: "i32", doc: "Index of the interface that the packet came in at; -1 where not known.", source: "Pkt::getIndex" };
const iface: Field = { name: "iface", type: "bytes", doc: "Name of the interface that the packet came in at; empty where not known.", source: "Pkt::getIface" };
const localAddr: Omit<Field, "type"> = { name: "localAddr", doc: "Address that the packet came in at.", source: "Pkt::getLocalAddr" };
const remoteAddr: Omit<Field, "type"> = { name: "remoteAddr", doc: "Address that the packet was sent from: the client or the last relay.", source: "Pkt::getRemoteAddr" };
const classes: Field = { name: "classes", type: "byteslist", doc: "Names of the client classes that the packet is in, in the order of their evaluation.", source: "Pkt::getClasses" };
const remoteHwaddr4: Field = { name: "remoteHwaddr", type: "hwaddr", absent: "null where the socket does not tell it (UDP sockets)", doc: "Link-layer source address of the frame: the client's or the last relay's.", source: "Pkt::getRemoteHWAddr" };
const addClass: Edit = { name: "addClass", operation: "add_class", parameters: [{ name: "name", type: "string", doc: "class name, 1 to 255 bytes" }], doc: "Puts the packet into a client class, so that subnets, pools and options guarded by it apply. An answer is in none.", source: "Pkt::addClass" };

export const pkt4: ObjectType = {
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
    localPort,
    remotePort,
    { name: "transid", type: "u32", doc: "Transaction id, host byte order.", source: "RFC 2131 section 2 (xid); Pkt::getTransid" },
    { name: "ciaddr", type: "ipv4", doc: "The address that the client says it has; 0.0.0.0 where it has none.", source: "RFC 2131 section 2; Pkt4::getCiaddr" },
    { name: "yiaddr", type: "ipv4", doc: "'Your' address: 0.0.0.0 in a client's packet.", source: "RFC 2131 section 2; Pkt4::getYiaddr" },
    { name: "siaddr", type: "ipv4", doc: "Next server to use in bootstrap; 0.0.0.0 where not set.", source: "RFC 2131 section 2; Pkt4::getSiaddr" },
    { name: "giaddr", type: "ipv4", doc: "Relay agent's address; 0.0.0.0 where the packet was not relayed.", source: "RFC 2131 section 2; Pkt4::getGiaddr" },
    { ...localAddr, type: "ipv4" },
    { ...remoteAddr, type: "ipv4", doc: `${remoteAddr.doc} 0.0.0.0 where that is an IPv6 address (DHCPv4 over DHCPv6).` },
    ifindex,
    iface,
    { name: "hwaddr", type: "hwaddr", doc: "Client's hardware address (chaddr); empty where hlen is 0.", source: "RFC 2131 section 2; Pkt4::getHWAddr" },
    { name: "clientId", type: "bytes", absent: "null where the client sent no option 61", doc: "Client identifier (option 61): its type byte and what follows.", source: "RFC 2132 section 9.14; DHO_DHCP_CLIENT_IDENTIFIER" },
    { ...remoteHwaddr4, lazy: 1 },
    { name: "sname", type: "bytes", lazy: 2, doc: "Server host name field, always 64 bytes, padded with zeros.", source: "RFC 2131 section 2; Pkt4::getSname" },
    { name: "file", type: "bytes", lazy: 3, doc: "Boot file name field, always 128 bytes, padded with zeros.", source: "RFC 2131 section 2; Pkt4::getFile" },
    { ...classes, lazy: 4 },
    { name: "localHwaddr", type: "hwaddr", lazy: 9, absent: "null where the socket does not tell it (UDP sockets)", doc: "Link-layer address that the frame was sent to: that of Kea's interface, or the broadcast address.", source: "Pkt::getLocalHWAddr" },
    { name: "wire", type: "bytes", lazy: 11, absent: "null where Kea has not packed its answer yet: before buffer4_send", doc: "The packet's bytes, of a client's as they came, of an answer as they will be sent.", source: "Pkt::data_, Pkt::getBuffer" },
    { name: "dhcp4o6", type: "bool", doc: "True where the packet came inside of a DHCPv6 message (DHCPv4 over DHCPv6).", source: "RFC 7341; Pkt4::isDhcp4o6" },
  ],
  reads: [
    { name: "option", calls: "option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 254", codes: [1, 254] }], returns: "bytes", absent: "null where the packet has no such option; an option without a value is empty, not null", doc: "The value of an option, without code and length. Where an option comes in several parts, they are joined (RFC 3396); so is what several vendors have in 124 and 125, of which Kea 2.2 knows the first only. Of an option of addresses or numbers in parts, such as 6 or 55, Kea 2.2 keeps nothing: it is empty.", source: "RFC 2132; Pkt::options_" },
    { name: "subOption", calls: "sub_option", parameters: [{ name: "code", type: "u32", doc: "option code, such as 82", codes: [1, 254] }, { name: "subCode", type: "u32", doc: "code of the option inside it, 0 to 255, such as 1 for the circuit id", codes: [0, 255] }], returns: "bytes", absent: "null where the packet has no such option or sub-option", doc: "The value of an option inside an option: relay agent information (82) or an encapsulated vendor option (43).", source: "RFC 3046 section 2; Option::options_" },
    { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the packet, several lines; its form depends on Kea's version.", source: "Pkt4::toText" },
    { name: "label", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "Kea's short label of the packet, as its log has it: hardware address, client id, transaction id.", source: "Pkt4::getLabel" },
    { name: "typeName", calls: "text", fixed: [2], parameters: [], returns: "string", doc: "Kea's name of the message type, such as DHCPDISCOVER; UNKNOWN for one that this Kea does not know.", source: "Pkt4::getName" },
  ],
  edits: [
    { name: "setOption", operation: "set_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 254" }, { name: "value", type: "binary", doc: "its value, without code and length" }], doc: "Sets an option to a value, in place of any that is there. Options 53 (message type), 54 (server id) and 82 cannot be set; in an answer, neither can 51 (lease time), 52 and 61.", source: "Pkt::addOption" },
    { name: "removeOption", operation: "remove_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 254" }], doc: "Removes an option; nothing happens where it is not there. Options 53, 54 and 82 cannot be removed; in an answer, neither can 51, 52 and 61.", source: "Pkt::delOption" },
    addClass,
  ],
};

export const pkt6: ObjectType = {
  name: "Pkt6",
  doc: "A DHCPv6 packet: a client's after Kea parsed it, or Kea's answer before it is sent; where it is relayed, the message inside.",
  source: "RFC 8415 section 8; Kea isc::dhcp::Pkt6",
  fields: [
    { name: "type", type: "u8", doc: "DHCPv6 message type: 1 SOLICIT, 3 REQUEST, 4 CONFIRM, 5 RENEW, 6 REBIND, 8 RELEASE, 9 DECLINE, 11 INFORMATION-REQUEST; see Dhcp6Type.", source: "RFC 8415 section 7.3; Pkt6::getType" },
    { name: "relayed", type: "bool", doc: "True where at least one relay agent passed the packet on.", source: "Pkt6::relay_info_" },
    localPort,
    remotePort,
    { name: "relayCount", type: "u16", doc: "How many relay agents passed the packet on.", source: "Pkt6::relay_info_" },
    { name: "transid", type: "u32", doc: "Transaction id, 24 bits, host byte order.", source: "RFC 8415 section 8; Pkt::getTransid" },
    ifindex,
    iface,
    { name: "duid", type: "duid", absent: "null where the client sent no option 1", doc: "Client's DUID (option 1, client identifier).", source: "RFC 8415 section 21.2; Pkt6::getClientId" },
    { name: "hwaddr", type: "hwaddr", lazy: 5, absent: "null where no source yields one", doc: "Client's hardware address as far as Kea can tell it: from a raw socket, the relay's option 79, the DUID, the link-local address, the remote-id or DOCSIS options, in this order. HwAddr.source says which.", source: "RFC 6939; Pkt::getMAC(HWADDR_SOURCE_ANY)" },
    { ...localAddr, type: "ipv6", lazy: 6 },
    { ...remoteAddr, type: "ipv6", lazy: 7 },
    { ...classes, lazy: 8 },
    { name: "remoteHwaddr", type: "hwaddr", lazy: 10, absent: "null where the socket does not tell it, which is always so in Kea's own DHCPv6 sockets", doc: "Link-layer source address of the frame: the client's or the last relay's.", source: "Pkt::getRemoteHWAddr" },
    { name: "wire", type: "bytes", lazy: 12, absent: "null where Kea has not packed its answer yet: before buffer6_send", doc: "The packet's bytes with those of its relay agents around them, of a client's as they came, of an answer as they will be sent.", source: "Pkt::data_, Pkt::getBuffer" },
  ],
  reads: [
    { name: "option", calls: "option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 65535", codes: [1, 65535] }], returns: "bytes", absent: "null where the client's message has no such option; an option without a value is empty, not null", doc: "The value of an option of the client's own message, without code and length. Where a code comes several times, the first; see optionAt.", source: "RFC 8415 section 21; Pkt::options_" },
    { name: "optionAt", calls: "option_at", parameters: [{ name: "code", type: "u32", doc: "option code that may come several times: 3 and 25 are IA_NA and IA_PD, 16 and 17 vendor classes and options", codes: [1, 65535] }, { name: "index", type: "u32", doc: "0 is the first option with this code" }], returns: "bytes", absent: "null where the client's message has fewer options with this code", doc: "The value of one of several options with the same code, in the order in which they came.", source: "RFC 8415 section 21; Pkt::options_" },
    { name: "subOption", calls: "sub_option", parameters: [{ name: "code", type: "u32", doc: "option code, such as 3 for an IA_NA", codes: [1, 65535] }, { name: "subCode", type: "u32", doc: "code of the option inside it, 1 to 65535, such as 5 for an address", codes: [1, 65535] }], returns: "bytes", absent: "null where there is no such option or sub-option", doc: "The value of an option inside an option.", source: "RFC 8415 section 21; Option::options_" },
    { name: "relay", calls: "relay", parameters: [{ name: "index", type: "u32", doc: "0 is the relay nearest to the server, relayCount - 1 the one nearest to the client" }], returns: "RelayHop", absent: "null where index is relayCount or more", doc: "One of the relay agents that passed the packet on.", source: "RFC 8415 section 9; Pkt6::relay_info_" },
    { name: "text", calls: "text", fixed: [0], parameters: [], returns: "string", doc: "Kea's own text of the packet, several lines; its form depends on Kea's version.", source: "Pkt6::toText" },
    { name: "label", calls: "text", fixed: [1], parameters: [], returns: "string", doc: "Kea's short label of the packet, as its log has it: DUID and transaction id.", source: "Pkt6::getLabel" },
    { name: "typeName", calls: "text", fixed: [2], parameters: [], returns: "string", doc: "Kea's name of the message type, such as SOLICIT; UNKNOWN for one that this Kea does not know.", source: "Pkt6::getName" },
  ],
  edits: [
    { name: "setOption", operation: "set_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 65535" }, { name: "value", type: "binary", doc: "its value, without code and length" }], doc: "Sets an option of the message to a value, in place of any that is there. Options 2 (server id), 3, 4 and 25 (IAs) and 9 (relay message) cannot be set; in an answer, neither can 1 (client id) and 14.", source: "Pkt::addOption" },
    { name: "removeOption", operation: "remove_option", parameters: [{ name: "code", type: "u32", doc: "option code, 1 to 65535" }], doc: "Removes every option with this code; nothing happens where there is none. Options 2, 3, 4, 9 and 25 cannot be removed; in an answer, neither can 1 and 14.", source: "Pkt::delOption" },
    addClass,
  ],
};

export const relayHop: ObjectType = {
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
    { name: "option", calls: "option", parameters: [{ name: "code", type: "u32", doc: "option code: 18 is the interface id, 37 the remote id, 79 the client's link-layer address", codes: [1, 65535] }], returns: "bytes", absent: "null where this relay agent added no such option", doc: "The value of an option that this relay agent added, without code and length.", source: "RFC 8415 section 21; RelayInfo::options_" },
  ],
  edits: [],
};

export const option6IA: ObjectType = {
  name: "Option6IA",
  doc: "An identity association of a DHCPv6 answer: IA_NA or IA_PD.",
  source: "RFC 8415 sections 21.4 and 21.21; Kea isc::dhcp::Option6IA",
  fields: [
    { name: "type", type: "u16", doc: "Option code: 3 IA_NA, 25 IA_PD.", source: "Option::getType" },
    { name: "iaid", type: "u32", doc: "Number that the client gave to it; host byte order.", source: "RFC 8415 section 21.4; Option6IA::getIAID" },
    { name: "t1", type: "u32", unit: "seconds", doc: "When the client is to renew; 0 leaves it to the client, or Kea did not set it yet.", source: "RFC 8415 section 21.4; Option6IA::getT1" },
    { name: "t2", type: "u32", unit: "seconds", doc: "When the client is to rebind; 0 leaves it to the client, or Kea did not set it yet.", source: "RFC 8415 section 21.4; Option6IA::getT2" },
  ],
  reads: [
    { name: "option", calls: "option", parameters: [{ name: "code", type: "u32", doc: "option code, such as 5 for an address or 26 for a prefix", codes: [1, 65535] }], returns: "bytes", absent: "null where there is no such option in it", doc: "The value of an option inside, without code and length. Where a code comes several times, the first.", source: "RFC 8415 section 21; Option::options_" },
  ],
  edits: [],
};

export const rawPacket4: ObjectType = {
  name: "RawPacket4",
  doc: "A DHCPv4 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.",
  source: "RFC 2131 section 2; Kea isc::dhcp::Pkt4 before unpack()",
  fields: [
    localPort,
    remotePort,
    { ...localAddr, type: "ipv4" },
    { ...remoteAddr, type: "ipv4" },
    ifindex,
    iface,
    { name: "wire", type: "bytes", doc: "The packet's bytes as they came: at least 236 of them, for Kea takes no fewer, and beyond that anything.", source: "RFC 2131 section 2; Pkt::data_" },
    { ...remoteHwaddr4, lazy: 13 },
  ],
  reads: [],
  edits: [],
};

export const rawPacket6: ObjectType = {
  name: "RawPacket6",
  doc: "A DHCPv6 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.",
  source: "RFC 8415 section 8; Kea isc::dhcp::Pkt6 before unpack()",
  fields: [
    remotePort,
    ifindex,
    { ...localAddr, type: "ipv6" },
    { ...remoteAddr, type: "ipv6" },
    iface,
    { name: "wire", type: "bytes", doc: "The packet's bytes as they came, those of its relay agents included; they may be anything.", source: "RFC 8415 sections 8 and 9; Pkt::data_" },
  ],
  reads: [],
  edits: [],
};
