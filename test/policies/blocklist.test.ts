// SPDX-License-Identifier: MPL-2.0
// Every kind of rule and every refusal of the blocklist, on values and in Node. That Kea obeys is for test/e2e/blocklist.test.ts.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { BytesValue } from "../../sdk/cli/values.ts";
import { hex } from "../e2e/dhcp_bytes.ts";
import type { Json } from "../sdk/config_nodes.ts";
import { type Extras, type HostSetting, NodeHost, PolicyAbort } from "../sdk/node_host.ts";
import { cases4, cases6, type Client4, type Client6, text, vendorClass6 } from "./blocklist_cases.ts";
import { compiledPolicy } from "./compiled_policy.ts";

let wasm: Uint8Array;
beforeAll(async () => {
  wasm = readFileSync(await compiledPolicy("blocklist"));
});

/** Options of a packet by their codes, without those that it does not have. */
function given(options: Record<string, BytesValue | undefined>): Record<string, BytesValue> {
  return Object.fromEntries(Object.entries(options).filter((entry): entry is [string, BytesValue] => entry[1] !== undefined));
}

function decide4(host: NodeHost, client: Client4, seen?: Extras): string {
  const { hwaddr = "020000000099", clientId, circuitId, remoteId, vendorClass } = client;
  const options = given({ "53": "01", "61": clientId, "82.1": circuitId, "82.2": remoteId, "60": vendorClass });
  return host.receive4({ hwaddr }, seen ?? { options }).verdict;
}

function decide6(host: NodeHost, client: Client6, seen?: Extras): string {
  const { duid = "00030001020000000099", hwaddr, relays = [], vendorClass } = client;
  const hops = relays.map(({ circuitId, remoteId }) => ({ hop: {}, options: given({ "18": circuitId, "37": remoteId }) }));
  const extras = { options: given({ "16": vendorClass }), relays: hops };
  return host.receive6({ type: 1, duid, hwaddr, relayCount: relays.length }, seen ?? extras).verdict;
}

function loaded(setting: HostSetting): NodeHost {
  const host = new NodeHost(wasm, setting);
  expect(host.load()).toBe(true);
  return host;
}

/** A list as the host answers it: these keys and no others. */
function list(kind: string, ...entries: string[]): NonNullable<HostSetting["lists"]>[string] {
  const compared = (key: Uint8Array): Uint8Array => (kind === "oui" ? key.slice(0, 3) : key);
  const keys = entries.map((entry) => (kind === "string" ? Buffer.from(entry) : hex(entry)));
  return { kind, has: (key) => keys.some((one) => one.equals(compared(key))) };
}

describe("each kind of rule", () => {
  it.each(cases4)("DHCPv4: $kind", ({ kind, config, blocked, served }) => {
    const denying = loaded({ config });
    const allowing = loaded({ config: { mode: "allow", allow: config } });
    const excepting = loaded({ config: { mode: "allow", allow: { ouis: ["02:00:00"] }, ...(config as { [key: string]: Json }) } });
    for (const client of blocked) {
      expect.soft(decide4(denying, client), `${kind} ${JSON.stringify(client)}`).toBe("Drop");
      expect.soft(decide4(allowing, client)).toBe("Continue");
      expect.soft(decide4(excepting, client)).toBe("Drop");
    }
    for (const client of served) {
      expect.soft(decide4(denying, client), `${kind} ${JSON.stringify(client)}`).toBe("Continue");
      expect.soft(decide4(allowing, client)).toBe("Drop");
    }
  });

  it.each(cases6)("DHCPv6: $kind", ({ kind, config, blocked, served }) => {
    const denying = loaded({ config });
    const allowing = loaded({ config: { mode: "allow", allow: config } });
    for (const client of blocked) {
      expect.soft(decide6(denying, client), `${kind} ${JSON.stringify(client)}`).toBe("Drop");
      expect.soft(decide6(allowing, client)).toBe("Continue");
    }
    for (const client of served) {
      expect.soft(decide6(denying, client), `${kind} ${JSON.stringify(client)}`).toBe("Continue");
      expect.soft(decide6(allowing, client)).toBe("Drop");
    }
  });

  it("many values, in any order", () => {
    const macs = Array.from({ length: 1000 }, (_, index) => (0x020000000000 + ((index * 7919) % 100_003)).toString(16).padStart(12, "0"));
    const host = loaded({ config: { hwaddrs: macs } });
    const others = macs.map((mac) => mac.replace(/^02/, "03"));
    expect(macs.filter((hwaddr) => decide4(host, { hwaddr }) !== "Drop")).toEqual([]);
    expect(others.filter((hwaddr) => decide4(host, { hwaddr }) !== "Continue")).toEqual([]);
  });
});

describe("lists", () => {
  const mac = list("hwaddr", "deadbeef0001");
  const duid = list("duid", "00030001deadbeef0001");

  it.each([
    { name: "denied", held: mac, blocked: { hwaddr: "deadbeef0001" }, served: { hwaddr: "deadbeef0002" } },
    { name: "denied", held: list("oui", "00163e"), blocked: { hwaddr: "00163e000001" }, served: {} },
    { name: "denied", held: duid, blocked: { clientId: "ff0102030400030001deadbeef0001" }, served: { clientId: "00030001deadbeef0001" } },
    { name: "denied-hwaddrs", held: mac, blocked: { hwaddr: "deadbeef0001" }, served: {} },
    { name: "denied-ouis", held: list("oui", "00163e"), blocked: { hwaddr: "00163e000001" }, served: {} },
    { name: "denied-duids", held: duid, blocked: { clientId: "ff0102030400030001deadbeef0001" }, served: {} },
    { name: "denied-client-ids", held: list("string", "printer"), blocked: { clientId: "7072696e746572" }, served: {} },
    { name: "denied-client-ids", held: list("duid", "01deadbeef0001"), blocked: { clientId: "01deadbeef0001" }, served: {} },
    { name: "denied-circuit-ids", held: list("string", "eth0/1/7"), blocked: { circuitId: text("eth0/1/7") }, served: {} },
    { name: "denied-circuit-ids", held: list("duid", "00040007"), blocked: { circuitId: hex("00040007") }, served: {} },
    { name: "denied-remote-ids", held: list("string", "switch-3"), blocked: { remoteId: text("switch-3") }, served: {} },
    { name: "denied-vendor-classes", held: list("string", "MSFT 5.0"), blocked: { vendorClass: text("MSFT 5.0") }, served: { vendorClass: text("MSFT 5") } },
  ])("$name of the kind $held.kind", ({ name, held, blocked, served }) => {
    const denying = loaded({ lists: { [name]: held } });
    expect(decide4(denying, blocked)).toBe("Drop");
    expect(decide4(denying, served)).toBe("Continue");
    const allowing = loaded({ config: { mode: "allow" }, lists: { [name.replace("denied", "allowed")]: held } });
    expect(decide4(allowing, blocked)).toBe("Continue");
    expect(decide4(allowing, served)).toBe("Drop");
  });

  it("serve DHCPv6 as well", () => {
    const host = loaded({ lists: { denied: duid, "denied-hwaddrs": mac, "denied-vendor-classes": list("string", "MSFT 5.0") } });
    expect(decide6(host, { duid: "00030001deadbeef0001" })).toBe("Drop");
    expect(decide6(host, { hwaddr: "deadbeef0001" })).toBe("Drop");
    expect(decide6(host, { vendorClass: vendorClass6("x", "MSFT 5.0") })).toBe("Drop");
    expect(decide6(host, {})).toBe("Continue");
  });
});

describe("exceptions", () => {
  it("an allowed client is served although it is denied", () => {
    const host = loaded({ config: { ouis: ["00:16:3e"], allow: { hwaddrs: ["00:16:3e:00:00:01"] } } });
    expect(decide4(host, { hwaddr: "00163e000001" })).toBe("Continue");
    expect(decide4(host, { hwaddr: "00163e000002" })).toBe("Drop");
    expect(decide4(host, {})).toBe("Continue");
    expect(decide6(host, { hwaddr: "00163e000001" })).toBe("Continue");
    expect(decide6(host, { hwaddr: "00163e000002" })).toBe("Drop");
  });

  it("in the mode allow a denied client is dropped although it is allowed", () => {
    const host = loaded({ config: { mode: "allow", hwaddrs: ["00:16:3e:00:00:01"], allow: { ouis: ["00:16:3e"] } } });
    expect(decide4(host, { hwaddr: "00163e000001" })).toBe("Drop");
    expect(decide4(host, { hwaddr: "00163e000002" })).toBe("Continue");
    expect(decide4(host, {})).toBe("Drop");
  });
});

describe("what is read", () => {
  // Fails where an option or a relay is asked for.
  const strict: Extras = {
    options: new Proxy({}, { get: (_, key) => { throw new Error(`option ${String(key)} was read`); } }),
    relays: new Proxy([], { get: (_, key) => { throw new Error(`relay ${String(key)} was read`); } }),
  };

  it("no option where no rule looks at one", () => {
    const macs = loaded({ config: { hwaddrs: ["de:ad:be:ef:00:01"], ouis: ["00:16:3e"] }, lists: { denied: list("hwaddr") } });
    expect(decide4(macs, { clientId: "01" }, strict)).toBe("Continue");
    expect(decide6(macs, { relays: [{}] }, strict)).toBe("Continue");
    const circuits = loaded({ config: { "circuit-ids": ["'a'"], hwaddrs: [] } });
    expect(() => decide4(circuits, {}, strict)).toThrow("option 82.1 was read");
    expect(() => decide6(circuits, { relays: [{}] }, strict)).toThrow("relay 0 was read");
  });

  it("no DHCPv6 hardware address where no rule looks at one", () => {
    const duids = loaded({ config: { duids: ["00:03:00:01:de:ad:be:ef:00:01"], hwaddrs: [] } });
    expect(decide6(duids, { hwaddr: "deadbeef0001" }, strict)).toBe("Continue");
    expect(duids.fetches).toBe(0);
    const macs = loaded({ config: { hwaddrs: ["de:ad:be:ef:00:01"] } });
    expect(decide6(macs, { hwaddr: "deadbeef0001" }, strict)).toBe("Drop");
    expect(macs.fetches).toBe(1);
  });

  it("no exception where no rule fits", () => {
    const host = loaded({ config: { hwaddrs: ["de:ad:be:ef:00:01"], allow: { "circuit-ids": ["'a'"] } } });
    expect(decide4(host, {}, strict)).toBe("Continue");
    expect(() => decide4(host, { hwaddr: "deadbeef0001" }, strict)).toThrow("option 82.1 was read");
  });

  it("nothing is allocated by a packet", () => {
    const host = loaded({
      config: {
        hwaddrs: ["de:ad:be:ef:00:01", "01:02:03:04:05:06:07:08"], ouis: ["00:16:3e"], duids: ["00:03:00:01:de:ad:be:ef:00:01"],
        "client-ids": ["'a'"], "circuit-ids": ["'a'"], "remote-ids": ["'a'"], "vendor-classes": ["a", "b*"], allow: { hwaddrs: ["02:00:00:00:00:98"] },
      },
      lists: { denied: list("hwaddr") },
    });
    const client = { hwaddr: "02000000000099", clientId: "ff0102030400030001deadbeef0009", circuitId: text("x"), remoteId: text("x"), vendorClass: text("x") };
    decide4(host, client);
    const before = Buffer.from(host.memory.slice(0));
    decide4(host, client);
    const after = Buffer.from(host.memory.slice(0));
    // Had an object been made, the heap's bookkeeping would have moved; the frame is the same for the same packet.
    expect(after.equals(before)).toBe(true);
  });
});

describe("the log", () => {
  it.each([
    { log: undefined, lines: 0 }, { log: "nothing", lines: 0 }, { log: "drops", lines: 1 }, { log: "everything", lines: 2 },
  ])("$log writes $lines lines", ({ log, lines }) => {
    const host = loaded({ config: { ouis: ["00:16:3e"], ...(log === undefined ? {} : { log }) } });
    decide4(host, { hwaddr: "00163e000001" });
    decide4(host, { hwaddr: "02163e000001" });
    expect(host.log.map(({ level }) => level)).toEqual(Array<number>(lines).fill(1));
  });

  it("says who, what and why", () => {
    const host = loaded({
      config: { ouis: ["00:16:3e"], log: "everything", allow: { "circuit-ids": ["'eth0/1/7'"] } },
      lists: { denied: list("duid", "00030001deadbeef0001") },
    });
    decide4(host, { hwaddr: "00163e000001", clientId: "0100163e000001", vendorClass: text("MSFT 5.0") });
    decide4(host, { hwaddr: "00163e000001", circuitId: text("eth0/1/7") });
    decide6(host, { duid: "00030001deadbeef0001", hwaddr: "deadbeef0001", relays: [{ circuitId: text("port-7") }] });
    decide6(host, { vendorClass: vendorClass6("MSFT 5.0", "x\x01"), relays: [{ circuitId: "000407", remoteId: "000009bf00" }] });
    expect(host.log.map(({ text }) => text)).toEqual([
      "drops DISCOVER of hwaddr 00:16:3e:00:00:01, client-id 01:00:16:3e:00:00:01, vendor class 'MSFT 5.0': fits config.ouis",
      "serves DISCOVER of hwaddr 00:16:3e:00:00:01, circuit-id 'eth0/1/7': fits config.ouis, and as an exception config.allow.circuit-ids",
      "drops SOLICIT of DUID 00:03:00:01:de:ad:be:ef:00:01, hwaddr de:ad:be:ef:00:01, circuit-id 'port-7': fits lists.denied",
      "serves SOLICIT of DUID 00:03:00:01:02:00:00:00:00:99, circuit-id 00:04:07, remote-id 00, vendor class 'MSFT 5.0', vendor class 78:01: fits no rule",
    ]);
  });
});

describe("refused configurations", () => {
  const any = list("hwaddr");
  it.each<[string, HostSetting, RegExp]>([
    ["nothing", {}, /^config: nobody is denied; give "hwaddrs"/],
    ["no map", { config: ["de:ad:be:ef:00:01"] }, /^config: expected a map, found a list/],
    ["an unknown key", { config: { hwadrs: [] } }, /^config: "hwadrs" is not known to this policy; did you mean "hwaddrs"\?/],
    ["an unknown key of allow", { config: { allow: { client_ids: [] } } }, /^config\.allow: "client_ids" is not known to this policy; did you mean "client-ids"\?/],
    ["a string for a list", { config: { hwaddrs: "de:ad:be:ef:00:01" } }, /^config\.hwaddrs: expected a list, found a string/],
    ["a number for a string", { config: { ouis: ["00:16:3e", 5694] } }, /^config\.ouis\[1\]: expected a string, found an integer/],
    ["null", { config: { duids: null } }, /^config\.duids: expected a list, found null/],
    ["no address", { config: { hwaddrs: ["de:ad:be:ef:00:0g"] } }, /^config\.hwaddrs\[0\]: "de:ad:be:ef:00:0g" is not a hardware address: write .*"de:ad:be:ef:00:01"/],
    ["no address in allow", { config: { allow: { hwaddrs: ["x"] } } }, /^config\.allow\.hwaddrs\[0\]: "x" is not a hardware address/],
    ["an OUI of four bytes", { config: { ouis: ["00:16:3e:00"] } }, /^config\.ouis\[0\]: "00:16:3e:00" is not an OUI: write three bytes, such as "00:16:3e"/],
    ["half a byte", { config: { duids: ["00:03:0"] } }, /^config\.duids\[0\]: "00:03:0" is not hexadecimal: write two digits/],
    ["an empty DUID", { config: { duids: [""] } }, /^config\.duids\[0\]: a DUID has 1 to 130 bytes, this one 0; write/],
    ["a long DUID", { config: { duids: ["00".repeat(131)] } }, /^config\.duids\[0\]: a DUID has 1 to 130 bytes, this one 131; write/],
    ["text without quotes", { config: { "circuit-ids": ["eth0/1/7"] } }, /^config\.circuit-ids\[0\]: "eth0\/1\/7" is neither text nor bytes; write text in single quotes/],
    ["empty text", { config: { "client-ids": ["''"] } }, /^config\.client-ids\[0\]: "''" is neither text nor bytes/],
    ["a star alone", { config: { "vendor-classes": ["*"] } }, /^config\.vendor-classes\[0\]: "\*" would fit every vendor class or none/],
    ["an unknown mode", { config: { mode: "permit", hwaddrs: [] } }, /^config\.mode: "permit" is not known; write "deny" or "allow"\./],
    ["a mode that is no string", { config: { mode: true, hwaddrs: ["02"] } }, /^config\.mode: expected a string, found a boolean/],
    ["an unknown log", { config: { log: "all", hwaddrs: ["02"] } }, /^config\.log: "all" is not known; write "nothing" or "drops" or "everything"\./],
    ["nobody allowed", { config: { mode: "allow", hwaddrs: ["02"] } }, /^config\.mode: "allow" serves only clients that are allowed, and none are; add/],
    ["texts of no sort", { lists: { denied: list("string") } }, /^lists\.denied\.kind: texts of the kind "string" may be of several sorts; name the list "denied-client-ids"/],
    ["prefixes", { lists: { allowed: list("prefix"), denied: any } }, /^lists\.allowed\.kind: this policy compares no addresses/],
    ["a list of another kind", { lists: { "denied-duids": any } }, /^lists\.denied-duids\.kind: this policy needs "duid", the configuration has "hwaddr"/],
  ])("%s", (_, setting, sentence) => {
    let said = "";
    try {
      new NodeHost(wasm, setting).load();
    } catch (error) {
      if (!(error instanceof PolicyAbort)) throw error;
      said = error.sentence;
    }
    expect(said).toMatch(sentence);
  });
});
