// SPDX-License-Identifier: MPL-2.0
// DHCPv6: the packets whose every field is compared, and what each field must be by the bytes sent.
import { randomBytes, randomInt } from "node:crypto";
import { expect } from "vitest";
import { decodeDhcp6, decodeOptions6, encodeDhcp6, identityAssociation, type Dhcp6Message, type Relay6 } from "./dhcp6_codec.ts";
import { colons, findOption, hex, ipv6Bytes, ipv6Text, nextTransactionId, option, textOption, type DhcpOption } from "./dhcp_bytes.ts";
import { loopback, shown, type Expectations, type Sent } from "./seen_packets.ts";

export const optionCodes = [1, 2, 3, 6, 8, 14, 15, 16, 17, 25, 39, 61, 64, 79, 60000, 65535];
export const subOptionCodes = [[3, 5], [3, 13], [25, 26], [60000, 1]] as const;
export const relayOptionCodes = [9, 18, 37, 38, 79, 60001];

const messageOf = ({ bytes }: Sent): Dhcp6Message => decodeDhcp6(bytes).message;
/** As a policy counts them: the nearest to the server first. */
const relaysOf = ({ bytes }: Sent): Relay6[] => decodeDhcp6(bytes).relays.reverse();
const duidOf = (sent: Sent): Buffer | null => findOption(messageOf(sent).options, 1);

interface HwAddress {
  bytes: string | null;
  htype: number;
  source: number;
}

/** Where Kea finds a hardware address, in its order: a relay's option 79, the DUID, the client's link-local address, a relay's remote-id. */
function hwAddressOf(sent: Sent): HwAddress | null {
  // The relay nearest to the client is asked first.
  const relays = relaysOf(sent).reverse();
  const said = relays.map((relay) => findOption(relay.options, 79)).find((value) => value !== null);
  if (said) return { bytes: shown(said.subarray(2)), htype: said.readUInt16BE(0), source: 0x08 };
  const duid = duidOf(sent);
  const head = duid && duid.length > 4 ? { 1: 8, 3: 4 }[duid.readUInt16BE(0)] : undefined;
  if (duid && head !== undefined && duid.length > head) return { bytes: shown(duid.subarray(head)), htype: duid.readUInt16BE(2), source: 0x02 };
  const peer = relays[0] && ipv6Bytes(relays[0].peerAddress);
  // A universal address only: the second bit of its first byte, turned round in the interface's part, must be set there.
  if (peer?.readUInt16BE(0) === 0xfe80 && peer.readUInt16BE(11) === 0xfffe && (peer[8]! & 3) === 2) {
    const bytes = Buffer.concat([Buffer.from([peer[8]! ^ 2]), peer.subarray(9, 11), peer.subarray(13)]);
    return { bytes: shown(bytes), htype: loopback.hardwareType, source: 0x04 };
  }
  const remoteId = relays.map((relay) => findOption(relay.options, 37)).find((value) => value !== null);
  if (remoteId) return { bytes: shown(remoteId.subarray(4)), htype: loopback.hardwareType, source: 0x10 };
  return null;
}

export const fields6: Expectations = {
  type: (sent) => messageOf(sent).type,
  relayed: (sent) => relaysOf(sent).length > 0,
  // Kea notes it for DHCPv4 only (PktFilterInet6::receive, all versions).
  localPort: () => 0,
  remotePort: ({ from }) => from.port,
  relayCount: (sent) => relaysOf(sent).length,
  transid: (sent) => messageOf(sent).transactionId,
  ifindex: () => loopback.index,
  iface: () => loopback.name,
  duid: (sent) => shown(duidOf(sent)),
  hwaddr: hwAddressOf,
  localAddr: () => "::1",
  remoteAddr: ({ from }) => from.address,
  remoteHwaddr: () => null,
  classes: (sent) => {
    const far = relaysOf(sent)[0]?.linkAddress === "2001:db8:f::1";
    const classes = ["ALL", ...(far ? ["far-away"] : []), ...vendorClasses(sent)].sort();
    // In the order of their evaluation, which differs between versions of Kea.
    return expect.toSatisfy((text: string) => text.split(", ").sort().join() === classes.join(), `the classes ${classes.join()}`);
  },
  wire: ({ bytes }) => shown(bytes),
};

/** Kea makes a class of the first text of a vendor class option. */
function vendorClasses(sent: Sent): string[] {
  const value = findOption(messageOf(sent).options, 16);
  return value ? [`VENDOR_CLASS_${value.subarray(6, 6 + value.readUInt16BE(4)).toString()}`] : [];
}

const typeNames = [
  "", "SOLICIT", "ADVERTISE", "REQUEST", "CONFIRM", "RENEW", "REBIND", "REPLY", "RELEASE", "DECLINE", "RECONFIGURE", "INFORMATION_REQUEST",
];

export const reads6: Expectations = {
  option: (sent) => Object.fromEntries(optionCodes.map((code) => [code, shown(findOption(messageOf(sent).options, code))])),
  // The second with a code and those behind it, in the order of the message.
  optionAt: (sent) =>
    Object.fromEntries(
      optionCodes
        .map((code) => [code, messageOf(sent).options.filter((one) => one.code === code).slice(1).map(({ data }) => shown(data))] as const)
        .filter(([, values]) => values.length > 0),
    ),
  subOption: (sent) =>
    Object.fromEntries(
      subOptionCodes.map(([code, subCode]) => {
        // The options inside of an IA stand behind its id and times.
        const value = [3, 25].includes(code) ? findOption(messageOf(sent).options, code) : null;
        return [`${code}.${subCode}`, shown(value && findOption(decodeOptions6(value.subarray(12)), subCode))];
      }),
    ),
  relay: () => null,
  text: (sent) => expect.stringContaining(`0x${messageOf(sent).transactionId.toString(16)}`),
  typeName: (sent) => typeNames[messageOf(sent).type],
  label: (sent) => {
    const duid = duidOf(sent);
    const who = duid && duid.length > 2 ? colons(duid) : "duid=\\[no info\\]";
    return expect.stringMatching(new RegExp(`${who}.*tid=0x${messageOf(sent).transactionId.toString(16)}`));
  },
};

/** Of the relay hop with this index. */
export const hopFields = (index: number): Expectations => ({
  type: (sent) => relaysOf(sent)[index]!.type,
  hopCount: (sent) => relaysOf(sent)[index]!.hopCount,
  linkAddr: (sent) => relaysOf(sent)[index]!.linkAddress,
  peerAddr: (sent) => relaysOf(sent)[index]!.peerAddress,
});

export const hopReads = (index: number): Expectations => ({
  option: (sent) =>
    Object.fromEntries(relayOptionCodes.map((code) => [code, code === 9 ? null : shown(findOption(relaysOf(sent)[index]!.options, code))])),
});

export interface Case6 {
  what: string;
  type?: number;
  options?: DhcpOption[];
  /** From the client outwards. */
  relays?: Partial<Relay6>[];
}

const vendorDuid = option(1, "0002000009bf0123456789");
const clientId = option(1, "00030001020000000001");
/** As kea_config.ts says it; Kea drops what is for another server before it asks anybody. */
const serverId = option(2, "0002000009bf0123456789");
const counting = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, index) => index & 0xff));
const iaAddress = option(5, `20010db8000100000000000000000005${"00000bb8"}${"00000fa0"}`);
const iaPrefix = option(26, `00000bb800000fa038${"20010db8800001000000000000000000"}`);

export const cases6: Case6[] = [
  { what: "an ordinary relayed SOLICIT" },
  // Kea drops a SOLICIT that came by unicast and without a relay before it asks anybody.
  { what: "a REQUEST that was not relayed", type: 3, options: [clientId, serverId, identityAssociation(3, 1)], relays: [] },
  {
    what: "three relays, each with options of its own",
    relays: [
      { peerAddress: "fe80::5", options: [textOption(18, "port-7"), option(37, "000009bf626f78"), option(79, "000102000000000a")] },
      { linkAddress: "2001:db8:2::1", peerAddress: "2001:db8:1::1", options: [textOption(18, ""), textOption(38, "subscriber")] },
      { linkAddress: "2001:db8:f::1", peerAddress: "2001:db8:2::1", options: [{ code: 60001, data: counting(300) }] },
    ],
  },
  {
    what: "relays whose numbers are what nobody would count",
    relays: [{ hopCount: 31, linkAddress: "::", peerAddress: "::" }, { hopCount: 0, linkAddress: "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", peerAddress: "::1:0:0:1" }],
  },
  ...[3, 4, 5, 6, 8, 9, 11].map((type): Case6 => ({ what: `message type ${type}`, type, options: [clientId, serverId, option(8, "0001")] })),
  { what: "no DUID", options: [option(8, "0000")] },
  { what: "a DUID with time", options: [option(1, "000100010a0b0c0d020000000042")] },
  { what: "a DUID by a vendor", options: [vendorDuid] },
  { what: "a DUID that is a UUID", options: [option(1, "0004000102030405060708090a0b0c0d0e0f")] },
  { what: "the longest DUID", options: [{ code: 1, data: Buffer.concat([hex("0002"), counting(126)]) }] },
  { what: "a hardware address in the link-local address", options: [vendorDuid], relays: [{ peerAddress: "fe80::25e:10ff:fe00:5301" }] },
  { what: "a hardware address in a remote-id", options: [vendorDuid], relays: [{ options: [option(37, "000009bf020000000007")] }] },
  { what: "a hardware address of another type", options: [option(1, "0003002000112233445566778899aabbccddeeff00112233")] },
  {
    what: "addresses and prefixes that are asked for",
    options: [clientId, identityAssociation(3, 7, [iaAddress]), identityAssociation(25, 8, [iaPrefix])],
  },
  { what: "an association without anything inside", options: [clientId, identityAssociation(3, 0xffffffff)] },
  { what: "the first of several associations", options: [clientId, identityAssociation(3, 1), identityAssociation(3, 2)] },
  { what: "empty options", options: [clientId, option(14), option(60000)] },
  { what: "a long option, as far as the 1500 bytes go that Kea reads", options: [clientId, { code: 60000, data: counting(1200) }, { code: 65535, data: counting(100) }] },
  { what: "a code that comes twice", options: [clientId, option(60000, "01"), option(60000, "02")] },
  {
    what: "what clients often send",
    options: [clientId, option(6, "001700180027"), option(8, "012c"), option(15, "0003616263"), option(16, "000009bf00036d6163"), option(39, "0004686f737400"), option(61, "0007")],
  },
  { what: "vendor options", options: [clientId, option(17, "000009bf000100026162")] },
  ...[1, 2, 3].map((round): Case6 => ({
    what: `numbers of chance, ${round}`,
    options: [{ code: 1, data: Buffer.concat([hex("0002"), randomBytes(randomInt(1, 100))]) }, { code: 60000, data: randomBytes(randomInt(500)) }],
    relays: [0, 1].map(() => ({
      hopCount: randomInt(32), linkAddress: ipv6Text(randomBytes(16)), peerAddress: ipv6Text(randomBytes(16)),
      options: [{ code: 18, data: randomBytes(randomInt(1, 60)) }],
    })),
  })),
];

export function bytesOf6({ type, options, relays }: Case6): Buffer {
  return encodeDhcp6({
    message: { type: type ?? 1, transactionId: nextTransactionId(), options: options ?? [clientId, identityAssociation(3, 1), option(8, "0000")] },
    relays: (relays ?? [{}]).map((relay, index) => ({
      type: 12, hopCount: index, linkAddress: "2001:db8:1::1", peerAddress: "fe80::1", options: [], ...relay,
    })),
  });
}
