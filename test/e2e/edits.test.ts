// SPDX-License-Identifier: MPL-2.0
// What a policy changes in a packet changes what the client gets.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Option4, option4 } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { Dhcp6Type, grants6, Option6 } from "./dhcp6_codec.ts";
import { findOption, ipv4Bytes, ipv6Bytes, option, type DhcpOption } from "./dhcp_bytes.ts";
import { expectBlocked, hwaddr } from "./either_client.ts";
import type { PolicyParameters } from "./kea_config.ts";
import { keaVersion, type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";

interface Edit {
  edit: "setOption" | "removeOption" | "addClass";
  code?: number;
  value?: string;
}

let edits: string;
let faulty: string;
beforeAll(async () => {
  edits = await compiledPolicy("edits");
  faulty = await compiledPolicy("faulty");
});

const editing = (...list: Edit[]): PolicyParameters => ({ name: "edits", wasm: edits, config: { edits: list } });
const set = (code: number, value: string | Buffer): Edit => ({ edit: "setOption", code, value: typeof value === "string" ? value : value.toString("hex") });
const remove = (code: number): Edit => ({ edit: "removeOption", code });
const addClass = (value: string): Edit => ({ edit: "addClass", value });

async function use(server: KeaServer, ...policies: PolicyParameters[]): Promise<void> {
  expect(await server.configSet({ policies })).toMatchObject({ result: 0 });
}

/** Limits a pool to a class; the key has changed its name. */
function onlyFor(family: Family, name: string): object {
  return keaVersion(family).atLeast("2.7.5") ? { "client-classes": [name] } : { "client-class": name };
}

let clients = 0x300;
const newClient = (): string => hwaddr(clients++);

it("each edit of the schema is among those tried here, for each packet", () => {
  const known = (name: string): string[] => schema.objects.find((object) => object.name === name)!.edits.map((edit) => edit.name).sort();
  for (const name of ["Pkt4", "Pkt6"]) expect(known(name)).toEqual(["addClass", "removeOption", "setOption"]);
  // lease_edits.test.ts tries those of leases.
  expect(schema.objects.filter((object) => object.edits.length > 0).map((object) => object.name)).toEqual(["Pkt4", "Pkt6", "Lease4", "Lease6"]);
  expect(known("Lease4")).toEqual(["setHostname", "setUserContext", "setValidLifetime"]);
  expect(known("Lease6")).toEqual(["setHostname", "setPreferredLifetime", "setUserContext", "setValidLifetime"]);
});

describe.each([false, true])("a policy of kea-dhcp4, multi-threading %s,", (multiThreading) => {
  const ntp = "0a00007b";
  const askForNtp = option(Option4.PARAMETER_LIST, "2a");
  let server: KeaServer;
  beforeAll(async () => {
    const pools = [
      { pool: "127.16.0.0 - 127.16.255.255", ...onlyFor(4, "vip") },
      { pool: "127.20.0.0 - 127.20.255.255", ...onlyFor(4, "guest") },
    ];
    const extraConfig = {
      "client-classes": [{ name: "vip" }, { name: "guest", test: "not member('vip')" }],
      subnet4: [{ id: 1, subnet: "127.0.0.0/8", pools }],
      "option-data": [{ name: "ntp-servers", data: "10.0.0.123" }],
    };
    server = await KeaServer.start({ family: 4, multiThreading, policies: [editing()], extraConfig });
  });
  afterAll(() => server.stop());

  const discover = async (...options: DhcpOption[]): Promise<NonNullable<Awaited<ReturnType<Dhcp4Client["discover"]>>["answer"]>> =>
    (await new Dhcp4Client(server, { hwaddr: newClient(), options, attempts: 3 }).discover()).answer!;

  it("puts a client into the class that a pool is kept for", async () => {
    await use(server, editing());
    expect((await new Dhcp4Client(server, { hwaddr: newClient() }).obtainLease()).address).toMatch(/^127\.20\./);
    await use(server, editing(addClass("vip")));
    expect((await new Dhcp4Client(server, { hwaddr: newClient() }).obtainLease()).address).toMatch(/^127\.16\./);
  });

  it("sets an option that the client did not send, and one in place of the client's", async () => {
    await use(server, editing(set(Option4.REQUESTED_ADDRESS, ipv4Bytes("127.20.7.7"))));
    expect((await discover()).yiaddr).toBe("127.20.7.7");
    await use(server, editing(set(Option4.REQUESTED_ADDRESS, ipv4Bytes("127.20.8.8")), set(Option4.CLIENT_ID, "01aabbccddeeff")));
    const answer = await discover(option(Option4.REQUESTED_ADDRESS, ipv4Bytes("127.20.9.9")), option(Option4.CLIENT_ID, "010203"));
    expect(answer.yiaddr).toBe("127.20.8.8");
    expect(option4(answer, Option4.CLIENT_ID)?.toString("hex")).toBe("01aabbccddeeff");
  });

  it("removes an option, and does its edits in their order", async () => {
    await use(server, editing());
    expect(option4(await discover(askForNtp), 42)?.toString("hex")).toBe(ntp);
    await use(server, editing(remove(Option4.PARAMETER_LIST)));
    expect(option4(await discover(askForNtp), 42)).toBeNull();
    await use(server, editing(remove(Option4.PARAMETER_LIST), set(Option4.PARAMETER_LIST, "2a"), remove(200)));
    expect(option4(await discover(), 42)?.toString("hex")).toBe(ntp);
    await use(server, editing(set(Option4.PARAMETER_LIST, "2a"), remove(Option4.PARAMETER_LIST)));
    expect(option4(await discover(askForNtp), 42)).toBeNull();
  });

  it("does all of its edits or none", async () => {
    await use(server, editing(set(Option4.PARAMETER_LIST, "2a"), addClass("vip"), set(1, "0102")));
    const answer = await discover();
    expect(answer.yiaddr).toMatch(/^127\.20\./);
    expect(option4(answer, 42)).toBeNull();
    await server.waitForLog(/POLICY_FAULT policy edits .*: bad-edit: it set option 1 to a value that Kea refuses: /);
  });

  it("is followed by one that sees its edits, in the order of the configuration", async () => {
    const reader: PolicyParameters = { name: "reader", wasm: faulty, config: { says: true } };
    await use(server, editing(set(Option4.HOST_NAME, Buffer.from("renamed"))), reader);
    await discover(option(Option4.HOST_NAME, Buffer.from("original")));
    await server.waitForLog(/POLICY_SAYS reader: the client says renamed\n/);
    await use(server, reader, editing(set(Option4.HOST_NAME, Buffer.from("too-late"))));
    await discover(option(Option4.HOST_NAME, Buffer.from("first-name")));
    await server.waitForLog(/POLICY_SAYS reader: the client says first-name\n/);
    expect(server.log()).not.toMatch(/the client says (original|too-late)/);
  });
});

describe.each([false, true])("a policy of kea-dhcp6, multi-threading %s,", (multiThreading) => {
  const askForDns = option(Option6.ORO, "0017");
  const dns = ipv6Bytes("2001:db8::53").toString("hex");
  let server: KeaServer;
  beforeAll(async () => {
    const pools = [
      { pool: "2001:db8:1::/64", ...onlyFor(6, "vip") },
      { pool: "2001:db8:2::/64", ...onlyFor(6, "guest") },
    ];
    const extraConfig = {
      "client-classes": [{ name: "vip" }, { name: "guest", test: "not member('vip')" }],
      subnet6: [{ id: 1, subnet: "::/0", pools, "rapid-commit": true }],
      "option-data": [{ name: "dns-servers", data: "2001:db8::53" }],
    };
    server = await KeaServer.start({ family: 6, multiThreading, policies: [editing()], extraConfig });
  });
  afterAll(() => server.stop());

  const newDuid = (): string => `00:03:00:01:${newClient()}`;
  const solicit = async (...options: DhcpOption[]): Promise<NonNullable<Awaited<ReturnType<Dhcp6Client["solicit"]>>["answer"]>> =>
    (await new Dhcp6Client(server, { duid: newDuid(), options, attempts: 3 }).solicit()).answer!;

  it("puts a client into the class that a pool is kept for", async () => {
    await use(server, editing());
    expect((await new Dhcp6Client(server, { duid: newDuid() }).obtainLease()).address).toMatch(/^2001:db8:2:/);
    await use(server, editing(addClass("vip")));
    expect((await new Dhcp6Client(server, { duid: newDuid() }).obtainLease()).address).toMatch(/^2001:db8:1:/);
  });

  it("sets an option that the client did not send, and one in place of the client's", async () => {
    await use(server, editing());
    expect((await solicit()).type).toBe(Dhcp6Type.ADVERTISE);
    await use(server, editing(set(Option6.RAPID_COMMIT, "")));
    const reply = await solicit();
    expect(reply.type).toBe(Dhcp6Type.REPLY);
    expect(grants6(reply)[0]?.address).toMatch(/^2001:db8:2:/);
    await use(server, editing(set(Option6.CLIENT_ID, "00030001020000abcdef")));
    expect(findOption((await solicit()).options, Option6.CLIENT_ID)?.toString("hex")).toBe("00030001020000abcdef");
  });

  it("removes an option, and does its edits in their order", async () => {
    await use(server, editing());
    expect(findOption((await solicit(askForDns)).options, 23)?.toString("hex")).toBe(dns);
    await use(server, editing(remove(Option6.ORO)));
    expect(findOption((await solicit(askForDns)).options, 23)).toBeNull();
    await use(server, editing(remove(Option6.ORO), set(Option6.ORO, "0017"), remove(60_000)));
    expect(findOption((await solicit()).options, 23)?.toString("hex")).toBe(dns);
    await use(server, editing(set(Option6.ORO, "0017"), remove(Option6.ORO)));
    expect(findOption((await solicit(askForDns)).options, 23)).toBeNull();
  });

  it("does all of its edits or none", async () => {
    await use(server, editing(set(Option6.ORO, "0017"), addClass("vip"), set(8, "01")));
    const answer = await solicit();
    expect(grants6(answer)[0]?.address).toMatch(/^2001:db8:2:/);
    expect(findOption(answer.options, 23)).toBeNull();
    await server.waitForLog(/POLICY_FAULT policy edits .*: bad-edit: it set option 8 to a value that Kea refuses: /);
  });

  it("is followed by one that sees its edits, and that may drop the packet", async () => {
    const blocked = newClient();
    const dropper: PolicyParameters = {
      name: "dropper", wasm: faulty, config: { says: true, faults: { [blocked]: "throw" } }, "on-error": "drop",
    };
    const vendorClass = Buffer.concat([Buffer.from([0, 0, 9, 0xbf, 0, 7]), Buffer.from("renamed")]);
    await use(server, editing(set(Option6.VENDOR_CLASS, vendorClass)), dropper);
    await solicit();
    await server.waitForLog(/POLICY_SAYS dropper: the client says .*renamed\n/);
    await expectBlocked(server, blocked, newClient());
  });
});
