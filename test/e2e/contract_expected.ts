// SPDX-License-Identifier: MPL-2.0
// What the environment of a script must be, from the bytes that were sent and answered, the clock, and what Kea itself logged. Nothing here knows our tables.
import * as contract from "../policies/classic_contract.ts";
import { decodeOptions4, hwaddrOf, messageType4, option4, type Dhcp4Message } from "./dhcp4_codec.ts";
import type { Dhcp6Packet } from "./dhcp6_codec.ts";
import { colons, findOption, ipv6Bytes } from "./dhcp_bytes.ts";
import { keaVersion } from "./kea_installation.ts";
import { loopback } from "./seen_packets.ts";

const types4 = ["UNKNOWN", "DHCPDISCOVER", "DHCPOFFER", "DHCPREQUEST", "DHCPDECLINE", "DHCPACK", "DHCPNAK", "DHCPRELEASE", "DHCPINFORM"];
const types6 = ["", "SOLICIT", "ADVERTISE", "REQUEST", "CONFIRM", "RENEW", "REBIND", "REPLY", "RELEASE", "DECLINE", "RECONFIGURE", "INFORMATION_REQUEST"];

const upperHex = (bytes: Buffer | null): string | undefined =>
  bytes === null ? undefined : bytes.length === 0 ? "" : `0x${bytes.toString("hex").toUpperCase()}`;

/** The text up to its first zero byte, a byte a letter. */
const cut = (bytes: Buffer): string => bytes.toString("latin1").split("\0")[0]!;

/** Kea cuts zero bytes off the end of what it knows to be text. */
function trimmed(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

export function packet4(name: string, message: Dhcp4Message): string[] {
  const vendorClass = option4(message, 60);
  const agent = option4(message, 82);
  const subOptions = agent ? decodeOptions4(agent) : [];
  // Kea packs sub-options again, in the order of their codes.
  const packed = [...subOptions].sort((one, other) => one.code - other.code).map(({ code, data }) => Buffer.concat([Buffer.from([code, data.length]), data]));
  return contract.packet4(name, {
    type: types4[messageType4(message)]!,
    interface: loopback.name, ifindex: String(loopback.index),
    hwaddr: hwaddrOf(message), htype: String(message.htype),
    ciaddr: message.ciaddr, siaddr: message.siaddr, yiaddr: message.yiaddr, giaddr: message.giaddr,
    relayed: message.giaddr === "0.0.0.0" ? "0" : "1", hops: String(message.hops),
    option60: vendorClass ? cut(trimmed(vendorClass)) : undefined,
    rai: agent ? upperHex(Buffer.concat(packed)) : undefined,
    circuitId: upperHex(findOption(subOptions, 1)), remoteId: upperHex(findOption(subOptions, 2)),
  });
}

export interface HwAddress {
  text: string;
  htype: number;
  source: number;
}

/** Where Kea finds a client's hardware address, in its order: a relay's option 79, the DUID, the link-local address, a relay's remote-id. */
export function hwAddressOf({ message, relays }: Dhcp6Packet): HwAddress | null {
  const said = relays.map((relay) => findOption(relay.options, 79)).find((value) => value !== null);
  if (said) return { text: colons(said.subarray(2)), htype: said.readUInt16BE(0), source: 8 };
  const duid = findOption(message.options, 1);
  const head = duid ? { 1: 8, 3: 4 }[duid.readUInt16BE(0)] : undefined;
  if (duid && head !== undefined) return { text: colons(duid.subarray(head)), htype: duid.readUInt16BE(2), source: 2 };
  const peer = relays[0] && ipv6Bytes(relays[0].peerAddress);
  if (peer?.readUInt16BE(0) === 0xfe80 && peer.readUInt16BE(11) === 0xfffe) {
    const bytes = Buffer.concat([Buffer.from([peer[8]! ^ 2]), peer.subarray(9, 11), peer.subarray(13)]);
    return { text: colons(bytes), htype: loopback.hardwareType, source: 4 };
  }
  const remoteId = relays.map((relay) => findOption(relay.options, 37)).find((value) => value !== null);
  return remoteId ? { text: colons(remoteId.subarray(4)), htype: loopback.hardwareType, source: 16 } : null;
}

/** `words` are Kea's own, from its log. */
export function packet6(name: string, packet: Dhcp6Packet, ports: { local: number; remote: number }, words: { label: string; text: string }): string[] {
  const hwaddr = hwAddressOf(packet);
  return contract.packet6(name, {
    type: types6[packet.message.type]!,
    interface: loopback.name, ifindex: String(loopback.index),
    hwaddr: hwaddr?.text, htype: hwaddr ? String(hwaddr.htype) : undefined, source: hwaddr ? String(hwaddr.source) : undefined,
    localAddress: "::1", localPort: String(ports.local), remoteAddress: "::1", remotePort: String(ports.remote),
    label: words.label, transactionId: String(packet.message.transactionId), debug: words.text,
  });
}

/** What is ours alone, behind what the old hook has. */
export function more6({ message, relays }: Dhcp6Packet): string[] {
  const duid = findOption(message.options, 1);
  const options = [6, 15, 16, 17, 39].flatMap((code) => {
    const value = upperHex(findOption(message.options, code));
    return value === undefined ? [] : [`OPTION_${code}=${value}`];
  });
  // Kea counts from the server outwards.
  const hops = [...relays].reverse().map((relay) => [
    String(relay.hopCount), relay.linkAddress, relay.peerAddress,
    ...([["INTERFACE_ID", 18], ["REMOTE_ID", 37], ["SUBSCRIBER_ID", 38]] as const).flatMap(([name, code]) => {
      const value = upperHex(findOption(relay.options, code));
      return value === undefined ? [] : [`${name}=${value}`];
    }),
  ]);
  return contract.more6(duid ? colons(duid) : "", options, hops);
}

export interface ExpectedLease {
  address: string;
  state?: "default" | "declined";
  isExpired?: string;
  hwaddr: string;
  hostname?: string;
  validLifetime: number;
  /** As the script was told; the caller compares it with the clock. */
  cltt: string;
  subnetId: number;
}

const atLeast = (version: string): boolean => keaVersion(4).atLeast(version);

/** As Kea writes a lease: Lease4::toText. */
export function lease4(of: ExpectedLease & { clientId: Buffer | null }): string[] {
  const lines = [
    `Address:       ${of.address}`, `Valid life:    ${of.validLifetime}`, `Cltt:          ${of.cltt}`, `Hardware addr: ${of.hwaddr}`,
    `Client id:     ${of.clientId ? colons(of.clientId) : "(none)"}`, `Subnet ID:     ${of.subnetId}`, ...(atLeast("2.3.8") ? ["Pool ID:       0"] : []),
    `State:         ${of.state ?? "default"}`, ...(atLeast("2.6.0") ? ["Relay ID:      (none)", "Remote ID:     (none)"] : []),
  ];
  return contract.lease4({
    state: of.state ?? "default", isExpired: of.isExpired ?? "0", address: of.address, hwaddr: of.hwaddr, hostname: of.hostname ?? "", cltt: of.cltt,
    validLifetime: String(of.validLifetime), debug: lines.map((line) => `${line}\n`).join(""),
  });
}

/** `hwaddr` null: Kea does not know one. The same for Lease6::toText. */
export function lease6(of: Omit<ExpectedLease, "hwaddr"> & { hwaddr: string | null; duid: string; iaid: number; preferredLifetime: number; prefixLength?: number }): string[] {
  const type = of.prefixLength === undefined ? "IA_NA" : "IA_PD";
  const lines = [
    `Type:          ${type}(${of.prefixLength === undefined ? 0 : 2})`, `Address:       ${of.address}`, `Prefix length: ${of.prefixLength ?? 128}`, `IAID:          ${of.iaid}`,
    `Pref life:     ${of.preferredLifetime}`, `Valid life:    ${of.validLifetime}`, `Cltt:          ${of.cltt}`, `DUID:          ${of.duid}`,
    `Hardware addr: ${of.hwaddr ?? "(none)"}`, `Subnet ID:     ${of.subnetId}`, ...(atLeast("2.3.8") ? ["Pool ID:       0"] : []), `State:         ${of.state ?? "default"}`,
  ];
  return contract.lease6({
    type, state: of.state ?? "default", isExpired: of.isExpired ?? "0", address: of.address, prefix: of.prefixLength === undefined ? undefined : [of.address, String(of.prefixLength)],
    hwaddr: of.hwaddr ?? "", hostname: of.hostname ?? "", duid: of.duid, cltt: of.cltt, validLifetime: String(of.validLifetime), preferredLifetime: String(of.preferredLifetime),
    iaid: String(of.iaid), debug: lines.map((line) => `${line}\n`).join(""),
  });
}
