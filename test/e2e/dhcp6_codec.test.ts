// SPDX-License-Identifier: MPL-2.0
import { describe, expect, it } from "vitest";
import { hex, ipv6Bytes, ipv6Text, option, textOption } from "./dhcp_bytes.ts";
import {
  decodeDhcp6, decodeOptions6, Dhcp6Type, encodeDhcp6, encodeOptions6, grants6, identityAssociation, Option6, type Dhcp6Packet,
} from "./dhcp6_codec.ts";
import { dissect, tsharkIsInstalled } from "./tshark.ts";

const address = option(Option6.IA_ADDRESS, Buffer.concat([ipv6Bytes("2001:db8::5"), hex("00000bb8 00000fa0")]));
const prefix = option(Option6.IA_PREFIX, Buffer.concat([hex("00000bb8 00000fa0 38"), ipv6Bytes("2001:db8:8000::")]));

const packet: Dhcp6Packet = {
  relays: [
    {
      type: Dhcp6Type.RELAY_FORWARD, hopCount: 0, linkAddress: "2001:db8:1::1", peerAddress: "fe80::200:5eff:fe10:2030",
      options: [textOption(Option6.INTERFACE_ID, "port-7"), option(Option6.CLIENT_LINKLAYER, "0001 02005e102030")],
    },
    {
      type: Dhcp6Type.RELAY_FORWARD, hopCount: 1, linkAddress: "2001:db8:2::1", peerAddress: "2001:db8:1::1",
      options: [option(Option6.REMOTE_ID, "000009bf 0a0b0c")],
    },
  ],
  message: {
    type: Dhcp6Type.REQUEST,
    transactionId: 0xabcdef,
    options: [
      option(Option6.CLIENT_ID, "00030001 02005e102030"),
      identityAssociation(Option6.IA_NA, 77, [address]),
      identityAssociation(Option6.IA_PD, 78, [prefix]),
      option(Option6.ELAPSED_TIME, "0102"),
    ],
  },
};

describe("the DHCPv6 codec", () => {
  it("reads back what it wrote, relays from the client outwards", () => {
    expect(decodeDhcp6(encodeDhcp6(packet))).toEqual(packet);
  });

  it("lists what a server granted", () => {
    expect(grants6(packet.message)).toEqual([
      { address: "2001:db8::5", preferred: 3000, valid: 4000 },
      { address: "2001:db8:8000::/56", preferred: 3000, valid: 4000 },
    ]);
  });

  it("writes IPv6 addresses as RFC 5952 wants them", () => {
    for (const text of ["::", "::1", "2001:db8::", "2001:db8::1:0:0:1", "1:2:3:4:5:6:7:8", "fe80::1", "0:1:2:3:4:5:6:7"]) {
      expect(ipv6Text(ipv6Bytes(text))).toBe(text);
    }
    expect(ipv6Bytes("::ffff:192.0.2.1").toString("hex")).toBe("00000000000000000000ffffc0000201");
    expect(() => ipv6Bytes("fe80::1%lo")).toThrow("is not an IPv6 address");
  });

  it("refuses bytes that are no DHCPv6 message", () => {
    expect(() => decodeDhcp6(Buffer.alloc(3))).toThrow("at least 4 bytes");
    expect(() => decodeDhcp6(Buffer.from([12, 0]))).toThrow("at least 34 bytes");
    expect(() => decodeDhcp6(Buffer.concat([Buffer.from([12]), Buffer.alloc(33)]))).toThrow("lacks option 9");
    expect(() => decodeOptions6(hex("0001 0005 aa"))).toThrow("Option 1 at offset 0 reaches past the end");
    expect(() => decodeOptions6(hex("0001"))).toThrow("no room for its head");
    expect(encodeOptions6([])).toEqual(Buffer.alloc(0));
  });

  describe.runIf(tsharkIsInstalled())("held against tshark", () => {
    it("agrees on the relays and the message inside", () => {
      const seen = dissect(6, encodeDhcp6(packet), [
        "dhcpv6.msgtype", "dhcpv6.hopcount", "dhcpv6.linkaddr", "dhcpv6.peeraddr", "dhcpv6.xid", "dhcpv6.option.type",
      ]);
      expect(seen["dhcpv6.msgtype"]).toEqual(["12", "12", "3"]);
      expect(seen["dhcpv6.hopcount"]).toEqual(["1", "0"]);
      expect(seen["dhcpv6.linkaddr"]).toEqual(["2001:db8:2::1", "2001:db8:1::1"]);
      expect(seen["dhcpv6.peeraddr"]).toEqual(["2001:db8:1::1", "fe80::200:5eff:fe10:2030"]);
      expect(seen["dhcpv6.xid"]).toEqual(["0xabcdef"]);
      expect(seen["dhcpv6.option.type"]).toEqual(["37", "9", "18", "79", "9", "1", "3", "5", "25", "26", "8"]);
    });

    it("agrees on what the options hold", () => {
      const seen = dissect(6, encodeDhcp6(packet), [
        "dhcpv6.duid.bytes", "dhcpv6.iaid", "dhcpv6.iaaddr.ip", "dhcpv6.iaprefix.pref_addr", "dhcpv6.iaprefix.pref_len",
        "dhcpv6.interface_id", "dhcpv6.remoteid.enterprise", "dhcpv6.elapsed_time",
      ]);
      expect(seen["dhcpv6.duid.bytes"]).toEqual(["0003000102005e102030"]);
      expect(seen["dhcpv6.iaid"]).toEqual(["0000004d", "0000004e"]);
      expect(seen["dhcpv6.iaaddr.ip"]).toEqual(["2001:db8::5"]);
      expect(seen["dhcpv6.iaprefix.pref_addr"]).toEqual(["2001:db8:8000::"]);
      expect(seen["dhcpv6.iaprefix.pref_len"]).toEqual(["56"]);
      expect(seen["dhcpv6.interface_id"]).toEqual([Buffer.from("port-7").toString("hex")]);
      expect(seen["dhcpv6.remoteid.enterprise"]).toEqual(["2495"]);
      expect(seen["dhcpv6.elapsed_time"]).toEqual(["2580"]);
    });
  });

  // Only there when it is missing, so that a run with it has nothing skipped.
  if (!tsharkIsInstalled()) it.skip("is not held against tshark, because the Debian package tshark is not installed");
});
