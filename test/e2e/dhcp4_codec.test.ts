// SPDX-License-Identifier: MPL-2.0
import { describe, expect, it } from "vitest";
import { hex, option, textOption } from "./dhcp_bytes.ts";
import {
  decodeDhcp4, decodeOptions4, encodeDhcp4, encodeOptions4, hwaddrOf, Option4, option4, type Dhcp4Message,
} from "./dhcp4_codec.ts";
import { dissect, tsharkIsInstalled } from "./tshark.ts";

function message(changes: Partial<Dhcp4Message> = {}): Dhcp4Message {
  return {
    op: 1, htype: 1, hlen: 6, hops: 3, xid: 0x12345678, secs: 258, flags: 0x8000,
    ciaddr: "192.0.2.1", yiaddr: "192.0.2.2", siaddr: "192.0.2.3", giaddr: "192.0.2.4",
    chaddr: hex("02:00:5e:10:20:30"), sname: Buffer.from("boot-server"), file: Buffer.from("kernel.img"),
    options: [
      option(Option4.MESSAGE_TYPE, "01"),
      textOption(Option4.VENDOR_CLASS, "MSFT 5.0"),
      option(Option4.CLIENT_ID, "01:02:00:5e:10:20:30"),
      option(Option4.PAD),
      textOption(Option4.HOST_NAME, "printer"),
      { code: Option4.RELAY_AGENT, data: encodeOptions4([textOption(1, "circuit-7"), option(2, "0a0b0c"), option(2, "")]) },
    ],
    ...changes,
  };
}

describe("the DHCPv4 codec", () => {
  it("reads back what it wrote, options in their order", () => {
    const decoded = decodeDhcp4(encodeDhcp4(message()));
    expect(decoded.chaddr).toEqual(Buffer.concat([hex("02005e102030"), Buffer.alloc(10)]));
    expect(decoded.sname.toString("latin1").replace(/\0+$/, "")).toBe("boot-server");
    expect({ ...decoded, chaddr: 0, sname: 0, file: 0 }).toEqual({ ...message(), chaddr: 0, sname: 0, file: 0 });
    const bytes = encodeDhcp4(message());
    expect(encodeDhcp4(decodeDhcp4(bytes))).toEqual(bytes);
  });

  it("takes hardware addresses of 0 to 16 bytes and none longer", () => {
    for (let length = 0; length <= 16; length++) {
      const chaddr = Buffer.alloc(length, 0xa5);
      expect(hwaddrOf(decodeDhcp4(encodeDhcp4(message({ chaddr, hlen: length }))))).toBe(Array(length).fill("a5").join(":"));
    }
    expect(() => encodeDhcp4(message({ chaddr: Buffer.alloc(17) }))).toThrow("chaddr has 17 bytes");
  });

  it("splits an option longer than 255 bytes and joins its pieces", () => {
    const data = Buffer.from(Array.from({ length: 600 }, (_, index) => index & 0xff));
    const decoded = decodeDhcp4(encodeDhcp4(message({ options: [{ code: 43, data }] })));
    expect(decoded.options.map((piece) => piece.data.length)).toEqual([255, 255, 90]);
    expect(option4(decoded, 43)).toEqual(data);
    expect(option4(decoded, 44)).toBeNull();
  });

  it("refuses bytes that are no DHCPv4 message", () => {
    expect(() => decodeDhcp4(Buffer.alloc(239))).toThrow("at least 240 bytes");
    expect(() => decodeDhcp4(Buffer.alloc(240))).toThrow("magic cookie");
    expect(() => decodeOptions4(hex("0105aabb"))).toThrow("Option 1 at offset 0 reaches past the end");
  });

  describe.runIf(tsharkIsInstalled())("held against tshark", () => {
    it("agrees on every field of the fixed part", () => {
      const seen = dissect(4, encodeDhcp4(message()), [
        "dhcp.type", "dhcp.hw.type", "dhcp.hw.len", "dhcp.hops", "dhcp.id", "dhcp.secs", "dhcp.flags",
        "dhcp.ip.client", "dhcp.ip.your", "dhcp.ip.server", "dhcp.ip.relay", "dhcp.hw.mac_addr", "dhcp.server", "dhcp.file",
      ]);
      expect(Object.values(seen).map((values) => values[0])).toEqual([
        "1", "0x01", "6", "3", "0x12345678", "258", "0x8000",
        "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "02:00:5e:10:20:30", "boot-server", "kernel.img",
      ]);
    });

    it("agrees on the options, their order and their bytes", () => {
      const seen = dissect(4, encodeDhcp4(message()), [
        "dhcp.option.type", "dhcp.option.end", "dhcp.option.value", "dhcp.option.dhcp", "dhcp.option.vendor_class_id", "dhcp.option.hostname",
        "dhcp.option.agent_information_option.agent_circuit_id", "dhcp.option.agent_information_option.agent_remote_id",
      ]);
      // tshark gives the end option the type 0 and a field of its own.
      expect(seen["dhcp.option.end"]).toEqual(["255"]);
      expect(seen["dhcp.option.type"]).toEqual(["53", "60", "61", "0", "12", "82", "0"]);
      const values = message().options.filter(({ code }) => code !== Option4.PAD).map(({ data }) => data.toString("hex"));
      expect(seen["dhcp.option.value"]!.filter((value) => value !== "")).toEqual(expect.arrayContaining(values));
      expect(seen["dhcp.option.dhcp"]).toEqual(["1"]);
      expect(seen["dhcp.option.vendor_class_id"]).toEqual(["MSFT 5.0"]);
      expect(seen["dhcp.option.hostname"]).toEqual(["printer"]);
      expect(seen["dhcp.option.agent_information_option.agent_circuit_id"]).toEqual([Buffer.from("circuit-7").toString("hex")]);
      expect(seen["dhcp.option.agent_information_option.agent_remote_id"]![0]).toBe("0a0b0c");
    });
  });

  // Only there when it is missing, so that a run with it has nothing skipped.
  if (!tsharkIsInstalled()) it.skip("is not held against tshark, because the Debian package tshark is not installed");
});
