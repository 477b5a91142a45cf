// SPDX-License-Identifier: MPL-2.0
// The environment of each callout in the manner of kea-hook-runscript, byte by byte. That Kea's values are those is for test/e2e/script_contract.test.ts.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../sdk/config_nodes.ts";
import { type Extras, NodeHost, PolicyAbort } from "../sdk/node_host.ts";
import * as contract from "./classic_contract.ts";
import { bothSpellings } from "./classic_contract.ts";
import { expectLines, now, scriptEnvironment } from "./classic_environment.ts";
import { compiledPolicy } from "./compiled_policy.ts";

let wasm: Uint8Array;
beforeAll(async () => {
  wasm = readFileSync(await compiledPolicy("classic"));
});

function environmentOf(hookPoint: string, values: Record<string, unknown>, extras: Record<string, Extras> = {}, config?: Json): Buffer {
  return scriptEnvironment(wasm, hookPoint, values, extras, config);
}

const query4 = {
  type: 1, iface: { text: "eth0" }, ifindex: 2, hwaddr: "080027abcdef", ciaddr: "0.0.0.0", siaddr: "10.0.0.1", yiaddr: "192.0.2.100", giaddr: "192.0.2.1",
  relayed: true, hops: 1,
};
const extras4: Extras = { options: { "60": { text: "MSFT 5.0" }, "82": "01046574683002061a2b3c4d5e6f", "82.1": "65746830", "82.2": "1a2b3c4d5e6f" } };
const packet4: contract.Packet4 = {
  type: "DHCPDISCOVER", interface: "eth0", ifindex: "2", hwaddr: "08:00:27:ab:cd:ef", siaddr: "10.0.0.1", yiaddr: "192.0.2.100", giaddr: "192.0.2.1", relayed: "1", hops: "1",
  option60: "MSFT 5.0", rai: "0x01046574683002061A2B3C4D5E6F", circuitId: "0x65746830", remoteId: "0x1A2B3C4D5E6F",
};
const response4 = { type: 2, iface: { text: "eth0" }, ifindex: -1, hwaddr: "080027abcdef", yiaddr: "192.0.2.100" };
const answer4: contract.Packet4 = { type: "DHCPOFFER", interface: "eth0", ifindex: "-1", hwaddr: "08:00:27:ab:cd:ef", yiaddr: "192.0.2.100" };

const subnet4 = { id: 1, prefix: "192.0.2.0", prefixLength: 24 };
const subnet4Lines = ["SUBNET4=192.0.2.0/24", "SUBNET4_PREFIX=192.0.2.0", "SUBNET4_PREFIXLEN=24"];
const lease4 = {
  address: "192.0.2.100", state: 0, hwaddr: "080027abcdef", hostname: { text: "host.example.org" }, cltt: 1_700_000_000n, validLifetime: 3600, clientId: "01080027abcdef",
};
const leaseText4 = "Address:       192.0.2.100\nValid life:    3600\n";
const leaseExtras4: Extras = { texts: [leaseText4] };
const leaseLines4 = contract.lease4({
  state: "default", isExpired: "0", address: "192.0.2.100", hwaddr: "08:00:27:ab:cd:ef", hostname: "host.example.org", cltt: "1700000000", validLifetime: "3600", debug: leaseText4,
});

const query6 = {
  type: 1, iface: { text: "eth0" }, ifindex: 2, hwaddr: { bytes: "080027fe8f95", htype: 1, source: 2 }, localAddr: "ff02::1:2", localPort: 547,
  remoteAddr: "fe80::a00:27ff:feab:cdef", remotePort: 546, transid: 0x123456, duid: "0003000108002 7fe8f95".replace(" ", ""), relayCount: 0,
};
const label = "duid=[00:03:00:01:08:00:27:fe:8f:95], tid=0x123456";
const debug6 = "localAddr=[ff02::1:2]:547 remoteAddr=[fe80::a00:27ff:feab:cdef]:546\nmsgtype=1(SOLICIT), transid=0x123456\n";
const extras6: Extras = { texts: [debug6, label] };
const packet6: contract.Packet6 = {
  type: "SOLICIT", interface: "eth0", ifindex: "2", hwaddr: "08:00:27:fe:8f:95", htype: "1", source: "2", localAddress: "ff02::1:2", localPort: "547",
  remoteAddress: "fe80::a00:27ff:feab:cdef", remotePort: "546", label, transactionId: "1193046", debug: debug6,
};
const queryLines6 = contract.packet6("QUERY6", packet6);
const moreLines6 = contract.more6("00:03:00:01:08:00:27:fe:8f:95");
const subnet6 = { id: 1, prefix: "2001:db8:1::", prefixLength: 64 };
const subnet6Lines = ["SUBNET6=2001:db8:1::/64", "SUBNET6_PREFIX=2001:db8:1::", "SUBNET6_PREFIXLEN=64"];
const lease6 = {
  type: 0, address: "2001:db8:1::100", prefixLength: 128, state: 0, hwaddr: "080027fe8f95", hostname: "", cltt: 1_700_000_000n, validLifetime: 4000, preferredLifetime: 3000,
  iaid: 7, duid: "00030001080027fe8f95",
};
const leaseText6 = "Type:          IA_NA(0)\nAddress:       2001:db8:1::100\n";
const leaseExtras6: Extras = { texts: [leaseText6] };
const plainLease6 = {
  type: "IA_NA", state: "default", isExpired: "0", address: "2001:db8:1::100", hwaddr: "08:00:27:fe:8f:95", hostname: "", duid: "00:03:00:01:08:00:27:fe:8f:95",
  cltt: "1700000000", validLifetime: "4000", preferredLifetime: "3000", iaid: "7", debug: leaseText6,
};
const leaseLines6 = contract.lease6(plainLease6);

describe("the environment at", () => {
  const queryLines4 = contract.packet4("QUERY4", packet4);
  const all4 = { query4, subnet4, fakeAllocation: true, lease4, removeLease: true, response4 };
  const allExtras4 = { query4: extras4, lease4: leaseExtras4 };
  it.each<[string, string[]]>([
    ["pkt4_receive", queryLines4],
    ["pkt4_send", [...contract.packet4("RESPONSE4", answer4), ...queryLines4]],
    ["subnet4_select", [...queryLines4, ...subnet4Lines]],
    ["lease4_select", [...queryLines4, ...subnet4Lines, "FAKE_ALLOCATION=1", ...leaseLines4]],
    ["lease4_renew", [...queryLines4, ...subnet4Lines, ...leaseLines4]],
    ["lease4_release", [...queryLines4, ...leaseLines4]],
    ["lease4_decline", [...queryLines4, ...leaseLines4]],
    ["lease4_expire", [...leaseLines4, "REMOVE_LEASE=1"]],
    ["lease4_recover", leaseLines4],
  ])("%s", (hookPoint, lines) => {
    expectLines(environmentOf(hookPoint, all4, allExtras4), bothSpellings(lines));
  });

  const all6 = { query6, response6: { ...query6, type: 2 }, subnet6, fakeAllocation: false, lease6, removeLease: false };
  const allExtras6 = { query6: extras6, response6: extras6, lease6: leaseExtras6 };
  it.each<[string, string[], string[]]>([
    ["pkt6_receive", queryLines6, moreLines6],
    ["pkt6_send", [...queryLines6, ...contract.packet6("RESPONSE6", { ...packet6, type: "ADVERTISE" })], moreLines6],
    ["subnet6_select", [...queryLines6, ...subnet6Lines], moreLines6],
    ["lease6_select", [...queryLines6, ...subnet6Lines, "FAKE_ALLOCATION=0", ...leaseLines6], moreLines6],
    ["lease6_renew", [...queryLines6, ...leaseLines6], moreLines6],
    ["lease6_rebind", [...queryLines6, ...leaseLines6], moreLines6],
    ["lease6_decline", [...queryLines6, ...leaseLines6], moreLines6],
    ["lease6_release", [...queryLines6, ...leaseLines6], moreLines6],
    ["lease6_expire", [...leaseLines6, "REMOVE_LEASE=0"], []],
    ["lease6_recover", leaseLines6, []],
  ])("%s", (hookPoint, lines, more) => {
    expectLines(environmentOf(hookPoint, all6, allExtras6), bothSpellings([...lines, ...more]));
  });
});

describe("the environment at a hook point that the old hook does not have:", () => {
  const queryLines4 = contract.packet4("QUERY4", packet4);
  const ofLease4 = { state: "default", isExpired: "0", address: "192.0.2.100", hwaddr: "08:00:27:ab:cd:ef", hostname: "host.example.org", cltt: "1700000000", validLifetime: "3600", debug: leaseText4 };
  const item4 = { value: lease4, extras: leaseExtras4 };
  const item6 = { value: lease6, extras: leaseExtras6 };

  it("leases4_committed", () => {
    const values = { query4, leases4: { length: 2 }, deletedLeases4: { length: 0 } };
    const extras = { query4: extras4, leases4: { items: [item4, { value: { ...lease4, address: "192.0.2.101" }, extras: leaseExtras4 }] } };
    const lines = [
      ...queryLines4, "LEASES4_SIZE=2", ...contract.lease4(ofLease4, "LEASES4_AT0"), ...contract.lease4({ ...ofLease4, address: "192.0.2.101" }, "LEASES4_AT1"), "DELETED_LEASES4_SIZE=0",
    ];
    expectLines(environmentOf("leases4_committed", values, extras), bothSpellings(lines));
    expectLines(environmentOf("leases4_committed", { ...values, response4 }, extras), bothSpellings([...lines, ...contract.packet4("RESPONSE4", answer4)]));
  });

  it("leases6_committed", () => {
    const items = Array.from({ length: 12 }, () => item6);
    const values = { query6, leases6: { length: 0 }, deletedLeases6: { length: 12 } };
    const lines = [...queryLines6, "LEASES6_SIZE=0", "DELETED_LEASES6_SIZE=12", ...items.flatMap((_, index) => contract.lease6(plainLease6, `DELETED_LEASES6_AT${index}`))];
    expectLines(environmentOf("leases6_committed", values, { query6: extras6, deletedLeases6: { items } }), bothSpellings([...lines, ...moreLines6]));
  });

  it("lease4_offer", () => {
    const values = { query4, leases4: { length: 1 }, offerLifetime: 60, oldLease: lease4 };
    const extras = { query4: extras4, leases4: { items: [item4] }, oldLease: leaseExtras4 };
    const lines = [...queryLines4, "LEASES4_SIZE=1", ...contract.lease4(ofLease4, "LEASES4_AT0"), "OFFER_LIFETIME=60"];
    expectLines(environmentOf("lease4_offer", values, extras), bothSpellings([...lines, ...contract.lease4(ofLease4, "OLD_LEASE4")]));
    expectLines(environmentOf("lease4_offer", { ...values, oldLease: null }, extras), bothSpellings(lines));
  });

  it("lease4_server_decline", () => {
    expectLines(environmentOf("lease4_server_decline", { query4, lease4 }, { query4: extras4, lease4: leaseExtras4 }), bothSpellings([...queryLines4, ...leaseLines4]));
  });

  it("host4_identifier and host6_identifier", () => {
    const [none, some] = [{ idType: 4, idValue: "" }, { idType: 4, idValue: "0a0bff" }];
    expectLines(environmentOf("host4_identifier", { query4, ...none }, { query4: extras4 }), bothSpellings([...queryLines4, "ID_TYPE=4", "ID_VALUE="]));
    expectLines(environmentOf("host6_identifier", { query6, ...some }, { query6: extras6 }), bothSpellings([...queryLines6, "ID_TYPE=4", "ID_VALUE=0x0A0BFF", ...moreLines6]));
  });

  it("ddns4_update and ddns6_update", () => {
    const name = { hostname: { text: "host.example.org." }, forwardUpdate: true, reverseUpdate: false };
    const lines = ["HOSTNAME=host.example.org.", "FORWARD_UPDATE=1", "REVERSE_UPDATE=0"];
    expectLines(
      environmentOf("ddns4_update", { query4, response4, subnet4, ...name }, { query4: extras4 }),
      bothSpellings([...queryLines4, ...contract.packet4("RESPONSE4", answer4), ...subnet4Lines, ...lines]),
    );
    expectLines(
      environmentOf("ddns6_update", { query6, response6: { ...query6, type: 7 }, ...name }, { query6: extras6, response6: extras6 }),
      bothSpellings([...queryLines6, ...contract.packet6("RESPONSE6", { ...packet6, type: "REPLY" }), ...contract.subnet("SUBNET6"), ...lines, ...moreLines6]),
    );
  });

  it("addr6_register", () => {
    const values = { query6: { ...query6, type: 36 }, response6: { ...query6, type: 37 }, address6: "2001:db8:1::100", newLease6: lease6 };
    const named = (name: string): Extras => ({ texts: [debug6, label, name] });
    const extras = { query6: named("ADDR_REG_INFORM"), response6: named("ADDR_REG_REPLY"), newLease6: leaseExtras6, oldLease6: leaseExtras6 };
    const head = [...contract.packet6("QUERY6", { ...packet6, type: "ADDR_REG_INFORM" }), "ADDRESS6=2001:db8:1::100"];
    const tail = [...contract.lease6(plainLease6, "NEW_LEASE6"), ...contract.packet6("RESPONSE6", { ...packet6, type: "ADDR_REG_REPLY" }), ...moreLines6];
    expectLines(environmentOf("addr6_register", values, extras), bothSpellings([...head, ...tail]));
    expectLines(environmentOf("addr6_register", { ...values, oldLease6: lease6 }, extras), bothSpellings([...head, ...contract.lease6(plainLease6, "OLD_LEASE6"), ...tail]));
  });
});

/** One variable's value, of those with the prefix; undefined where it is missing. */
function valueOf(environment: Buffer, name: string): string | undefined {
  const found = environment.toString("latin1").split("\0").find((line) => line.startsWith(`KEA_${name}=`));
  return found?.slice(`KEA_${name}=`.length);
}

describe("a value", () => {
  const at4 = (query: object, options: Extras["options"] = {}): Buffer => environmentOf("pkt4_receive", { query4: query }, { query4: { options } });
  const at6 = (query: object, extras: Extras = {}): Buffer => environmentOf("pkt6_receive", { query6: query }, { query6: extras });
  const ofLease6 = (lease: object, extras: Extras = {}): Buffer => environmentOf("lease6_recover", { lease6: lease }, { lease6: extras });

  it("that Kea does not have is empty, or missing, as ever", () => {
    expectLines(at4({ ifindex: -1 }), bothSpellings(contract.packet4("QUERY4", { type: "UNKNOWN", htype: "0" })));
    const nothing6 = { type: "UNKNOWN", localAddress: "::", remoteAddress: "::", label: "", transactionId: "0", debug: "" };
    expectLines(at6({ ifindex: -1, localAddr: "::", remoteAddr: "::" }, { texts: ["", "", "UNKNOWN"] }), bothSpellings([...contract.packet6("QUERY6", nothing6), ...contract.more6("")]));
    expectLines(environmentOf("subnet4_select", { query4 }, { query4: extras4 }), bothSpellings([...contract.packet4("QUERY4", packet4), ...contract.subnet("SUBNET4")]));
    expectLines(environmentOf("subnet6_select", { query6 }, { query6: extras6 }), bothSpellings([...queryLines6, ...contract.subnet("SUBNET6"), ...moreLines6]));
  });

  it("of an option that is there without a byte is empty, not missing", () => {
    const environment = at4({}, { "60": "", "82": "", "82.1": "" });
    expect(["OPTION60", "RAI", "RAI_CIRCUIT_ID", "RAI_REMOTE_ID"].map((name) => valueOf(environment, `QUERY4_${name}`))).toEqual(["", "", "", undefined]);
  });

  it("is cut at its first zero byte, wherever that is, and every other byte goes through", () => {
    const every = Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1));
    expect(valueOf(at4({}, { "60": every }), "QUERY4_OPTION60")).toBe(every.toString("latin1"));
    for (let length = 0; length <= 40; length++) {
      const value = Buffer.concat([Buffer.alloc(length, "x"), Buffer.from("\0rest\0")]);
      expect(valueOf(at4({}, { "60": value }), "QUERY4_OPTION60"), `${length}`).toBe("x".repeat(length));
      expect(valueOf(ofLease6({ ...lease6, hostname: value }), "LEASE6_HOSTNAME"), `${length}`).toBe("x".repeat(length));
    }
    expect(valueOf(at6(query6, { texts: ["before\0after\n", "a\0b"] }), "QUERY6_DEBUG")).toBe("before");
    expect(valueOf(at6(query6, { texts: ["before\0after\n", "a\0b"] }), "QUERY6_LABEL")).toBe("a");
  });

  it.each(["::", "::1", "2001:db8::1", "fe80::a00:27ff:feab:cdef", "1:0:2::3:0:0", "0:1::", "1:0:0:2::3", "::ffff:192.0.2.1", "::192.0.2.1", "ff02::1:2", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:0",
    "1234:abcd:ef:f::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::1:0:0:1"])("%s is written as inet_ntop does", (address) => {
    expect(valueOf(at6({ ...query6, remoteAddr: address }), "QUERY6_REMOTE_ADDRESS")).toBe(address);
  });

  it.each(["0.0.0.0", "255.255.255.255", "10.0.100.9", "192.0.2.1"])("%s is written as ever", (address) => {
    expect(valueOf(at4({ giaddr: address }), "QUERY4_GIADDR")).toBe(address);
  });

  it.each([[0, ""], [1, "0a"], [6, "0a:1b:2c:3d:4e:5f"], [20, "00:01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10:11:12:13"]])("a hardware address of %i bytes", (length, text) => {
    const bytes = Buffer.from(text.replaceAll(":", ""), "hex");
    expect(bytes.length).toBe(length);
    expect(valueOf(at4({ hwaddr: { bytes, htype: 32, source: 0 } }), "QUERY4_HWADDR")).toBe(text);
    expect(valueOf(at4({ hwaddr: { bytes, htype: 32, source: 0 } }), "QUERY4_HWADDR_TYPE")).toBe("32");
  });

  it.each([[1, "DHCPDISCOVER"], [2, "DHCPOFFER"], [3, "DHCPREQUEST"], [4, "DHCPDECLINE"], [5, "DHCPACK"], [6, "DHCPNAK"], [7, "DHCPRELEASE"], [8, "DHCPINFORM"], [9, "UNKNOWN"],
    [10, "DHCPLEASEQUERY"], [11, "DHCPLEASEUNASSIGNED"], [12, "DHCPLEASEUNKNOWN"], [13, "DHCPLEASEACTIVE"], [14, "DHCPBULKLEASEQUERY"], [15, "DHCPLEASEQUERYDONE"], [16, "UNKNOWN"],
    [17, "DHCPLEASEQUERYSTATUS"], [18, "DHCPTLS"], [255, "UNKNOWN"]])("DHCPv4 message type %i", (type, name) => {
    expect(valueOf(at4({ type }), "QUERY4_TYPE")).toBe(name);
  });

  it.each([[1, "SOLICIT"], [2, "ADVERTISE"], [3, "REQUEST"], [4, "CONFIRM"], [5, "RENEW"], [6, "REBIND"], [7, "REPLY"], [8, "RELEASE"], [9, "DECLINE"], [10, "RECONFIGURE"],
    [11, "INFORMATION_REQUEST"], [12, "RELAY_FORWARD"], [13, "RELAY_REPLY"], [14, "LEASEQUERY"], [15, "LEASEQUERY_REPLY"], [20, "DHCPV4_QUERY"],
    [21, "DHCPV4_RESPONSE"]])("DHCPv6 message type %i", (type, name) => {
    expect(valueOf(at6({ ...query6, type }, { texts: ["", "", "by Kea"] }), "QUERY6_TYPE")).toBe(name);
  });

  it.each([0, 16, 17, 36, 37, 255])("DHCPv6 message type %i, whose name depends on Kea's version, is as Kea says it", (type) => {
    expect(valueOf(at6({ ...query6, type }, { texts: ["", "", "LEASEQUERY_DONE"] }), "QUERY6_TYPE")).toBe("LEASEQUERY_DONE");
  });

  it.each([[0, "default"], [1, "declined"], [2, "expired-reclaimed"], [3, "by Kea"], [9, "by Kea"]])("state %i of a lease", (state, name) => {
    expect(valueOf(ofLease6({ ...lease6, state }, { texts: ["", "", "by Kea"] }), "LEASE6_STATE")).toBe(name);
    expect(valueOf(environmentOf("lease4_recover", { lease4: { ...lease4, state } }, { lease4: { texts: ["", "", "by Kea"] } }), "LEASE4_STATE")).toBe(name);
  });

  it("of an expired lease is 1 from the second after its end on, and never for a lease for ever", () => {
    const expired = (cltt: bigint, validLifetime: number): string | undefined => valueOf(ofLease6({ ...lease6, cltt, validLifetime }), "LEASE6_IS_EXPIRED");
    expect([expired(now - 100n, 99), expired(now - 100n, 100), expired(now - 100n, 101), expired(0n, 0xffffffff), expired(0n, 0xfffffffe), expired(0n, 0)]).toEqual(["1", "0", "0", "0", "0", "1"]);
    expect(valueOf(ofLease6({ ...lease6, validLifetime: 0xffffffff }), "LEASE6_VALID_LIFETIME")).toBe("4294967295");
  });

  it("of a delegated prefix is there only for one", () => {
    const prefix = { ...lease6, type: 2, address: "2001:db8:2::", prefixLength: 56 };
    expectLines(ofLease6(prefix, leaseExtras6), bothSpellings(contract.lease6({ ...plainLease6, type: "IA_PD", address: "2001:db8:2::", prefix: ["2001:db8:2::", "56"] })));
    expectLines(ofLease6({ ...lease6, type: 1 }, leaseExtras6), bothSpellings(contract.lease6({ ...plainLease6, type: "IA_TA" })));
  });

  it("of a lease without client is empty", () => {
    const declined = { ...lease6, state: 1, hwaddr: null, duid: "00" };
    expectLines(ofLease6(declined, leaseExtras6), bothSpellings(contract.lease6({ ...plainLease6, state: "declined", hwaddr: "", duid: "00" })));
    expect(valueOf(ofLease6({ ...lease6, duid: null }), "LEASE6_CLIENT_DUID")).toBe("");
  });

  it("of relays and options of DHCPv6 has a name of its own", () => {
    const relays = [
      { hop: { type: 12, hopCount: 1, linkAddr: "2001:db8:2::1", peerAddr: "2001:db8:1::1" }, options: { 18: { text: "eth1" } } },
      { hop: { type: 12, hopCount: 0, linkAddr: "2001:db8:1::1", peerAddr: "fe80::1" }, options: { 18: "", 37: "000009bf1a2b", 38: "aa" } },
    ];
    const options = { 6: "0017", 15: "0003616263", 16: "000009bf0003616263", 17: "000009bf", 39: "00" };
    const environment = environmentOf("pkt6_receive", { query6: { ...query6, relayCount: 2 } }, { query6: { ...extras6, options, relays } });
    expectLines(environment, bothSpellings([
      ...queryLines6,
      ...contract.more6(
        "00:03:00:01:08:00:27:fe:8f:95",
        ["OPTION_6=0x0017", "OPTION_15=0x0003616263", "OPTION_16=0x000009BF0003616263", "OPTION_17=0x000009BF", "OPTION_39=0x00"],
        [
          ["1", "2001:db8:2::1", "2001:db8:1::1", "INTERFACE_ID=0x65746831"],
          ["0", "2001:db8:1::1", "fe80::1", "INTERFACE_ID=", "REMOTE_ID=0x000009BF1A2B", "SUBSCRIBER_ID=0xAA"],
        ],
      ),
    ]));
  });

  it("may be longer than the block was, again and again", () => {
    const text = (length: number): string => "0123456789abcdef".repeat(length / 16);
    let environment: Buffer | undefined;
    const host = new NodeHost(wasm, { script: (bytes) => ((environment = bytes), 0) });
    host.load();
    for (const length of [16, 4096, 4112, 40_000, 16, 60_000, 4096]) {
      host.call("pkt6_receive", { query6 }, { query6: { texts: [text(length), text(length)] } });
      const packet = { ...packet6, label: text(length), debug: text(length) };
      expectLines(environment!, bothSpellings([...contract.packet6("QUERY6", packet), ...moreLines6]));
    }
  });
});

describe("the configuration", () => {
  const lines = contract.packet4("QUERY4", packet4);
  const at = (config: Json): Buffer => environmentOf("pkt4_receive", { query4 }, { query4: extras4 }, config);

  it("narrows the spellings", () => {
    expectLines(at({}), bothSpellings(lines));
    expectLines(at({ variables: "kea-hook-runscript" }), bothSpellings(lines));
    expectLines(at({ prefixes: ["KEA_", ""] }), bothSpellings(lines));
    expectLines(at({ prefixes: ["KEA_"] }), lines.map((line) => `KEA_${line}`));
    expectLines(at({ prefixes: [""] }), lines);
  });

  it.each<[Json, string]>([
    [{ variables: "isc" }, 'config.variables: "isc" is not known; write "kea-hook-runscript"'],
    [{ variables: 1 }, "config.variables: expected a string, found an integer"],
    [{ variable: "isc-run-script" }, 'config: "variable" is not known to this policy; did you mean "variables"?'],
    [{ prefixes: [] }, "config.prefixes: is empty, so that no variable would be set; write some of"],
    [{ prefixes: ["KEA_", "DHCP_"] }, 'config.prefixes[1]: "DHCP_" is no prefix of kea-hook-runscript; it has ["KEA_", ""].'],
    [{ prefixes: "KEA_" }, "config.prefixes: expected a list, found a string"],
  ])("%j is refused", (config, sentence) => {
    const host = new NodeHost(wasm, { config });
    expect(() => host.load()).toThrow(expect.objectContaining({ sentence: expect.stringContaining(sentence) }) as PolicyAbort);
  });
});

describe("the script's verdict", () => {
  it.each([[0, "Continue"], [1, "Skip"], [2, "Drop"]])("%i is the policy's", (number, verdict) => {
    const host = new NodeHost(wasm, { script: () => number });
    host.load();
    expect(host.call("subnet4_select", { query4, subnet4 }).verdict).toBe(verdict);
  });
});
