// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// What a policy sees, as plain objects that JSON can hold: for tests in Node. What is left out is 0, false, empty or
// absent; addresses are text.
import type { BytesValue, HwAddrValue } from "../values.ts";

/** A DHCPv4 packet as the server received it, after Kea parsed it. */
export interface Pkt4 {
  /**
   * DHCP message type: 1 DISCOVER, 2 OFFER, 3 REQUEST, 4 DECLINE, 5 ACK, 6 NAK, 7 RELEASE, 8 INFORM; see Dhcp4Type. 0
   * where option 53 is missing.
   */
  type?: number;
  /** BOOTP operation: 1 request, 2 reply. */
  op?: number;
  /** Hardware address type: 1 is Ethernet. */
  htype?: number;
  /** Length of the hardware address, in bytes, 0 to 16. */
  hlen?: number;
  /** How many relay agents the packet passed, as they counted. */
  hops?: number;
  /** True where giaddr is neither 0.0.0.0 nor 255.255.255.255. */
  relayed?: boolean;
  /**
   * Seconds since the client began, as it says; host byte order.
   * Unit: seconds.
   */
  secs?: number;
  /** Flags field, host byte order; 0x8000 asks for a broadcast answer. */
  flags?: number;
  /** UDP port that the packet came in at. */
  localPort?: number;
  /** UDP port that the packet was sent from. */
  remotePort?: number;
  /** Transaction id, host byte order. */
  transid?: number;
  /** The address that the client says it has; 0.0.0.0 where it has none. */
  ciaddr?: string;
  /** 'Your' address: 0.0.0.0 in a client's packet. */
  yiaddr?: string;
  /** Next server to use in bootstrap; 0.0.0.0 where not set. */
  siaddr?: string;
  /** Relay agent's address; 0.0.0.0 where the packet was not relayed. */
  giaddr?: string;
  /** Address that the packet came in at. */
  localAddr?: string;
  /** Address that the packet was sent from: the client or the last relay. */
  remoteAddr?: string;
  /** Index of the interface that the packet came in at; -1 where not known. */
  ifindex?: number;
  /** Name of the interface that the packet came in at; empty where not known. */
  iface?: BytesValue;
  /** Client's hardware address (chaddr); empty where hlen is 0. */
  hwaddr?: HwAddrValue;
  /**
   * Client identifier (option 61): its type byte and what follows.
   * Absent: null where the client sent no option 61.
   */
  clientId?: BytesValue | null;
  /**
   * Link-layer source address of the frame: the client's or the last relay's.
   * Absent: null where the socket does not tell it (UDP sockets). Not in the frame: the runner gives it when the policy
   * asks.
   */
  remoteHwaddr?: HwAddrValue | null;
  /**
   * Server host name field, always 64 bytes, padded with zeros.
   * Not in the frame: the runner gives it when the policy asks.
   */
  sname?: BytesValue;
  /**
   * Boot file name field, always 128 bytes, padded with zeros.
   * Not in the frame: the runner gives it when the policy asks.
   */
  file?: BytesValue;
  /**
   * Names of the client classes that the packet is in, in the order of their evaluation.
   * Not in the frame: the runner gives it when the policy asks.
   */
  classes?: BytesValue[];
}

/** A DHCPv6 packet as the server received it, after Kea parsed it; where it was relayed, the client's own message. */
export interface Pkt6 {
  /**
   * DHCPv6 message type: 1 SOLICIT, 3 REQUEST, 4 CONFIRM, 5 RENEW, 6 REBIND, 8 RELEASE, 9 DECLINE, 11
   * INFORMATION-REQUEST; see Dhcp6Type.
   */
  type?: number;
  /** True where at least one relay agent passed the packet on. */
  relayed?: boolean;
  /** UDP port that the packet came in at. */
  localPort?: number;
  /** UDP port that the packet was sent from. */
  remotePort?: number;
  /** How many relay agents passed the packet on. */
  relayCount?: number;
  /** Transaction id, 24 bits, host byte order. */
  transid?: number;
  /** Index of the interface that the packet came in at; -1 where not known. */
  ifindex?: number;
  /** Name of the interface that the packet came in at; empty where not known. */
  iface?: BytesValue;
  /**
   * Client's DUID (option 1, client identifier).
   * Absent: null where the client sent no option 1.
   */
  duid?: BytesValue | null;
  /**
   * Client's hardware address as far as Kea can tell it: from a raw socket, the relay's option 79, the DUID, the
   * link-local address, the remote-id or DOCSIS options, in this order. HwAddr.source says which.
   * Absent: null where no source yields one. Not in the frame: the runner gives it when the policy asks.
   */
  hwaddr?: HwAddrValue | null;
  /**
   * Address that the packet came in at.
   * Not in the frame: the runner gives it when the policy asks.
   */
  localAddr?: string;
  /**
   * Address that the packet was sent from: the client or the last relay.
   * Not in the frame: the runner gives it when the policy asks.
   */
  remoteAddr?: string;
  /**
   * Names of the client classes that the packet is in, in the order of their evaluation.
   * Not in the frame: the runner gives it when the policy asks.
   */
  classes?: BytesValue[];
}

/** One relay agent that passed a DHCPv6 packet on. */
export interface RelayHop {
  /** Message type: 12, RELAY-FORW. */
  type?: number;
  /** How many relay agents had passed the packet on before this one. */
  hopCount?: number;
  /** Link address: tells the server which link the client is on. */
  linkAddr?: string;
  /** Peer address: where the relay agent had the message from. */
  peerAddr?: string;
}

/**
 * Arguments of pkt4_receive. A DHCPv4 packet was received, parsed and put into its classes; nothing has been decided
 * yet.
 */
export interface Pkt4Receive {
  /** The client's packet. */
  query4: Pkt4;
}

/**
 * Arguments of pkt6_receive. A DHCPv6 packet was received, parsed and put into its classes; Kea has not yet checked
 * that it has what its type needs, such as a DUID.
 */
export interface Pkt6Receive {
  /** The client's packet. */
  query6: Pkt6;
}
