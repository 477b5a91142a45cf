// SPDX-License-Identifier: MPL-2.0
// What the policy of examples/everything must show of the subnets and settings of the configuration.
import { isIPv6 } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { ipv4Bytes, ipv4Text, ipv6Bytes, ipv6Text } from "../dhcp_bytes.ts";
import type { Members } from "../everything_calls.ts";
import type { Family } from "../kea_installation.ts";
import { shown, type Tree } from "./expected_packets.ts";
import { lifetimes, namesSettings, servedSubnet, sharedNetwork, subnets, type ServedSubnet } from "./served.ts";

export function subnet(family: Family, id: number): Tree {
  const served = subnets[family].find((one) => one.id === id)!;
  const [prefix, length] = served.subnet.split("/");
  const addressBytes = family === 4 ? ipv4Bytes : ipv6Bytes;
  const pools = poolsOf(family, served);
  const relays = (served["relay"] as { "ip-addresses": string[] } | undefined)?.["ip-addresses"] ?? [];
  const members: Members = {
    id, prefix, prefixLength: Number(length), sharedNetwork: shown(Buffer.from(id === servedSubnet ? sharedNetwork : "")),
    ...(family === 6 ? { preferredLifetime: served["preferred-lifetime"] ?? lifetimes.preferred } : {}), validLifetime: served["valid-lifetime"] ?? lifetimes.valid,
    // No subnet has bounds of its own: the lower one is that of the global setting.
    minValidLifetime: lifetimes.leastValid, maxValidLifetime: served["valid-lifetime"] ?? lifetimes.valid,
    poolCount: pools.length, iface: shown(Buffer.from((served["interface"] as string | undefined) ?? "")),
    relayAddrs: relays.map((address) => shown(addressBytes(address))), text: served.subnet, userContext: jsonText(served["user-context"]),
  };
  return { members, inside: Object.fromEntries(pools.map((pool, index) => [`pool(${index})`, { members: pool }])) };
}

/** Kea's text of a user context, empty where there is none; the spaces in it do not matter. */
export function jsonText(context: unknown): unknown {
  if (context === undefined) return "";
  return expect.toSatisfy((text: string) => isDeepStrictEqual(JSON.parse(text), context), `JSON of ${JSON.stringify(context)}`);
}

function poolsOf(family: Family, { pools, ...served }: ServedSubnet): Members[] {
  const addresses = pools.map(({ pool }) => {
    const [first, last] = pool.includes("/") ? endsOf(pool) : pool.split("-");
    return { ...(family === 6 ? { type: 0, prefixLength: 128 } : {}), firstAddress: first, lastAddress: last };
  });
  const delegated = ((served["pd-pools"] ?? []) as { prefix: string; "prefix-len": number; "delegated-len": number }[]).map((pool) => {
    const [first, last] = endsOf(`${pool.prefix}/${pool["prefix-len"]}`);
    return { type: 2, prefixLength: pool["delegated-len"], firstAddress: first, lastAddress: last };
  });
  return [...addresses, ...delegated];
}

/** The first and the last address of a prefix. */
function endsOf(prefix: string): [string, string] {
  const [address, length] = prefix.split("/") as [string, string];
  const bytes = isIPv6(address) ? ipv6Bytes(address) : ipv4Bytes(address);
  const last = Buffer.from(bytes.map((byte, index) => byte | (0xff >> Math.min(8, Math.max(0, Number(length) - 8 * index)))));
  return isIPv6(address) ? [ipv6Text(bytes), ipv6Text(last)] : [ipv4Text(bytes), ipv4Text(last)];
}

export function subnetList(family: Family): Tree {
  const ids = subnets[family].map(({ id }) => id);
  return { members: { length: ids.length, "withId(1)": true }, inside: Object.fromEntries(ids.map((id, index) => [`at(${index})`, subnet(family, id)])) };
}

export function ddnsParams(): Tree {
  const { generatedPrefix, qualifyingSuffix } = namesSettings;
  return { members: { ...namesSettings, generatedPrefix: shown(Buffer.from(generatedPrefix)), qualifyingSuffix: shown(Buffer.from(qualifyingSuffix)) } };
}
