// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// What a policy sees: each class is a view of bytes that the host wrote, drawn above it. Nothing is allocated and
// nothing copied; a view is good during its callout only.
import { IPv4, IPv6 } from "../ip";
import { Bytes, BytesList } from "../bytes";
import { Duid } from "../duid";
import { HwAddr } from "../hw_addr";
import { appendEdit, appendEditText } from "../edit";
import { readText } from "../text";
import * as host from "./imports";

const EDIT_SET_OPTION: u16 = 1;
const EDIT_REMOVE_OPTION: u16 = 2;
const EDIT_ADD_CLASS: u16 = 3;
const EDIT_SET_ARGUMENT: u16 = 4;
const EDIT_SET_VALID_LIFETIME: u16 = 5;
const EDIT_SET_PREFERRED_LIFETIME: u16 = 6;
const EDIT_SET_HOSTNAME: u16 = 7;
const EDIT_SET_USER_CONTEXT: u16 = 8;

/**
 * Address of a lazy field's value, 0 where it has none. The slot holds 0 (not asked for), 1 (absent) or that address.
 */
function fetchLazy(record: usize, slot: usize, field: u32): usize {
  const known = load<u32>(record + slot);
  if (known > 1) return known;
  if (known == 1) return 0;
  const brought = host.fetch(load<u32>(record, 4), field);
  store<u32>(record + slot, brought == 0 ? 1 : <u32>brought);
  return brought;
}

// Pkt4, 128 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u8        type
//    17 u8        op
//    18 u8        htype
//    19 u8        hlen
//    20 u8        hops
//    21 bool      relayed
//    22 u16       secs
//    24 u16       flags
//    26 u16       localPort
//    28 u16       remotePort
//    32 u32       transid
//    36 ipv4      ciaddr
//    40 ipv4      yiaddr
//    44 ipv4      siaddr
//    48 ipv4      giaddr
//    52 ipv4      localAddr
//    56 ipv4      remoteAddr
//    60 i32       ifindex
//    64 bytes     iface
//    72 hwaddr    hwaddr
//    88 bytes     clientId, presence bit 0
//    96 u32       remoteHwaddr: 0, 1 or the address of its hwaddr
//   100 u32       sname: 0, 1 or the address of its bytes
//   104 u32       file: 0, 1 or the address of its bytes
//   108 u32       classes: 0, 1 or the address of its byteslist
//   112 u32       localHwaddr: 0, 1 or the address of its hwaddr
//   116 u32       wire: 0, 1 or the address of its bytes
//   120 bool      dhcp4o6
/**
 * A DHCPv4 packet: a client's after Kea parsed it, or Kea's answer before it is sent.
 * A view: good during its callout only. Source: RFC 2131 section 2; Kea isc::dhcp::Pkt4.
 */
@unmanaged
export class Pkt4 {
  /**
   * DHCP message type: 1 DISCOVER, 2 OFFER, 3 REQUEST, 4 DECLINE, 5 ACK, 6 NAK, 7 RELEASE, 8 INFORM; see Dhcp4Type. 0
   * where option 53 is missing.
   * Source: RFC 2132 section 9.6; Pkt4::getType.
   */
  @inline get type(): u8 {
    return load<u8>(changetype<usize>(this), 16);
  }

  /**
   * BOOTP operation: 1 request, 2 reply.
   * Source: RFC 2131 section 2; Pkt4::getOp.
   */
  @inline get op(): u8 {
    return load<u8>(changetype<usize>(this), 17);
  }

  /**
   * Hardware address type: 1 is Ethernet.
   * Source: RFC 2131 section 2; Pkt4::getHtype.
   */
  @inline get htype(): u8 {
    return load<u8>(changetype<usize>(this), 18);
  }

  /**
   * Length of the hardware address, in bytes, 0 to 16.
   * Source: RFC 2131 section 2; Pkt4::getHlen.
   */
  @inline get hlen(): u8 {
    return load<u8>(changetype<usize>(this), 19);
  }

  /**
   * How many relay agents the packet passed, as they counted.
   * Source: RFC 2131 section 2; Pkt4::getHops.
   */
  @inline get hops(): u8 {
    return load<u8>(changetype<usize>(this), 20);
  }

  /**
   * True where giaddr is neither 0.0.0.0 nor 255.255.255.255.
   * Source: Pkt4::isRelayed.
   */
  @inline get relayed(): bool {
    return load<u8>(changetype<usize>(this), 21) != 0;
  }

  /**
   * Seconds since the client began, as it says; host byte order.
   * Unit: seconds.
   * Source: RFC 2131 section 2; Pkt4::getSecs.
   */
  @inline get secs(): u16 {
    return load<u16>(changetype<usize>(this), 22);
  }

  /**
   * Flags field, host byte order; 0x8000 asks for a broadcast answer.
   * Source: RFC 2131 section 2; Pkt4::getFlags.
   */
  @inline get flags(): u16 {
    return load<u16>(changetype<usize>(this), 24);
  }

  /**
   * UDP port that the packet came in at.
   * Source: Pkt::getLocalPort.
   */
  @inline get localPort(): u16 {
    return load<u16>(changetype<usize>(this), 26);
  }

  /**
   * UDP port that the packet was sent from.
   * Source: Pkt::getRemotePort.
   */
  @inline get remotePort(): u16 {
    return load<u16>(changetype<usize>(this), 28);
  }

  /**
   * Transaction id, host byte order.
   * Source: RFC 2131 section 2 (xid); Pkt::getTransid.
   */
  @inline get transid(): u32 {
    return load<u32>(changetype<usize>(this), 32);
  }

  /**
   * The address that the client says it has; 0.0.0.0 where it has none.
   * Source: RFC 2131 section 2; Pkt4::getCiaddr.
   */
  @inline get ciaddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 36);
  }

  /**
   * 'Your' address: 0.0.0.0 in a client's packet.
   * Source: RFC 2131 section 2; Pkt4::getYiaddr.
   */
  @inline get yiaddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 40);
  }

  /**
   * Next server to use in bootstrap; 0.0.0.0 where not set.
   * Source: RFC 2131 section 2; Pkt4::getSiaddr.
   */
  @inline get siaddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 44);
  }

  /**
   * Relay agent's address; 0.0.0.0 where the packet was not relayed.
   * Source: RFC 2131 section 2; Pkt4::getGiaddr.
   */
  @inline get giaddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 48);
  }

  /**
   * Address that the packet came in at.
   * Source: Pkt::getLocalAddr.
   */
  @inline get localAddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 52);
  }

  /**
   * Address that the packet was sent from: the client or the last relay. 0.0.0.0 where that is an IPv6 address (DHCPv4
   * over DHCPv6).
   * Source: Pkt::getRemoteAddr.
   */
  @inline get remoteAddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 56);
  }

  /**
   * Index of the interface that the packet came in at; -1 where not known.
   * Source: Pkt::getIndex.
   */
  @inline get ifindex(): i32 {
    return load<i32>(changetype<usize>(this), 60);
  }

  /**
   * Name of the interface that the packet came in at; empty where not known.
   * Source: Pkt::getIface.
   */
  @inline get iface(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 64);
  }

  /**
   * Client's hardware address (chaddr); empty where hlen is 0.
   * Source: RFC 2131 section 2; Pkt4::getHWAddr.
   */
  @inline get hwaddr(): HwAddr {
    return changetype<HwAddr>(changetype<usize>(this) + 72);
  }

  /**
   * Client identifier (option 61): its type byte and what follows.
   * Absent: null where the client sent no option 61.
   * Source: RFC 2132 section 9.14; DHO_DHCP_CLIENT_IDENTIFIER.
   */
  @inline get clientId(): Bytes | null {
    return changetype<Bytes | null>((load<u64>(changetype<usize>(this), 8) & 1) != 0 ? changetype<usize>(this) + 88 : 0);
  }

  /**
   * Link-layer source address of the frame: the client's or the last relay's.
   * Absent: null where the socket does not tell it (UDP sockets). Fetched from Kea when first asked for in a callout.
   * Source: Pkt::getRemoteHWAddr.
   */
  @inline get remoteHwaddr(): HwAddr | null {
    return changetype<HwAddr | null>(fetchLazy(changetype<usize>(this), 96, 1));
  }

  /**
   * Server host name field, always 64 bytes, padded with zeros.
   * Fetched from Kea when first asked for in a callout.
   * Source: RFC 2131 section 2; Pkt4::getSname.
   */
  @inline get sname(): Bytes {
    return changetype<Bytes>(fetchLazy(changetype<usize>(this), 100, 2));
  }

  /**
   * Boot file name field, always 128 bytes, padded with zeros.
   * Fetched from Kea when first asked for in a callout.
   * Source: RFC 2131 section 2; Pkt4::getFile.
   */
  @inline get file(): Bytes {
    return changetype<Bytes>(fetchLazy(changetype<usize>(this), 104, 3));
  }

  /**
   * Names of the client classes that the packet is in, in the order of their evaluation.
   * Fetched from Kea when first asked for in a callout.
   * Source: Pkt::getClasses.
   */
  @inline get classes(): BytesList {
    return changetype<BytesList>(fetchLazy(changetype<usize>(this), 108, 4));
  }

  /**
   * Link-layer address that the frame was sent to: that of Kea's interface, or the broadcast address.
   * Absent: null where the socket does not tell it (UDP sockets). Fetched from Kea when first asked for in a callout.
   * Source: Pkt::getLocalHWAddr.
   */
  @inline get localHwaddr(): HwAddr | null {
    return changetype<HwAddr | null>(fetchLazy(changetype<usize>(this), 112, 9));
  }

  /**
   * The packet's bytes, of a client's as they came, of an answer as they will be sent.
   * Absent: null where Kea has not packed its answer yet: before buffer4_send. Fetched from Kea when first asked for in
   * a callout.
   * Source: Pkt::data_, Pkt::getBuffer.
   */
  @inline get wire(): Bytes | null {
    return changetype<Bytes | null>(fetchLazy(changetype<usize>(this), 116, 11));
  }

  /**
   * True where the packet came inside of a DHCPv6 message (DHCPv4 over DHCPv6).
   * Source: RFC 7341; Pkt4::isDhcp4o6.
   */
  @inline get dhcp4o6(): bool {
    return load<u8>(changetype<usize>(this), 120) != 0;
  }

  /**
   * The value of an option, without code and length. Where an option comes in several parts, they are joined (RFC
   * 3396); so is what several vendors have in 124 and 125, of which Kea 2.2 knows the first only. Of an option of
   * addresses or numbers in parts, such as 6 or 55, Kea 2.2 keeps nothing: it is empty.
   * Source: RFC 2132; Pkt::options_.
   * @param code option code, 1 to 254
   * @returns null where the packet has no such option; an option without a value is empty, not null
   */
  option(code: u32): Bytes | null {
    return changetype<Bytes | null>(host.option(load<u32>(changetype<usize>(this), 4), code));
  }

  /**
   * The value of an option inside an option: relay agent information (82) or an encapsulated vendor option (43).
   * Source: RFC 3046 section 2; Option::options_.
   * @param code option code, such as 82
   * @param subCode code of the option inside it, 0 to 255, such as 1 for the circuit id
   * @returns null where the packet has no such option or sub-option
   */
  subOption(code: u32, subCode: u32): Bytes | null {
    return changetype<Bytes | null>(host.subOption(load<u32>(changetype<usize>(this), 4), code, subCode));
  }

  /**
   * Kea's own text of the packet, several lines; its form depends on Kea's version.
   * Source: Pkt4::toText.
   */
  text(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 0);
  }

  /**
   * What text() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  textInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 0, destination, capacity);
  }

  /**
   * Kea's short label of the packet, as its log has it: hardware address, client id, transaction id.
   * Source: Pkt4::getLabel.
   */
  label(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 1);
  }

  /**
   * What label() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  labelInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 1, destination, capacity);
  }

  /**
   * Kea's name of the message type, such as DHCPDISCOVER; UNKNOWN for one that this Kea does not know.
   * Source: Pkt4::getName.
   */
  typeName(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 2);
  }

  /**
   * What typeName() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  typeNameInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 2, destination, capacity);
  }

  /**
   * Sets an option to a value, in place of any that is there. Options 53 (message type), 54 (server id) and 82 cannot
   * be set; in an answer, neither can 51 (lease time), 52 and 61.
   * Source: Pkt::addOption.
   * @param code option code, 1 to 254
   * @param value its value, without code and length
   */
  setOption(code: u32, value: Uint8Array): void {
    appendEdit(EDIT_SET_OPTION, load<u32>(changetype<usize>(this), 4), code, value.dataStart, <u32>value.byteLength);
  }

  /**
   * Removes an option; nothing happens where it is not there. Options 53, 54 and 82 cannot be removed; in an answer,
   * neither can 51, 52 and 61.
   * Source: Pkt::delOption.
   * @param code option code, 1 to 254
   */
  removeOption(code: u32): void {
    appendEdit(EDIT_REMOVE_OPTION, load<u32>(changetype<usize>(this), 4), code, 0, 0);
  }

  /**
   * Puts the packet into a client class, so that subnets, pools and options guarded by it apply. An answer is in none.
   * Source: Pkt::addClass.
   * @param name class name, 1 to 255 bytes
   */
  addClass(name: string): void {
    appendEditText(EDIT_ADD_CLASS, load<u32>(changetype<usize>(this), 4), 0, name);
  }
}

// Pkt6, 72 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u8        type
//    17 bool      relayed
//    18 u16       localPort
//    20 u16       remotePort
//    22 u16       relayCount
//    24 u32       transid
//    28 i32       ifindex
//    32 bytes     iface
//    40 duid      duid, presence bit 0
//    48 u32       hwaddr: 0, 1 or the address of its hwaddr
//    52 u32       localAddr: 0, 1 or the address of its ipv6
//    56 u32       remoteAddr: 0, 1 or the address of its ipv6
//    60 u32       classes: 0, 1 or the address of its byteslist
//    64 u32       remoteHwaddr: 0, 1 or the address of its hwaddr
//    68 u32       wire: 0, 1 or the address of its bytes
/**
 * A DHCPv6 packet: a client's after Kea parsed it, or Kea's answer before it is sent; where it is relayed, the message
 * inside.
 * A view: good during its callout only. Source: RFC 8415 section 8; Kea isc::dhcp::Pkt6.
 */
@unmanaged
export class Pkt6 {
  /**
   * DHCPv6 message type: 1 SOLICIT, 3 REQUEST, 4 CONFIRM, 5 RENEW, 6 REBIND, 8 RELEASE, 9 DECLINE, 11
   * INFORMATION-REQUEST; see Dhcp6Type.
   * Source: RFC 8415 section 7.3; Pkt6::getType.
   */
  @inline get type(): u8 {
    return load<u8>(changetype<usize>(this), 16);
  }

  /**
   * True where at least one relay agent passed the packet on.
   * Source: Pkt6::relay_info_.
   */
  @inline get relayed(): bool {
    return load<u8>(changetype<usize>(this), 17) != 0;
  }

  /**
   * UDP port that the packet came in at.
   * Source: Pkt::getLocalPort.
   */
  @inline get localPort(): u16 {
    return load<u16>(changetype<usize>(this), 18);
  }

  /**
   * UDP port that the packet was sent from.
   * Source: Pkt::getRemotePort.
   */
  @inline get remotePort(): u16 {
    return load<u16>(changetype<usize>(this), 20);
  }

  /**
   * How many relay agents passed the packet on.
   * Source: Pkt6::relay_info_.
   */
  @inline get relayCount(): u16 {
    return load<u16>(changetype<usize>(this), 22);
  }

  /**
   * Transaction id, 24 bits, host byte order.
   * Source: RFC 8415 section 8; Pkt::getTransid.
   */
  @inline get transid(): u32 {
    return load<u32>(changetype<usize>(this), 24);
  }

  /**
   * Index of the interface that the packet came in at; -1 where not known.
   * Source: Pkt::getIndex.
   */
  @inline get ifindex(): i32 {
    return load<i32>(changetype<usize>(this), 28);
  }

  /**
   * Name of the interface that the packet came in at; empty where not known.
   * Source: Pkt::getIface.
   */
  @inline get iface(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 32);
  }

  /**
   * Client's DUID (option 1, client identifier).
   * Absent: null where the client sent no option 1.
   * Source: RFC 8415 section 21.2; Pkt6::getClientId.
   */
  @inline get duid(): Duid | null {
    return changetype<Duid | null>((load<u64>(changetype<usize>(this), 8) & 1) != 0 ? changetype<usize>(this) + 40 : 0);
  }

  /**
   * Client's hardware address as far as Kea can tell it: from a raw socket, the relay's option 79, the DUID, the
   * link-local address, the remote-id or DOCSIS options, in this order. HwAddr.source says which.
   * Absent: null where no source yields one. Fetched from Kea when first asked for in a callout.
   * Source: RFC 6939; Pkt::getMAC(HWADDR_SOURCE_ANY).
   */
  @inline get hwaddr(): HwAddr | null {
    return changetype<HwAddr | null>(fetchLazy(changetype<usize>(this), 48, 5));
  }

  /**
   * Address that the packet came in at.
   * Fetched from Kea when first asked for in a callout.
   * Source: Pkt::getLocalAddr.
   */
  @inline get localAddr(): IPv6 {
    return changetype<IPv6>(fetchLazy(changetype<usize>(this), 52, 6));
  }

  /**
   * Address that the packet was sent from: the client or the last relay.
   * Fetched from Kea when first asked for in a callout.
   * Source: Pkt::getRemoteAddr.
   */
  @inline get remoteAddr(): IPv6 {
    return changetype<IPv6>(fetchLazy(changetype<usize>(this), 56, 7));
  }

  /**
   * Names of the client classes that the packet is in, in the order of their evaluation.
   * Fetched from Kea when first asked for in a callout.
   * Source: Pkt::getClasses.
   */
  @inline get classes(): BytesList {
    return changetype<BytesList>(fetchLazy(changetype<usize>(this), 60, 8));
  }

  /**
   * Link-layer source address of the frame: the client's or the last relay's.
   * Absent: null where the socket does not tell it, which is always so in Kea's own DHCPv6 sockets. Fetched from Kea
   * when first asked for in a callout.
   * Source: Pkt::getRemoteHWAddr.
   */
  @inline get remoteHwaddr(): HwAddr | null {
    return changetype<HwAddr | null>(fetchLazy(changetype<usize>(this), 64, 10));
  }

  /**
   * The packet's bytes with those of its relay agents around them, of a client's as they came, of an answer as they
   * will be sent.
   * Absent: null where Kea has not packed its answer yet: before buffer6_send. Fetched from Kea when first asked for in
   * a callout.
   * Source: Pkt::data_, Pkt::getBuffer.
   */
  @inline get wire(): Bytes | null {
    return changetype<Bytes | null>(fetchLazy(changetype<usize>(this), 68, 12));
  }

  /**
   * The value of an option of the client's own message, without code and length. Where a code comes several times, the
   * first; see optionAt.
   * Source: RFC 8415 section 21; Pkt::options_.
   * @param code option code, 1 to 65535
   * @returns null where the client's message has no such option; an option without a value is empty, not null
   */
  option(code: u32): Bytes | null {
    return changetype<Bytes | null>(host.option(load<u32>(changetype<usize>(this), 4), code));
  }

  /**
   * The value of one of several options with the same code, in the order in which they came.
   * Source: RFC 8415 section 21; Pkt::options_.
   * @param code option code that may come several times: 3 and 25 are IA_NA and IA_PD, 16 and 17 vendor classes and
   * options
   * @param index 0 is the first option with this code
   * @returns null where the client's message has fewer options with this code
   */
  optionAt(code: u32, index: u32): Bytes | null {
    return changetype<Bytes | null>(host.optionAt(load<u32>(changetype<usize>(this), 4), code, index));
  }

  /**
   * The value of an option inside an option.
   * Source: RFC 8415 section 21; Option::options_.
   * @param code option code, such as 3 for an IA_NA
   * @param subCode code of the option inside it, 1 to 65535, such as 5 for an address
   * @returns null where there is no such option or sub-option
   */
  subOption(code: u32, subCode: u32): Bytes | null {
    return changetype<Bytes | null>(host.subOption(load<u32>(changetype<usize>(this), 4), code, subCode));
  }

  /**
   * One of the relay agents that passed the packet on.
   * Source: RFC 8415 section 9; Pkt6::relay_info_.
   * @param index 0 is the relay nearest to the server, relayCount - 1 the one nearest to the client
   * @returns null where index is relayCount or more
   */
  relay(index: u32): RelayHop | null {
    return changetype<RelayHop | null>(host.relay(load<u32>(changetype<usize>(this), 4), index));
  }

  /**
   * Kea's own text of the packet, several lines; its form depends on Kea's version.
   * Source: Pkt6::toText.
   */
  text(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 0);
  }

  /**
   * What text() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  textInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 0, destination, capacity);
  }

  /**
   * Kea's short label of the packet, as its log has it: DUID and transaction id.
   * Source: Pkt6::getLabel.
   */
  label(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 1);
  }

  /**
   * What label() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  labelInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 1, destination, capacity);
  }

  /**
   * Kea's name of the message type, such as SOLICIT; UNKNOWN for one that this Kea does not know.
   * Source: Pkt6::getName.
   */
  typeName(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 2);
  }

  /**
   * What typeName() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  typeNameInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 2, destination, capacity);
  }

  /**
   * Sets an option of the message to a value, in place of any that is there. Options 2 (server id), 3, 4 and 25 (IAs)
   * and 9 (relay message) cannot be set; in an answer, neither can 1 (client id) and 14.
   * Source: Pkt::addOption.
   * @param code option code, 1 to 65535
   * @param value its value, without code and length
   */
  setOption(code: u32, value: Uint8Array): void {
    appendEdit(EDIT_SET_OPTION, load<u32>(changetype<usize>(this), 4), code, value.dataStart, <u32>value.byteLength);
  }

  /**
   * Removes every option with this code; nothing happens where there is none. Options 2, 3, 4, 9 and 25 cannot be
   * removed; in an answer, neither can 1 and 14.
   * Source: Pkt::delOption.
   * @param code option code, 1 to 65535
   */
  removeOption(code: u32): void {
    appendEdit(EDIT_REMOVE_OPTION, load<u32>(changetype<usize>(this), 4), code, 0, 0);
  }

  /**
   * Puts the packet into a client class, so that subnets, pools and options guarded by it apply. An answer is in none.
   * Source: Pkt::addClass.
   * @param name class name, 1 to 255 bytes
   */
  addClass(name: string): void {
    appendEditText(EDIT_ADD_CLASS, load<u32>(changetype<usize>(this), 4), 0, name);
  }
}

// RelayHop, 56 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u8        type
//    17 u8        hopCount
//    24 ipv6      linkAddr
//    40 ipv6      peerAddr
/**
 * One relay agent that passed a DHCPv6 packet on.
 * A view: good during its callout only. Source: RFC 8415 section 9; Kea isc::dhcp::Pkt6::RelayInfo.
 */
@unmanaged
export class RelayHop {
  /**
   * Message type: 12, RELAY-FORW.
   * Source: RFC 8415 section 9; RelayInfo::msg_type_.
   */
  @inline get type(): u8 {
    return load<u8>(changetype<usize>(this), 16);
  }

  /**
   * How many relay agents had passed the packet on before this one.
   * Source: RFC 8415 section 9; RelayInfo::hop_count_.
   */
  @inline get hopCount(): u8 {
    return load<u8>(changetype<usize>(this), 17);
  }

  /**
   * Link address: tells the server which link the client is on.
   * Source: RFC 8415 section 9; RelayInfo::linkaddr_.
   */
  @inline get linkAddr(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 24);
  }

  /**
   * Peer address: where the relay agent had the message from.
   * Source: RFC 8415 section 9; RelayInfo::peeraddr_.
   */
  @inline get peerAddr(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 40);
  }

  /**
   * The value of an option that this relay agent added, without code and length.
   * Source: RFC 8415 section 21; RelayInfo::options_.
   * @param code option code: 18 is the interface id, 37 the remote id, 79 the client's link-layer address
   * @returns null where this relay agent added no such option
   */
  option(code: u32): Bytes | null {
    return changetype<Bytes | null>(host.option(load<u32>(changetype<usize>(this), 4), code));
  }
}

// Subnet4, 64 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       id
//    20 ipv4      prefix
//    24 u8        prefixLength
//    28 bytes     sharedNetwork
//    36 u32       validLifetime
//    40 u32       poolCount
//    44 bytes     iface
//    52 u32       relayAddrs: 0, 1 or the address of its byteslist
//    56 u32       minValidLifetime
//    60 u32       maxValidLifetime
/**
 * A DHCPv4 subnet of Kea's configuration.
 * A view: good during its callout only. Source: Kea isc::dhcp::Subnet4.
 */
@unmanaged
export class Subnet4 {
  /**
   * Number of the subnet in the configuration.
   * Source: Subnet::getID.
   */
  @inline get id(): u32 {
    return load<u32>(changetype<usize>(this), 16);
  }

  /**
   * First address of the subnet.
   * Source: Subnet::get.
   */
  @inline get prefix(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 20);
  }

  /**
   * Length of the prefix, in bits, 0 to 32.
   * Source: Subnet::get.
   */
  @inline get prefixLength(): u8 {
    return load<u8>(changetype<usize>(this), 24);
  }

  /**
   * Name of the shared network that the subnet belongs to; empty where it belongs to none.
   * Source: Subnet::getSharedNetworkName.
   */
  @inline get sharedNetwork(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 28);
  }

  /**
   * How long clients may use an address, where they ask for nothing else.
   * Unit: seconds.
   * Source: Network::getValid.
   */
  @inline get validLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 36);
  }

  /**
   * How many pools of addresses the subnet has.
   * Source: Subnet::getPools.
   */
  @inline get poolCount(): u32 {
    return load<u32>(changetype<usize>(this), 40);
  }

  /**
   * Name of the interface whose clients the subnet is for; empty where the configuration names none.
   * Source: Network::getIface.
   */
  @inline get iface(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 44);
  }

  /**
   * Addresses of the relay agents whose clients the subnet is for, as the configuration names them, of 4 bytes each.
   * Fetched from Kea when first asked for in a callout.
   * Source: Network::getRelayAddresses.
   */
  @inline get relayAddrs(): BytesList {
    return changetype<BytesList>(fetchLazy(changetype<usize>(this), 52, 14));
  }

  /**
   * The least that clients get which ask for a shorter lifetime; the same as validLifetime where the configuration
   * names none.
   * Unit: seconds.
   * Source: Network::getValid, Triplet::getMin.
   */
  @inline get minValidLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 56);
  }

  /**
   * The most that clients get which ask for a longer lifetime; the same as validLifetime where the configuration names
   * none.
   * Unit: seconds.
   * Source: Network::getValid, Triplet::getMax.
   */
  @inline get maxValidLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 60);
  }

  /**
   * The subnet as the configuration has it, such as 192.0.2.0/24.
   * Source: Subnet::toText.
   */
  text(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 0);
  }

  /**
   * What text() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  textInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 0, destination, capacity);
  }

  /**
   * The subnet's user context as JSON text; empty where it has none.
   * Source: UserContext::getContext.
   */
  userContext(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 1);
  }

  /**
   * What userContext() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  userContextInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 1, destination, capacity);
  }

  /**
   * One of the subnet's pools, good until at least a hundred others were asked for, or the callout ends.
   * Source: Subnet::getPools.
   * @param index 0 is the first pool, poolCount - 1 the last one
   * @returns null where index is poolCount or more
   */
  pool(index: u32): Pool4 | null {
    return changetype<Pool4 | null>(host.item(load<u32>(changetype<usize>(this), 4), index));
  }
}

// Subnet6, 80 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       id
//    20 u8        prefixLength
//    24 ipv6      prefix
//    40 bytes     sharedNetwork
//    48 u32       preferredLifetime
//    52 u32       validLifetime
//    56 u32       poolCount
//    60 bytes     iface
//    68 u32       relayAddrs: 0, 1 or the address of its byteslist
//    72 u32       minValidLifetime
//    76 u32       maxValidLifetime
/**
 * A DHCPv6 subnet of Kea's configuration.
 * A view: good during its callout only. Source: Kea isc::dhcp::Subnet6.
 */
@unmanaged
export class Subnet6 {
  /**
   * Number of the subnet in the configuration.
   * Source: Subnet::getID.
   */
  @inline get id(): u32 {
    return load<u32>(changetype<usize>(this), 16);
  }

  /**
   * Length of the prefix, in bits, 0 to 128.
   * Source: Subnet::get.
   */
  @inline get prefixLength(): u8 {
    return load<u8>(changetype<usize>(this), 20);
  }

  /**
   * First address of the subnet.
   * Source: Subnet::get.
   */
  @inline get prefix(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 24);
  }

  /**
   * Name of the shared network that the subnet belongs to; empty where it belongs to none.
   * Source: Subnet::getSharedNetworkName.
   */
  @inline get sharedNetwork(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 40);
  }

  /**
   * How long clients should use an address for what they begin, where they ask for nothing else.
   * Unit: seconds.
   * Source: Network6::getPreferred.
   */
  @inline get preferredLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 48);
  }

  /**
   * How long clients may use an address, where they ask for nothing else.
   * Unit: seconds.
   * Source: Network::getValid.
   */
  @inline get validLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 52);
  }

  /**
   * How many pools the subnet has: first those of addresses, then those of prefixes to delegate.
   * Source: Subnet::getPools.
   */
  @inline get poolCount(): u32 {
    return load<u32>(changetype<usize>(this), 56);
  }

  /**
   * Name of the interface whose clients the subnet is for; empty where the configuration names none.
   * Source: Network::getIface.
   */
  @inline get iface(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 60);
  }

  /**
   * Addresses of the relay agents whose clients the subnet is for, as the configuration names them, of 16 bytes each.
   * Fetched from Kea when first asked for in a callout.
   * Source: Network::getRelayAddresses.
   */
  @inline get relayAddrs(): BytesList {
    return changetype<BytesList>(fetchLazy(changetype<usize>(this), 68, 15));
  }

  /**
   * The least that clients get which ask for a shorter lifetime; the same as validLifetime where the configuration
   * names none.
   * Unit: seconds.
   * Source: Network::getValid, Triplet::getMin.
   */
  @inline get minValidLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 72);
  }

  /**
   * The most that clients get which ask for a longer lifetime; the same as validLifetime where the configuration names
   * none.
   * Unit: seconds.
   * Source: Network::getValid, Triplet::getMax.
   */
  @inline get maxValidLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 76);
  }

  /**
   * The subnet as the configuration has it, such as 2001:db8::/32.
   * Source: Subnet::toText.
   */
  text(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 0);
  }

  /**
   * What text() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  textInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 0, destination, capacity);
  }

  /**
   * The subnet's user context as JSON text; empty where it has none.
   * Source: UserContext::getContext.
   */
  userContext(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 1);
  }

  /**
   * What userContext() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  userContextInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 1, destination, capacity);
  }

  /**
   * One of the subnet's pools, good until at least a hundred others were asked for, or the callout ends.
   * Source: Subnet::getPools.
   * @param index 0 is the first pool, poolCount - 1 the last one
   * @returns null where index is poolCount or more
   */
  pool(index: u32): Pool6 | null {
    return changetype<Pool6 | null>(host.item(load<u32>(changetype<usize>(this), 4), index));
  }
}

// Lease4, 104 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 ipv4      address
//    20 u8        state
//    21 bool      fqdnFwd
//    22 bool      fqdnRev
//    24 u32       subnetId
//    28 u32       validLifetime
//    32 u32       reuseableLifetime
//    40 i64       cltt
//    48 hwaddr    hwaddr, presence bit 0
//    64 bytes     clientId, presence bit 1
//    72 bytes     hostname
//    80 u32       poolId, presence bit 2
//    84 bool      expired
//    88 bytes     relayId, presence bit 3
//    96 bytes     remoteId, presence bit 4
/**
 * A DHCPv4 lease.
 * A view: good during its callout only. Source: Kea isc::dhcp::Lease4.
 */
@unmanaged
export class Lease4 {
  /**
   * The address.
   * Source: Lease::addr_.
   */
  @inline get address(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 16);
  }

  /**
   * 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0); see LeaseState.
   * Source: Lease::state_.
   */
  @inline get state(): u8 {
    return load<u8>(changetype<usize>(this), 20);
  }

  /**
   * True where the name is, or is to be, in the DNS with its address.
   * Source: Lease::fqdn_fwd_.
   */
  @inline get fqdnFwd(): bool {
    return load<u8>(changetype<usize>(this), 21) != 0;
  }

  /**
   * True where the address is, or is to be, in the DNS with its name.
   * Source: Lease::fqdn_rev_.
   */
  @inline get fqdnRev(): bool {
    return load<u8>(changetype<usize>(this), 22) != 0;
  }

  /**
   * Number of the subnet that the lease belongs to.
   * Source: Lease::subnet_id_.
   */
  @inline get subnetId(): u32 {
    return load<u32>(changetype<usize>(this), 24);
  }

  /**
   * How long the client may use the address, counted from cltt; 4294967295 means for ever.
   * Unit: seconds.
   * Source: RFC 2132 section 9.2; Lease::valid_lft_.
   */
  @inline get validLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 28);
  }

  /**
   * What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
   * Unit: seconds.
   * Source: Lease::reuseable_valid_lft_.
   */
  @inline get reuseableLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 32);
  }

  /**
   * When the client was last heard of: the lease ends validLifetime later.
   * Unit: seconds since 1970.
   * Source: Lease::cltt_.
   */
  @inline get cltt(): i64 {
    return load<i64>(changetype<usize>(this), 40);
  }

  /**
   * Client's hardware address.
   * Absent: null where the lease has none.
   * Source: Lease::hwaddr_.
   */
  @inline get hwaddr(): HwAddr | null {
    return changetype<HwAddr | null>((load<u64>(changetype<usize>(this), 8) & 1) != 0 ? changetype<usize>(this) + 48 : 0);
  }

  /**
   * Client identifier: its type byte and what follows.
   * Absent: null where the client sent none, or Kea is not to match it.
   * Source: RFC 2132 section 9.14; Lease4::client_id_.
   */
  @inline get clientId(): Bytes | null {
    return changetype<Bytes | null>((load<u64>(changetype<usize>(this), 8) & 2) != 0 ? changetype<usize>(this) + 64 : 0);
  }

  /**
   * Name of the client, as Kea keeps it; empty where there is none.
   * Source: Lease::hostname_.
   */
  @inline get hostname(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 72);
  }

  /**
   * Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
   * Absent: 0 where Kea is older than 2.3.8. Since Kea 2.3.8.
   * Source: Lease::pool_id_.
   */
  @inline get poolId(): u32 {
    return load<u32>(changetype<usize>(this), 80);
  }

  /** True where poolId has a value: a number cannot be null. */
  @inline get hasPoolId(): bool {
    return (load<u64>(changetype<usize>(this), 8) & 4) != 0;
  }

  /**
   * True where the lease has ended, by Kea's clock.
   * Source: Lease::expired.
   */
  @inline get expired(): bool {
    return load<u8>(changetype<usize>(this), 84) != 0;
  }

  /**
   * The relay agent's id, where Kea keeps it for bulk leasequery.
   * Absent: null where the lease has none, and before Kea 2.3.5. Since Kea 2.3.5.
   * Source: RFC 6925; Lease4::relay_id_.
   */
  @inline get relayId(): Bytes | null {
    return changetype<Bytes | null>((load<u64>(changetype<usize>(this), 8) & 8) != 0 ? changetype<usize>(this) + 88 : 0);
  }

  /**
   * The remote id that the relay agent gave, where Kea keeps it for bulk leasequery.
   * Absent: null where the lease has none, and before Kea 2.3.5. Since Kea 2.3.5.
   * Source: RFC 3046; Lease4::remote_id_.
   */
  @inline get remoteId(): Bytes | null {
    return changetype<Bytes | null>((load<u64>(changetype<usize>(this), 8) & 16) != 0 ? changetype<usize>(this) + 96 : 0);
  }

  /**
   * Kea's own text of the lease, several lines; its form depends on Kea's version.
   * Source: Lease4::toText.
   */
  text(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 0);
  }

  /**
   * What text() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  textInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 0, destination, capacity);
  }

  /**
   * The lease's user context as JSON text; empty where it has none.
   * Source: UserContext::getContext.
   */
  userContext(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 1);
  }

  /**
   * What userContext() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  userContextInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 1, destination, capacity);
  }

  /**
   * Kea's name of the state, such as default or declined; unknown with the number for one that this Kea does not know.
   * Source: Lease::basicStatesToText.
   */
  stateName(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 2);
  }

  /**
   * What stateName() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  stateNameInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 2, destination, capacity);
  }

  /**
   * Sets how long the client may use the address.
   * Source: Lease::valid_lft_.
   * @param seconds 1 or more; 4294967295 means for ever
   */
  setValidLifetime(seconds: u32): void {
    appendEdit(EDIT_SET_VALID_LIFETIME, load<u32>(changetype<usize>(this), 4), seconds, 0, 0);
  }

  /**
   * Sets the name that is stored with the lease. The name in the answer stays as it is.
   * Source: Lease::hostname_.
   * @param name a domain name of letters, digits, hyphens, underscores and dots, 255 bytes at most, stored in lower
   * case; empty: no name
   */
  setHostname(name: string): void {
    appendEditText(EDIT_SET_HOSTNAME, load<u32>(changetype<usize>(this), 4), 0, name);
  }

  /**
   * Sets the user context that is stored with the lease, in place of all that is there.
   * Source: UserContext::setContext.
   * @param json a JSON map, in which no name has quotes, backslashes or control characters, which Kea would store
   * unescaped; ISC in it is Kea's, to be left out or as it is; empty: no user context
   */
  setUserContext(json: string): void {
    appendEditText(EDIT_SET_USER_CONTEXT, load<u32>(changetype<usize>(this), 4), 0, json);
  }
}

// Lease6, 112 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u8        type
//    17 u8        state
//    18 u8        prefixLength
//    19 bool      fqdnFwd
//    20 bool      fqdnRev
//    24 u32       iaid
//    28 u32       subnetId
//    32 u32       preferredLifetime
//    36 u32       validLifetime
//    40 u32       reuseableLifetime
//    48 i64       cltt
//    56 ipv6      address
//    72 duid      duid, presence bit 0
//    80 hwaddr    hwaddr, presence bit 1
//    96 bytes     hostname
//   104 u32       poolId, presence bit 2
//   108 bool      expired
/**
 * A DHCPv6 lease: of an address or of a delegated prefix.
 * A view: good during its callout only. Source: Kea isc::dhcp::Lease6.
 */
@unmanaged
export class Lease6 {
  /**
   * 0 an address (IA_NA), 1 a temporary address (IA_TA), 2 a delegated prefix (IA_PD); see Lease6Type.
   * Source: Lease6::type_.
   */
  @inline get type(): u8 {
    return load<u8>(changetype<usize>(this), 16);
  }

  /**
   * 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0), 4 registered by the client (since
   * Kea 2.7.7); see LeaseState.
   * Source: Lease::state_.
   */
  @inline get state(): u8 {
    return load<u8>(changetype<usize>(this), 17);
  }

  /**
   * Length of the delegated prefix, in bits; 128 for an address.
   * Source: Lease6::prefixlen_.
   */
  @inline get prefixLength(): u8 {
    return load<u8>(changetype<usize>(this), 18);
  }

  /**
   * True where the name is, or is to be, in the DNS with its address.
   * Source: Lease::fqdn_fwd_.
   */
  @inline get fqdnFwd(): bool {
    return load<u8>(changetype<usize>(this), 19) != 0;
  }

  /**
   * True where the address is, or is to be, in the DNS with its name.
   * Source: Lease::fqdn_rev_.
   */
  @inline get fqdnRev(): bool {
    return load<u8>(changetype<usize>(this), 20) != 0;
  }

  /**
   * Number that the client gave to its identity association; host byte order.
   * Source: RFC 8415 section 21.4; Lease6::iaid_.
   */
  @inline get iaid(): u32 {
    return load<u32>(changetype<usize>(this), 24);
  }

  /**
   * Number of the subnet that the lease belongs to.
   * Source: Lease::subnet_id_.
   */
  @inline get subnetId(): u32 {
    return load<u32>(changetype<usize>(this), 28);
  }

  /**
   * How long the client should use the address for what it begins, counted from cltt; 4294967295 means for ever.
   * Unit: seconds.
   * Source: RFC 8415 section 21.6; Lease6::preferred_lft_.
   */
  @inline get preferredLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 32);
  }

  /**
   * How long the client may use the address, counted from cltt; 4294967295 means for ever.
   * Unit: seconds.
   * Source: RFC 8415 section 21.6; Lease::valid_lft_.
   */
  @inline get validLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 36);
  }

  /**
   * What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
   * Unit: seconds.
   * Source: Lease::reuseable_valid_lft_.
   */
  @inline get reuseableLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 40);
  }

  /**
   * When the client was last heard of: the lease ends validLifetime later.
   * Unit: seconds since 1970.
   * Source: Lease::cltt_.
   */
  @inline get cltt(): i64 {
    return load<i64>(changetype<usize>(this), 48);
  }

  /**
   * The address, or the first one of the delegated prefix.
   * Source: Lease::addr_.
   */
  @inline get address(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 56);
  }

  /**
   * Client's DUID.
   * Absent: null where the lease has none.
   * Source: Lease6::duid_.
   */
  @inline get duid(): Duid | null {
    return changetype<Duid | null>((load<u64>(changetype<usize>(this), 8) & 1) != 0 ? changetype<usize>(this) + 72 : 0);
  }

  /**
   * Client's hardware address.
   * Absent: null where Kea does not know it.
   * Source: Lease::hwaddr_.
   */
  @inline get hwaddr(): HwAddr | null {
    return changetype<HwAddr | null>((load<u64>(changetype<usize>(this), 8) & 2) != 0 ? changetype<usize>(this) + 80 : 0);
  }

  /**
   * Name of the client, as Kea keeps it; empty where there is none.
   * Source: Lease::hostname_.
   */
  @inline get hostname(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 96);
  }

  /**
   * Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
   * Absent: 0 where Kea is older than 2.3.8. Since Kea 2.3.8.
   * Source: Lease::pool_id_.
   */
  @inline get poolId(): u32 {
    return load<u32>(changetype<usize>(this), 104);
  }

  /** True where poolId has a value: a number cannot be null. */
  @inline get hasPoolId(): bool {
    return (load<u64>(changetype<usize>(this), 8) & 4) != 0;
  }

  /**
   * True where the lease has ended, by Kea's clock.
   * Source: Lease::expired.
   */
  @inline get expired(): bool {
    return load<u8>(changetype<usize>(this), 108) != 0;
  }

  /**
   * Kea's own text of the lease, several lines; its form depends on Kea's version.
   * Source: Lease6::toText.
   */
  text(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 0);
  }

  /**
   * What text() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  textInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 0, destination, capacity);
  }

  /**
   * The lease's user context as JSON text; empty where it has none.
   * Source: UserContext::getContext.
   */
  userContext(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 1);
  }

  /**
   * What userContext() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  userContextInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 1, destination, capacity);
  }

  /**
   * Kea's name of the state, such as default or declined; unknown with the number for one that this Kea does not know.
   * Source: Lease::basicStatesToText.
   */
  stateName(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 2);
  }

  /**
   * What stateName() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  stateNameInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 2, destination, capacity);
  }

  /**
   * Sets how long the client may use the address or prefix. It may not end before the preferred lifetime does.
   * Source: Lease::valid_lft_.
   * @param seconds 1 or more; 4294967295 means for ever
   */
  setValidLifetime(seconds: u32): void {
    appendEdit(EDIT_SET_VALID_LIFETIME, load<u32>(changetype<usize>(this), 4), seconds, 0, 0);
  }

  /**
   * Sets how long the client should use the address or prefix for what it begins.
   * Source: Lease6::preferred_lft_.
   * @param seconds 0 or more, at most the valid lifetime
   */
  setPreferredLifetime(seconds: u32): void {
    appendEdit(EDIT_SET_PREFERRED_LIFETIME, load<u32>(changetype<usize>(this), 4), seconds, 0, 0);
  }

  /**
   * Sets the name that is stored with the lease. The name in the answer stays as it is.
   * Source: Lease::hostname_.
   * @param name a domain name of letters, digits, hyphens, underscores and dots, 255 bytes at most, stored in lower
   * case; empty: no name
   */
  setHostname(name: string): void {
    appendEditText(EDIT_SET_HOSTNAME, load<u32>(changetype<usize>(this), 4), 0, name);
  }

  /**
   * Sets the user context that is stored with the lease, in place of all that is there.
   * Source: UserContext::setContext.
   * @param json a JSON map, in which no name has quotes, backslashes or control characters, which Kea would store
   * unescaped; ISC in it is Kea's, to be left out or as it is; empty: no user context
   */
  setUserContext(json: string): void {
    appendEditText(EDIT_SET_USER_CONTEXT, load<u32>(changetype<usize>(this), 4), 0, json);
  }
}

// Option6IA, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u16       type
//    20 u32       iaid
//    24 u32       t1
//    28 u32       t2
/**
 * An identity association of a DHCPv6 answer: IA_NA or IA_PD.
 * A view: good during its callout only. Source: RFC 8415 sections 21.4 and 21.21; Kea isc::dhcp::Option6IA.
 */
@unmanaged
export class Option6IA {
  /**
   * Option code: 3 IA_NA, 25 IA_PD.
   * Source: Option::getType.
   */
  @inline get type(): u16 {
    return load<u16>(changetype<usize>(this), 16);
  }

  /**
   * Number that the client gave to it; host byte order.
   * Source: RFC 8415 section 21.4; Option6IA::getIAID.
   */
  @inline get iaid(): u32 {
    return load<u32>(changetype<usize>(this), 20);
  }

  /**
   * When the client is to renew; 0 leaves it to the client, or Kea did not set it yet.
   * Unit: seconds.
   * Source: RFC 8415 section 21.4; Option6IA::getT1.
   */
  @inline get t1(): u32 {
    return load<u32>(changetype<usize>(this), 24);
  }

  /**
   * When the client is to rebind; 0 leaves it to the client, or Kea did not set it yet.
   * Unit: seconds.
   * Source: RFC 8415 section 21.4; Option6IA::getT2.
   */
  @inline get t2(): u32 {
    return load<u32>(changetype<usize>(this), 28);
  }

  /**
   * The value of an option inside, without code and length. Where a code comes several times, the first.
   * Source: RFC 8415 section 21; Option::options_.
   * @param code option code, such as 5 for an address or 26 for a prefix
   * @returns null where there is no such option in it
   */
  option(code: u32): Bytes | null {
    return changetype<Bytes | null>(host.option(load<u32>(changetype<usize>(this), 4), code));
  }
}

// Lease4List, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 i32       length
/**
 * DHCPv4 leases, none or several.
 * A view: good during its callout only. Source: Kea isc::dhcp::Lease4Collection.
 */
@unmanaged
export class Lease4List {
  /**
   * How many leases there are, 0 or more.
   * Source: Lease4Collection::size.
   */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 16);
  }

  /**
   * One of the leases, good until at least a hundred others were asked for, or the callout ends.
   * Source: Lease4Collection::operator[].
   * @param index 0 is the first lease, length - 1 the last one
   * @returns null where index is length or more
   */
  at(index: u32): Lease4 | null {
    return changetype<Lease4 | null>(host.item(load<u32>(changetype<usize>(this), 4), index));
  }
}

// Lease6List, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 i32       length
/**
 * DHCPv6 leases, none or several: of addresses and of delegated prefixes.
 * A view: good during its callout only. Source: Kea isc::dhcp::Lease6Collection.
 */
@unmanaged
export class Lease6List {
  /**
   * How many leases there are, 0 or more.
   * Source: Lease6Collection::size.
   */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 16);
  }

  /**
   * One of the leases, good until at least a hundred others were asked for, or the callout ends.
   * Source: Lease6Collection::operator[].
   * @param index 0 is the first lease, length - 1 the last one
   * @returns null where index is length or more
   */
  at(index: u32): Lease6 | null {
    return changetype<Lease6 | null>(host.item(load<u32>(changetype<usize>(this), 4), index));
  }
}

// RawPacket4, 56 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u16       localPort
//    18 u16       remotePort
//    20 ipv4      localAddr
//    24 ipv4      remoteAddr
//    28 i32       ifindex
//    32 bytes     iface
//    40 bytes     wire
//    48 u32       remoteHwaddr: 0, 1 or the address of its hwaddr
/**
 * A DHCPv4 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.
 * A view: good during its callout only. Source: RFC 2131 section 2; Kea isc::dhcp::Pkt4 before unpack().
 */
@unmanaged
export class RawPacket4 {
  /**
   * UDP port that the packet came in at.
   * Source: Pkt::getLocalPort.
   */
  @inline get localPort(): u16 {
    return load<u16>(changetype<usize>(this), 16);
  }

  /**
   * UDP port that the packet was sent from.
   * Source: Pkt::getRemotePort.
   */
  @inline get remotePort(): u16 {
    return load<u16>(changetype<usize>(this), 18);
  }

  /**
   * Address that the packet came in at.
   * Source: Pkt::getLocalAddr.
   */
  @inline get localAddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 20);
  }

  /**
   * Address that the packet was sent from: the client or the last relay.
   * Source: Pkt::getRemoteAddr.
   */
  @inline get remoteAddr(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 24);
  }

  /**
   * Index of the interface that the packet came in at; -1 where not known.
   * Source: Pkt::getIndex.
   */
  @inline get ifindex(): i32 {
    return load<i32>(changetype<usize>(this), 28);
  }

  /**
   * Name of the interface that the packet came in at; empty where not known.
   * Source: Pkt::getIface.
   */
  @inline get iface(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 32);
  }

  /**
   * The packet's bytes as they came: at least 236 of them, for Kea takes no fewer, and beyond that anything.
   * Source: RFC 2131 section 2; Pkt::data_.
   */
  @inline get wire(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 40);
  }

  /**
   * Link-layer source address of the frame: the client's or the last relay's.
   * Absent: null where the socket does not tell it (UDP sockets). Fetched from Kea when first asked for in a callout.
   * Source: Pkt::getRemoteHWAddr.
   */
  @inline get remoteHwaddr(): HwAddr | null {
    return changetype<HwAddr | null>(fetchLazy(changetype<usize>(this), 48, 13));
  }
}

// RawPacket6, 72 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u16       remotePort
//    20 i32       ifindex
//    24 ipv6      localAddr
//    40 ipv6      remoteAddr
//    56 bytes     iface
//    64 bytes     wire
/**
 * A DHCPv6 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in.
 * A view: good during its callout only. Source: RFC 8415 section 8; Kea isc::dhcp::Pkt6 before unpack().
 */
@unmanaged
export class RawPacket6 {
  /**
   * UDP port that the packet was sent from.
   * Source: Pkt::getRemotePort.
   */
  @inline get remotePort(): u16 {
    return load<u16>(changetype<usize>(this), 16);
  }

  /**
   * Index of the interface that the packet came in at; -1 where not known.
   * Source: Pkt::getIndex.
   */
  @inline get ifindex(): i32 {
    return load<i32>(changetype<usize>(this), 20);
  }

  /**
   * Address that the packet came in at.
   * Source: Pkt::getLocalAddr.
   */
  @inline get localAddr(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 24);
  }

  /**
   * Address that the packet was sent from: the client or the last relay.
   * Source: Pkt::getRemoteAddr.
   */
  @inline get remoteAddr(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 40);
  }

  /**
   * Name of the interface that the packet came in at; empty where not known.
   * Source: Pkt::getIface.
   */
  @inline get iface(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 56);
  }

  /**
   * The packet's bytes as they came, those of its relay agents included; they may be anything.
   * Source: RFC 8415 sections 8 and 9; Pkt::data_.
   */
  @inline get wire(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 64);
  }
}

// DdnsParams, 40 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 bool      enableUpdates
//    17 bool      overrideNoUpdate
//    18 bool      overrideClientUpdate
//    19 bool      updateOnRenew
//    20 u8        replaceClientNameMode
//    24 bytes     generatedPrefix
//    32 bytes     qualifyingSuffix
/**
 * What the configuration says of names in the DNS for a client: its subnet's settings, else those of the shared
 * network, else the global ones.
 * A view: good during its callout only. Source: Kea isc::dhcp::DdnsParams.
 */
@unmanaged
export class DdnsParams {
  /**
   * True where Kea sends updates: ddns-send-updates, and dhcp-ddns is enabled.
   * Source: DdnsParams::getEnableUpdates.
   */
  @inline get enableUpdates(): bool {
    return load<u8>(changetype<usize>(this), 16) != 0;
  }

  /**
   * True where the DNS is updated also for clients that ask for no update.
   * Source: DdnsParams::getOverrideNoUpdate.
   */
  @inline get overrideNoUpdate(): bool {
    return load<u8>(changetype<usize>(this), 17) != 0;
  }

  /**
   * True where Kea updates also what clients want to update by themselves.
   * Source: DdnsParams::getOverrideClientUpdate.
   */
  @inline get overrideClientUpdate(): bool {
    return load<u8>(changetype<usize>(this), 18) != 0;
  }

  /**
   * True where the DNS is updated also when a lease is renewed.
   * Source: DdnsParams::getUpdateOnRenew.
   */
  @inline get updateOnRenew(): bool {
    return load<u8>(changetype<usize>(this), 19) != 0;
  }

  /**
   * Whether Kea makes a name of the address: 0 never, 1 always, 2 where the client sends a name, 3 where it sends none.
   * Source: DdnsParams::getReplaceClientNameMode.
   */
  @inline get replaceClientNameMode(): u8 {
    return load<u8>(changetype<usize>(this), 20);
  }

  /**
   * What names that Kea makes begin with.
   * Source: DdnsParams::getGeneratedPrefix.
   */
  @inline get generatedPrefix(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 24);
  }

  /**
   * The domain that is put behind names that are not complete; empty where there is none.
   * Source: DdnsParams::getQualifyingSuffix.
   */
  @inline get qualifyingSuffix(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 32);
  }
}

// Subnet4List, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 i32       length
/**
 * All DHCPv4 subnets of Kea's configuration, in the order of their numbers.
 * A view: good during its callout only. Source: Kea isc::dhcp::Subnet4Collection.
 */
@unmanaged
export class Subnet4List {
  /**
   * How many subnets there are.
   * Source: Subnet4Collection::size.
   */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 16);
  }

  /**
   * One of the subnets, good until at least a hundred others were asked for, or the callout ends.
   * Source: Subnet4Collection.
   * @param index 0 is the subnet with the lowest number, length - 1 the one with the highest
   * @returns null where index is length or more
   */
  at(index: u32): Subnet4 | null {
    return changetype<Subnet4 | null>(host.item(load<u32>(changetype<usize>(this), 4), index));
  }

  /**
   * The subnet with a number, good until at least a hundred others were asked for, or the callout ends.
   * Source: Subnet4Collection, SubnetSubnetIdIndexTag.
   * @param id the subnet's number
   * @returns null where the configuration has no such subnet
   */
  withId(id: u32): Subnet4 | null {
    return changetype<Subnet4 | null>(host.find(load<u32>(changetype<usize>(this), 4), id));
  }
}

// Subnet6List, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 i32       length
/**
 * All DHCPv6 subnets of Kea's configuration, in the order of their numbers.
 * A view: good during its callout only. Source: Kea isc::dhcp::Subnet6Collection.
 */
@unmanaged
export class Subnet6List {
  /**
   * How many subnets there are.
   * Source: Subnet6Collection::size.
   */
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this), 16);
  }

  /**
   * One of the subnets, good until at least a hundred others were asked for, or the callout ends.
   * Source: Subnet6Collection.
   * @param index 0 is the subnet with the lowest number, length - 1 the one with the highest
   * @returns null where index is length or more
   */
  at(index: u32): Subnet6 | null {
    return changetype<Subnet6 | null>(host.item(load<u32>(changetype<usize>(this), 4), index));
  }

  /**
   * The subnet with a number, good until at least a hundred others were asked for, or the callout ends.
   * Source: Subnet6Collection, SubnetSubnetIdIndexTag.
   * @param id the subnet's number
   * @returns null where the configuration has no such subnet
   */
  withId(id: u32): Subnet6 | null {
    return changetype<Subnet6 | null>(host.find(load<u32>(changetype<usize>(this), 4), id));
  }
}

// Pool4, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 ipv4      firstAddress
//    20 ipv4      lastAddress
/**
 * A pool of addresses of a DHCPv4 subnet.
 * A view: good during its callout only. Source: Kea isc::dhcp::Pool4.
 */
@unmanaged
export class Pool4 {
  /**
   * The first address of the pool.
   * Source: Pool::getFirstAddress.
   */
  @inline get firstAddress(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 16);
  }

  /**
   * The last address of the pool.
   * Source: Pool::getLastAddress.
   */
  @inline get lastAddress(): IPv4 {
    return changetype<IPv4>(changetype<usize>(this) + 20);
  }
}

// Pool6, 56 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u8        type
//    17 u8        prefixLength
//    24 ipv6      firstAddress
//    40 ipv6      lastAddress
/**
 * A pool of a DHCPv6 subnet: of addresses, or of prefixes to delegate.
 * A view: good during its callout only. Source: Kea isc::dhcp::Pool6.
 */
@unmanaged
export class Pool6 {
  /**
   * 0 addresses (IA_NA), 2 prefixes (IA_PD); see Lease6Type.
   * Source: Pool::getType.
   */
  @inline get type(): u8 {
    return load<u8>(changetype<usize>(this), 16);
  }

  /**
   * Length of the prefixes that clients get, in bits; 128 where the pool is of addresses.
   * Source: Pool6::getLength.
   */
  @inline get prefixLength(): u8 {
    return load<u8>(changetype<usize>(this), 17);
  }

  /**
   * The first address of the pool.
   * Source: Pool::getFirstAddress.
   */
  @inline get firstAddress(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 24);
  }

  /**
   * The last address of the pool.
   * Source: Pool::getLastAddress.
   */
  @inline get lastAddress(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 40);
  }
}

// Json, 16 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
/**
 * A JSON value of Kea's, such as what a command was given and what it answers.
 * A view: good during its callout only. Source: RFC 8259; Kea isc::data::Element.
 */
@unmanaged
export class Json {

  /**
   * The value as JSON text on one line, its members in alphabetical order. A long one takes more instructions and
   * memory than a policy has by default (max-instructions, memory-limit-kib); textInto() writes the beginning alone.
   * Source: Element::str.
   */
  text(): string {
    return readText(load<u32>(changetype<usize>(this), 4), 0);
  }

  /**
   * What text() gives, as the bytes that Kea has: writes as many as fit and returns how many there are. Makes no
   * string.
   */
  textInto(destination: usize, capacity: u32): u32 {
    return host.text(load<u32>(changetype<usize>(this), 4), 0, destination, capacity);
  }
}

// Pkt4Receive, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
/**
 * A DHCPv4 packet was received, parsed and put into its classes; nothing has been decided yet.
 *
 * What a policy is given at pkt4_receive, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea processes the packet.
 * - Verdict.Skip: The same as Drop: Kea drops the packet.
 * - Verdict.Drop: Kea drops the packet; the client gets nothing.
 */
@unmanaged
export class Pkt4Receive {
  /**
   * The client's packet.
   * Its edits are applied.
   */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Pkt6Receive, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
/**
 * A DHCPv6 packet was received, parsed and put into its classes; Kea has not yet checked that it has what its type
 * needs, such as a DUID.
 *
 * What a policy is given at pkt6_receive, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea processes the packet.
 * - Verdict.Skip: The same as Drop: Kea drops the packet.
 * - Verdict.Drop: Kea drops the packet; the client gets nothing.
 */
@unmanaged
export class Pkt6Receive {
  /**
   * The client's packet.
   * Its edits are applied.
   */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Subnet4Select, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to subnet4, a Subnet4
//    24 u32       distance from here to subnet4collection, a Subnet4List
/**
 * Kea chose the subnet in which the client gets its addresses.
 *
 * What a policy is given at subnet4_select, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea goes on with this subnet.
 * - Verdict.Skip: The client gets no subnet and so no address: a DISCOVER no answer, a REQUEST a NAK or none, an INFORM
 * what is configured globally.
 * - Verdict.Drop: Kea drops the packet; the client gets nothing.
 */
@unmanaged
export class Subnet4Select {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The subnet that Kea chose.
   * Absent: null where no subnet fits the client.
   */
  @inline get subnet4(): Subnet4 | null {
    return changetype<Subnet4 | null>(load<u32>(changetype<usize>(this), 20) == 0 ? <usize>0 : changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** All subnets of the configuration. */
  @inline get subnet4collection(): Subnet4List {
    return changetype<Subnet4List>(changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * Puts the client into another subnet, also where Kea would not have chosen it: Kea looks for its addresses there,
   * and in the shared network of that subnet where it is in one.
   * Source: Kea's argument subnet4.
   * @param id number of a subnet of the configuration; any other is refused
   */
  selectSubnet(id: u32): void {
    appendEdit(EDIT_SET_ARGUMENT, 1, id, 0, 0);
  }
}

// Subnet6Select, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to subnet6, a Subnet6
//    24 u32       distance from here to subnet6collection, a Subnet6List
/**
 * Kea chose the subnet in which the client gets its addresses.
 *
 * What a policy is given at subnet6_select, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea goes on with this subnet.
 * - Verdict.Skip: The client gets no subnet and so no address; Kea answers with what is configured globally.
 * - Verdict.Drop: Kea drops the packet; the client gets nothing.
 */
@unmanaged
export class Subnet6Select {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The subnet that Kea chose.
   * Absent: null where no subnet fits the client.
   */
  @inline get subnet6(): Subnet6 | null {
    return changetype<Subnet6 | null>(load<u32>(changetype<usize>(this), 20) == 0 ? <usize>0 : changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** All subnets of the configuration. */
  @inline get subnet6collection(): Subnet6List {
    return changetype<Subnet6List>(changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * Puts the client into another subnet, also where Kea would not have chosen it: Kea looks for its addresses there,
   * and in the shared network of that subnet where it is in one.
   * Source: Kea's argument subnet6.
   * @param id number of a subnet of the configuration; any other is refused
   */
  selectSubnet(id: u32): void {
    appendEdit(EDIT_SET_ARGUMENT, 1, id, 0, 0);
  }
}

// Lease4Select, 40 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to subnet4, a Subnet4
//    24 bool      fakeAllocation
//    28 u32       distance from here to lease4, a Lease4
//    32 u32       offerLifetime
/**
 * Kea is about to give the client an address that it did not have.
 *
 * What a policy is given at lease4_select, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: The client gets this address.
 * - Verdict.Skip: The client does not get this address; while an address is sought for an offer, Kea may come with
 * another one. To refuse the client altogether, drop its packet at pkt4_receive or subnet4_select.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 * Kea before 3.0.4 crashes on a Skip for the offer to a client that has a reservation; there it is a fault while
 * fakeAllocation is true.
 */
@unmanaged
export class Lease4Select {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The subnet of the address. */
  @inline get subnet4(): Subnet4 {
    return changetype<Subnet4>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** True where the address is only offered (DISCOVER), false where it is assigned. */
  @inline get fakeAllocation(): bool {
    return load<u8>(changetype<usize>(this), 24) != 0;
  }

  /**
   * The lease as it would be stored.
   * Its edits are applied.
   */
  @inline get lease4(): Lease4 {
    return changetype<Lease4>(changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }

  /**
   * How many seconds Kea keeps an offered address for this client; 0 where it does not store offers, and for an
   * assignment.
   * Absent: 0 where Kea is older than 2.3.6. Since Kea 2.3.6.
   */
  @inline get offerLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 32);
  }

  /** True where offerLifetime has a value: a number cannot be null. */
  @inline get hasOfferLifetime(): bool {
    return (load<u64>(changetype<usize>(this), 8) & 1) != 0;
  }
}

// Lease6Select, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to subnet6, a Subnet6
//    24 bool      fakeAllocation
//    28 u32       distance from here to lease6, a Lease6
/**
 * Kea is about to give the client an address or a prefix that it did not have; called once for each.
 *
 * What a policy is given at lease6_select, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: The client gets this address or prefix.
 * - Verdict.Skip: The client does not get this address or prefix; Kea may come with another one.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 * Kea before 3.0.4 crashes on a Skip for a client that has a reservation, and Kea 2.2 where it would use an expired
 * lease again; there it is a fault.
 */
@unmanaged
export class Lease6Select {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The subnet of the address. */
  @inline get subnet6(): Subnet6 {
    return changetype<Subnet6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** True where the address is only offered (SOLICIT without rapid commit), false where it is assigned. */
  @inline get fakeAllocation(): bool {
    return load<u8>(changetype<usize>(this), 24) != 0;
  }

  /**
   * The lease as it would be stored.
   * Its edits are applied.
   */
  @inline get lease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }
}

// Lease4Renew, 56 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to subnet4, a Subnet4
//    24 u32       distance from here to lease4, a Lease4
//    28 bytes     clientId
//    36 hwaddr    hwaddr
/**
 * A client that has a lease goes on using it. Kea comes here also for the offer to such a client: the packet's type
 * tells.
 *
 * What a policy is given at lease4_renew, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea stores the lease.
 * - Verdict.Skip: Kea keeps the lease as it was before, and answers the client all the same.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease4Renew {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The subnet of the lease. */
  @inline get subnet4(): Subnet4 {
    return changetype<Subnet4>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /**
   * The lease with its new lifetime, as it would be stored.
   * Its edits are applied.
   */
  @inline get lease4(): Lease4 {
    return changetype<Lease4>(changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * Client identifier: its type byte and what follows.
   * Absent: null where the client sent none, or Kea is not to match it.
   */
  @inline get clientId(): Bytes | null {
    return changetype<Bytes | null>((load<u64>(changetype<usize>(this), 8) & 1) != 0 ? changetype<usize>(this) + 28 : 0);
  }

  /**
   * Client's hardware address.
   * Absent: null where Kea does not know it.
   */
  @inline get hwaddr(): HwAddr | null {
    return changetype<HwAddr | null>((load<u64>(changetype<usize>(this), 8) & 2) != 0 ? changetype<usize>(this) + 36 : 0);
  }
}

// Lease6Renew, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to lease6, a Lease6
//    24 u32       distance from here to iaNa, a Option6IA
//    28 u32       distance from here to iaPd, a Option6IA
/**
 * A client renews an address or a prefix; called once for each.
 *
 * What a policy is given at lease6_renew, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea stores the lease.
 * - Verdict.Skip: Kea keeps the lease as it was before, and answers the client all the same.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease6Renew {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The lease with its new lifetimes, as it would be stored. Changes are lost where Kea answers from its cache of
   * leases (cache-threshold, cache-max-age).
   * Its edits are applied.
   */
  @inline get lease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /**
   * The IA_NA of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of a prefix.
   */
  @inline get iaNa(): Option6IA | null {
    return changetype<Option6IA | null>(load<u32>(changetype<usize>(this), 24) == 0 ? <usize>0 : changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * The IA_PD of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of an address.
   */
  @inline get iaPd(): Option6IA | null {
    return changetype<Option6IA | null>(load<u32>(changetype<usize>(this), 28) == 0 ? <usize>0 : changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }
}

// Lease6Rebind, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to lease6, a Lease6
//    24 u32       distance from here to iaNa, a Option6IA
//    28 u32       distance from here to iaPd, a Option6IA
/**
 * A client rebinds an address or a prefix; called once for each.
 *
 * What a policy is given at lease6_rebind, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea stores the lease.
 * - Verdict.Skip: Kea keeps the lease as it was before, and answers the client all the same.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease6Rebind {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The lease with its new lifetimes, as it would be stored. Changes are lost where Kea answers from its cache of
   * leases (cache-threshold, cache-max-age).
   * Its edits are applied.
   */
  @inline get lease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /**
   * The IA_NA of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of a prefix.
   */
  @inline get iaNa(): Option6IA | null {
    return changetype<Option6IA | null>(load<u32>(changetype<usize>(this), 24) == 0 ? <usize>0 : changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * The IA_PD of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of an address.
   */
  @inline get iaPd(): Option6IA | null {
    return changetype<Option6IA | null>(load<u32>(changetype<usize>(this), 28) == 0 ? <usize>0 : changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }
}

// Lease4Release, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to lease4, a Lease4
/**
 * A client gives its address back.
 *
 * What a policy is given at lease4_release, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea ends the lease.
 * - Verdict.Skip: Kea keeps the lease.
 * - Verdict.Drop: The same as Skip.
 */
@unmanaged
export class Lease4Release {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The lease as it is. */
  @inline get lease4(): Lease4 {
    return changetype<Lease4>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }
}

// Lease6Release, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to lease6, a Lease6
/**
 * A client gives an address or a prefix back; called once for each.
 *
 * What a policy is given at lease6_release, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea ends the lease.
 * - Verdict.Skip: Kea keeps the lease and tells the client that it could not release it.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease6Release {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The lease as it is. */
  @inline get lease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }
}

// Lease4Decline, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to lease4, a Lease4
/**
 * A client found that somebody else uses its address.
 *
 * What a policy is given at lease4_decline, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sets the address aside for the probation period.
 * - Verdict.Skip: Kea keeps the lease as it is.
 * - Verdict.Drop: The same as Skip.
 */
@unmanaged
export class Lease4Decline {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The lease as it is. */
  @inline get lease4(): Lease4 {
    return changetype<Lease4>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }
}

// Lease6Decline, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to lease6, a Lease6
/**
 * A client found that somebody else uses its address; called once for each.
 *
 * What a policy is given at lease6_decline, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sets the address aside for the probation period.
 * - Verdict.Skip: Kea keeps the lease as it is, and answers as if it had not.
 * - Verdict.Drop: Kea keeps the lease as it is; the client gets no answer.
 */
@unmanaged
export class Lease6Decline {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The lease as it is. */
  @inline get lease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }
}

// Lease4Expire, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to lease4, a Lease4
//    20 bool      removeLease
/**
 * A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined address
 * (state 1) comes here before it is free again.
 *
 * What a policy is given at lease4_expire, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea reclaims the lease.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease4Expire {
  /** The lease that ended. */
  @inline get lease4(): Lease4 {
    return changetype<Lease4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * True where Kea deletes the lease, false where it keeps it in the state 2 or gives its address to somebody else at
   * once.
   */
  @inline get removeLease(): bool {
    return load<u8>(changetype<usize>(this), 20) != 0;
  }
}

// Lease6Expire, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to lease6, a Lease6
//    20 bool      removeLease
/**
 * A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined address
 * (state 1) comes here before it is free again.
 *
 * What a policy is given at lease6_expire, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea reclaims the lease.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease6Expire {
  /** The lease that ended. */
  @inline get lease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * True where Kea deletes the lease, false where it keeps it in the state 2 or gives its address to somebody else at
   * once.
   */
  @inline get removeLease(): bool {
    return load<u8>(changetype<usize>(this), 20) != 0;
  }
}

// Lease4Recover, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to lease4, a Lease4
/**
 * The probation period of a declined address has ended.
 *
 * What a policy is given at lease4_recover, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea may give the address to clients again.
 * - Verdict.Skip: The address stays declined.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease4Recover {
  /** The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros). */
  @inline get lease4(): Lease4 {
    return changetype<Lease4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Lease6Recover, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to lease6, a Lease6
/**
 * The probation period of a declined address has ended.
 *
 * What a policy is given at lease6_recover, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea may give the address to clients again.
 * - Verdict.Skip: The address stays declined.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease6Recover {
  /** The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros). */
  @inline get lease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Pkt4Send, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to response4, a Pkt4
//    24 u32       distance from here to subnet4, a Subnet4
/**
 * Kea made the answer to a client and is about to send it.
 *
 * What a policy is given at pkt4_send, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sends the answer.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: The answer is not sent; what was decided, such as a lease, stays.
 */
@unmanaged
export class Pkt4Send {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The answer, its options not yet in their final order.
   * Its edits are applied.
   */
  @inline get response4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /**
   * The subnet that the client was put into.
   * Absent: null where the client has none, in the answer to an INFORM, and before Kea 2.5.6. Since Kea 2.5.6.
   */
  @inline get subnet4(): Subnet4 | null {
    return changetype<Subnet4 | null>(load<u32>(changetype<usize>(this), 24) == 0 ? <usize>0 : changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }
}

// Pkt6Send, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to response6, a Pkt6
//    24 u32       distance from here to subnet6, a Subnet6
/**
 * Kea made the answer to a client and is about to send it.
 *
 * What a policy is given at pkt6_send, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sends the answer.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: The answer is not sent; what was decided, such as a lease, stays.
 */
@unmanaged
export class Pkt6Send {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The answer, its options not yet in their final order.
   * Its edits are applied.
   */
  @inline get response6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /**
   * The subnet that the client was put into.
   * Absent: null where the client has none, and before Kea 2.5.6. Since Kea 2.5.6.
   */
  @inline get subnet6(): Subnet6 | null {
    return changetype<Subnet6 | null>(load<u32>(changetype<usize>(this), 24) == 0 ? <usize>0 : changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }
}

// Leases4Committed, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to leases4, a Lease4List
//    24 u32       distance from here to deletedLeases4, a Lease4List
//    28 u32       distance from here to response4, a Pkt4
/**
 * Kea stored or ended what a REQUEST, RELEASE or DECLINE was about, and did not answer yet. Both lists may be empty,
 * such as for a RELEASE of what the client does not have.
 *
 * What a policy is given at leases4_committed, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sends the answer.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: The answer is not sent; the leases stay as they are.
 */
@unmanaged
export class Leases4Committed {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The lease that was stored, or was declined; empty where there is none, or where Kea handed out a cached lease
   * without storing it again.
   */
  @inline get leases4(): Lease4List {
    return changetype<Lease4List>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** The lease that the client had and has no more. */
  @inline get deletedLeases4(): Lease4List {
    return changetype<Lease4List>(changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * The answer that Kea is about to send.
   * Absent: null where there is none, such as for a RELEASE, and before Kea 2.7.7. Since Kea 2.7.7.
   */
  @inline get response4(): Pkt4 | null {
    return changetype<Pkt4 | null>(load<u32>(changetype<usize>(this), 28) == 0 ? <usize>0 : changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }
}

// Leases6Committed, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to leases6, a Lease6List
//    24 u32       distance from here to deletedLeases6, a Lease6List
//    28 u32       distance from here to response6, a Pkt6
/**
 * Kea stored or ended what a client's message was about, and did not answer yet: a REQUEST, RENEW, REBIND, RELEASE,
 * DECLINE or registration, or a SOLICIT with rapid commit. Both lists may be empty.
 *
 * What a policy is given at leases6_committed, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sends the answer.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: The answer is not sent; the leases stay as they are.
 */
@unmanaged
export class Leases6Committed {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /**
   * The leases that were stored, or were declined; without those that Kea handed out from its cache without storing
   * them again.
   */
  @inline get leases6(): Lease6List {
    return changetype<Lease6List>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** The leases that the client had and has no more. */
  @inline get deletedLeases6(): Lease6List {
    return changetype<Lease6List>(changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * The answer that Kea is about to send.
   * Absent: null where Kea is older than 2.7.7. Since Kea 2.7.7.
   */
  @inline get response6(): Pkt6 | null {
    return changetype<Pkt6 | null>(load<u32>(changetype<usize>(this), 28) == 0 ? <usize>0 : changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }
}

// Lease4Offer, 40 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to leases4, a Lease4List
//    24 u32       offerLifetime
//    28 u32       distance from here to oldLease, a Lease4
//    32 u32       distance from here to response4, a Pkt4
/**
 * Kea is about to offer an address to the client of a DISCOVER.
 *
 * What a policy is given at lease4_offer, DHCPv4, since Kea 2.5.2. What Kea does:
 * - Verdict.Continue: Kea sends the offer.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: The offer is not sent.
 */
@unmanaged
export class Lease4Offer {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The lease as it is offered; empty where there is none, or where it is a cached one. */
  @inline get leases4(): Lease4List {
    return changetype<Lease4List>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** How many seconds Kea keeps the offered address for this client; 0 where it does not store offers. */
  @inline get offerLifetime(): u32 {
    return load<u32>(changetype<usize>(this), 24);
  }

  /**
   * The lease that the client had before.
   * Absent: null where it had none.
   */
  @inline get oldLease(): Lease4 | null {
    return changetype<Lease4 | null>(load<u32>(changetype<usize>(this), 28) == 0 ? <usize>0 : changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }

  /**
   * The offer.
   * Absent: null where Kea is older than 2.7.7. Since Kea 2.7.7.
   */
  @inline get response4(): Pkt4 | null {
    return changetype<Pkt4 | null>(load<u32>(changetype<usize>(this), 32) == 0 ? <usize>0 : changetype<usize>(this) + 32 + load<u32>(changetype<usize>(this), 32));
  }
}

// Lease4ServerDecline, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to lease4, a Lease4
/**
 * Another hook library, such as Kea's ping check, found the offered address in use, and Kea set it aside.
 *
 * What a policy is given at lease4_server_decline, DHCPv4, since Kea 2.5.5. What Kea does:
 * - Verdict.Continue: Kea goes on.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Lease4ServerDecline {
  /** The client's DISCOVER, which gets no answer. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The lease as it was set aside: declined, and of no client any more. */
  @inline get lease4(): Lease4 {
    return changetype<Lease4>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }
}

// Addr6Register, 48 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to response6, a Pkt6
//    24 ipv6      address6
//    40 u32       distance from here to oldLease6, a Lease6
//    44 u32       distance from here to newLease6, a Lease6
/**
 * A client registers an address that it made by itself (RFC 9686). Kea 3.0.4 with its leases in memory (memfile)
 * neither stores nor answers it where the address was registered before, unless in the same second for the same time;
 * policies are asked all the same.
 *
 * What a policy is given at addr6_register, DHCPv6, since Kea 2.7.7. What Kea does:
 * - Verdict.Continue: Kea stores the registration and answers.
 * - Verdict.Skip: Kea does not store the registration, and answers all the same.
 * - Verdict.Drop: Kea drops the packet; the client gets nothing.
 */
@unmanaged
export class Addr6Register {
  /** The client's ADDR-REG-INFORM. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The answer that Kea is about to send. */
  @inline get response6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /** The address. */
  @inline get address6(): IPv6 {
    return changetype<IPv6>(changetype<usize>(this) + 24);
  }

  /**
   * The registration that is there.
   * Absent: null where the address was not registered before.
   */
  @inline get oldLease6(): Lease6 | null {
    return changetype<Lease6 | null>(load<u32>(changetype<usize>(this), 40) == 0 ? <usize>0 : changetype<usize>(this) + 40 + load<u32>(changetype<usize>(this), 40));
  }

  /** The registration as it would be stored. */
  @inline get newLease6(): Lease6 {
    return changetype<Lease6>(changetype<usize>(this) + 44 + load<u32>(changetype<usize>(this), 44));
  }
}

// Buffer4Receive, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a RawPacket4
/**
 * A DHCPv4 packet was received; Kea has not looked at its bytes yet.
 *
 * What a policy is given at buffer4_receive, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea parses the packet.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: Kea drops the packet; the client gets nothing.
 */
@unmanaged
export class Buffer4Receive {
  /** The packet's bytes and where they came from. */
  @inline get query4(): RawPacket4 {
    return changetype<RawPacket4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Buffer6Receive, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a RawPacket6
/**
 * A DHCPv6 packet was received; Kea has not looked at its bytes yet.
 *
 * What a policy is given at buffer6_receive, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea parses the packet.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: Kea drops the packet; the client gets nothing.
 */
@unmanaged
export class Buffer6Receive {
  /** The packet's bytes and where they came from. */
  @inline get query6(): RawPacket6 {
    return changetype<RawPacket6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Buffer4Send, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to response4, a Pkt4
/**
 * Kea packed its answer to a client; the bytes are about to be sent.
 *
 * What a policy is given at buffer4_send, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sends the answer.
 * - Verdict.Skip: The same as Drop: the answer is not sent.
 * - Verdict.Drop: The answer is not sent; what was decided, such as a lease, stays.
 */
@unmanaged
export class Buffer4Send {
  /** The answer, which cannot be edited any more; `wire` has its bytes. */
  @inline get response4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Buffer6Send, 24 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to response6, a Pkt6
/**
 * Kea packed its answer to a client; the bytes are about to be sent.
 *
 * What a policy is given at buffer6_send, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea sends the answer.
 * - Verdict.Skip: The same as Drop: the answer is not sent.
 * - Verdict.Drop: The answer is not sent; what was decided, such as a lease, stays.
 */
@unmanaged
export class Buffer6Send {
  /** The answer, which cannot be edited any more; `wire` has its bytes. */
  @inline get response6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }
}

// Host4Identifier, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u8        idType
//    24 bytes     idValue
/**
 * Kea looks for the client's reservation, by an identifier that a hook makes: where host-reservation-identifiers in the
 * configuration names flex-id.
 *
 * What a policy is given at host4_identifier, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea looks for a reservation by the identifier, where one was set.
 * - Verdict.Skip: Kea looks for none by this identifier.
 * - Verdict.Drop: The same as Skip.
 */
@unmanaged
export class Host4Identifier {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** Kind of the identifier: 4, flex-id, unless another hook library says otherwise. */
  @inline get idType(): u8 {
    return load<u8>(changetype<usize>(this), 20);
  }

  /** The identifier; empty where nobody has set it yet. */
  @inline get idValue(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 24);
  }

  /**
   * Sets the identifier, of the kind flex-id, by which Kea looks for the client's reservation.
   * Source: Kea's argument idValue.
   * @param value 1 to 128 bytes, as a reservation of the configuration has them under flex-id
   */
  setIdentifier(value: Uint8Array): void {
    appendEdit(EDIT_SET_ARGUMENT, 2, 0, value.dataStart, <u32>value.byteLength);
  }
}

// Host6Identifier, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u8        idType
//    24 bytes     idValue
/**
 * Kea looks for the client's reservation, by an identifier that a hook makes: where host-reservation-identifiers in the
 * configuration names flex-id.
 *
 * What a policy is given at host6_identifier, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea looks for a reservation by the identifier, where one was set.
 * - Verdict.Skip: Kea looks for none by this identifier.
 * - Verdict.Drop: The same as Skip.
 */
@unmanaged
export class Host6Identifier {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** Kind of the identifier: 4, flex-id, unless another hook library says otherwise. */
  @inline get idType(): u8 {
    return load<u8>(changetype<usize>(this), 20);
  }

  /** The identifier; empty where nobody has set it yet. */
  @inline get idValue(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 24);
  }

  /**
   * Sets the identifier, of the kind flex-id, by which Kea looks for the client's reservation.
   * Source: Kea's argument idValue.
   * @param value 1 to 128 bytes, as a reservation of the configuration has them under flex-id
   */
  setIdentifier(value: Uint8Array): void {
    appendEdit(EDIT_SET_ARGUMENT, 2, 0, value.dataStart, <u32>value.byteLength);
  }
}

// Ddns4Update, 48 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query4, a Pkt4
//    20 u32       distance from here to response4, a Pkt4
//    24 u32       distance from here to subnet4, a Subnet4
//    28 bytes     hostname
//    36 bool      forwardUpdate
//    37 bool      reverseUpdate
//    40 u32       distance from here to ddnsParams, a DdnsParams
/**
 * Kea knows the name that a client gets, and whether it is to be in the DNS. Kea may come here twice for one packet.
 *
 * What a policy is given at ddns4_update, DHCPv4, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea goes on with this name and these directions.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Ddns4Update {
  /** The client's packet. */
  @inline get query4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The answer as far as it is made. */
  @inline get response4(): Pkt4 {
    return changetype<Pkt4>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /**
   * The subnet of the client.
   * Absent: null where no subnet fits the client.
   */
  @inline get subnet4(): Subnet4 | null {
    return changetype<Subnet4 | null>(load<u32>(changetype<usize>(this), 24) == 0 ? <usize>0 : changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /** The client's name as the lease will have it; empty where Kea knows none, or makes it of the address later. */
  @inline get hostname(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 28);
  }

  /** True where the address is to be found in the DNS by the name. */
  @inline get forwardUpdate(): bool {
    return load<u8>(changetype<usize>(this), 36) != 0;
  }

  /** True where the name is to be found in the DNS by the address. */
  @inline get reverseUpdate(): bool {
    return load<u8>(changetype<usize>(this), 37) != 0;
  }

  /** What the configuration says of names in the DNS. */
  @inline get ddnsParams(): DdnsParams {
    return changetype<DdnsParams>(changetype<usize>(this) + 40 + load<u32>(changetype<usize>(this), 40));
  }

  /**
   * Gives the client another name, in the lease, in the DNS and in the answer, in option 81 (FQDN) or 12 (host name)
   * where it has that.
   * Source: Kea's argument hostname.
   * @param name a domain name of printable ASCII, 255 bytes at most, not empty
   */
  setHostname(name: string): void {
    appendEditText(EDIT_SET_ARGUMENT, 3, 0, name);
  }

  /**
   * Decides whether the address is to be found in the DNS by the name. Where the answer has an option 81, Kea then
   * tells the client in it that the server updates nothing.
   * Source: Kea's argument forwardUpdate.
   * @param wanted whether it is to be
   */
  setForwardUpdate(wanted: bool): void {
    appendEdit(EDIT_SET_ARGUMENT, 4, <u32>wanted, 0, 0);
  }

  /**
   * Decides whether the name is to be found in the DNS by the address. Where the answer has an option 81, Kea then
   * tells the client in it that the server updates nothing.
   * Source: Kea's argument reverseUpdate.
   * @param wanted whether it is to be
   */
  setReverseUpdate(wanted: bool): void {
    appendEdit(EDIT_SET_ARGUMENT, 5, <u32>wanted, 0, 0);
  }
}

// Ddns6Update, 48 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 u32       distance from here to query6, a Pkt6
//    20 u32       distance from here to response6, a Pkt6
//    24 u32       distance from here to subnet6, a Subnet6
//    28 bytes     hostname
//    36 bool      forwardUpdate
//    37 bool      reverseUpdate
//    40 u32       distance from here to ddnsParams, a DdnsParams
/**
 * Kea knows the name that a client gets, and whether it is to be in the DNS. Kea comes here only where the client sent
 * option 39 or the configuration makes a name for it.
 *
 * What a policy is given at ddns6_update, DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea goes on with this name and these directions.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class Ddns6Update {
  /** The client's packet. */
  @inline get query6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 16 + load<u32>(changetype<usize>(this), 16));
  }

  /** The answer as far as it is made. */
  @inline get response6(): Pkt6 {
    return changetype<Pkt6>(changetype<usize>(this) + 20 + load<u32>(changetype<usize>(this), 20));
  }

  /**
   * The subnet of the client.
   * Absent: null where no subnet fits the client.
   */
  @inline get subnet6(): Subnet6 | null {
    return changetype<Subnet6 | null>(load<u32>(changetype<usize>(this), 24) == 0 ? <usize>0 : changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /** The client's name as the lease will have it; empty where Kea knows none, or makes it of the address later. */
  @inline get hostname(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 28);
  }

  /** True where the address is to be found in the DNS by the name. */
  @inline get forwardUpdate(): bool {
    return load<u8>(changetype<usize>(this), 36) != 0;
  }

  /** True where the name is to be found in the DNS by the address. */
  @inline get reverseUpdate(): bool {
    return load<u8>(changetype<usize>(this), 37) != 0;
  }

  /** What the configuration says of names in the DNS. */
  @inline get ddnsParams(): DdnsParams {
    return changetype<DdnsParams>(changetype<usize>(this) + 40 + load<u32>(changetype<usize>(this), 40));
  }

  /**
   * Gives the client another name, in the lease, in the DNS and in the answer, in option 39 (FQDN) where it has that.
   * Source: Kea's argument hostname.
   * @param name a domain name of printable ASCII, 255 bytes at most, not empty
   */
  setHostname(name: string): void {
    appendEditText(EDIT_SET_ARGUMENT, 3, 0, name);
  }

  /**
   * Decides whether the address is to be found in the DNS by the name. The lease has it so; what Kea sends to the DNS
   * goes by the answer's option 39, which says no to both directions where both are false here, and else stays as it
   * is.
   * Source: Kea's argument forwardUpdate.
   * @param wanted whether it is to be
   */
  setForwardUpdate(wanted: bool): void {
    appendEdit(EDIT_SET_ARGUMENT, 4, <u32>wanted, 0, 0);
  }

  /**
   * Decides whether the name is to be found in the DNS by the address. The lease has it so; what Kea sends to the DNS
   * goes by the answer's option 39, which says no to both directions where both are false here, and else stays as it
   * is.
   * Source: Kea's argument reverseUpdate.
   * @param wanted whether it is to be
   */
  setReverseUpdate(wanted: bool): void {
    appendEdit(EDIT_SET_ARGUMENT, 5, <u32>wanted, 0, 0);
  }
}

// CommandProcessed, 32 bytes:
//     0 u32       length of this part of the record
//     4 u32       handle for host functions
//     8 u64       presence bits
//    16 bytes     name
//    24 u32       distance from here to commandArguments, a Json
//    28 u32       distance from here to response, a Json
/**
 * Kea carried out a command that came by its control channel, or refused it, and did not answer yet. After a new
 * configuration the policies of that one are called.
 *
 * What a policy is given at command_processed, DHCPv4 and DHCPv6, since Kea 2.2.0. What Kea does:
 * - Verdict.Continue: Kea answers.
 * - Verdict.Skip: not taken here; a policy that returns it fails.
 * - Verdict.Drop: not taken here; a policy that returns it fails.
 */
@unmanaged
export class CommandProcessed {
  /** The command, such as lease4-add; Kea may know none of that name. */
  @inline get name(): Bytes {
    return changetype<Bytes>(changetype<usize>(this) + 16);
  }

  /**
   * What the command was given, such as a whole configuration with the passwords in it.
   * Absent: null where it was given nothing.
   */
  @inline get commandArguments(): Json | null {
    return changetype<Json | null>(load<u32>(changetype<usize>(this), 24) == 0 ? <usize>0 : changetype<usize>(this) + 24 + load<u32>(changetype<usize>(this), 24));
  }

  /**
   * The answer: a map with the number `result`, 0 where the command was carried out, and mostly `text` or `arguments`.
   * Absent: null where another hook library carried the command out and left no answer.
   */
  @inline get response(): Json | null {
    return changetype<Json | null>(load<u32>(changetype<usize>(this), 28) == 0 ? <usize>0 : changetype<usize>(this) + 28 + load<u32>(changetype<usize>(this), 28));
  }
}
