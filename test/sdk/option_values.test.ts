// SPDX-License-Identifier: MPL-2.0
// What options mean: each form well-formed, cut off, too long. A malformed value is null and ends no callout.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { NodeHost } from "./node_host.ts";
import { packedSdk } from "./packed_sdk.ts";

type Value = string | Uint8Array | null;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Bytes of hexadecimal digits; what stands in quotes is text. */
function bytes(written: string): Uint8Array {
  return Buffer.concat(written.split(/("[^"]*")/).map((part) => (part.startsWith('"') ? Buffer.from(part.slice(1, -1)) : Buffer.from(part.replace(/\s/g, ""), "hex"))));
}
/** A length of one or two bytes, and the value. */
function tuple(value: Uint8Array, width: 1 | 2 = 1): Uint8Array {
  const length = width === 1 ? [value.length] : [value.length >> 8, value.length & 255];
  return Buffer.concat([new Uint8Array(length), value]);
}

describe("what an option means", { timeout: 60_000 }, () => {
  let policy: NodeHost;

  beforeAll(async () => {
    const { exitCode, stderr, wasm } = await (await packedSdk()).compile(join(import.meta.dirname, "policies/option_values"));
    expect(exitCode, stderr).toBe(0);
    expect(stderr).toBe("");
    policy = new NodeHost(readFileSync(wasm));
  }, 120_000);

  function read(what: string, value: Value, other: Value = null): string {
    const given = Object.entries({ 224: value, 226: utf8(what), 227: other }).filter(([, content]) => content !== null);
    const options = Object.fromEntries(given.map(([code, content]) => [code, typeof content === "string" ? bytes(content) : content!]));
    return Buffer.from(policy.receive4({}, { options }).edits[0]!.value).toString();
  }
  /** Each beginning of a value but those that are right as they are. */
  function expectCutsNull(what: string, value: string, rightLengths: number[] = []): void {
    const whole = bytes(value);
    for (let length = 0; length < whole.length; ++length) {
      const result = read(what, whole.subarray(0, length));
      if (rightLengths.includes(length)) expect(result, `${what} of ${length} bytes`).not.toBe("null");
      else expect(result, `${what} of ${length} bytes`).toBe("null");
    }
    expect(read(what, null), what).toBe("null");
  }

  it("reads numbers, and nothing of another size", () => {
    for (const [what, right] of [["u8", "fe"], ["u16", "fe01"], ["u32", "fe010203"]] as const) {
      expect(read(what, right)).toBe(String(parseInt(right, 16)));
      expect(read(what, null)).toBe("-1");
      for (const wrong of ["", "00", "0000", "000000", "00000000", "0000000000"].filter(({ length }) => length !== right.length)) {
        expect(read(what, wrong), `${what} of ${wrong}`).toBe("-1");
      }
    }
    expect(read("u8s", "0107ff")).toBe("3 1 7 255 true");
    expect(read("u16s", "0007ff00")).toBe("2 7 65280 true");
    expect(read("u32s", "ffffffff00000000")).toBe("2 4294967295 0 false");
    for (const what of ["u8s", "u16s", "u32s"]) expect(read(what, "")).toBe("0 false");
    expectCutsNull("u16s", "000100020003", [0, 2, 4]);
    expectCutsNull("u32s", "0000000100000002", [0, 4]);
    expect(read("u16s", "00010002000300")).toBe("null");
  });

  it("reads texts without the zeros at their end", () => {
    expect(read("text", '"MSFT 5.0"')).toBe('"MSFT 5.0"');
    expect(read("text", '"udhcp" 0000')).toBe('"udhcp"');
    expect(read("text", '"a" 00 "b" 00')).toBe('"a\0b"');
    expect(read("text", "0000")).toBe('""');
    expect(read("text", "")).toBe('""');
    expect(read("text", null)).toBe("null");
  });

  it("reads addresses", () => {
    expect(read("ipv4", "c0000201")).toBe("192.0.2.1");
    expectCutsNull("ipv4", "c0000201");
    expect(read("ipv4", "c000020100")).toBe("null");
    expect(read("ipv4s", "c0000201 c0000202", "c0000202")).toBe("2 192.0.2.1 192.0.2.2 true");
    expect(read("ipv4s", "c0000201", "c0000202")).toBe("1 192.0.2.1 false");
    expectCutsNull("ipv4s", "c0000201 c0000202", [0, 4]);
    const one = "20010db8000000000000000000000001";
    expect(read("ipv6", one)).toBe("2001:db8::1");
    expectCutsNull("ipv6", one);
    expect(read("ipv6", one + "00")).toBe("null");
    expect(read("ipv6s", one + "00".repeat(16), one)).toBe("2 2001:db8::1 :: true");
    expect(read("ipv6s", "00".repeat(16), one)).toBe("1 :: false");
    expectCutsNull("ipv6s", one + one, [0, 16]);
  });

  it("reads domain names", () => {
    const host = '04"host"07"example"03"org"00';
    expect(read("domainName", host)).toBe("host.example.org. 3");
    expect(read("domainName", "00")).toBe(". 0");
    expectCutsNull("domainName", host);
    expect(read("domainName", host + "00")).toBe("null");
    // Pointers and the other labels that are no lengths.
    for (const label of ["c000", "40", "80"]) expect(read("domainName", label + "00"), label).toBe("null");
    expect(read("domainName", '04"host" c000')).toBe("null");
    // Labels of 63 bytes and no more, names of 255 bytes and no more.
    const label = (length: number): string => length.toString(16).padStart(2, "0") + "61".repeat(length);
    expect(read("domainName", label(63) + "00")).toBe("a".repeat(63) + ". 1");
    expect(read("domainName", label(64) + "00")).toBe("null");
    expect(read("domainName", label(63).repeat(3) + label(61) + "00")).toMatch(/^a{63}(\.a{63}){2}\.a{61}\. 4$/);
    expect(read("domainName", label(63).repeat(3) + label(62) + "00")).toBe("null");
    expect(read("domainName", '09".;()@$\\ "20 00')).toBe("\\.\\;\\(\\)\\@\\$\\\\\\032\\032. 1");
    expect(read("label", host, "01")).toBe("example");
    expect(read("label", host, "00")).toBe("host");
    expect(() => read("label", host, "03")).toThrow("outside of the list");
  });

  it("compares domain names without regard to capitals", () => {
    const lower = '04"host"07"example"00';
    expect(read("names", lower, '04"HOST"07"eXample"00')).toBe("true false true");
    expect(read("names", lower, '04"host"07"examplf"00')).toBe("false true false");
    expect(read("names", lower, '04"host"00')).toBe("false true false");
    // [ and { differ by the same bit as A and a, but are no letters.
    expect(read("names", '01"["00', '01"{"00')).toBe("false true false");
    const texts: [string, string, string][] = [
      ["host.example", "true", "true"], ["HOST.Example.", "true", "true"], ["example", "false", "true"], [".", "false", "true"],
      ["ost.example", "false", "false"], ["host", "false", "false"], ["host.", "false", "false"], ["host.example.org", "false", "false"],
      ["host..example", "false", "false"], ["host.exampl", "false", "false"], ["host.example..", "false", "false"], [".example", "false", "false"],
    ];
    for (const [text, is, within] of texts) expect(read("names", lower, utf8(text)), text).toBe(`${is} ${within}`);
    expect(read("names", '03"a.b"00', utf8("a.b"))).toBe("false false");
    expect(read("names", '03"a.b"00', utf8("A\\.b"))).toBe("true true");
    expect(read("names", '03"a.b"00', utf8("a\\046\\098"))).toBe("true true");
    expect(read("names", '01"a"00', utf8("\\"))).toBe("false false");
    expect(read("names", '01"a"00', utf8("\\09"))).toBe("false false");
    // Not ASCII: UTF-8, as Encode.domainName writes it.
    for (const [name, text] of [["02 c3bc", "ü"], ["04 61 c3bc 62", "aüb"], ["05 e282ac 61 62", "€ab"], ["04 f09f9880", "😀"]]) {
      expect(read("names", name + "00", utf8(text!)), text).toBe("true true");
      expect(read("encode.name", utf8(text!)), text).toBe(bytes(name + "00").join(","));
    }
    for (const [name, text] of [["01 fc", "ü"], ["01 c3", "ü"], ["03 c3bc 61", "ü"], ["02 c3bd", "ü"], ["03 f09f98", "😀"], ["02 c3bc", "üa"]]) {
      expect(read("names", name + "00", utf8(text!)), `${name} ${text}`).toBe("false false");
    }
  });

  it("reads search lists", () => {
    const list = '03"foo"00 03"bar"01"x"00 00';
    expect(read("domainNames", list)).toBe("3 foo., bar.x., .");
    expectCutsNull("domainNames", list, [0, 5, 12]);
    expect(read("domainNames", '03"foo"00 c000')).toBe("null");
    for (const [text, found] of [["bar.X", "has"], ["foo", "has"], [".", "has"], ["x", "has not"], ["bar", "has not"]]) {
      expect(read("domainNames.has", list, utf8(text!)), text).toBe(found);
    }
    expect(read("domainNames.has", "", utf8("foo"))).toBe("has not");
  });

  it("reads relay agent information", () => {
    const information = '01 04"eth0" 02 03 0a0b0c 05 04 c0000201 06 01"s" 0b 04 c0000202 0c 02"rr"';
    expect(read("relay", information)).toBe('circuit "eth0" remote "\n\v\f" link 192.0.2.1 subscriber "s" server 192.0.2.2 relay "rr"');
    expectCutsNull("relay", information, [0, 6, 11, 17, 20, 26]);
    expect(read("relay", '01 00 05 03 c00002 0b 05 c000020100')).toBe('circuit "" remote null link null subscriber null server null relay null');
    expect(read("relay", "01")).toBe("null");
    expect(read("relay", "01 02 61")).toBe("null");
  });

  it("reads sub-options of both families", () => {
    expect(read("subOptions4", "01 01 aa 09 02 bbcc 02 00 09 01 dd")).toBe("4 1=aa 9=bbcc 2= 9=dd first9=bbcc");
    expect(read("subOptions4", "")).toBe("0");
    expectCutsNull("subOptions4", "01 02 aabb 02 00", [0, 4]);
    // Padding and the end, which PXE clients send.
    expect(read("subOptions4", "06 01 08 ff")).toBe("1 6=08");
    expect(read("subOptions4", "00 01 01 aa 00 00 09 02 00ff 00")).toBe("2 1=aa 9=00ff first9=00ff");
    expect(read("subOptions4", "01 01 aa ff 00 09 ff 07")).toBe("1 1=aa");
    for (const none of ["ff", "00", "0000ff", "ffff"]) expect(read("subOptions4", none), none).toBe("0");
    for (const cut of ["01 02 aa", "01 01 aa 00 09", "00 09 02 ff"]) expect(read("subOptions4", cut), cut).toBe("null");
    expect(read("subOptions6", "0009 0002 aabb 0102 0000")).toBe("2 9=aabb 258= first9=aabb");
    expectCutsNull("subOptions6", "0009 0002 aabb 0102 0000", [0, 6]);
    expect(read("subOptions6", "0001 ffff 00")).toBe("null");
  });

  it("reads user classes", () => {
    expect(read("userClass4", '04"iPXE" 03"two"', utf8("two"))).toBe("2 iPXE, two has");
    expect(read("userClass4", '04"iPXE"', utf8("iPX"))).toBe("1 iPXE has not");
    expectCutsNull("userClass4", '04"iPXE" 03"two"', [0, 5]);
    expect(read("userClass4", '"iPXE"')).toBe("null");
    expect(read("userClass6", '0004"iPXE" 0000 0003"two"', utf8(""))).toBe("3 iPXE, , two has");
    expectCutsNull("userClass6", '0004"iPXE" 0003"two"', [0, 6]);
    expect(read("reversed", '01"a" 01"b" 01"c" 01"d"')).toBe("dcbaad");
  });

  it("reads what vendors say", () => {
    const classes = '0000118b 05 04"eDOC" 00000009 06 02"ab" 02"cd"';
    expect(read("vendorClasses4", classes)).toBe('2 4491: "\u0004eDOC" 9: "\u0002ab\u0002cd", true "\u0004eDOC" 1 eDOC');
    expect(read("vendorClasses4", '0000118b 03"abc" 00000009 00')).toBe('2 4491: "abc" 9: "", true "abc" null');
    expect(read("vendorClasses4", "00000009 00")).toBe('1 9: "", false null null');
    expectCutsNull("vendorClasses4", classes, [0, 10]);
    const options = "0000118b 03 01 01 aa 00000009 04 09 00 0a 00";
    expect(read("vendorOptions4", options)).toBe("2 4491: 1 1=aa; 9: 2 9= 10= first9=; true 1 1=aa");
    expectCutsNull("vendorOptions4", options, [0, 8]);
    expect(read("vendorOptions4", "00000009 03 01 02 aa")).toBe("null");
    expect(read("vendorClass6", '0000118b 0004"eDOC" 0001"x"', utf8("x"))).toBe("4491 2 eDOC, x has");
    expectCutsNull("vendorClass6", '0000118b 0004"eDOC"', [4]);
    expect(read("vendorOptions6", "0000118b 0001 0001 aa 0009 0000")).toBe("4491 2 1=aa 9= first9=");
    expectCutsNull("vendorOptions6", "ffffffff 0001 0001 aa", [4]);
  });

  it("reads each of a DHCPv6 client's vendor classes", () => {
    const sent = { "16@0": bytes('0000118b 0004"eDOC"'), "16@1": bytes("000000"), "16@2": bytes('00000009 0001"x"') };
    const { edits } = policy.receive6({ duid: "00:01" }, { options: sent });
    expect(Buffer.from(edits[0]!.value).toString()).toBe("00:01 4491 eDOC null 9 x");
  });

  it("reads client FQDNs in each encoding", () => {
    const [server, none] = ["true false false", "false false true"];
    expect(read("fqdn4", '05 00 00 04"host"03"org"00')).toBe(`5 ${server} host.org. 2`);
    expect(read("fqdn4", '04 ff ff 04"Host"')).toBe("4 false false false Host 1 partial");
    expect(read("fqdn4", '01 00 00 "host.org."')).toBe(`1 ${server} host.org. 2`);
    expect(read("fqdn4", '08 00 00 "host"')).toBe(`8 ${none} host 1 partial`);
    expect(read("fqdn4", '02 00 00 "a\\.b\\009.c"')).toBe("2 false true false a\\.b\\009.c 2 partial");
    expect(read("fqdn4", '00 00 00 "a\\000"')).toBe("0 false false false a\\000 1 partial");
    expect(read("fqdn4", "00 00 00")).toBe("0 false false false  0 partial");
    expect(read("fqdn4", '00 00 00 "."')).toBe("0 false false false . 0");
    expect(read("fqdn4", "0400 00 00")).toBe("4 false false false . 0");
    for (const short of ["", "04", "0400"]) expect(read("fqdn4", short), short).toBe("null");
    for (const wrong of ['"a..b"', '".a"', '"a.."', '".."', '"\\"', '"a\\25"', '"\\256"', "61".repeat(64), ("61".repeat(63) + "2e").repeat(4)]) {
      expect(read("fqdn4", "00 00 00" + wrong), wrong).toBe("null");
    }
    for (const wrong of ['05"host"', '04"host"0000', '04"host"c000', '02"a"00', "40"]) {
      expect(read("fqdn4", "04 00 00" + wrong), wrong).toBe("null");
      expect(read("fqdn6", "00" + wrong), wrong).toBe("null");
    }
    // Both N and S.
    expect(read("fqdn4", '09 00 00 "host"')).toBe("null");
    expect(read("fqdn6", '05 04"host"')).toBe("null");
    expect(read("fqdn6", '01 04"host"00')).toBe(`1 ${server} host. 1`);
    expect(read("fqdn6", '04 04"host"')).toBe(`4 ${none} host 1 partial`);
    expect(read("fqdn6", "00")).toBe("0 false false false  0 partial");
    expect(read("fqdn6", "")).toBe("null");
    expect(read("fqdn6", null)).toBe("null");
    expect(read("fqdn4", null)).toBe("null");
    // 254 bytes of labels leave room for the root, 255 do not.
    const longest = (last: number): string => [63, 63, 63, last].map((length) => length.toString(16) + "61".repeat(length)).join("");
    expect(read("fqdn6", "00" + longest(61))).toMatch(/ 4 partial$/);
    expect(read("fqdn6", "00" + longest(62))).toBe("null");
    const texts = (last: number): string => Buffer.from([63, 63, 63, last].map((length) => "a".repeat(length)).join(".")).toString("hex");
    expect(read("fqdn4", "00 00 00" + texts(61))).toMatch(/ 4 partial$/);
    expect(read("fqdn4", "00 00 00" + texts(62))).toBe("null");
  });

  it("reads identity associations", () => {
    const head = "00000001 00000e10 ffffffff";
    const address = "0005 0018 20010db8000000000000000000000001 00000e10 00001c20";
    expect(read("ia", head)).toBe("1 3600 4294967295 0");
    expect(read("ia", head + address)).toBe("1 3600 4294967295 1 2001:db8::1 3600 7200 0");
    const withStatus = "0005 001e 20010db8000000000000000000000002 00000001 00000002 000d 0002 0002";
    expect(read("ia", head + address + withStatus)).toBe("1 3600 4294967295 2 2001:db8::1 3600 7200 0 2001:db8::2 1 2 1 13=0002");
    const prefix = "001a 0019 00000e10 00001c20 38 20010db800010000ff00000000000000";
    expect(read("ia", head + "0001 0000" + prefix)).toBe("1 3600 4294967295 2 2001:db8:1:0:ff00::/56 2001:db8:1::/56 3600 7200 0 true");
    expect(read("ia", head + prefix.replace("38", "1f"))).toMatch(/ false$/);
    expect(read("ia", head + prefix.replace("20010db8", "20010db9"))).toMatch(/ false$/);
    expectCutsNull("ia", head + address + prefix, [12, 40]);
    // Too short inside, malformed inside, a prefix of 129 bits.
    for (const wrong of ["0005 0017" + "00".repeat(23), "0005 0019" + "00".repeat(25), "001a 0018" + "00".repeat(24), "001a 001a" + "00".repeat(26), prefix.replace("38", "81")]) {
      expect(read("ia", head + wrong), wrong).toBe("null");
    }
  });

  it("reads and writes routes", () => {
    const value = "00 c0000201 08 0a c0000202 19 c0000280 c0000203 20 0a000001 00000000";
    expect(read("routes", value)).toBe(
      `4 0.0.0.0/0 192.0.2.1, 10.0.0.0/8 192.0.2.2, 192.0.2.128/25 192.0.2.3, 10.0.0.1/32 0.0.0.0 = ${bytes(value).join(",")}`,
    );
    expectCutsNull("routes", value, [0, 5, 11, 20]);
    expect(read("routes", "21 0a00000000 00000000")).toBe("null");
    // Bits behind the length are nobody's.
    expect(read("routes", "09 0aff c0000202")).toMatch(/^1 10\.128\.0\.0\/9 192\.0\.2\.2/);
    expect(read("routes.add", utf8("0.0.0.0/0 192.0.2.1 10.128.0.0/9 192.0.2.2"))).toBe(bytes("00 c0000201 09 0a80 c0000202").join(","));
    expect(read("routes.add", utf8("10.1.2.3/32 0.0.0.0"), "00 c0000201")).toBe(bytes("00 c0000201 20 0a010203 00000000").join(","));
    expect(() => read("routes.add", utf8("10.0.0.1/8 192.0.2.1"))).toThrow('"10.0.0.1/8" is not a prefix: write it as');
    expect(() => read("routes.add", utf8("10.0.0.0/8 192.0.2"))).toThrow('"192.0.2" is not an IPv4 address: write it as "192.0.2.1".');
    expect(() => read("routes.add", utf8("2001:db8::/32 192.0.2.1"))).toThrow("2001:db8::/32 is no network of IPv4 addresses");
  });

  it("works with prefixes", () => {
    for (const [text, shown] of [
      ["10.0.0.0/8", "10.0.0.0/8 8 false"], ["0.0.0.0/0", "0.0.0.0/0 0 false"], ["192.0.2.1", "192.0.2.1/32 32 false"],
      ["2001:DB8::/32", "2001:db8::/32 32 true"], ["::/0", "::/0 0 true"], ["::1", "::1/128 128 true"], ["2001:db8:0:0:8000::/65", "2001:db8:0:0:8000::/65 65 true"],
      ["::ffff:192.0.2.0/120", "::ffff:192.0.2.0/120 120 true"],
    ]) expect(read("prefix", utf8(text!)), text).toBe(shown);
    for (const wrong of ["", "/", "10.0.0.0/", "/8", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8", "10.0.0.1/8", "010.0.0.0/8",
      "10.0.0.0.0/8", "10.0.0.256", "10.0.0.", "2001:db8::/129", "2001:db8::1/32", ":/0", "::1::/0", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7", "12345::", "::g",
      "1:2:3:4:5:6:7::8", "::1.2.3", "::1.2.3.4:5", "1.2.3.4::", ":1::", "1:", "::/999", "fe80::1%lo"]) {
      expect(read("prefix", utf8(wrong)), wrong).toBe("null");
    }
    const pairs: [string, string, string][] = [
      ["10.0.0.0/8", "10.1.0.0/16", "true true false false true"], ["10.1.0.0/16", "10.0.0.0/8", "true false true false true"],
      ["10.0.0.0/8", "11.0.0.0/8", "false false false false true"], ["10.0.0.0/8", "10.0.0.0/8", "true true true true false"],
      ["0.0.0.0/0", "::/0", "false false false false true"], ["::/0", "2001:db8::/127", "true true false false true"],
      ["2001:db8::/64", "2001:db8:0:0:8000::/65", "true true false false true"], ["10.0.0.0/8", "10.0.0.0/9", "true true false false true"],
    ];
    for (const [one, other, shown] of pairs) expect(read("prefix", utf8(one), utf8(other)), `${one} ${other}`).toBe(shown);
    expect(read("prefix.contains", utf8("10.0.0.0/8"), "0affffff")).toBe("true 10.0.0.0/8");
    expect(read("prefix.contains", utf8("10.0.0.0/8"), "0b000000")).toBe("false 11.0.0.0/8");
    expect(read("prefix.contains", utf8("0.0.0.0/0"), "ffffffff")).toBe("true 0.0.0.0/0");
    expect(read("prefix.contains", utf8("10.0.0.1"), "0a000001")).toBe("true 10.0.0.1/32");
    expect(read("prefix.contains", utf8("::/0"), "0a000001")).toMatch(/^false /);
    expect(read("prefix.contains", utf8("0.0.0.0/0"), "00".repeat(16))).toBe("false ::/0");
    for (const length of [0, 1, 63, 64, 65, 127, 128]) {
      const prefix = `${length === 0 ? "::" : length <= 64 ? "8000::" : "8000::"}/${length}`;
      const inside = "80" + "00".repeat(15);
      expect(read("prefix.contains", utf8(prefix), inside), prefix).toBe(`true ${prefix}`);
      if (length === 0) continue;
      const bit = Buffer.from(inside, "hex");
      bit[(length - 1) >> 3]! ^= 0x80 >> ((length - 1) & 7);
      expect(read("prefix.contains", utf8(prefix), bit), prefix).toMatch(/^false /);
    }
  });

  it("writes values", () => {
    const sixteen = (value: number): string => Array(16).fill(value).join(",");
    expect(read("encode", null)).toBe([
      "1", "1,2", "1,2,3,4", "1,2", "0,1,0,2", "0,0,0,1,0,0,0,2", "97,195,164", "192,0,2,1", "192,0,2,1,0,0,0,1", `${sixteen(0)},${sixteen(255)}`,
      "1,97,1,98,0,1,99,0", "",
    ].join(" "));
    expect(read("encode.name", utf8("."))).toBe("0");
    expect(read("encode.name", utf8("a\\.b"))).toBe("3,97,46,98,0");
    for (const wrong of ["", "..", "a..b", ".a", "\\300", "a".repeat(64)]) {
      expect(() => read("encode.name", utf8(wrong)), wrong).toThrow(`"${wrong}" is not a domain name: write labels of 1 to 63 characters`);
    }
  });

  it("compares views by their bytes", () => {
    const differing = "false true false false";
    expect(read("==", null, null)).toBe("true false true true true false true false");
    expect(read("==", "01", null)).toBe(`${differing} true false true false`);
    expect(read("==", "0102", "0102")).toBe("true false true true true true true false true false");
    expect(read("==", "0102", "0103")).toBe(`${differing} false false true false true false`);
    expect(read("==", "0102", "010200")).toBe(`${differing} false true true false true false`);
    expect(read("==", "", "")).toBe("true false true true true true true false true false");
    expect(read("==", "c0000201", "c0000201")).toBe("true false true true true true true false true false");
    expect(read("==", "c0000201", "c0000202")).toBe(`${differing} false false false true true false`);
    expect(read("==", "c0000201", "00")).toBe(`${differing} false false false true true false`);
    const long = "20010db8000000000000000000000001";
    expect(read("==", long, long)).toBe("true false true true true true true false true false");
    expect(read("==", long, long.replace(/1$/, "2"))).toBe(`${differing} false false true false false true`);
  });

  it("allocates nothing: a policy of views has no allocator in it", async () => {
    const names = async (name: string): Promise<string> => {
      const { exitCode, stderr, wasm } = await (await packedSdk()).compile(join(import.meta.dirname, "policies", name), "--debug");
      expect(exitCode, stderr).toBe(0);
      return readFileSync(wasm).toString("latin1");
    };
    const views = await names("views_only");
    expect(views).toContain("assembly/items/openItems");
    expect(views).not.toMatch(/__new|__renew|tlsf\/allocateBlock/);
    expect(await names("option_values")).toMatch(/__new/);
  });

  it("lets no packet run it out of room for views", () => {
    // As many entries as a datagram can have.
    expect(read("many", new Uint8Array(65_000))).toBe("32500 0");
    for (let count = 0; count < 20; ++count) expect(read("many", new Uint8Array(65_000))).toBe("32500 0");
  });

  it("says null or something of any bytes, and never ends a callout", () => {
    const readers = ["u8s", "u16s", "u32s", "text", "ipv4s", "ipv6s", "domainName", "domainNames", "relay", "subOptions4", "subOptions6", "userClass4",
      "userClass6", "vendorClasses4", "vendorOptions4", "vendorClass6", "vendorOptions6", "fqdn4", "fqdn6", "ia", "routes"];
    const seeds = [tuple(randomBytes(3)), tuple(randomBytes(2), 2), bytes('03"abc"00'), bytes("0000118b 03 01 01 aa"), bytes("05 04 c0000201"), bytes("0005 0018" + "00".repeat(24))];
    let values = 0;
    for (let count = 0; count < 300; ++count) {
      const parts = Array.from({ length: randomBytes(1)[0]! % 5 }, () => (randomBytes(1)[0]! % 4 === 0 ? randomBytes(randomBytes(1)[0]! % 6) : seeds[randomBytes(1)[0]! % seeds.length]!));
      const value = Buffer.concat(parts);
      for (const what of readers) if (read(what, value) !== "null") ++values;
    }
    expect(values).toBeGreaterThan(1000);
  });
});
