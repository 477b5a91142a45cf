// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// Logs everything that Kea shows to a policy, at every hook point, as lines of JSON: see README.md.
import {
  Addr6Register, Buffer4Receive, Buffer4Send, Buffer6Receive, Buffer6Send, CommandProcessed,
  Ddns4Update, Ddns6Update, DdnsParams, Host4Identifier, Host6Identifier, Json,
  Lease4, Lease4Decline, Lease4Expire, Lease4List, Lease4Offer, Lease4Recover,
  Lease4Release, Lease4Renew, Lease4Select, Lease4ServerDecline, Lease6, Lease6Decline,
  Lease6Expire, Lease6List, Lease6Rebind, Lease6Recover, Lease6Release, Lease6Renew,
  Lease6Select, Leases4Committed, Leases6Committed, Option6IA, Pkt4, Pkt4Receive,
  Pkt4Send, Pkt6, Pkt6Receive, Pkt6Send, Pool4, Pool6,
  RawPacket4, RawPacket6, RelayHop, Subnet4, Subnet4List, Subnet4Select,
  Subnet6, Subnet6List, Subnet6Select, Verdict,
} from "kea-policy/assembly";
import { codesInside } from "./codes_inside";
import { JsonLines } from "./json_lines";

function showPkt4(json: JsonLines, it: Pkt4): void {
  json.number("type", it.type);
  json.number("op", it.op);
  json.number("htype", it.htype);
  json.number("hlen", it.hlen);
  json.number("hops", it.hops);
  json.bool("relayed", it.relayed);
  json.number("secs", it.secs);
  json.number("flags", it.flags);
  json.number("localPort", it.localPort);
  json.number("remotePort", it.remotePort);
  json.number("transid", it.transid);
  json.ipv4("ciaddr", it.ciaddr);
  json.ipv4("yiaddr", it.yiaddr);
  json.ipv4("siaddr", it.siaddr);
  json.ipv4("giaddr", it.giaddr);
  json.ipv4("localAddr", it.localAddr);
  json.ipv4("remoteAddr", it.remoteAddr);
  json.number("ifindex", it.ifindex);
  json.bytes("iface", it.iface);
  json.hwAddr("hwaddr", it.hwaddr);
  json.bytes("clientId", it.clientId);
  json.hwAddr("remoteHwaddr", it.remoteHwaddr);
  json.bytes("sname", it.sname);
  json.bytes("file", it.file);
  json.bytesList("classes", it.classes);
  json.hwAddr("localHwaddr", it.localHwaddr);
  json.bytes("wire", it.wire);
  json.bool("dhcp4o6", it.dhcp4o6);
  for (let code: u32 = 1; code <= 254; ++code) {
    const option = it.option(code);
    if (option === null) continue;
    json.bytes(`option(${code})`, option);
    for (let subCode: u32 = 0; subCode <= 255; ++subCode) {
      const value = it.subOption(code, subCode);
      if (value !== null) json.bytes(`subOption(${code},${subCode})`, value);
    }
  }
  json.text("text", it.text());
  json.text("label", it.label());
  json.text("typeName", it.typeName());
  json.end();
}

function showPkt6(json: JsonLines, it: Pkt6): void {
  json.number("type", it.type);
  json.bool("relayed", it.relayed);
  json.number("localPort", it.localPort);
  json.number("remotePort", it.remotePort);
  json.number("relayCount", it.relayCount);
  json.number("transid", it.transid);
  json.number("ifindex", it.ifindex);
  json.bytes("iface", it.iface);
  json.bytes("duid", it.duid);
  json.hwAddr("hwaddr", it.hwaddr);
  json.ipv6("localAddr", it.localAddr);
  json.ipv6("remoteAddr", it.remoteAddr);
  json.bytesList("classes", it.classes);
  json.hwAddr("remoteHwaddr", it.remoteHwaddr);
  json.bytes("wire", it.wire);
  for (let code: u32 = 1; code <= 65535; ++code) {
    const option = it.option(code);
    if (option === null) continue;
    json.bytes(`option(${code})`, option);
    for (let index: u32 = 0; ; ++index) {
      const item = it.optionAt(code, index);
      if (item === null) break;
      json.bytes(`optionAt(${code},${index})`, item);
    }
    const subCodes = codesInside(option);
    for (let at = 0; at < subCodes.length; ++at) {
      const subCode = subCodes[at];
      const value = it.subOption(code, subCode);
      if (value !== null) json.bytes(`subOption(${code},${subCode})`, value);
    }
  }
  for (let index: u32 = 0; ; ++index) {
    const item = it.relay(index);
    if (item === null) break;
    showRelayHop(json.inside(`relay(${index})`), item);
  }
  json.text("text", it.text());
  json.text("label", it.label());
  json.text("typeName", it.typeName());
  json.end();
}

function showRelayHop(json: JsonLines, it: RelayHop): void {
  json.number("type", it.type);
  json.number("hopCount", it.hopCount);
  json.ipv6("linkAddr", it.linkAddr);
  json.ipv6("peerAddr", it.peerAddr);
  for (let code: u32 = 1; code <= 65535; ++code) {
    const option = it.option(code);
    if (option === null) continue;
    json.bytes(`option(${code})`, option);
  }
  json.end();
}

function showSubnet4(json: JsonLines, it: Subnet4): void {
  json.number("id", it.id);
  json.ipv4("prefix", it.prefix);
  json.number("prefixLength", it.prefixLength);
  json.bytes("sharedNetwork", it.sharedNetwork);
  json.number("validLifetime", it.validLifetime);
  json.number("poolCount", it.poolCount);
  json.bytes("iface", it.iface);
  json.hexList("relayAddrs", it.relayAddrs);
  json.number("minValidLifetime", it.minValidLifetime);
  json.number("maxValidLifetime", it.maxValidLifetime);
  json.text("text", it.text());
  json.text("userContext", it.userContext());
  for (let index: u32 = 0; ; ++index) {
    const item = it.pool(index);
    if (item === null) break;
    showPool4(json.inside(`pool(${index})`), item);
  }
  json.end();
}

function showSubnet6(json: JsonLines, it: Subnet6): void {
  json.number("id", it.id);
  json.number("prefixLength", it.prefixLength);
  json.ipv6("prefix", it.prefix);
  json.bytes("sharedNetwork", it.sharedNetwork);
  json.number("preferredLifetime", it.preferredLifetime);
  json.number("validLifetime", it.validLifetime);
  json.number("poolCount", it.poolCount);
  json.bytes("iface", it.iface);
  json.hexList("relayAddrs", it.relayAddrs);
  json.number("minValidLifetime", it.minValidLifetime);
  json.number("maxValidLifetime", it.maxValidLifetime);
  json.text("text", it.text());
  json.text("userContext", it.userContext());
  for (let index: u32 = 0; ; ++index) {
    const item = it.pool(index);
    if (item === null) break;
    showPool6(json.inside(`pool(${index})`), item);
  }
  json.end();
}

function showLease4(json: JsonLines, it: Lease4): void {
  json.ipv4("address", it.address);
  json.number("state", it.state);
  json.bool("fqdnFwd", it.fqdnFwd);
  json.bool("fqdnRev", it.fqdnRev);
  json.number("subnetId", it.subnetId);
  json.number("validLifetime", it.validLifetime);
  json.number("reuseableLifetime", it.reuseableLifetime);
  json.number("cltt", it.cltt);
  json.hwAddr("hwaddr", it.hwaddr);
  json.bytes("clientId", it.clientId);
  json.bytes("hostname", it.hostname);
  json.number("poolId", it.poolId);
  json.bool("expired", it.expired);
  json.bytes("relayId", it.relayId);
  json.bytes("remoteId", it.remoteId);
  json.text("text", it.text());
  json.text("userContext", it.userContext());
  json.text("stateName", it.stateName());
  json.end();
}

function showLease6(json: JsonLines, it: Lease6): void {
  json.number("type", it.type);
  json.number("state", it.state);
  json.number("prefixLength", it.prefixLength);
  json.bool("fqdnFwd", it.fqdnFwd);
  json.bool("fqdnRev", it.fqdnRev);
  json.number("iaid", it.iaid);
  json.number("subnetId", it.subnetId);
  json.number("preferredLifetime", it.preferredLifetime);
  json.number("validLifetime", it.validLifetime);
  json.number("reuseableLifetime", it.reuseableLifetime);
  json.number("cltt", it.cltt);
  json.ipv6("address", it.address);
  json.bytes("duid", it.duid);
  json.hwAddr("hwaddr", it.hwaddr);
  json.bytes("hostname", it.hostname);
  json.number("poolId", it.poolId);
  json.bool("expired", it.expired);
  json.text("text", it.text());
  json.text("userContext", it.userContext());
  json.text("stateName", it.stateName());
  json.end();
}

function showOption6IA(json: JsonLines, it: Option6IA): void {
  json.number("type", it.type);
  json.number("iaid", it.iaid);
  json.number("t1", it.t1);
  json.number("t2", it.t2);
  for (let code: u32 = 1; code <= 65535; ++code) {
    const option = it.option(code);
    if (option === null) continue;
    json.bytes(`option(${code})`, option);
  }
  json.end();
}

function showLease4List(json: JsonLines, it: Lease4List): void {
  json.number("length", it.length);
  for (let index: u32 = 0; ; ++index) {
    const item = it.at(index);
    if (item === null) break;
    showLease4(json.inside(`at(${index})`), item);
  }
  json.end();
}

function showLease6List(json: JsonLines, it: Lease6List): void {
  json.number("length", it.length);
  for (let index: u32 = 0; ; ++index) {
    const item = it.at(index);
    if (item === null) break;
    showLease6(json.inside(`at(${index})`), item);
  }
  json.end();
}

function showRawPacket4(json: JsonLines, it: RawPacket4): void {
  json.number("localPort", it.localPort);
  json.number("remotePort", it.remotePort);
  json.ipv4("localAddr", it.localAddr);
  json.ipv4("remoteAddr", it.remoteAddr);
  json.number("ifindex", it.ifindex);
  json.bytes("iface", it.iface);
  json.bytes("wire", it.wire);
  json.hwAddr("remoteHwaddr", it.remoteHwaddr);
  json.end();
}

function showRawPacket6(json: JsonLines, it: RawPacket6): void {
  json.number("remotePort", it.remotePort);
  json.number("ifindex", it.ifindex);
  json.ipv6("localAddr", it.localAddr);
  json.ipv6("remoteAddr", it.remoteAddr);
  json.bytes("iface", it.iface);
  json.bytes("wire", it.wire);
  json.end();
}

function showDdnsParams(json: JsonLines, it: DdnsParams): void {
  json.bool("enableUpdates", it.enableUpdates);
  json.bool("overrideNoUpdate", it.overrideNoUpdate);
  json.bool("overrideClientUpdate", it.overrideClientUpdate);
  json.bool("updateOnRenew", it.updateOnRenew);
  json.number("replaceClientNameMode", it.replaceClientNameMode);
  json.bytes("generatedPrefix", it.generatedPrefix);
  json.bytes("qualifyingSuffix", it.qualifyingSuffix);
  json.end();
}

function showSubnet4List(json: JsonLines, it: Subnet4List): void {
  json.number("length", it.length);
  for (let index: u32 = 0; ; ++index) {
    const item = it.at(index);
    if (item === null) break;
    showSubnet4(json.inside(`at(${index})`), item);
  }
  const found = it.withId(1);
  json.bool("withId(1)", found !== null && found.id == 1);
  json.end();
}

function showSubnet6List(json: JsonLines, it: Subnet6List): void {
  json.number("length", it.length);
  for (let index: u32 = 0; ; ++index) {
    const item = it.at(index);
    if (item === null) break;
    showSubnet6(json.inside(`at(${index})`), item);
  }
  const found = it.withId(1);
  json.bool("withId(1)", found !== null && found.id == 1);
  json.end();
}

function showPool4(json: JsonLines, it: Pool4): void {
  json.ipv4("firstAddress", it.firstAddress);
  json.ipv4("lastAddress", it.lastAddress);
  json.end();
}

function showPool6(json: JsonLines, it: Pool6): void {
  json.number("type", it.type);
  json.number("prefixLength", it.prefixLength);
  json.ipv6("firstAddress", it.firstAddress);
  json.ipv6("lastAddress", it.lastAddress);
  json.end();
}

function showJson(json: JsonLines, it: Json): void {
  json.text("text", it.text());
  json.end();
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const callout = new JsonLines("pkt4_receive", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  callout.end();
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const callout = new JsonLines("pkt6_receive", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  callout.end();
  return Verdict.Continue;
}

export function subnet4_select(ctx: Subnet4Select): Verdict {
  const callout = new JsonLines("subnet4_select", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  const subnet4 = ctx.subnet4;
  if (subnet4 === null) callout.none("subnet4");
  else showSubnet4(callout.inside("subnet4"), subnet4);
  showSubnet4List(callout.inside("subnet4collection"), ctx.subnet4collection);
  callout.end();
  return Verdict.Continue;
}

export function subnet6_select(ctx: Subnet6Select): Verdict {
  const callout = new JsonLines("subnet6_select", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  const subnet6 = ctx.subnet6;
  if (subnet6 === null) callout.none("subnet6");
  else showSubnet6(callout.inside("subnet6"), subnet6);
  showSubnet6List(callout.inside("subnet6collection"), ctx.subnet6collection);
  callout.end();
  return Verdict.Continue;
}

export function lease4_select(ctx: Lease4Select): Verdict {
  const callout = new JsonLines("lease4_select", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showSubnet4(callout.inside("subnet4"), ctx.subnet4);
  callout.bool("fakeAllocation", ctx.fakeAllocation);
  showLease4(callout.inside("lease4"), ctx.lease4);
  callout.number("offerLifetime", ctx.offerLifetime);
  callout.end();
  return Verdict.Continue;
}

export function lease6_select(ctx: Lease6Select): Verdict {
  const callout = new JsonLines("lease6_select", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showSubnet6(callout.inside("subnet6"), ctx.subnet6);
  callout.bool("fakeAllocation", ctx.fakeAllocation);
  showLease6(callout.inside("lease6"), ctx.lease6);
  callout.end();
  return Verdict.Continue;
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  const callout = new JsonLines("lease4_renew", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showSubnet4(callout.inside("subnet4"), ctx.subnet4);
  showLease4(callout.inside("lease4"), ctx.lease4);
  callout.bytes("clientId", ctx.clientId);
  callout.hwAddr("hwaddr", ctx.hwaddr);
  callout.end();
  return Verdict.Continue;
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  const callout = new JsonLines("lease6_renew", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showLease6(callout.inside("lease6"), ctx.lease6);
  const iaNa = ctx.iaNa;
  if (iaNa === null) callout.none("iaNa");
  else showOption6IA(callout.inside("iaNa"), iaNa);
  const iaPd = ctx.iaPd;
  if (iaPd === null) callout.none("iaPd");
  else showOption6IA(callout.inside("iaPd"), iaPd);
  callout.end();
  return Verdict.Continue;
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  const callout = new JsonLines("lease6_rebind", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showLease6(callout.inside("lease6"), ctx.lease6);
  const iaNa = ctx.iaNa;
  if (iaNa === null) callout.none("iaNa");
  else showOption6IA(callout.inside("iaNa"), iaNa);
  const iaPd = ctx.iaPd;
  if (iaPd === null) callout.none("iaPd");
  else showOption6IA(callout.inside("iaPd"), iaPd);
  callout.end();
  return Verdict.Continue;
}

export function lease4_release(ctx: Lease4Release): Verdict {
  const callout = new JsonLines("lease4_release", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showLease4(callout.inside("lease4"), ctx.lease4);
  callout.end();
  return Verdict.Continue;
}

export function lease6_release(ctx: Lease6Release): Verdict {
  const callout = new JsonLines("lease6_release", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showLease6(callout.inside("lease6"), ctx.lease6);
  callout.end();
  return Verdict.Continue;
}

export function lease4_decline(ctx: Lease4Decline): Verdict {
  const callout = new JsonLines("lease4_decline", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showLease4(callout.inside("lease4"), ctx.lease4);
  callout.end();
  return Verdict.Continue;
}

export function lease6_decline(ctx: Lease6Decline): Verdict {
  const callout = new JsonLines("lease6_decline", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showLease6(callout.inside("lease6"), ctx.lease6);
  callout.end();
  return Verdict.Continue;
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  const callout = new JsonLines("lease4_expire", 0, "");
  showLease4(callout.inside("lease4"), ctx.lease4);
  callout.bool("removeLease", ctx.removeLease);
  callout.end();
  return Verdict.Continue;
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  const callout = new JsonLines("lease6_expire", 0, "");
  showLease6(callout.inside("lease6"), ctx.lease6);
  callout.bool("removeLease", ctx.removeLease);
  callout.end();
  return Verdict.Continue;
}

export function lease4_recover(ctx: Lease4Recover): Verdict {
  const callout = new JsonLines("lease4_recover", 0, "");
  showLease4(callout.inside("lease4"), ctx.lease4);
  callout.end();
  return Verdict.Continue;
}

export function lease6_recover(ctx: Lease6Recover): Verdict {
  const callout = new JsonLines("lease6_recover", 0, "");
  showLease6(callout.inside("lease6"), ctx.lease6);
  callout.end();
  return Verdict.Continue;
}

export function pkt4_send(ctx: Pkt4Send): Verdict {
  const callout = new JsonLines("pkt4_send", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showPkt4(callout.inside("response4"), ctx.response4);
  const subnet4 = ctx.subnet4;
  if (subnet4 === null) callout.none("subnet4");
  else showSubnet4(callout.inside("subnet4"), subnet4);
  callout.end();
  return Verdict.Continue;
}

export function pkt6_send(ctx: Pkt6Send): Verdict {
  const callout = new JsonLines("pkt6_send", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showPkt6(callout.inside("response6"), ctx.response6);
  const subnet6 = ctx.subnet6;
  if (subnet6 === null) callout.none("subnet6");
  else showSubnet6(callout.inside("subnet6"), subnet6);
  callout.end();
  return Verdict.Continue;
}

export function leases4_committed(ctx: Leases4Committed): Verdict {
  const callout = new JsonLines("leases4_committed", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showLease4List(callout.inside("leases4"), ctx.leases4);
  showLease4List(callout.inside("deletedLeases4"), ctx.deletedLeases4);
  const response4 = ctx.response4;
  if (response4 === null) callout.none("response4");
  else showPkt4(callout.inside("response4"), response4);
  callout.end();
  return Verdict.Continue;
}

export function leases6_committed(ctx: Leases6Committed): Verdict {
  const callout = new JsonLines("leases6_committed", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showLease6List(callout.inside("leases6"), ctx.leases6);
  showLease6List(callout.inside("deletedLeases6"), ctx.deletedLeases6);
  const response6 = ctx.response6;
  if (response6 === null) callout.none("response6");
  else showPkt6(callout.inside("response6"), response6);
  callout.end();
  return Verdict.Continue;
}

export function lease4_offer(ctx: Lease4Offer): Verdict {
  const callout = new JsonLines("lease4_offer", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showLease4List(callout.inside("leases4"), ctx.leases4);
  callout.number("offerLifetime", ctx.offerLifetime);
  const oldLease = ctx.oldLease;
  if (oldLease === null) callout.none("oldLease");
  else showLease4(callout.inside("oldLease"), oldLease);
  const response4 = ctx.response4;
  if (response4 === null) callout.none("response4");
  else showPkt4(callout.inside("response4"), response4);
  callout.end();
  return Verdict.Continue;
}

export function lease4_server_decline(ctx: Lease4ServerDecline): Verdict {
  const callout = new JsonLines("lease4_server_decline", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showLease4(callout.inside("lease4"), ctx.lease4);
  callout.end();
  return Verdict.Continue;
}

export function addr6_register(ctx: Addr6Register): Verdict {
  const callout = new JsonLines("addr6_register", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showPkt6(callout.inside("response6"), ctx.response6);
  callout.ipv6("address6", ctx.address6);
  const oldLease6 = ctx.oldLease6;
  if (oldLease6 === null) callout.none("oldLease6");
  else showLease6(callout.inside("oldLease6"), oldLease6);
  showLease6(callout.inside("newLease6"), ctx.newLease6);
  callout.end();
  return Verdict.Continue;
}

export function buffer4_receive(ctx: Buffer4Receive): Verdict {
  const callout = new JsonLines("buffer4_receive", 0, "");
  showRawPacket4(callout.inside("query4"), ctx.query4);
  callout.end();
  return Verdict.Continue;
}

export function buffer6_receive(ctx: Buffer6Receive): Verdict {
  const callout = new JsonLines("buffer6_receive", 0, "");
  showRawPacket6(callout.inside("query6"), ctx.query6);
  callout.end();
  return Verdict.Continue;
}

export function buffer4_send(ctx: Buffer4Send): Verdict {
  const callout = new JsonLines("buffer4_send", ctx.response4.transid, "");
  showPkt4(callout.inside("response4"), ctx.response4);
  callout.end();
  return Verdict.Continue;
}

export function buffer6_send(ctx: Buffer6Send): Verdict {
  const callout = new JsonLines("buffer6_send", ctx.response6.transid, "");
  showPkt6(callout.inside("response6"), ctx.response6);
  callout.end();
  return Verdict.Continue;
}

export function host4_identifier(ctx: Host4Identifier): Verdict {
  const callout = new JsonLines("host4_identifier", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  callout.number("idType", ctx.idType);
  callout.bytes("idValue", ctx.idValue);
  callout.end();
  return Verdict.Continue;
}

export function host6_identifier(ctx: Host6Identifier): Verdict {
  const callout = new JsonLines("host6_identifier", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  callout.number("idType", ctx.idType);
  callout.bytes("idValue", ctx.idValue);
  callout.end();
  return Verdict.Continue;
}

export function ddns4_update(ctx: Ddns4Update): Verdict {
  const callout = new JsonLines("ddns4_update", ctx.query4.transid, "");
  showPkt4(callout.inside("query4"), ctx.query4);
  showPkt4(callout.inside("response4"), ctx.response4);
  const subnet4 = ctx.subnet4;
  if (subnet4 === null) callout.none("subnet4");
  else showSubnet4(callout.inside("subnet4"), subnet4);
  callout.bytes("hostname", ctx.hostname);
  callout.bool("forwardUpdate", ctx.forwardUpdate);
  callout.bool("reverseUpdate", ctx.reverseUpdate);
  showDdnsParams(callout.inside("ddnsParams"), ctx.ddnsParams);
  callout.end();
  return Verdict.Continue;
}

export function ddns6_update(ctx: Ddns6Update): Verdict {
  const callout = new JsonLines("ddns6_update", ctx.query6.transid, "");
  showPkt6(callout.inside("query6"), ctx.query6);
  showPkt6(callout.inside("response6"), ctx.response6);
  const subnet6 = ctx.subnet6;
  if (subnet6 === null) callout.none("subnet6");
  else showSubnet6(callout.inside("subnet6"), subnet6);
  callout.bytes("hostname", ctx.hostname);
  callout.bool("forwardUpdate", ctx.forwardUpdate);
  callout.bool("reverseUpdate", ctx.reverseUpdate);
  showDdnsParams(callout.inside("ddnsParams"), ctx.ddnsParams);
  callout.end();
  return Verdict.Continue;
}

export function command_processed(ctx: CommandProcessed): Verdict {
  const callout = new JsonLines("command_processed", 0, "");
  callout.bytes("name", ctx.name);
  const commandArguments = ctx.commandArguments;
  if (commandArguments === null) callout.none("commandArguments");
  else showJson(callout.inside("commandArguments"), commandArguments);
  const response = ctx.response;
  if (response === null) callout.none("response");
  else showJson(callout.inside("response"), response);
  callout.end();
  return Verdict.Continue;
}
