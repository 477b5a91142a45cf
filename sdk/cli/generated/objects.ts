// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// What a policy sees, as plain objects that JSON can hold: for tests in Node. What is left out is 0, false, empty or
// absent; addresses are text.
import type { BytesValue, HwAddrValue } from "../values.ts";

/** A DHCPv4 packet: a client's after Kea parsed it, or Kea's answer before it is sent. */
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
  /**
   * Address that the packet was sent from: the client or the last relay. 0.0.0.0 where that is an IPv6 address (DHCPv4
   * over DHCPv6).
   */
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
  /**
   * Link-layer address that the frame was sent to: that of Kea's interface, or the broadcast address.
   * Absent: null where the socket does not tell it (UDP sockets). Not in the frame: the runner gives it when the policy
   * asks.
   */
  localHwaddr?: HwAddrValue | null;
  /**
   * The packet's bytes, of a client's as they came, of an answer as they will be sent.
   * Absent: null where Kea has not packed its answer yet: before buffer4_send. Not in the frame: the runner gives it
   * when the policy asks.
   */
  wire?: BytesValue | null;
  /** True where the packet came inside of a DHCPv6 message (DHCPv4 over DHCPv6). */
  dhcp4o6?: boolean;
}

/**
 * A DHCPv6 packet: a client's after Kea parsed it, or Kea's answer before it is sent; where it is relayed, the message
 * inside.
 */
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
  /**
   * Link-layer source address of the frame: the client's or the last relay's.
   * Absent: null where the socket does not tell it, which is always so in Kea's own DHCPv6 sockets. Not in the frame:
   * the runner gives it when the policy asks.
   */
  remoteHwaddr?: HwAddrValue | null;
  /**
   * The packet's bytes with those of its relay agents around them, of a client's as they came, of an answer as they
   * will be sent.
   * Absent: null where Kea has not packed its answer yet: before buffer6_send. Not in the frame: the runner gives it
   * when the policy asks.
   */
  wire?: BytesValue | null;
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

/** A DHCPv4 subnet of Kea's configuration. */
export interface Subnet4 {
  /** Number of the subnet in the configuration. */
  id?: number;
  /** First address of the subnet. */
  prefix?: string;
  /** Length of the prefix, in bits, 0 to 32. */
  prefixLength?: number;
  /** Name of the shared network that the subnet belongs to; empty where it belongs to none. */
  sharedNetwork?: BytesValue;
  /**
   * How long clients may use an address, where they ask for nothing else.
   * Unit: seconds.
   */
  validLifetime?: number;
  /** How many pools of addresses the subnet has. */
  poolCount?: number;
  /** Name of the interface whose clients the subnet is for; empty where the configuration names none. */
  iface?: BytesValue;
  /**
   * Addresses of the relay agents whose clients the subnet is for, as the configuration names them, of 4 bytes each.
   * Not in the frame: the runner gives it when the policy asks.
   */
  relayAddrs?: BytesValue[];
  /**
   * The least that clients get which ask for a shorter lifetime; the same as validLifetime where the configuration
   * names none.
   * Unit: seconds.
   */
  minValidLifetime?: number;
  /**
   * The most that clients get which ask for a longer lifetime; the same as validLifetime where the configuration names
   * none.
   * Unit: seconds.
   */
  maxValidLifetime?: number;
}

/** A DHCPv6 subnet of Kea's configuration. */
export interface Subnet6 {
  /** Number of the subnet in the configuration. */
  id?: number;
  /** Length of the prefix, in bits, 0 to 128. */
  prefixLength?: number;
  /** First address of the subnet. */
  prefix?: string;
  /** Name of the shared network that the subnet belongs to; empty where it belongs to none. */
  sharedNetwork?: BytesValue;
  /**
   * How long clients should use an address for what they begin, where they ask for nothing else.
   * Unit: seconds.
   */
  preferredLifetime?: number;
  /**
   * How long clients may use an address, where they ask for nothing else.
   * Unit: seconds.
   */
  validLifetime?: number;
  /** How many pools the subnet has: first those of addresses, then those of prefixes to delegate. */
  poolCount?: number;
  /** Name of the interface whose clients the subnet is for; empty where the configuration names none. */
  iface?: BytesValue;
  /**
   * Addresses of the relay agents whose clients the subnet is for, as the configuration names them, of 16 bytes each.
   * Not in the frame: the runner gives it when the policy asks.
   */
  relayAddrs?: BytesValue[];
  /**
   * The least that clients get which ask for a shorter lifetime; the same as validLifetime where the configuration
   * names none.
   * Unit: seconds.
   */
  minValidLifetime?: number;
  /**
   * The most that clients get which ask for a longer lifetime; the same as validLifetime where the configuration names
   * none.
   * Unit: seconds.
   */
  maxValidLifetime?: number;
}

/** A DHCPv4 lease. */
export interface Lease4 {
  /** The address. */
  address?: string;
  /** 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0); see LeaseState. */
  state?: number;
  /** True where the name is, or is to be, in the DNS with its address. */
  fqdnFwd?: boolean;
  /** True where the address is, or is to be, in the DNS with its name. */
  fqdnRev?: boolean;
  /** Number of the subnet that the lease belongs to. */
  subnetId?: number;
  /**
   * How long the client may use the address, counted from cltt; 4294967295 means for ever.
   * Unit: seconds.
   */
  validLifetime?: number;
  /**
   * What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
   * Unit: seconds.
   */
  reuseableLifetime?: number;
  /**
   * When the client was last heard of: the lease ends validLifetime later.
   * Unit: seconds since 1970.
   */
  cltt?: bigint;
  /**
   * Client's hardware address.
   * Absent: null where the lease has none.
   */
  hwaddr?: HwAddrValue | null;
  /**
   * Client identifier: its type byte and what follows.
   * Absent: null where the client sent none, or Kea is not to match it.
   */
  clientId?: BytesValue | null;
  /** Name of the client, as Kea keeps it; empty where there is none. */
  hostname?: BytesValue;
  /**
   * Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
   * Absent: 0 where Kea is older than 2.3.8. Since Kea 2.3.8.
   */
  poolId?: number | null;
  /** True where the lease has ended, by Kea's clock. */
  expired?: boolean;
  /**
   * The relay agent's id, where Kea keeps it for bulk leasequery.
   * Absent: null where the lease has none, and before Kea 2.3.5. Since Kea 2.3.5.
   */
  relayId?: BytesValue | null;
  /**
   * The remote id that the relay agent gave, where Kea keeps it for bulk leasequery.
   * Absent: null where the lease has none, and before Kea 2.3.5. Since Kea 2.3.5.
   */
  remoteId?: BytesValue | null;
}

/** A DHCPv6 lease: of an address or of a delegated prefix. */
export interface Lease6 {
  /** 0 an address (IA_NA), 1 a temporary address (IA_TA), 2 a delegated prefix (IA_PD); see Lease6Type. */
  type?: number;
  /**
   * 0 assigned, 1 declined, 2 expired and reclaimed, 3 released (since Kea 2.7.0), 4 registered by the client (since
   * Kea 2.7.7); see LeaseState.
   */
  state?: number;
  /** Length of the delegated prefix, in bits; 128 for an address. */
  prefixLength?: number;
  /** True where the name is, or is to be, in the DNS with its address. */
  fqdnFwd?: boolean;
  /** True where the address is, or is to be, in the DNS with its name. */
  fqdnRev?: boolean;
  /** Number that the client gave to its identity association; host byte order. */
  iaid?: number;
  /** Number of the subnet that the lease belongs to. */
  subnetId?: number;
  /**
   * How long the client should use the address for what it begins, counted from cltt; 4294967295 means for ever.
   * Unit: seconds.
   */
  preferredLifetime?: number;
  /**
   * How long the client may use the address, counted from cltt; 4294967295 means for ever.
   * Unit: seconds.
   */
  validLifetime?: number;
  /**
   * What is left where Kea hands out a cached lease without storing it again; 0 where it does not.
   * Unit: seconds.
   */
  reuseableLifetime?: number;
  /**
   * When the client was last heard of: the lease ends validLifetime later.
   * Unit: seconds since 1970.
   */
  cltt?: bigint;
  /** The address, or the first one of the delegated prefix. */
  address?: string;
  /**
   * Client's DUID.
   * Absent: null where the lease has none.
   */
  duid?: BytesValue | null;
  /**
   * Client's hardware address.
   * Absent: null where Kea does not know it.
   */
  hwaddr?: HwAddrValue | null;
  /** Name of the client, as Kea keeps it; empty where there is none. */
  hostname?: BytesValue;
  /**
   * Number of the pool that the address was in when the lease was stored; 0 for a pool without a number.
   * Absent: 0 where Kea is older than 2.3.8. Since Kea 2.3.8.
   */
  poolId?: number | null;
  /** True where the lease has ended, by Kea's clock. */
  expired?: boolean;
}

/** An identity association of a DHCPv6 answer: IA_NA or IA_PD. */
export interface Option6IA {
  /** Option code: 3 IA_NA, 25 IA_PD. */
  type?: number;
  /** Number that the client gave to it; host byte order. */
  iaid?: number;
  /**
   * When the client is to renew; 0 leaves it to the client, or Kea did not set it yet.
   * Unit: seconds.
   */
  t1?: number;
  /**
   * When the client is to rebind; 0 leaves it to the client, or Kea did not set it yet.
   * Unit: seconds.
   */
  t2?: number;
}

/** DHCPv4 leases, none or several. */
export interface Lease4List {
  /** How many leases there are, 0 or more. */
  length?: number;
}

/** DHCPv6 leases, none or several: of addresses and of delegated prefixes. */
export interface Lease6List {
  /** How many leases there are, 0 or more. */
  length?: number;
}

/** A DHCPv4 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in. */
export interface RawPacket4 {
  /** UDP port that the packet came in at. */
  localPort?: number;
  /** UDP port that the packet was sent from. */
  remotePort?: number;
  /** Address that the packet came in at. */
  localAddr?: string;
  /** Address that the packet was sent from: the client or the last relay. */
  remoteAddr?: string;
  /** Index of the interface that the packet came in at; -1 where not known. */
  ifindex?: number;
  /** Name of the interface that the packet came in at; empty where not known. */
  iface?: BytesValue;
  /** The packet's bytes as they came: at least 236 of them, for Kea takes no fewer, and beyond that anything. */
  wire?: BytesValue;
  /**
   * Link-layer source address of the frame: the client's or the last relay's.
   * Absent: null where the socket does not tell it (UDP sockets). Not in the frame: the runner gives it when the policy
   * asks.
   */
  remoteHwaddr?: HwAddrValue | null;
}

/** A DHCPv6 packet that Kea has not parsed yet: nothing but its bytes, where it came from and where it came in. */
export interface RawPacket6 {
  /** UDP port that the packet was sent from. */
  remotePort?: number;
  /** Index of the interface that the packet came in at; -1 where not known. */
  ifindex?: number;
  /** Address that the packet came in at. */
  localAddr?: string;
  /** Address that the packet was sent from: the client or the last relay. */
  remoteAddr?: string;
  /** Name of the interface that the packet came in at; empty where not known. */
  iface?: BytesValue;
  /** The packet's bytes as they came, those of its relay agents included; they may be anything. */
  wire?: BytesValue;
}

/**
 * What the configuration says of names in the DNS for a client: its subnet's settings, else those of the shared
 * network, else the global ones.
 */
export interface DdnsParams {
  /** True where Kea sends updates: ddns-send-updates, and dhcp-ddns is enabled. */
  enableUpdates?: boolean;
  /** True where the DNS is updated also for clients that ask for no update. */
  overrideNoUpdate?: boolean;
  /** True where Kea updates also what clients want to update by themselves. */
  overrideClientUpdate?: boolean;
  /** True where the DNS is updated also when a lease is renewed. */
  updateOnRenew?: boolean;
  /**
   * Whether Kea makes a name of the address: 0 never, 1 always, 2 where the client sends a name, 3 where it sends none.
   */
  replaceClientNameMode?: number;
  /** What names that Kea makes begin with. */
  generatedPrefix?: BytesValue;
  /** The domain that is put behind names that are not complete; empty where there is none. */
  qualifyingSuffix?: BytesValue;
}

/** All DHCPv4 subnets of Kea's configuration, in the order of their numbers. */
export interface Subnet4List {
  /** How many subnets there are. */
  length?: number;
}

/** All DHCPv6 subnets of Kea's configuration, in the order of their numbers. */
export interface Subnet6List {
  /** How many subnets there are. */
  length?: number;
}

/** A pool of addresses of a DHCPv4 subnet. */
export interface Pool4 {
  /** The first address of the pool. */
  firstAddress?: string;
  /** The last address of the pool. */
  lastAddress?: string;
}

/** A pool of a DHCPv6 subnet: of addresses, or of prefixes to delegate. */
export interface Pool6 {
  /** 0 addresses (IA_NA), 2 prefixes (IA_PD); see Lease6Type. */
  type?: number;
  /** Length of the prefixes that clients get, in bits; 128 where the pool is of addresses. */
  prefixLength?: number;
  /** The first address of the pool. */
  firstAddress?: string;
  /** The last address of the pool. */
  lastAddress?: string;
}

/** A JSON value of Kea's, such as what a command was given and what it answers. */
export interface Json {
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

/** Arguments of subnet4_select. Kea chose the subnet in which the client gets its addresses. */
export interface Subnet4Select {
  /** The client's packet. */
  query4: Pkt4;
  /**
   * The subnet that Kea chose.
   * Absent: null where no subnet fits the client.
   */
  subnet4?: Subnet4 | null;
  /** All subnets of the configuration. */
  subnet4collection: Subnet4List;
}

/** Arguments of subnet6_select. Kea chose the subnet in which the client gets its addresses. */
export interface Subnet6Select {
  /** The client's packet. */
  query6: Pkt6;
  /**
   * The subnet that Kea chose.
   * Absent: null where no subnet fits the client.
   */
  subnet6?: Subnet6 | null;
  /** All subnets of the configuration. */
  subnet6collection: Subnet6List;
}

/** Arguments of lease4_select. Kea is about to give the client an address that it did not have. */
export interface Lease4Select {
  /** The client's packet. */
  query4: Pkt4;
  /** The subnet of the address. */
  subnet4: Subnet4;
  /** True where the address is only offered (DISCOVER), false where it is assigned. */
  fakeAllocation?: boolean;
  /** The lease as it would be stored. */
  lease4: Lease4;
  /**
   * How many seconds Kea keeps an offered address for this client; 0 where it does not store offers, and for an
   * assignment.
   * Absent: 0 where Kea is older than 2.3.6.
   */
  offerLifetime?: number | null;
}

/**
 * Arguments of lease6_select. Kea is about to give the client an address or a prefix that it did not have; called once
 * for each.
 */
export interface Lease6Select {
  /** The client's packet. */
  query6: Pkt6;
  /** The subnet of the address. */
  subnet6: Subnet6;
  /** True where the address is only offered (SOLICIT without rapid commit), false where it is assigned. */
  fakeAllocation?: boolean;
  /** The lease as it would be stored. */
  lease6: Lease6;
}

/**
 * Arguments of lease4_renew. A client that has a lease goes on using it. Kea comes here also for the offer to such a
 * client: the packet's type tells.
 */
export interface Lease4Renew {
  /** The client's packet. */
  query4: Pkt4;
  /** The subnet of the lease. */
  subnet4: Subnet4;
  /** The lease with its new lifetime, as it would be stored. */
  lease4: Lease4;
  /**
   * Client identifier: its type byte and what follows.
   * Absent: null where the client sent none, or Kea is not to match it.
   */
  clientId?: BytesValue | null;
  /**
   * Client's hardware address.
   * Absent: null where Kea does not know it.
   */
  hwaddr?: HwAddrValue | null;
}

/** Arguments of lease6_renew. A client renews an address or a prefix; called once for each. */
export interface Lease6Renew {
  /** The client's packet. */
  query6: Pkt6;
  /**
   * The lease with its new lifetimes, as it would be stored. Changes are lost where Kea answers from its cache of
   * leases (cache-threshold, cache-max-age).
   */
  lease6: Lease6;
  /**
   * The IA_NA of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of a prefix.
   */
  iaNa?: Option6IA | null;
  /**
   * The IA_PD of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of an address.
   */
  iaPd?: Option6IA | null;
}

/** Arguments of lease6_rebind. A client rebinds an address or a prefix; called once for each. */
export interface Lease6Rebind {
  /** The client's packet. */
  query6: Pkt6;
  /**
   * The lease with its new lifetimes, as it would be stored. Changes are lost where Kea answers from its cache of
   * leases (cache-threshold, cache-max-age).
   */
  lease6: Lease6;
  /**
   * The IA_NA of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of a prefix.
   */
  iaNa?: Option6IA | null;
  /**
   * The IA_PD of the answer that is being made; the lease is not in it yet.
   * Absent: null where the lease is of an address.
   */
  iaPd?: Option6IA | null;
}

/** Arguments of lease4_release. A client gives its address back. */
export interface Lease4Release {
  /** The client's packet. */
  query4: Pkt4;
  /** The lease as it is. */
  lease4: Lease4;
}

/** Arguments of lease6_release. A client gives an address or a prefix back; called once for each. */
export interface Lease6Release {
  /** The client's packet. */
  query6: Pkt6;
  /** The lease as it is. */
  lease6: Lease6;
}

/** Arguments of lease4_decline. A client found that somebody else uses its address. */
export interface Lease4Decline {
  /** The client's packet. */
  query4: Pkt4;
  /** The lease as it is. */
  lease4: Lease4;
}

/** Arguments of lease6_decline. A client found that somebody else uses its address; called once for each. */
export interface Lease6Decline {
  /** The client's packet. */
  query6: Pkt6;
  /** The lease as it is. */
  lease6: Lease6;
}

/**
 * Arguments of lease4_expire. A lease has ended and is reclaimed: by a timer, or where Kea wants its address for
 * somebody else. A declined address (state 1) comes here before it is free again.
 */
export interface Lease4Expire {
  /** The lease that ended. */
  lease4: Lease4;
  /**
   * True where Kea deletes the lease, false where it keeps it in the state 2 or gives its address to somebody else at
   * once.
   */
  removeLease?: boolean;
}

/**
 * Arguments of lease6_expire. A lease has ended and is reclaimed: by a timer, or where Kea wants its address for
 * somebody else. A declined address (state 1) comes here before it is free again.
 */
export interface Lease6Expire {
  /** The lease that ended. */
  lease6: Lease6;
  /**
   * True where Kea deletes the lease, false where it keeps it in the state 2 or gives its address to somebody else at
   * once.
   */
  removeLease?: boolean;
}

/** Arguments of lease4_recover. The probation period of a declined address has ended. */
export interface Lease4Recover {
  /** The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros). */
  lease4: Lease4;
}

/** Arguments of lease6_recover. The probation period of a declined address has ended. */
export interface Lease6Recover {
  /** The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros). */
  lease6: Lease6;
}

/** Arguments of pkt4_send. Kea made the answer to a client and is about to send it. */
export interface Pkt4Send {
  /** The client's packet. */
  query4: Pkt4;
  /** The answer, its options not yet in their final order. */
  response4: Pkt4;
  /**
   * The subnet that the client was put into.
   * Absent: null where the client has none, in the answer to an INFORM, and before Kea 2.5.6.
   */
  subnet4?: Subnet4 | null;
}

/** Arguments of pkt6_send. Kea made the answer to a client and is about to send it. */
export interface Pkt6Send {
  /** The client's packet. */
  query6: Pkt6;
  /** The answer, its options not yet in their final order. */
  response6: Pkt6;
  /**
   * The subnet that the client was put into.
   * Absent: null where the client has none, and before Kea 2.5.6.
   */
  subnet6?: Subnet6 | null;
}

/**
 * Arguments of leases4_committed. Kea stored or ended what a REQUEST, RELEASE or DECLINE was about, and did not answer
 * yet. Both lists may be empty, such as for a RELEASE of what the client does not have.
 */
export interface Leases4Committed {
  /** The client's packet. */
  query4: Pkt4;
  /**
   * The lease that was stored, or was declined; empty where there is none, or where Kea handed out a cached lease
   * without storing it again.
   */
  leases4: Lease4List;
  /** The lease that the client had and has no more. */
  deletedLeases4: Lease4List;
  /**
   * The answer that Kea is about to send.
   * Absent: null where there is none, such as for a RELEASE, and before Kea 2.7.7.
   */
  response4?: Pkt4 | null;
}

/**
 * Arguments of leases6_committed. Kea stored or ended what a client's message was about, and did not answer yet: a
 * REQUEST, RENEW, REBIND, RELEASE, DECLINE or registration, or a SOLICIT with rapid commit. Both lists may be empty.
 */
export interface Leases6Committed {
  /** The client's packet. */
  query6: Pkt6;
  /**
   * The leases that were stored, or were declined; without those that Kea handed out from its cache without storing
   * them again.
   */
  leases6: Lease6List;
  /** The leases that the client had and has no more. */
  deletedLeases6: Lease6List;
  /**
   * The answer that Kea is about to send.
   * Absent: null where Kea is older than 2.7.7.
   */
  response6?: Pkt6 | null;
}

/** Arguments of lease4_offer. Kea is about to offer an address to the client of a DISCOVER. */
export interface Lease4Offer {
  /** The client's packet. */
  query4: Pkt4;
  /** The lease as it is offered; empty where there is none, or where it is a cached one. */
  leases4: Lease4List;
  /** How many seconds Kea keeps the offered address for this client; 0 where it does not store offers. */
  offerLifetime?: number;
  /**
   * The lease that the client had before.
   * Absent: null where it had none.
   */
  oldLease?: Lease4 | null;
  /**
   * The offer.
   * Absent: null where Kea is older than 2.7.7.
   */
  response4?: Pkt4 | null;
}

/**
 * Arguments of lease4_server_decline. Another hook library, such as Kea's ping check, found the offered address in use,
 * and Kea set it aside.
 */
export interface Lease4ServerDecline {
  /** The client's DISCOVER, which gets no answer. */
  query4: Pkt4;
  /** The lease as it was set aside: declined, and of no client any more. */
  lease4: Lease4;
}

/**
 * Arguments of addr6_register. A client registers an address that it made by itself (RFC 9686). Kea 3.0.4 with its
 * leases in memory (memfile) neither stores nor answers it where the address was registered before, unless in the same
 * second for the same time; policies are asked all the same.
 */
export interface Addr6Register {
  /** The client's ADDR-REG-INFORM. */
  query6: Pkt6;
  /** The answer that Kea is about to send. */
  response6: Pkt6;
  /** The address. */
  address6?: string;
  /**
   * The registration that is there.
   * Absent: null where the address was not registered before.
   */
  oldLease6?: Lease6 | null;
  /** The registration as it would be stored. */
  newLease6: Lease6;
}

/** Arguments of buffer4_receive. A DHCPv4 packet was received; Kea has not looked at its bytes yet. */
export interface Buffer4Receive {
  /** The packet's bytes and where they came from. */
  query4: RawPacket4;
}

/** Arguments of buffer6_receive. A DHCPv6 packet was received; Kea has not looked at its bytes yet. */
export interface Buffer6Receive {
  /** The packet's bytes and where they came from. */
  query6: RawPacket6;
}

/** Arguments of buffer4_send. Kea packed its answer to a client; the bytes are about to be sent. */
export interface Buffer4Send {
  /** The answer, which cannot be edited any more; `wire` has its bytes. */
  response4: Pkt4;
}

/** Arguments of buffer6_send. Kea packed its answer to a client; the bytes are about to be sent. */
export interface Buffer6Send {
  /** The answer, which cannot be edited any more; `wire` has its bytes. */
  response6: Pkt6;
}

/**
 * Arguments of host4_identifier. Kea looks for the client's reservation, by an identifier that a hook makes: where
 * host-reservation-identifiers in the configuration names flex-id.
 */
export interface Host4Identifier {
  /** The client's packet. */
  query4: Pkt4;
  /** Kind of the identifier: 4, flex-id, unless another hook library says otherwise. */
  idType?: number;
  /** The identifier; empty where nobody has set it yet. */
  idValue?: BytesValue;
}

/**
 * Arguments of host6_identifier. Kea looks for the client's reservation, by an identifier that a hook makes: where
 * host-reservation-identifiers in the configuration names flex-id.
 */
export interface Host6Identifier {
  /** The client's packet. */
  query6: Pkt6;
  /** Kind of the identifier: 4, flex-id, unless another hook library says otherwise. */
  idType?: number;
  /** The identifier; empty where nobody has set it yet. */
  idValue?: BytesValue;
}

/**
 * Arguments of ddns4_update. Kea knows the name that a client gets, and whether it is to be in the DNS. Kea may come
 * here twice for one packet.
 */
export interface Ddns4Update {
  /** The client's packet. */
  query4: Pkt4;
  /** The answer as far as it is made. */
  response4: Pkt4;
  /**
   * The subnet of the client.
   * Absent: null where no subnet fits the client.
   */
  subnet4?: Subnet4 | null;
  /** The client's name as the lease will have it; empty where Kea knows none, or makes it of the address later. */
  hostname?: BytesValue;
  /** True where the address is to be found in the DNS by the name. */
  forwardUpdate?: boolean;
  /** True where the name is to be found in the DNS by the address. */
  reverseUpdate?: boolean;
  /** What the configuration says of names in the DNS. */
  ddnsParams: DdnsParams;
}

/**
 * Arguments of ddns6_update. Kea knows the name that a client gets, and whether it is to be in the DNS. Kea comes here
 * only where the client sent option 39 or the configuration makes a name for it.
 */
export interface Ddns6Update {
  /** The client's packet. */
  query6: Pkt6;
  /** The answer as far as it is made. */
  response6: Pkt6;
  /**
   * The subnet of the client.
   * Absent: null where no subnet fits the client.
   */
  subnet6?: Subnet6 | null;
  /** The client's name as the lease will have it; empty where Kea knows none, or makes it of the address later. */
  hostname?: BytesValue;
  /** True where the address is to be found in the DNS by the name. */
  forwardUpdate?: boolean;
  /** True where the name is to be found in the DNS by the address. */
  reverseUpdate?: boolean;
  /** What the configuration says of names in the DNS. */
  ddnsParams: DdnsParams;
}

/**
 * Arguments of command_processed. Kea carried out a command that came by its control channel, or refused it, and did
 * not answer yet. After a new configuration the policies of that one are called.
 */
export interface CommandProcessed {
  /** The command, such as lease4-add; Kea may know none of that name. */
  name?: BytesValue;
  /**
   * What the command was given, such as a whole configuration with the passwords in it.
   * Absent: null where it was given nothing.
   */
  commandArguments?: Json | null;
  /**
   * The answer: a map with the number `result`, 0 where the command was carried out, and mostly `text` or `arguments`.
   * Absent: null where another hook library carried the command out and left no answer.
   */
  response?: Json | null;
}
