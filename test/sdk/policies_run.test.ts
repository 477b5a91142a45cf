// SPDX-License-Identifier: MPL-2.0
// Policies that compile do what they say, run in Node on encoded packets.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { NodeHost, type HostSetting } from "./node_host.ts";
import { packedSdk, type PackedSdk } from "./packed_sdk.ts";
import { abortOf, mappedFrames, trapOf } from "./trap_frames.ts";

const policies = join(import.meta.dirname, "policies");
const mac = "de:ad:be:ef:00:01";

describe("a policy in Node", { timeout: 60_000 }, () => {
  let sdk: PackedSdk;
  const modules = new Map<string, Uint8Array>();

  beforeAll(async () => {
    sdk = await packedSdk();
  });

  /** An instance of a policy; compiled once for all tests of this file. */
  async function host(name: string, setting?: HostSetting): Promise<NodeHost> {
    if (!modules.has(name)) {
      const { exitCode, stderr, wasm } = await sdk.compile(join(policies, name));
      expect(exitCode, stderr).toBe(0);
      expect(stderr).toBe("");
      modules.set(name, readFileSync(wasm));
    }
    return new NodeHost(modules.get(name)!, setting);
  }

  it("compares an OUI", async () => {
    const policy = await host("oui");
    expect(policy.receive4({ hwaddr: "00:16:3e:01:02:03" })).toEqual({ verdict: "Drop", edits: [] });
    expect(policy.receive4({ hwaddr: mac })).toEqual({ verdict: "Continue", edits: [] });
    expect(policy.receive4({ hwaddr: "00:16" }).verdict).toBe("Continue");
    expect(policy.receive4({ hwaddr: "" }).verdict).toBe("Continue");
    // Seen by eye: what the smallest decision costs in bytes, its source map included.
    console.log(`policy "oui": ${modules.get("oui")!.length} bytes of wasm`);
    expect(modules.get("oui")!.length).toBeLessThan(3000);
  });

  it("works with strings and a Map", async () => {
    const policy = await host("strings_and_map");
    expect(policy.receive4({ hwaddr: mac }).verdict).toBe("Continue");
    expect(policy.receive4({ hwaddr: mac }, { options: { 12: { text: "xyz-1" } } })).toEqual({ verdict: "Continue", edits: [] });
    const { verdict, edits } = policy.receive4({ hwaddr: mac }, { options: { 12: { text: "PRN-7-Old" } } });
    expect(verdict).toBe("Drop");
    expect(edits.map(({ operation, value }) => `${operation} ${Buffer.from(value)}`)).toEqual(["add_class printers"]);
    expect(policy.log).toEqual([{ level: 1, text: `prn-7-old is in printers, sent by ${mac}` }]);
  });

  it("collects what it no longer needs: memory stays flat over many callouts", async () => {
    const policy = await host("strings_and_map");
    const names = ["prn-1", "cam-2", "cam-3-old"];
    const callMany = (): number => {
      for (let count = 0; count < 5_000; ++count) {
        policy.receive4({ hwaddr: mac }, { options: { 12: { text: names[count % 3]! } } });
        policy.log.length = 0;
      }
      return policy.memory.byteLength;
    };
    const before = callMany();
    expect(callMany()).toBe(before);
  });

  it("logs at every level", async () => {
    const policy = await host("console_log");
    policy.receive4({ hwaddr: mac, op: 1 });
    policy.receive6({ duid: "00:03:00:01:de:ad" });
    policy.receive6({});
    expect(policy.log.map(({ level, text }) => `${level} ${text}`)).toEqual([
      `1 log ${mac}`, "1 info", "0 debug", "2 warn", "3 error – Grüße 🦆", "3 Assertion failed: op is 2",
      "0 debug", "1 info", "2 warn", "3 error", "0 trace 1.5 -2.0",
      "1 DUID 00:03:00:01:de:ad", "1 no DUID",
    ]);
  });

  it("tells message, file, line and column of a throw", async () => {
    const policy = await host("throw_error");
    expect(policy.receive4({ hwaddr: mac }).verdict).toBe("Continue");
    const text = readFileSync(join(policies, "throw_error/index.ts"), "utf8").split("\n");
    const line = text.findIndex((item) => item.includes("throw new")) + 1;
    const thrown = abortOf(() => policy.receive4({ hwaddr: "b1:0e:00:00:00:00" }));
    expect({ ...thrown }).toMatchObject({ sentence: "no blue clients today", file: "index.ts", line, column: text[line - 1]!.indexOf("throw") + 1 });
    const library = abortOf(() => policy.receive4({ hwaddr: "00:01" }));
    expect(library.sentence).toBe("The index is outside of the bytes: compare it with .length first.");
    expect(library.file).toBe("~lib/kea-policy/assembly/bytes.ts");
  });

  it("ends by a trap in the allocator when there is no memory left", async () => {
    // Kea's host limits each instance; Node does not, so here the module says it of itself: 32 pages are 2 MiB.
    const { exitCode, stderr, wasm } = await sdk.compile(join(policies, "out_of_memory"), "--maximumMemory", "32");
    expect(exitCode, stderr).toBe(0);
    const policy = new NodeHost(readFileSync(wasm));
    expect(policy.receive4({ hwaddr: mac }).verdict).toBe("Continue");
    const trap = trapOf(() => policy.receive4({ hwaddr: "00:16:3e:00:00:00" }));
    expect(trap.message).toBe("unreachable");
    const frames = mappedFrames(readFileSync(wasm), trap);
    expect(frames[0]!.file).toBe("~lib/rt/tlsf.ts");
  });

  it("takes chance and time from the host", async () => {
    const random = [1, 2].map(async (run) => {
      const policy = await host("math_random", { random: run / 7 });
      for (let count = 0; count < 50; ++count) policy.receive4({ type: 1 });
      return policy.log.map(({ text }) => Number(text));
    });
    const [one, two] = await Promise.all(random);
    expect(one!.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(one).size).toBe(50);
    expect(one).not.toEqual(two);
    const again = await host("math_random", { random: 1 / 7 });
    again.receive4({ type: 1 });
    expect(Number(again.log[0]!.text)).toBe(one![0]);

    const moment = Date.UTC(2031, 1, 3, 13, 14, 15, 167);
    const clock = await host("date_now", { now: BigInt(moment) });
    expect(clock.receive4({ transid: 0xfedcba98 }).verdict).toBe("Drop");
    expect(clock.log[0]!.text).toBe(`${moment} ${new Date(moment).toISOString()} ${0xfedcba98}`);
    const imports = WebAssembly.Module.imports(clock.module).map(({ module, name }) => `${module}.${name}`);
    expect(imports.sort()).toEqual(["kea_policy_1.abort", "kea_policy_1.log", "kea_policy_1.now"]);
  });

  it("writes the edit log", async () => {
    const policy = await host("edit_log");
    const { verdict, edits } = policy.receive4({ type: 1 });
    expect(verdict).toBe("Continue");
    expect(edits.map(({ value, ...rest }) => ({ ...rest, value: Buffer.from(value).toString() }))).toEqual([
      { operation: "set_option", object: 0, code: 12, value: "printer" },
      { operation: "set_option", object: 0, code: 60, value: "" },
      { operation: "remove_option", object: 0, code: 55, value: "" },
      { operation: "add_class", object: 0, code: 0, value: "Gäste" },
    ]);
    const start = policy.number("kea_policy_edits");
    expect(Buffer.from(policy.memory, start, 40).toString("hex")).toBe(
      "5000000000000000" + "0100000000000000" + "0c00000007000000" + Buffer.from("printer\0").toString("hex") + "0100000000000000",
    );
    expect(policy.receive6({}, { options: { 1: "00:01:02" } })).toMatchObject({
      verdict: "Skip",
      edits: [{ operation: "set_option", code: 16, value: new Uint8Array([0, 1, 2]) }, { operation: "add_class" }],
    });
    expect(abortOf(() => policy.receive4({ type: 8 })).sentence).toBe(
      "The edits of this callout take more than 64 KiB: set fewer or shorter options.",
    );
    const used = new DataView(policy.memory).getUint32(start, true);
    expect(used).toBeLessThanOrEqual(policy.number("kea_policy_edits_size") - 8);
  });

  it("shows every field as it was encoded, and fetches a lazy one once", async () => {
    const policy = await host("every_field");
    policy.receive4(
      {
        type: 3, op: 1, htype: 1, hlen: 6, hops: 2, relayed: true, secs: 65535, flags: 0x8000, localPort: 67, remotePort: 68,
        transid: 0xdeadbeef, ifindex: -1, iface: { text: "eth0" }, ciaddr: "192.0.2.1", yiaddr: "0.0.0.0", siaddr: "255.255.255.255",
        giaddr: "10.1.2.3", localAddr: "127.0.0.1", remoteAddr: "198.51.100.77", hwaddr: { bytes: mac, htype: 6, source: 1 },
        clientId: "01:de:ad", sname: new Uint8Array(64), file: new Uint8Array(128), classes: [{ text: "ALL" }, { text: "KNOWN" }],
      },
      { options: { 12: "", "82.1": "aa:bb" }, texts: ["full\ntext – " + "x".repeat(5000), "[hwtype=1 …], tid=0x1"] },
    );
    expect(policy.log.map(({ text }) => text)).toEqual([
      "type 3 op 1 htype 1 hlen 6 hops 2 relayed true secs 65535 flags 32768",
      "localPort 67 remotePort 68 transid 3735928559 ifindex -1 iface eth0",
      "ciaddr 192.0.2.1 yiaddr 0.0.0.0 siaddr 255.255.255.255 giaddr 10.1.2.3",
      "localAddr 127.0.0.1 remoteAddr 198.51.100.77",
      `hwaddr ${mac} 6 1 ${(6n << 56n) | 0xdeadbeef0001n} ${0xdeadbe}`,
      "clientId 01:de:ad dhcp4o6 false remoteHwaddr null",
      "sname 64 file 128 classes ALL, KNOWN true",
      "option  null aa:bb null",
      "[hwtype=1 …], tid=0x1",
      "full\ntext – " + "x".repeat(5000),
      "label again: 23 [hwtype=",
    ]);
    expect(policy.fetches).toBe(4);

    policy.log.length = 0;
    policy.receive6(
      {
        type: 1, relayed: true, relayCount: 2, transid: 0xabcdef, ifindex: 3, iface: { text: "lo" }, localPort: 547, remotePort: 546,
        localAddr: "ff02::1:2", remoteAddr: "fe80::1", duid: "00:04:01:02", hwaddr: mac, classes: [],
      },
      {
        options: { 16: "00:01", "3.5": "ff" }, texts: ["text", "label"],
        relays: [
          { hop: { type: 12, hopCount: 1, linkAddr: "2001:db8::1", peerAddr: "fe80::2" }, options: { 18: "65:74:68" } },
          { hop: { type: 12, hopCount: 0, linkAddr: "::", peerAddr: "fe80::3" } },
        ],
      },
    );
    expect(policy.log.map(({ text }) => text)).toEqual([
      "type 1 relayed true relayCount 2 transid 11259375 ifindex 3 iface lo",
      "localPort 547 remotePort 546 localAddr ff02::1:2 remoteAddr fe80::1",
      "duid 00:04:01:02 4",
      `hwaddr ${mac} classes  option 00:01 ff`,
      "relay 0 12 1 2001:db8::1 fe80::2 65:74:68",
      "relay 1 12 0 :: fe80::3 null",
      "relay 2 null",
      "label",
      "text",
    ]);
  });

  describe("with lists", () => {
    const has = (...keys: string[]) => (key: Uint8Array): boolean => keys.includes(Buffer.from(key).toString("hex"));
    const denied = { kind: "hwaddr", has: has("deadbeef0001") };

    it("looks keys up", async () => {
      const policy = await host("lists", {
        lists: {
          denied,
          vendors: { kind: "string", has: has(Buffer.from("ACME").toString("hex")) },
          networks: { kind: "prefix", has: has("0a010203", "20010db8000000000000000000000001") },
        },
      });
      expect(policy.load()).toBe(true);
      expect(policy.receive4({ hwaddr: mac }).verdict).toBe("Drop");
      expect(policy.receive4({ hwaddr: "00:01", giaddr: "10.1.2.3" }).verdict).toBe("Skip");
      expect(policy.receive4({ hwaddr: "00:01" }, { options: { 60: { text: "ACME" } } }).edits).toHaveLength(1);
      expect(policy.receive4({ hwaddr: "00:01" }, { options: { 60: { text: "ACM" } } })).toEqual({ verdict: "Continue", edits: [] });
      expect(policy.receive6({ remoteAddr: "2001:db8::1" }).verdict).toBe("Drop");
      expect(policy.receive6({ remoteAddr: "2001:db8::2" }).verdict).toBe("Continue");
    });

    it("looks texts up in UTF-8, and does without the lists that it may", async () => {
      const texts = await host("lists", { lists: { denied, vendors: { kind: "string", has: has(Buffer.from("Grüße").toString("hex")) } } });
      expect(texts.receive4({ hwaddr: "00:01" }).edits).toHaveLength(1);
      // The one list that there is has the value: only a look-up in the wrong list finds it.
      const bare = await host("lists", { lists: { denied: { ...denied, has: has("00") } } });
      expect(bare.receive4({ hwaddr: "00:01" }, { options: { 60: "00" } })).toEqual({ verdict: "Continue", edits: [] });
    });

    it("says which list is missing or has another kind", async () => {
      await host("lists", { lists: { denied } });
      const start = (lists: HostSetting["lists"]): string => abortOf(() => new NodeHost(modules.get("lists")!, { lists })).sentence;
      expect(start({})).toBe(
        'lists.denied: this policy needs a list of the kind "hwaddr"; add "lists": { "denied": { "file": "/etc/kea/list.txt", "kind": "hwaddr" } } to the ' +
          "policy's parameters.",
      );
      expect(start({ denied: { ...denied, kind: "oui" } })).toBe(
        'lists.denied.kind: this policy needs "hwaddr", the configuration has "oui".',
      );
      expect(start({ denied, vendors: { ...denied, kind: "duid" } })).toBe(
        'lists.vendors.kind: this policy needs "string", the configuration has "duid".',
      );
    });
  });
});
