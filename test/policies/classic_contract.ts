// SPDX-License-Identifier: MPL-2.0
// What kea-hook-runscript sets, written down from that hook's contract and not from our tables: each function gives the variables of one kind of
// object in its order, `NAME=VALUE`, for values that the caller says.

export interface Packet4 {
  type: string;
  interface?: string;
  ifindex?: string;
  hwaddr?: string;
  htype?: string;
  ciaddr?: string;
  siaddr?: string;
  yiaddr?: string;
  giaddr?: string;
  relayed?: string;
  hops?: string;
  option60?: string;
  rai?: string;
  circuitId?: string;
  remoteId?: string;
}

/** `name` is QUERY4 or RESPONSE4. */
export function packet4(name: string, of: Packet4): string[] {
  const lines = [
    `${name}_TYPE=${of.type}`,
    `${name}_INTERFACE=${of.interface ?? ""}`,
    `${name}_IFINDEX=${of.ifindex ?? "-1"}`,
    `${name}_HWADDR=${of.hwaddr ?? ""}`,
    `${name}_HWADDR_TYPE=${of.htype ?? "1"}`,
    `${name}_HWADDR_SOURCE=0`,
    `${name}_CIADDR=${of.ciaddr ?? "0.0.0.0"}`,
    `${name}_SIADDR=${of.siaddr ?? "0.0.0.0"}`,
    `${name}_YIADDR=${of.yiaddr ?? "0.0.0.0"}`,
    `${name}_GIADDR=${of.giaddr ?? "0.0.0.0"}`,
    `${name}_RELAYED=${of.relayed ?? "0"}`,
    `${name}_RELAY_HOPS=${of.hops ?? "0"}`,
  ];
  if (of.option60 !== undefined) lines.push(`${name}_OPTION60=${of.option60}`);
  if (of.rai !== undefined) lines.push(`${name}_RAI=${of.rai}`);
  if (of.circuitId !== undefined) lines.push(`${name}_RAI_CIRCUIT_ID=${of.circuitId}`);
  if (of.remoteId !== undefined) lines.push(`${name}_RAI_REMOTE_ID=${of.remoteId}`);
  return lines;
}

export interface Packet6 {
  type: string;
  interface?: string;
  ifindex?: string;
  hwaddr?: string;
  htype?: string;
  source?: string;
  localAddress: string;
  localPort?: string;
  remoteAddress: string;
  remotePort?: string;
  label: string;
  transactionId: string;
  debug: string;
}

export function packet6(name: string, of: Packet6): string[] {
  return [
    `${name}_TYPE=${of.type}`,
    `${name}_INTERFACE=${of.interface ?? ""}`,
    `${name}_IFINDEX=${of.ifindex ?? "-1"}`,
    `${name}_HWADDR=${of.hwaddr ?? ""}`,
    `${name}_HWADDR_TYPE=${of.htype ?? ""}`,
    `${name}_HWADDR_SOURCE=${of.source ?? ""}`,
    `${name}_LOCAL_ADDRESS=${of.localAddress}`,
    `${name}_LOCAL_PORT=${of.localPort ?? "0"}`,
    `${name}_REMOTE_ADDRESS=${of.remoteAddress}`,
    `${name}_REMOTE_PORT=${of.remotePort ?? "0"}`,
    `${name}_LABEL=${of.label}`,
    `${name}_TRANSACTION_ID=${of.transactionId}`,
    `${name}_DUID=`,
    `${name}_DEBUG=${of.debug}`,
  ];
}

/** `name` is SUBNET4 or SUBNET6; no prefix: Kea found no subnet. */
export function subnet(name: string, prefix = "", length = ""): string[] {
  return [`${name}=${prefix === "" ? "" : `${prefix}/${length}`}`, `${name}_PREFIX=${prefix}`, `${name}_PREFIXLEN=${length}`];
}

export interface Lease {
  type: string;
  state: string;
  isExpired: string;
  address: string;
  /** Only of a delegated prefix. */
  prefix?: [string, string];
  hwaddr: string;
  hostname: string;
  cltt: string;
  validLifetime: string;
  debug: string;
}

/** `name` is LEASE4, or another one at the hook points that the old hook does not have. */
export function lease4(of: Omit<Lease, "type" | "prefix">, name = "LEASE4"): string[] {
  return [
    `${name}_TYPE=V4`,
    `${name}_STATE=${of.state}`,
    `${name}_IS_EXPIRED=${of.isExpired}`,
    `${name}_ADDRESS=${of.address}`,
    `${name}_HWADDR=${of.hwaddr}`,
    `${name}_HOSTNAME=${of.hostname}`,
    `${name}_CLIENT_LAST_TRANSMISSION=${of.cltt}`,
    `${name}_VALID_LIFETIME=${of.validLifetime}`,
    `${name}_DEBUG=${of.debug}`,
  ];
}

export function lease6(of: Lease & { duid: string; preferredLifetime: string; iaid: string }, name = "LEASE6"): string[] {
  return [
    `${name}_TYPE=${of.type}`,
    `${name}_STATE=${of.state}`,
    `${name}_IS_EXPIRED=${of.isExpired}`,
    `${name}_ADDRESS=${of.address}`,
    ...(of.prefix ? [`${name}_DELEGATED_PREFIX=${of.prefix.join("/")}`, `${name}_DELEGATED_PREFIXLEN=${of.prefix[1]}`] : []),
    `${name}_HWADDR=${of.hwaddr}`,
    `${name}_HOSTNAME=${of.hostname}`,
    `${name}_CLIENT_DUID=${of.duid}`,
    `${name}_CLIENT_LAST_TRANSMISSION=${of.cltt}`,
    `${name}_VALID_LIFETIME=${of.validLifetime}`,
    `${name}_PREFERRED_LIFETIME=${of.preferredLifetime}`,
    `${name}_IAID=${of.iaid}`,
    `${name}_DEBUG=${of.debug}`,
  ];
}

/** Ours, behind what the old hook has: `relays` are [hop count, link address, peer address, lines of its options…]. */
export function more6(duid: string, options: string[] = [], relays: string[][] = []): string[] {
  return [
    `QUERY6_CLIENT_DUID=${duid}`,
    `QUERY6_RELAY_COUNT=${relays.length}`,
    ...options.map((option) => `QUERY6_${option}`),
    ...relays.flatMap(([hops, link, peer, ...lines], index) =>
      [`HOP_COUNT=${hops}`, `LINK_ADDRESS=${link}`, `PEER_ADDRESS=${peer}`, ...lines].map((line) => `QUERY6_RELAY${index}_${line}`)),
  ];
}

/** With the prefix KEA_, and then all of them again without. */
export function bothSpellings(lines: string[]): string[] {
  return [...lines.map((line) => `KEA_${line}`), ...lines];
}
