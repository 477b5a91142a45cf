// SPDX-License-Identifier: MPL-2.0
// Reads a configuration of every type and decides by it.
import { BytesMap, BytesSet, config, parseHex, Pkt4Receive, Pkt6Receive, Prefix, refuse, Verdict } from "kea-policy/assembly";

const denied = new Set<u64>();
const ouis = new Set<u32>();
const duids = new BytesSet();
const labels = new BytesMap<string>();
const networks: Prefix[] = [];

export function load(): bool {
  config.allowOnly(["hwaddrs", "ouis", "duids", "limit", "share", "mode", "strict", "map", "numbers", "networks", "router", "server", "labels"]);
  const hwaddrs = config.get("hwaddrs").list();
  for (let i = 0; i < hwaddrs.length; ++i) denied.add(hwaddrs[i].hwAddr());
  const prefixes = config.get("ouis").list();
  for (let i = 0; i < prefixes.length; ++i) ouis.add(prefixes[i].oui());
  const ids = config.get("duids").list();
  for (let i = 0; i < ids.length; ++i) duids.add(ids[i].hex());
  const given = config.get("networks").list();
  for (let i = 0; i < given.length; ++i) networks.push(given[i].prefix());
  if (config.has("router")) console.log(`router ${config.get("router").ipv4()} server ${config.get("server").ipv6().toString()}`);
  const labelled = config.get("labels").keys();
  for (let i = 0; i < labelled.length; ++i) labels.set(parseHex(labelled[i]), config.get("labels").get(labelled[i]).string());
  const map = config.get("map");
  const keys = map.keys();
  for (let i = 0; i < keys.length; ++i) console.log(`${map.get(keys[i]).path} = ${map.get(keys[i]).string()}`);
  const numbers = config.get("numbers").integers();
  let sum: i64 = 0;
  for (let i = 0; i < numbers.length; ++i) sum += numbers[i];
  const limit = config.get("limit").integerOr(10);
  if (limit > 100) return refuse(`config.limit: ${limit} is too much, at most 100.`);
  console.log(
    `${limit} ${config.get("share").numberOr(0.25)} ${config.get("mode").stringOr("deny")} ` +
      `${config.get("strict").booleanOr(true)} ${sum} ${config.has("mode")} ${config.size}`,
  );
  return true;
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const hwaddr = ctx.query4.hwaddr;
  for (let i = 0; i < networks.length; ++i) if (networks[i].contains(ctx.query4.giaddr)) return Verdict.Drop;
  return denied.has(hwaddr.key) || ouis.has(hwaddr.oui) ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const duid = ctx.query6.duid;
  if (duid != null && labels.has(duid)) console.log(`${labels.size} ${labels.get(duid, "none")}`);
  else if (duid != null && labels.size > 0) console.log(labels.get(duid, "none"));
  return duid != null && duids.has(duid) ? Verdict.Drop : Verdict.Continue;
}
