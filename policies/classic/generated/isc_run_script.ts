// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts and sdk/abi/script_variables by `npm run gen`: change those, not this one.
// The variables of isc-run-script, in their order.
import { Addr6Register, Lease4, Lease4Decline, Lease4Expire, Lease4List, Lease4Recover, Lease4Release, Lease4Renew, Lease6, Lease6Decline, Lease6Expire, Lease6List, Lease6Rebind, Lease6Recover, Lease6Release, Lease6Renew, Leases4Committed, Leases6Committed, Pkt4, Pkt6, Subnet4 } from "kea-policy/assembly";
import { kea } from "../settings";
import { values } from "../values";

function pkt4(packet: Pkt4): void {
  values.dhcp4Type(changetype<usize>("_TYPE="), packet.type);
  values.unsigned(changetype<usize>("_TXID="), packet.transid);
  values.ipv4(changetype<usize>("_LOCAL_ADDR="), packet.localAddr);
  values.unsigned(changetype<usize>("_LOCAL_PORT="), packet.localPort);
  values.ipv4(changetype<usize>("_REMOTE_ADDR="), packet.remoteAddr);
  values.unsigned(changetype<usize>("_REMOTE_PORT="), packet.remotePort);
  values.unsigned(changetype<usize>("_IFACE_INDEX="), packet.ifindex);
  values.bytes(changetype<usize>("_IFACE_NAME="), packet.iface);
  values.unsigned(changetype<usize>("_HOPS="), packet.hops);
  values.unsigned(changetype<usize>("_SECS="), packet.secs);
  values.unsigned(changetype<usize>("_FLAGS="), packet.flags);
  values.ipv4(changetype<usize>("_CIADDR="), packet.ciaddr);
  values.ipv4(changetype<usize>("_SIADDR="), packet.siaddr);
  values.ipv4(changetype<usize>("_YIADDR="), packet.yiaddr);
  values.ipv4(changetype<usize>("_GIADDR="), packet.giaddr);
  values.trueOrFalse(changetype<usize>("_RELAYED="), packet.relayed);
  values.colons(changetype<usize>("_HWADDR="), packet.hwaddr);
  values.unsigned(changetype<usize>("_HWADDR_TYPE="), packet.hwaddr.htype);
  const localHwaddr = packet.localHwaddr;
  if (localHwaddr !== null) values.colons(changetype<usize>("_LOCAL_HWADDR="), localHwaddr);
  else values.empty(changetype<usize>("_LOCAL_HWADDR="));
  if (localHwaddr !== null) values.unsigned(changetype<usize>("_LOCAL_HWADDR_TYPE="), localHwaddr.htype);
  else values.empty(changetype<usize>("_LOCAL_HWADDR_TYPE="));
  const remoteHwaddr = packet.remoteHwaddr;
  if (remoteHwaddr !== null) values.colons(changetype<usize>("_REMOTE_HWADDR="), remoteHwaddr);
  else values.empty(changetype<usize>("_REMOTE_HWADDR="));
  if (remoteHwaddr !== null) values.unsigned(changetype<usize>("_REMOTE_HWADDR_TYPE="), remoteHwaddr.htype);
  else values.empty(changetype<usize>("_REMOTE_HWADDR_TYPE="));
  const option82 = packet.option(82);
  if (option82 !== null) values.hex(changetype<usize>("_OPTION_82="), option82);
  const subOption82_1 = packet.subOption(82, 1);
  if (subOption82_1 !== null) values.hex(changetype<usize>("_OPTION_82_SUB_OPTION_1="), subOption82_1);
  const subOption82_2 = packet.subOption(82, 2);
  if (subOption82_2 !== null) values.hex(changetype<usize>("_OPTION_82_SUB_OPTION_2="), subOption82_2);
}

function pkt6(packet: Pkt6): void {
  values.dhcp6Type(changetype<usize>("_TYPE="), packet);
  values.unsigned(changetype<usize>("_TXID="), packet.transid);
  values.ipv6(changetype<usize>("_LOCAL_ADDR="), packet.localAddr);
  values.unsigned(changetype<usize>("_LOCAL_PORT="), packet.localPort);
  values.ipv6(changetype<usize>("_REMOTE_ADDR="), packet.remoteAddr);
  values.unsigned(changetype<usize>("_REMOTE_PORT="), packet.remotePort);
  values.unsigned(changetype<usize>("_IFACE_INDEX="), packet.ifindex);
  values.bytes(changetype<usize>("_IFACE_NAME="), packet.iface);
  const remoteHwaddr = packet.remoteHwaddr;
  if (remoteHwaddr !== null) values.colons(changetype<usize>("_REMOTE_HWADDR="), remoteHwaddr);
  else values.empty(changetype<usize>("_REMOTE_HWADDR="));
  if (remoteHwaddr !== null) values.unsigned(changetype<usize>("_REMOTE_HWADDR_TYPE="), remoteHwaddr.htype);
  else values.empty(changetype<usize>("_REMOTE_HWADDR_TYPE="));
  values.word(changetype<usize>("_PROTO="), "UDP");
  const duid = packet.duid;
  if (duid !== null) values.colons(changetype<usize>("_CLIENT_ID="), duid);
  else values.empty(changetype<usize>("_CLIENT_ID="));
  if (kea >= 20700) values.relayOption(changetype<usize>("_OPTION_18="), packet, 18);
  if (kea >= 20700) values.relayOption(changetype<usize>("_OPTION_37="), packet, 37);
  if (kea >= 20700) values.relayOption(changetype<usize>("_OPTION_38="), packet, 38);
}

function clientId4(lease: Lease4): void {
  const clientId = lease.clientId;
  if (clientId !== null) values.colons(changetype<usize>("_CLIENT_ID="), clientId);
  else values.empty(changetype<usize>("_CLIENT_ID="));
}

function clientHwaddr4(packet: Pkt4): void {
  values.colons(changetype<usize>("_HWADDR="), packet.hwaddr);
  values.unsigned(changetype<usize>("_HWADDR_TYPE="), packet.hwaddr.htype);
}

function association6(lease: Lease6): void {
  values.unsigned(changetype<usize>("_IAID="), lease.iaid);
  values.associationType(changetype<usize>("_IA_TYPE="), lease.type);
  values.word(changetype<usize>("_IA_T1="), "0");
  values.word(changetype<usize>("_IA_T2="), "0");
}

function subnet4(subnet: Subnet4): void {
  values.unsigned(changetype<usize>("_ID="), subnet.id);
  values.prefix4(changetype<usize>("_NAME="), subnet.prefix, subnet.prefixLength);
  values.ipv4(changetype<usize>("_PREFIX="), subnet.prefix);
  values.unsigned(changetype<usize>("_PREFIX_LEN="), subnet.prefixLength);
}

function lease4(lease: Lease4): void {
  values.ipv4(changetype<usize>("_ADDRESS="), lease.address);
  values.unsigned(changetype<usize>("_CLTT="), lease.cltt);
  values.bytes(changetype<usize>("_HOSTNAME="), lease.hostname);
  const hwaddr = lease.hwaddr;
  if (hwaddr !== null) values.colons(changetype<usize>("_HWADDR="), hwaddr);
  else values.empty(changetype<usize>("_HWADDR="));
  if (hwaddr !== null) values.unsigned(changetype<usize>("_HWADDR_TYPE="), hwaddr.htype);
  else values.empty(changetype<usize>("_HWADDR_TYPE="));
  values.leaseState(changetype<usize>("_STATE="), lease);
  values.unsigned(changetype<usize>("_SUBNET_ID="), lease.subnetId);
  values.unsigned(changetype<usize>("_VALID_LIFETIME="), lease.validLifetime);
  const clientId = lease.clientId;
  if (clientId !== null) values.colons(changetype<usize>("_CLIENT_ID="), clientId);
  else values.empty(changetype<usize>("_CLIENT_ID="));
}

function lease6(lease: Lease6): void {
  values.ipv6(changetype<usize>("_ADDRESS="), lease.address);
  values.unsigned(changetype<usize>("_CLTT="), lease.cltt);
  values.bytes(changetype<usize>("_HOSTNAME="), lease.hostname);
  const hwaddr = lease.hwaddr;
  if (hwaddr !== null) values.colons(changetype<usize>("_HWADDR="), hwaddr);
  else values.empty(changetype<usize>("_HWADDR="));
  if (hwaddr !== null) values.unsigned(changetype<usize>("_HWADDR_TYPE="), hwaddr.htype);
  else values.empty(changetype<usize>("_HWADDR_TYPE="));
  values.leaseState(changetype<usize>("_STATE="), lease);
  values.unsigned(changetype<usize>("_SUBNET_ID="), lease.subnetId);
  values.unsigned(changetype<usize>("_VALID_LIFETIME="), lease.validLifetime);
  const duid = lease.duid;
  if (duid !== null) values.colons(changetype<usize>("_DUID="), duid);
  else values.empty(changetype<usize>("_DUID="));
  values.unsigned(changetype<usize>("_IAID="), lease.iaid);
  values.unsigned(changetype<usize>("_PREFERRED_LIFETIME="), lease.preferredLifetime);
  values.unsigned(changetype<usize>("_PREFIX_LEN="), lease.prefixLength);
  values.lease6Type(changetype<usize>("_TYPE="), lease.type);
}

function leases4(list: Lease4List): void {
  values.number(changetype<usize>("_SIZE="), list.length);
}

function leases6(list: Lease6List): void {
  values.number(changetype<usize>("_SIZE="), list.length);
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

export function lease4Renew(ctx: Lease4Renew): void {
  values.group("QUERY4");
  pkt4(ctx.query4);
  values.group("SUBNET4");
  subnet4(ctx.subnet4);
  values.group("PKT4");
  clientId4(ctx.lease4);
  values.group("PKT4");
  clientHwaddr4(ctx.query4);
  values.group("LEASE4");
  lease4(ctx.lease4);
}

export function lease4Expire(ctx: Lease4Expire): void {
  values.group("LEASE4");
  lease4(ctx.lease4);
  values.group("REMOVE_LEASE");
  values.trueOrFalse(changetype<usize>("="), ctx.removeLease);
}

export function lease4Recover(ctx: Lease4Recover): void {
  values.group("LEASE4");
  lease4(ctx.lease4);
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

export function lease6Renew(ctx: Lease6Renew): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("PKT6_IA");
  association6(ctx.lease6);
}

export function lease6Rebind(ctx: Lease6Rebind): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("PKT6_IA");
  association6(ctx.lease6);
}

export function lease6Expire(ctx: Lease6Expire): void {
  values.group("LEASE6");
  lease6(ctx.lease6);
  values.group("REMOVE_LEASE");
  values.trueOrFalse(changetype<usize>("="), ctx.removeLease);
}

export function lease6Recover(ctx: Lease6Recover): void {
  values.group("LEASE6");
  lease6(ctx.lease6);
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
}

export function lease6Release(ctx: Lease6Release): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
}

export function lease6Decline(ctx: Lease6Decline): void {
  values.group("QUERY6");
  pkt6(ctx.query6);
  values.group("LEASE6");
  lease6(ctx.lease6);
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
}
