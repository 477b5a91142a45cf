// SPDX-License-Identifier: MPL-2.0
// DHCPv4: the packets whose every field is compared, and what each field must be by the bytes sent.
import { randomBytes, randomInt } from "node:crypto";
import { expect } from "vitest";
import { decodeOptions4, encodeDhcp4, encodeOptions4, type Dhcp4Message } from "./dhcp4_codec.ts";
import { colons, hex, ipv4Text, nextTransactionId, option, textOption, type DhcpOption } from "./dhcp_bytes.ts";
import { loopback, shown, type Expectations, type Sent } from "./seen_packets.ts";

export const optionCodes = [1, 12, 43, 50, 53, 54, 55, 57, 60, 61, 77, 82, 81, 90, 93, 97, 119, 124, 125, 224, 225, 254];
export const subOptionCodes = [[82, 1], [82, 2], [82, 5], [82, 151], [82, 200], [43, 1], [43, 2], [60, 1], [224, 1]] as const;

const optionsOf = ({ bytes }: Sent): DhcpOption[] => decodeOptions4(bytes.subarray(240), true);

/** What Kea knows to be text; it cuts zero bytes off its end (RFC 2132 section 2). */
const texts = [12, 60];

/** An option's value, its parts joined. */
function valueOf(options: DhcpOption[], code: number): Buffer | null {
  const parts = options.filter((one) => one.code === code);
  const value = Buffer.concat(parts.map((part) => part.data));
  const end = texts.includes(code) ? value.findLastIndex((byte) => byte !== 0) + 1 : value.length;
  return parts.length === 0 ? null : value.subarray(0, end);
}

const ipv4At = (offset: number) => ({ bytes }: Sent): string => ipv4Text(bytes.subarray(offset, offset + 4));

export const fields4: Expectations = {
  type: (sent) => valueOf(optionsOf(sent), 53)?.[0] ?? 0,
  op: ({ bytes }) => bytes[0],
  htype: ({ bytes }) => bytes[1],
  hlen: ({ bytes }) => bytes[2],
  hops: ({ bytes }) => bytes[3],
  relayed: (sent) => !["0.0.0.0", "255.255.255.255"].includes(ipv4At(24)(sent)),
  secs: ({ bytes }) => bytes.readUInt16BE(8),
  flags: ({ bytes }) => bytes.readUInt16BE(10),
  localPort: ({ server }) => server.serverPort,
  remotePort: ({ from }) => from.port,
  transid: ({ bytes }) => bytes.readUInt32BE(4),
  ciaddr: ipv4At(12),
  yiaddr: ipv4At(16),
  siaddr: ipv4At(20),
  giaddr: ipv4At(24),
  localAddr: () => "127.0.0.1",
  remoteAddr: ({ from }) => from.address,
  ifindex: () => loopback.index,
  iface: () => loopback.name,
  hwaddr: ({ bytes }) => ({ bytes: shown(bytes.subarray(28, 28 + bytes[2]!)), htype: bytes[1], source: 0 }),
  clientId: (sent) => shown(valueOf(optionsOf(sent), 61)),
  remoteHwaddr: () => null,
  localHwaddr: () => null,
  sname: ({ bytes }) => shown(bytes.subarray(44, 108)),
  file: ({ bytes }) => shown(bytes.subarray(108, 236)),
  classes: (sent) => {
    const vendor = valueOf(optionsOf(sent), 60);
    const classes = ["ALL", ...(vendor ? [`VENDOR_CLASS_${vendor.toString()}`] : []), ...(ipv4At(24)(sent) === "127.5.6.7" ? ["far-away"] : [])];
    // In the order of their evaluation, which differs between versions of Kea.
    return expect.toSatisfy((text: string) => text.split(", ").sort().join() === classes.sort().join(), `the classes ${classes.join()}`);
  },
  wire: ({ bytes }) => shown(bytes),
  dhcp4o6: () => false,
};

const typeNames = ["UNKNOWN", "DHCPDISCOVER", "DHCPOFFER", "DHCPREQUEST", "DHCPDECLINE", "DHCPACK", "DHCPNAK", "DHCPRELEASE", "DHCPINFORM"];

export const reads4: Expectations = {
  option: (sent) => Object.fromEntries(optionCodes.map((code) => [code, shown(valueOf(optionsOf(sent), code))])),
  subOption: (sent) =>
    Object.fromEntries(
      subOptionCodes.map(([code, subCode]) => {
        const value = [43, 82].includes(code) ? valueOf(optionsOf(sent), code) : null;
        return [`${code}.${subCode}`, shown(value && valueOf(decodeOptions4(value), subCode))];
      }),
    ),
  text: ({ bytes }) => expect.stringContaining(`0x${bytes.readUInt32BE(4).toString(16)}`),
  typeName: (sent) => typeNames[valueOf(optionsOf(sent), 53)?.[0] ?? 0],
  label: ({ bytes }) => expect.stringMatching(
    new RegExp(`${colons(bytes.subarray(28, 28 + bytes[2]!))}.*tid=0x${bytes.readUInt32BE(4).toString(16)}`),
  ),
};

export interface Case4 {
  what: string;
  message: Partial<Dhcp4Message>;
  /** Where it is sent from. */
  address?: string;
}

const discover = option(53, "01");
const relayAgent = (...subOptions: DhcpOption[]): DhcpOption => ({ code: 82, data: encodeOptions4(subOptions) });
const counting = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, index) => index & 0xff));

export const cases4: Case4[] = [
  { what: "an ordinary relayed DISCOVER", message: {} },
  { what: "one that was not relayed", message: { giaddr: "0.0.0.0", hops: 0 } },
  { what: "a broadcast giaddr, which is no relay", message: { giaddr: "255.255.255.255" } },
  {
    what: "every number of the header",
    message: {
      hops: 7, secs: 0xfedc, flags: 0x8001, ciaddr: "10.1.2.3", yiaddr: "10.4.5.6", siaddr: "10.7.8.9", giaddr: "127.5.6.7",
      sname: counting(64), file: counting(128),
    },
  },
  { what: "the other operation", message: { op: 2 } },
  { what: "the highest numbers", message: { hops: 255, secs: 0xffff, flags: 0xffff, ciaddr: "255.255.255.255", siaddr: "255.255.255.254" } },
  { what: "short names in the header", message: { sname: Buffer.from("server"), file: Buffer.from("boot/pxelinux.0") } },
  { what: "a hardware address of 16 bytes", message: { htype: 32, hlen: 16, chaddr: counting(16) } },
  { what: "a hardware address of one byte", message: { htype: 7, hlen: 1, chaddr: Buffer.from([9]) } },
  { what: "no hardware address", message: { hlen: 0, chaddr: Buffer.alloc(0), options: [discover, option(61, "ff0102030405060708")] } },
  { what: "a hardware address shorter than its field", message: { hlen: 6, chaddr: counting(16) } },
  ...[3, 4, 7, 8].map((type): Case4 => ({
    what: `message type ${type}`,
    message: { options: [option(53, Buffer.from([type])), option(50, "7f100005"), option(54, "7f000001")] },
  })),
  { what: "a client-id", message: { options: [discover, option(61, "01020000000001")] } },
  { what: "a long client-id", message: { options: [discover, { code: 61, data: counting(255) }] } },
  {
    what: "relay agent information: circuit, remote, link, an empty and an unknown sub-option",
    message: { options: [discover, relayAgent(textOption(1, "eth0/1/7"), option(2, "0a0b0c"), option(5, "0a000001"), option(151), option(200, "00ff"))] },
  },
  { what: "relay agent information without anything", message: { options: [discover, option(82)] } },
  { what: "a long circuit", message: { options: [discover, relayAgent({ code: 1, data: counting(200) }, textOption(2, "x"))] } },
  { what: "a vendor class", message: { options: [discover, textOption(60, "MSFT 5.0"), textOption(12, "host-7")] } },
  { what: "what clients often send", message: { options: [discover, option(55, "0103060f1f2b"), option(57, "05dc"), option(93, "0007"), option(97, "00000102030405060708090a0b0c0d0e0f10"), option(77, "04616263")] } },
  { what: "text that ends with a zero byte", message: { options: [discover, option(12, "686f737400"), option(60, "61626300")] } },
  { what: "domain names, a client's full name, routes", message: { options: [discover, option(81, "04000004686f7374"), option(119, "03777777076578616d706c6500")] } },
  { what: "empty options", message: { options: [discover, option(224), option(254)] } },
  { what: "the longest option of one part", message: { options: [discover, { code: 224, data: counting(255) }] } },
  { what: "an option in three parts", message: { options: [discover, { code: 225, data: counting(600) }, option(224, "01")] } },
  { what: "parts of an option that lie apart", message: { options: [discover, option(225, "0102"), option(224, "aa"), option(225, "0304")] } },
  { what: "vendor options", message: { options: [discover, textOption(60, "docsis"), { code: 43, data: encodeOptions4([option(1, "0102"), option(2, "03")]) }] } },
  { what: "vendor-identifying options", message: { options: [discover, option(124, "000009bf03616263"), option(125, "000009bf0401026162")] } },
  { what: "pads between options", message: { options: [option(0), discover, option(0), option(0), option(224, "00"), option(0)] } },
  { what: "another sender", message: {}, address: "127.0.0.5" },
  ...[1, 2, 3, 4].map((round): Case4 => ({
    what: `numbers of chance, ${round}`,
    message: {
      hops: randomInt(256), secs: randomInt(65536), flags: randomInt(65536), htype: randomInt(1, 256), chaddr: randomBytes(6),
      ciaddr: ipv4Text(randomBytes(4)), yiaddr: ipv4Text(randomBytes(4)), siaddr: ipv4Text(randomBytes(4)), giaddr: `127.${round}.2.3`,
      sname: randomBytes(randomInt(65)), file: randomBytes(randomInt(129)), xid: randomInt(0x1000000, 0x7fffffff),
      options: [discover, { code: 224, data: randomBytes(randomInt(256)) }, { code: 61, data: randomBytes(randomInt(2, 60)) }],
    },
  })),
];

export function bytesOf4({ message }: Case4): Buffer {
  return encodeDhcp4({
    op: 1, htype: 1, hlen: 6, hops: 1, xid: 0x1000000 + nextTransactionId(), secs: 0, flags: 0,
    ciaddr: "0.0.0.0", yiaddr: "0.0.0.0", siaddr: "0.0.0.0", giaddr: "127.0.0.1",
    chaddr: hex("020000000042"), sname: Buffer.alloc(0), file: Buffer.alloc(0), options: [discover],
    ...message,
  });
}
