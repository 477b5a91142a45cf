// SPDX-License-Identifier: MPL-2.0
// Logs the subnet that was chosen, and where config.all is there the whole configuration's; puts the client into the subnet config.choose.
import { BytesList, config, Subnet4, Subnet4List, Subnet4Select, Subnet6, Subnet6List, Subnet6Select, Verdict } from "kea-policy/assembly";

const choice = config.get("choose");
const all = config.get("all");

function addresses(list: BytesList): string {
  const texts: string[] = [];
  for (let i = 0; i < list.length; ++i) texts.push(`"${list[i].toHex()}"`);
  return texts.join(",");
}

function subnet4(subnet: Subnet4 | null): string {
  if (subnet === null) return "null";
  let pools = "";
  for (let i: u32 = 0; i <= subnet.poolCount; ++i) {
    const pool = subnet.pool(i);
    pools += pool === null ? "null" : `"${pool.firstAddress}-${pool.lastAddress}",`;
  }
  return `{"id":${subnet.id},"prefix":"${subnet.prefix}","prefixLength":${subnet.prefixLength},"text":"${subnet.text()}",` +
    `"userContext":${subnet.userContext().length == 0 ? "null" : subnet.userContext()},"validLifetime":${subnet.validLifetime},` +
    `"minValidLifetime":${subnet.minValidLifetime},"maxValidLifetime":${subnet.maxValidLifetime},` +
    `"iface":"${subnet.iface}","relayAddrs":[${addresses(subnet.relayAddrs)}],"poolCount":${subnet.poolCount},"pools":[${pools}]}`;
}

function subnet6(subnet: Subnet6 | null): string {
  if (subnet === null) return "null";
  let pools = "";
  for (let i: u32 = 0; i <= subnet.poolCount; ++i) {
    const pool = subnet.pool(i);
    pools += pool === null ? "null" : `"${pool.type} ${pool.firstAddress}-${pool.lastAddress} ${pool.prefixLength}",`;
  }
  return `{"id":${subnet.id},"prefix":"${subnet.prefix}","prefixLength":${subnet.prefixLength},"text":"${subnet.text()}",` +
    `"userContext":${subnet.userContext().length == 0 ? "null" : subnet.userContext()},"validLifetime":${subnet.validLifetime},` +
    `"minValidLifetime":${subnet.minValidLifetime},"maxValidLifetime":${subnet.maxValidLifetime},` +
    `"preferredLifetime":${subnet.preferredLifetime},"iface":"${subnet.iface}","relayAddrs":[${addresses(subnet.relayAddrs)}],` +
    `"poolCount":${subnet.poolCount},"pools":[${pools}]}`;
}

function walk4(list: Subnet4List): void {
  for (let i = 0; i <= list.length; ++i) console.log(`{"point":"at","length":${list.length},"index":${i},"subnet":${subnet4(list.at(<u32>i))}}`);
  console.log(`{"point":"withId","known":${subnet4(list.withId(7))},"unknown":${subnet4(list.withId(8))}}`);
}

function walk6(list: Subnet6List): void {
  for (let i = 0; i <= list.length; ++i) console.log(`{"point":"at","length":${list.length},"index":${i},"subnet":${subnet6(list.at(<u32>i))}}`);
  console.log(`{"point":"withId","known":${subnet6(list.withId(7))},"unknown":${subnet6(list.withId(8))}}`);
}

export function subnet4_select(ctx: Subnet4Select): Verdict {
  const chosen = ctx.subnet4;
  console.log(`{"point":"subnet4_select","id":${chosen === null ? 0 : chosen.id}}`);
  if (all.exists) walk4(ctx.subnet4collection);
  if (choice.exists) ctx.selectSubnet(<u32>choice.integer());
  return Verdict.Continue;
}

export function subnet6_select(ctx: Subnet6Select): Verdict {
  const chosen = ctx.subnet6;
  console.log(`{"point":"subnet6_select","id":${chosen === null ? 0 : chosen.id}}`);
  if (all.exists) walk6(ctx.subnet6collection);
  if (choice.exists) ctx.selectSubnet(<u32>choice.integer());
  return Verdict.Continue;
}
