// SPDX-License-Identifier: MPL-2.0
// Formatting, comparison and parsing of the SDK against Node's own, on chosen and on random values.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { NodeHost, PolicyAbort } from "./node_host.ts";
import { packedSdk } from "./packed_sdk.ts";

// What `secs` selects in the policy view_tools.
const tool = { toString: 0, is: 1, startsWith: 2, equals: 3, hash: 4, numbers: 5, hwAddr: 6, oui: 7, hex: 8, copy: 9, ipv4: 10, key: 11 };

describe("views", { timeout: 60_000 }, () => {
  let policy: NodeHost;

  beforeAll(async () => {
    const { exitCode, stderr, wasm } = await (await packedSdk()).compile(join(import.meta.dirname, "policies/view_tools"));
    expect(exitCode, stderr).toBe(0);
    policy = new NodeHost(readFileSync(wasm));
  }, 120_000);

  function call(selected: number, bytes: Uint8Array, other: Uint8Array = new Uint8Array(0), fields = {}): string {
    policy.log.length = 0;
    policy.receive4({ ...fields, secs: selected }, { options: { 12: bytes, 15: other } });
    return policy.log[0]!.text;
  }
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

  /** Texts and fragments whose joins are often valid UTF-8 and often not. */
  const pieces = [
    utf8("a"), utf8("Z9"), utf8("ä"), utf8("€"), utf8("🦆"), utf8("\u0000"), utf8("\ufeff"), utf8("\u07ff\u0800\uffff\u{10000}\u{10ffff}"),
    ...["80", "c3", "c0af", "e280", "eda080", "f09f", "f09fa6", "f4908080", "f8", "ff", "e08080", "f0808080", "fe"].map((hex) => Buffer.from(hex, "hex")),
  ];
  function randomPieces(): Uint8Array {
    return Buffer.concat(Array.from({ length: randomBytes(1)[0]! % 8 }, () => pieces[randomBytes(1)[0]! % pieces.length]!));
  }

  it("decodes UTF-8 as the Encoding Standard does", () => {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    for (const bytes of [...pieces, ...Array.from({ length: 2000 }, randomPieces), ...Array.from({ length: 500 }, () => randomBytes(9))]) {
      expect(call(tool.toString, bytes), Buffer.from(bytes).toString("hex")).toBe(decoder.decode(bytes));
    }
  });

  it("compares with texts", () => {
    const texts = ["", "a", "ab", "abc", "ä", "äb", "€", "🦆", "🦆x", "\u0000", "\u07ff", "\u0800", "\u{10ffff}"];
    for (const one of texts) {
      for (const other of texts) {
        expect(call(tool.is, utf8(one), utf8(other)), `${one} is ${other}`).toBe(one === other ? "is" : "is not");
        expect(call(tool.startsWith, utf8(one), utf8(other)), `${one} startsWith ${other}`).toBe(one.startsWith(other) ? "starts" : "does not start");
        expect(call(tool.equals, utf8(one), utf8(other))).toBe(one === other ? "equal" : "not equal");
      }
    }
    // The policy gets the text by decoding, so broken bytes become U+FFFD there: they must not match what they are not.
    expect(call(tool.is, Buffer.from("ff", "hex"), Buffer.from("ff", "hex"))).toBe("is not");
    expect(call(tool.is, utf8("\ufffd"), Buffer.from("ff", "hex"))).toBe("is");
  });

  it("hashes by FNV-1a of 64 bits", () => {
    // Test vectors of the algorithm's authors.
    expect(call(tool.hash, utf8(""))).toBe("cbf29ce484222325");
    expect(call(tool.hash, utf8("a"))).toBe("af63dc4c8601ec8c");
    expect(call(tool.hash, utf8("foobar"))).toBe("85944171f73967e8");
  });

  it("reads numbers in network byte order, and copies", () => {
    const bytes = Buffer.from("0102fffefd", "hex");
    expect(call(tool.numbers, bytes)).toBe(`${0x02ff} ${0x02fffefd} 1 5`);
    expect(call(tool.copy, bytes)).toBe("1,2,255,254,253");
    expect(() => call(tool.numbers, bytes.subarray(0, 4))).toThrow("outside of the bytes");
  });

  it("gives each hardware address its key", () => {
    const keyOf = (bytes: Uint8Array): bigint => {
      if (bytes.length <= 7) return (BigInt(bytes.length) << 56n) | BigInt("0x0" + Buffer.from(bytes).toString("hex"));
      let hash = 0xcbf29ce484222325n;
      for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
      return (0xffn << 56n) | (hash >> 8n);
    };
    for (let length = 0; length <= 20; ++length) {
      for (let count = 0; count < 20; ++count) {
        const bytes = randomBytes(length);
        const key = keyOf(bytes).toString(16);
        expect(call(tool.key, new Uint8Array(0), new Uint8Array(0), { hwaddr: bytes })).toBe(key);
        const text = bytes.toString("hex");
        if (length === 0) continue;
        for (const separator of [":", "-", ""]) {
          const written = text.match(/../g)!.join(separator);
          expect(call(tool.hwAddr, utf8(written)), written).toBe(key);
          expect(call(tool.hwAddr, utf8(written.toUpperCase()))).toBe(key);
        }
      }
    }
    // Lengths count: 00:01 is not 01.
    expect(call(tool.hwAddr, utf8("00:01"))).not.toBe(call(tool.hwAddr, utf8("01")));
  });

  it("refuses what is no hexadecimal text", () => {
    const wrong = ["0", "0:1", "00:", ":00", "00::01", "00:0g", "00-01:02", "0001:02", "00 01", "0x00", "g0", "00:1", "000"];
    for (const text of wrong) {
      expect(() => call(tool.hex, utf8(text)), text).toThrow(PolicyAbort);
      expect(() => call(tool.hwAddr, utf8(text)), text).toThrow(PolicyAbort);
    }
    expect(call(tool.hex, utf8("DEADbeef"))).toBe("222,173,190,239");
    expect(call(tool.hex, utf8(""))).toBe("");
    expect(call(tool.oui, utf8("00:16:3E"))).toBe("163e");
    expect(() => call(tool.oui, utf8("00:16"))).toThrow('"00:16" is not an OUI');
  });

  it("works with IPv4 addresses", () => {
    const ipv4 = (giaddr: string, ciaddr = "0.0.0.0"): string => call(tool.ipv4, new Uint8Array(0), new Uint8Array(0), { giaddr, ciaddr });
    expect(ipv4("10.255.0.1")).toBe(`${0x0aff0001} false false true true`);
    expect(ipv4("11.0.0.0")).toBe(`${0x0b000000} false false false true`);
    expect(ipv4("0.0.0.0")).toBe("0 true true false true");
    expect(ipv4("255.255.255.255", "255.255.255.255")).toBe(`${0xffffffff} false true false true`);
  });

  it("prints IPv6 addresses as RFC 5952 and inet_ntop do", () => {
    const print = (localAddr: string): string[] => {
      policy.log.length = 0;
      policy.receive6({ localAddr, remoteAddr: localAddr });
      return policy.log[0]!.text.split(" ");
    };
    // Where inet_ntop, and so Kea, goes its own way: addresses of IPv4 inside of IPv6.
    for (const text of ["::192.0.2.1", "::ffff:192.0.2.1", "::1.0.0.0", "::255.255.255.255"]) expect(print(text)[0]).toBe(text);
    for (const text of ["::", "::1", "::ffff", "1::", "2001:db8::1", "fe80::1:0:0:1", "1:0:2:0:3:0:4:0", "1:2:3:4:5:6:7:8", "0:0:1::", "64:ff9b::c000:201"]) {
      expect(print(text)[0]).toBe(new URL(`http://[${text}]/`).hostname.slice(1, -1));
    }
    let embedded = 0;
    for (let count = 0; count < 3000; ++count) {
      // Many zero groups, so that runs of every length and place come up.
      const groups = Array.from(randomBytes(16).toString("hex").match(/..../g)!, (group) => (parseInt(group, 16) % 3 === 0 ? group : "0"));
      const written = groups.map((group) => parseInt(group, 16).toString(16)).join(":");
      const [text, high, low] = print(written);
      const isEmbedded = /^(0:){6}[1-9a-f]/.test(written) || /^(0:){5}ffff:/.test(written);
      if (isEmbedded) ++embedded;
      else expect(text, written).toBe(new URL(`http://[${written}]/`).hostname.slice(1, -1));
      const value = BigInt("0x" + groups.map((group) => group.padStart(4, "0")).join(""));
      expect([high, low]).toEqual([String(value >> 64n), String(value & 0xffffffffffffffffn)]);
    }
    expect(embedded).toBeLessThan(300);
    expect(print("2001:db8::5").slice(3)).toEqual(["false", "false", "true", "true", "true", "false"]);
    expect(print("::").slice(3)).toEqual(["true", "false", "true", "false", "true", "false"]);
    expect(print("febf::1").slice(3)).toEqual(["false", "true", "true", "false", "true", "false"]);
    expect(print("fec0::1")[4]).toBe("false");
  });
});
