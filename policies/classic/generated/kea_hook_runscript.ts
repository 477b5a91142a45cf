// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts and sdk/abi/script_variables by `npm run gen`: change those, not this one.
// The variables of kea-hook-runscript, in their order.
import { Addr6Register, Ddns4Update, Ddns6Update, Host4Identifier, Host6Identifier, Lease4, Lease4Decline, Lease4Expire, Lease4List, Lease4Offer, Lease4Recover, Lease4Release, Lease4Renew, Lease4Select, Lease4ServerDecline, Lease6, Lease6Decline, Lease6Expire, Lease6List, Lease6Rebind, Lease6Recover, Lease6Release, Lease6Renew, Lease6Select, Leases4Committed, Leases6Committed, Pkt4, Pkt4Receive, Pkt4Send, Pkt6, Pkt6Receive, Pkt6Send, RelayHop, Subnet4, Subnet4Select, Subnet6, Subnet6Select } from "kea-policy/assembly";
import { values } from "../values";

function pkt4(packet: Pkt4): void {
  values.dhcp4Type(changetype<usize>("_TYPE="), packet.type);
  values.bytes(changetype<usize>("_INTERFACE="), packet.iface);
  values.number(changetype<usize>("_IFINDEX="), packet.ifindex);
  values.colons(changetype<usize>("_HWADDR="), packet.hwaddr);
  values.number(changetype<usize>("_HWADDR_TYPE="), packet.hwaddr.htype);
  values.number(changetype<usize>("_HWADDR_SOURCE="), packet.hwaddr.source);
  values.ipv4(changetype<usize>("_CIADDR="), packet.ciaddr);
  values.ipv4(changetype<usize>("_SIADDR="), packet.siaddr);
  values.ipv4(changetype<usize>("_YIADDR="), packet.yiaddr);
  values.ipv4(changetype<usize>("_GIADDR="), packet.giaddr);
  values.oneOrZero(changetype<usize>("_RELAYED="), packet.relayed);
  values.number(changetype<usize>("_RELAY_HOPS="), packet.hops);
  const option60 = packet.option(60);
  if (option60 !== null) values.bytes(changetype<usize>("_OPTION60="), option60);
  const option82 = packet.option(82);
  if (option82 !== null) values.hex(changetype<usize>("_RAI="), option82);
  const subOption82_1 = packet.subOption(82, 1);
  if (subOption82_1 !== null) values.hex(changetype<usize>("_RAI_CIRCUIT_ID="), subOption82_1);
  const subOption82_2 = packet.subOption(82, 2);
  if (subOption82_2 !== null) values.hex(changetype<usize>("_RAI_REMOTE_ID="), subOption82_2);
}

function pkt6(packet: Pkt6): void {
  values.dhcp6Type(changetype<usize>("_TYPE="), packet);
  values.bytes(changetype<usize>("_INTERFACE="), packet.iface);
  values.number(changetype<usize>("_IFINDEX="), packet.ifindex);
  const hwaddr = packet.hwaddr;
  if (hwaddr !== null) values.colons(changetype<usize>("_HWADDR="), hwaddr);
  else values.empty(changetype<usize>("_HWADDR="));
  if (hwaddr !== null) values.number(changetype<usize>("_HWADDR_TYPE="), hwaddr.htype);
  else values.empty(changetype<usize>("_HWADDR_TYPE="));
  if (hwaddr !== null) values.number(changetype<usize>("_HWADDR_SOURCE="), hwaddr.source);
  else values.empty(changetype<usize>("_HWADDR_SOURCE="));
  values.ipv6(changetype<usize>("_LOCAL_ADDRESS="), packet.localAddr);
  values.number(changetype<usize>("_LOCAL_PORT="), packet.localPort);
  values.ipv6(changetype<usize>("_REMOTE_ADDRESS="), packet.remoteAddr);
  values.number(changetype<usize>("_REMOTE_PORT="), packet.remotePort);
  values.label(changetype<usize>("_LABEL="), packet);
  values.number(changetype<usize>("_TRANSACTION_ID="), packet.transid);
  values.word(changetype<usize>("_DUID="), "");
  values.text(changetype<usize>("_DEBUG="), packet);
}

function subnet4(subnet: Subnet4 | null): void {
  if (subnet === null) {
    values.empty(changetype<usize>("="));
    values.empty(changetype<usize>("_PREFIX="));
    values.empty(changetype<usize>("_PREFIXLEN="));
    return;
  }
  values.prefix4(changetype<usize>("="), subnet.prefix, subnet.prefixLength);
  values.ipv4(changetype<usize>("_PREFIX="), subnet.prefix);
  values.number(changetype<usize>("_PREFIXLEN="), subnet.prefixLength);
}

function subnet6(subnet: Subnet6 | null): void {
  if (subnet === null) {
    values.empty(changetype<usize>("="));
    values.empty(changetype<usize>("_PREFIX="));
    values.empty(changetype<usize>("_PREFIXLEN="));
    return;
  }
  values.prefix6(changetype<usize>("="), subnet.prefix, subnet.prefixLength);
  values.ipv6(changetype<usize>("_PREFIX="), subnet.prefix);
  values.number(changetype<usize>("_PREFIXLEN="), subnet.prefixLength);
}

function lease4(lease: Lease4): void {
  values.word(changetype<usize>("_TYPE="), "V4");
  values.leaseState(changetype<usize>("_STATE="), lease);
  values.isExpired(changetype<usize>("_IS_EXPIRED="), lease.validLifetime, lease.cltt);
  values.ipv4(changetype<usize>("_ADDRESS="), lease.address);
  const hwaddr = lease.hwaddr;
  if (hwaddr !== null) values.colons(changetype<usize>("_HWADDR="), hwaddr);
  else values.empty(changetype<usize>("_HWADDR="));
  values.bytes(changetype<usize>("_HOSTNAME="), lease.hostname);
  values.number(changetype<usize>("_CLIENT_LAST_TRANSMISSION="), lease.cltt);
  values.number(changetype<usize>("_VALID_LIFETIME="), lease.validLifetime);
  values.text(changetype<usize>("_DEBUG="), lease);
}

function lease6(lease: Lease6): void {
  values.lease6Type(changetype<usize>("_TYPE="), lease.type);
  values.leaseState(changetype<usize>("_STATE="), lease);
  values.isExpired(changetype<usize>("_IS_EXPIRED="), lease.validLifetime, lease.cltt);
  values.ipv6(changetype<usize>("_ADDRESS="), lease.address);
  if (lease.type == 2) values.prefix6(changetype<usize>("_DELEGATED_PREFIX="), lease.address, lease.prefixLength);
  if (lease.type == 2) values.number(changetype<usize>("_DELEGATED_PREFIXLEN="), lease.prefixLength);
  const hwaddr = lease.hwaddr;
  if (hwaddr !== null) values.colons(changetype<usize>("_HWADDR="), hwaddr);
  else values.empty(changetype<usize>("_HWADDR="));
  values.bytes(changetype<usize>("_HOSTNAME="), lease.hostname);
  const duid = lease.duid;
  if (duid !== null) values.colons(changetype<usize>("_CLIENT_DUID="), duid);
  else values.empty(changetype<usize>("_CLIENT_DUID="));
  values.number(changetype<usize>("_CLIENT_LAST_TRANSMISSION="), lease.cltt);
  values.number(changetype<usize>("_VALID_LIFETIME="), lease.validLifetime);
  values.number(changetype<usize>("_PREFERRED_LIFETIME="), lease.preferredLifetime);
  values.number(changetype<usize>("_IAID="), lease.iaid);
  values.text(changetype<usize>("_DEBUG="), lease);
}

function pkt6More(packet: Pkt6): void {
  const duid = packet.duid;
  if (duid !== null) values.colons(changetype<usize>("_CLIENT_DUID="), duid);
  else values.empty(changetype<usize>("_CLIENT_DUID="));
  values.number(changetype<usize>("_RELAY_COUNT="), packet.relayCount);
  const option6 = packet.option(6);
  if (option6 !== null) values.hex(changetype<usize>("_OPTION_6="), option6);
  const option15 = packet.option(15);
  if (option15 !== null) values.hex(changetype<usize>("_OPTION_15="), option15);
  const option16 = packet.option(16);
  if (option16 !== null) values.hex(changetype<usize>("_OPTION_16="), option16);
  const option17 = packet.option(17);
  if (option17 !== null) values.hex(changetype<usize>("_OPTION_17="), option17);
  const option39 = packet.option(39);
  if (option39 !== null) values.hex(changetype<usize>("_OPTION_39="), option39);
}

function relayHop(hop: RelayHop): void {
  values.number(changetype<usize>("_HOP_COUNT="), hop.hopCount);
  values.ipv6(changetype<usize>("_LINK_ADDRESS="), hop.linkAddr);
  values.ipv6(changetype<usize>("_PEER_ADDRESS="), hop.peerAddr);
  const option18 = hop.option(18);
  if (option18 !== null) values.hex(changetype<usize>("_INTERFACE_ID="), option18);
  const option37 = hop.option(37);
  if (option37 !== null) values.hex(changetype<usize>("_REMOTE_ID="), option37);
  const option38 = hop.option(38);
  if (option38 !== null) values.hex(changetype<usize>("_SUBSCRIBER_ID="), option38);
}

function leases4(list: Lease4List): void {
  values.number(changetype<usize>("_SIZE="), list.length);
}

function leases6(list: Lease6List): void {
  values.number(changetype<usize>("_SIZE="), list.length);
}

function eachRelayHop(name: string, list: Pkt6): void {
  const count = <u32>list.relayCount;
  for (let index: u32 = 0; index < count; ++index) {
    const item = list.relay(index);
    if (item === null) return;
    values.numberedGroup(name, index);
    relayHop(item);
  }
}

function eachLease4(name: string, list: Lease4List): void {
  const count = <u32>list.length;
  for (let index: u32 = 0; index < count; ++index) {
    const item = list.at(index);
    if (item === null) return;
    values.numberedGroup(name, index);
    lease4(item);
  }
}

function eachLease6(name: string, list: Lease6List): void {
  const count = <u32>list.length;
  for (let index: u32 = 0; index < count; ++index) {
    const item = list.at(index);
    if (item === null) return;
    values.numberedGroup(name, index);
    lease6(item);
  }
}

export function pkt4Receive(ctx: Pkt4Receive): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
}

export function pkt4Send(ctx: Pkt4Send): void {
  values.group("RESPONSE4");
  pkt4(ctx.response4);
  values.group("QUERY4");
  pkt4(ctx.query4);
}

export function subnet4Select(ctx: Subnet4Select): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("SUBNET4");
  subnet4(ctx.subnet4);
}

export function lease4Select(ctx: Lease4Select): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("SUBNET4");
  subnet4(ctx.subnet4);
  values.group("FAKE_ALLOCATION");
  values.oneOrZero(changetype<usize>("="), ctx.fakeAllocation);
  values.group("LEASE4");
  lease4(ctx.lease4);
}

export function lease4Renew(ctx: Lease4Renew): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("SUBNET4");
  subnet4(ctx.subnet4);
  values.group("LEASE4");
  lease4(ctx.lease4);
}

export function lease4Release(ctx: Lease4Release): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("LEASE4");
  lease4(ctx.lease4);
}

export function lease4Decline(ctx: Lease4Decline): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("LEASE4");
  lease4(ctx.lease4);
}

export function lease4Expire(ctx: Lease4Expire): void {
  values.group("LEASE4");
  lease4(ctx.lease4);
  values.group("REMOVE_LEASE");
  values.oneOrZero(changetype<usize>("="), ctx.removeLease);
}

export function lease4Recover(ctx: Lease4Recover): void {
  values.group("LEASE4");
  lease4(ctx.lease4);
}

export function pkt6Receive(ctx: Pkt6Receive): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function pkt6Send(ctx: Pkt6Send): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("RESPONSE6");
  pkt6(ctx.response6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function subnet6Select(ctx: Subnet6Select): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("SUBNET6");
  subnet6(ctx.subnet6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function lease6Select(ctx: Lease6Select): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("SUBNET6");
  subnet6(ctx.subnet6);
  values.group("FAKE_ALLOCATION");
  values.oneOrZero(changetype<usize>("="), ctx.fakeAllocation);
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function lease6Renew(ctx: Lease6Renew): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function lease6Rebind(ctx: Lease6Rebind): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function lease6Decline(ctx: Lease6Decline): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function lease6Release(ctx: Lease6Release): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function lease6Expire(ctx: Lease6Expire): void {
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("REMOVE_LEASE");
  values.oneOrZero(changetype<usize>("="), ctx.removeLease);
}

export function lease6Recover(ctx: Lease6Recover): void {
  values.group("LEASE6");
  lease6(ctx.lease6);
}

export function leases4Committed(ctx: Leases4Committed): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("LEASES4");
  leases4(ctx.leases4);
  eachLease4("LEASES4_AT", ctx.leases4);
  values.group("DELETED_LEASES4");
  leases4(ctx.deletedLeases4);
  eachLease4("DELETED_LEASES4_AT", ctx.deletedLeases4);
  const response4 = ctx.response4;
  if (response4 !== null) {
    values.group("RESPONSE4");
    pkt4(response4);
  }
}

export function lease4Offer(ctx: Lease4Offer): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("LEASES4");
  leases4(ctx.leases4);
  eachLease4("LEASES4_AT", ctx.leases4);
  values.group("OFFER_LIFETIME");
  values.number(changetype<usize>("="), ctx.offerLifetime);
  const oldLease = ctx.oldLease;
  if (oldLease !== null) {
    values.group("OLD_LEASE4");
    lease4(oldLease);
  }
  const response4 = ctx.response4;
  if (response4 !== null) {
    values.group("RESPONSE4");
    pkt4(response4);
  }
}

export function lease4ServerDecline(ctx: Lease4ServerDecline): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("LEASE4");
  lease4(ctx.lease4);
}

export function leases6Committed(ctx: Leases6Committed): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASES6");
  leases6(ctx.leases6);
  eachLease6("LEASES6_AT", ctx.leases6);
  values.group("DELETED_LEASES6");
  leases6(ctx.deletedLeases6);
  eachLease6("DELETED_LEASES6_AT", ctx.deletedLeases6);
  const response6 = ctx.response6;
  if (response6 !== null) {
    values.group("RESPONSE6");
    pkt6(response6);
  }
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function host4Identifier(ctx: Host4Identifier): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("ID_TYPE");
  values.number(changetype<usize>("="), ctx.idType);
  values.group("ID_VALUE");
  values.hex(changetype<usize>("="), ctx.idValue);
}

export function host6Identifier(ctx: Host6Identifier): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("ID_TYPE");
  values.number(changetype<usize>("="), ctx.idType);
  values.group("ID_VALUE");
  values.hex(changetype<usize>("="), ctx.idValue);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function ddns4Update(ctx: Ddns4Update): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("RESPONSE4");
  pkt4(ctx.response4);
  values.group("SUBNET4");
  subnet4(ctx.subnet4);
  values.group("HOSTNAME");
  values.bytes(changetype<usize>("="), ctx.hostname);
  values.group("FORWARD_UPDATE");
  values.oneOrZero(changetype<usize>("="), ctx.forwardUpdate);
  values.group("REVERSE_UPDATE");
  values.oneOrZero(changetype<usize>("="), ctx.reverseUpdate);
}

export function ddns6Update(ctx: Ddns6Update): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("RESPONSE6");
  pkt6(ctx.response6);
  values.group("SUBNET6");
  subnet6(ctx.subnet6);
  values.group("HOSTNAME");
  values.bytes(changetype<usize>("="), ctx.hostname);
  values.group("FORWARD_UPDATE");
  values.oneOrZero(changetype<usize>("="), ctx.forwardUpdate);
  values.group("REVERSE_UPDATE");
  values.oneOrZero(changetype<usize>("="), ctx.reverseUpdate);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}

export function addr6Register(ctx: Addr6Register): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("ADDRESS6");
  values.ipv6(changetype<usize>("="), ctx.address6);
  const oldLease6 = ctx.oldLease6;
  if (oldLease6 !== null) {
    values.group("OLD_LEASE6");
    lease6(oldLease6);
  }
  values.group("NEW_LEASE6");
  lease6(ctx.newLease6);
  values.group("RESPONSE6");
  pkt6(ctx.response6);
  values.group("QUERY6");
  pkt6More(ctx.query6);
  eachRelayHop("QUERY6_RELAY", ctx.query6);
}
