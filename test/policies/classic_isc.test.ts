// SPDX-License-Identifier: MPL-2.0
// The environment of each callout in the manner of ISC's run_script, byte by byte, written down from that library's own extraction and test.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Extras } from "../sdk/node_host.ts";
import { expectLines, scriptEnvironment } from "./classic_environment.ts";
import { compiledPolicy } from "./compiled_policy.ts";

let wasm: Uint8Array;
beforeAll(async () => {
  wasm = readFileSync(await compiledPolicy("classic"));
});

const config = { variables: "isc-run-script", prefixes: ["KEA_", ""] };
const environmentOf = (hookPoint: string, values: Record<string, unknown>, extras: Record<string, Extras> = {}, more = {}): Buffer =>
  scriptEnvironment(wasm, hookPoint, values, extras, { ...config, ...more });

const query4 = {
  type: 3, transid: 0x3042, localAddr: "192.0.2.1", localPort: 67, remoteAddr: "192.0.2.254", remotePort: 67, ifindex: 2, iface: { text: "eth0" }, hops: 3, secs: 258, flags: 0x8000,
  ciaddr: "10.1.1.1", siaddr: "10.1.1.2", yiaddr: "10.1.1.3", giaddr: "192.0.2.254", relayed: true, hwaddr: { bytes: "000102030405", htype: 6 },
  localHwaddr: { bytes: "0a0b0c0d0e0f", htype: 1 }, remoteHwaddr: { bytes: "101112131415", htype: 1 }, clientId: "00010203040506",
};
const extras4: Extras = { options: { "82": "0105686f776479020587f67977ef06061a2b3c4d5e6f", "82.1": "686f776479", "82.2": "87f67977ef" } };
const queryLines4 = [
  "QUERY4_TYPE=DHCPREQUEST", "QUERY4_TXID=12354", "QUERY4_LOCAL_ADDR=192.0.2.1", "QUERY4_LOCAL_PORT=67", "QUERY4_REMOTE_ADDR=192.0.2.254", "QUERY4_REMOTE_PORT=67",
  "QUERY4_IFACE_INDEX=2", "QUERY4_IFACE_NAME=eth0", "QUERY4_HOPS=3", "QUERY4_SECS=258", "QUERY4_FLAGS=32768", "QUERY4_CIADDR=10.1.1.1", "QUERY4_SIADDR=10.1.1.2",
  "QUERY4_YIADDR=10.1.1.3", "QUERY4_GIADDR=192.0.2.254", "QUERY4_RELAYED=true", "QUERY4_HWADDR=00:01:02:03:04:05", "QUERY4_HWADDR_TYPE=6", "QUERY4_LOCAL_HWADDR=0a:0b:0c:0d:0e:0f",
  "QUERY4_LOCAL_HWADDR_TYPE=1", "QUERY4_REMOTE_HWADDR=10:11:12:13:14:15", "QUERY4_REMOTE_HWADDR_TYPE=1", "QUERY4_OPTION_82=0x0105686F776479020587F67977EF06061A2B3C4D5E6F",
  "QUERY4_OPTION_82_SUB_OPTION_1=0x686F776479", "QUERY4_OPTION_82_SUB_OPTION_2=0x87F67977EF",
];
const lease4 = {
  address: "192.0.2.100", cltt: 1_700_000_000n, hostname: { text: "test.hostname" }, hwaddr: { bytes: "000102030405", htype: 6 }, state: 0, subnetId: 5, validLifetime: 0xffffffff,
  clientId: "00010203040506",
};
const leaseLines4 = [
  "LEASE4_ADDRESS=192.0.2.100", "LEASE4_CLTT=1700000000", "LEASE4_HOSTNAME=test.hostname", "LEASE4_HWADDR=00:01:02:03:04:05", "LEASE4_HWADDR_TYPE=6", "LEASE4_STATE=default",
  "LEASE4_SUBNET_ID=5", "LEASE4_VALID_LIFETIME=4294967295", "LEASE4_CLIENT_ID=00:01:02:03:04:05:06",
];
const subnet4 = { id: 5, prefix: "182.168.0.1", prefixLength: 2 };
const subnetLines4 = ["SUBNET4_ID=5", "SUBNET4_NAME=182.168.0.1/2", "SUBNET4_PREFIX=182.168.0.1", "SUBNET4_PREFIX_LEN=2"];
const clientLines4 = ["PKT4_CLIENT_ID=00:01:02:03:04:05:06", "PKT4_HWADDR=00:01:02:03:04:05", "PKT4_HWADDR_TYPE=6"];

const query6 = {
  type: 3, transid: 0x123456, localAddr: "2001:db8::1", localPort: 0, remoteAddr: "fe80::1", remotePort: 547, ifindex: 7, iface: { text: "eth0" }, duid: "00030001000102030405",
  remoteHwaddr: null, relayCount: 0,
};
const queryLines6 = [
  "QUERY6_TYPE=REQUEST", "QUERY6_TXID=1193046", "QUERY6_LOCAL_ADDR=2001:db8::1", "QUERY6_LOCAL_PORT=0", "QUERY6_REMOTE_ADDR=fe80::1", "QUERY6_REMOTE_PORT=547", "QUERY6_IFACE_INDEX=7",
  "QUERY6_IFACE_NAME=eth0", "QUERY6_REMOTE_HWADDR=", "QUERY6_REMOTE_HWADDR_TYPE=", "QUERY6_PROTO=UDP", "QUERY6_CLIENT_ID=00:03:00:01:00:01:02:03:04:05",
];
const lease6 = {
  type: 0, address: "2001:db8::100", cltt: 1_700_000_000n, hostname: "", hwaddr: null, state: 0, subnetId: 8, validLifetime: 4000, duid: "00030001000102030405", iaid: 4294967295,
  preferredLifetime: 3000, prefixLength: 128,
};
const leaseLines6 = [
  "LEASE6_ADDRESS=2001:db8::100", "LEASE6_CLTT=1700000000", "LEASE6_HOSTNAME=", "LEASE6_HWADDR=", "LEASE6_HWADDR_TYPE=", "LEASE6_STATE=default", "LEASE6_SUBNET_ID=8",
  "LEASE6_VALID_LIFETIME=4000", "LEASE6_DUID=00:03:00:01:00:01:02:03:04:05", "LEASE6_IAID=4294967295", "LEASE6_PREFERRED_LIFETIME=3000", "LEASE6_PREFIX_LEN=128", "LEASE6_TYPE=IA_NA",
];

const association = (type: string): string[] => ["PKT6_IA_IAID=4294967295", `PKT6_IA_IA_TYPE=${type}`, "PKT6_IA_IA_T1=0", "PKT6_IA_IA_T2=0"];

describe("the environment at", () => {
  it.each<[string, string[]]>([
    ["lease4_renew", [...queryLines4, ...subnetLines4, ...clientLines4, ...leaseLines4]],
    ["lease4_expire", [...leaseLines4, "REMOVE_LEASE=true"]],
    ["lease4_recover", leaseLines4],
    ["lease4_release", [...queryLines4, ...leaseLines4]],
    ["lease4_decline", [...queryLines4, ...leaseLines4]],
  ])("%s", (hookPoint, lines) => {
    expectLines(environmentOf(hookPoint, { query4, subnet4, lease4, removeLease: true }, { query4: extras4 }), lines);
  });

  it.each<[string, string[]]>([
    ["lease6_renew", [...queryLines6, ...leaseLines6, ...association("3")]],
    ["lease6_rebind", [...queryLines6, ...leaseLines6, ...association("3")]],
    ["lease6_expire", [...leaseLines6, "REMOVE_LEASE=false"]],
    ["lease6_recover", leaseLines6],
    ["lease6_release", [...queryLines6, ...leaseLines6]],
    ["lease6_decline", [...queryLines6, ...leaseLines6]],
  ])("%s", (hookPoint, lines) => {
    expectLines(environmentOf(hookPoint, { query6, lease6, removeLease: false }), lines);
  });
});

const renamed = (lines: string[], from: string, to: string): string[] => lines.map((line) => line.replace(from, to));

describe("the environment with lists of leases at", () => {
  it("leases4_committed", () => {
    const values = { query4, leases4: { length: 1 }, deletedLeases4: { length: 2 } };
    const extras = { query4: extras4, leases4: { items: [{ value: lease4 }] }, deletedLeases4: { items: [{ value: lease4 }, { value: lease4 }] } };
    const deleted = [0, 1].flatMap((index) => renamed(leaseLines4, "LEASE4", `DELETED_LEASES4_AT${index}`));
    expectLines(environmentOf("leases4_committed", values, extras), [...queryLines4, "LEASES4_SIZE=1", ...renamed(leaseLines4, "LEASE4", "LEASES4_AT0"), "DELETED_LEASES4_SIZE=2", ...deleted]);
  });

  it("leases6_committed", () => {
    const values = { query6, leases6: { length: 1 }, deletedLeases6: { length: 0 }, response6: query6 };
    expectLines(environmentOf("leases6_committed", values, { leases6: { items: [{ value: lease6 }] } }), [
      ...queryLines6, "LEASES6_SIZE=1", ...renamed(leaseLines6, "LEASE6", "LEASES6_AT0"), "DELETED_LEASES6_SIZE=0",
    ]);
  });

  it("addr6_register", () => {
    const values = { query6: { ...query6, type: 36 }, response6: query6, address6: "2001:db8::100", newLease6: lease6 };
    const extras = { query6: { texts: ["", "", "ADDR_REG_INFORM"] } };
    const head = [...renamed(queryLines6, "=REQUEST", "=ADDR_REG_INFORM"), "ADDRESS6=2001:db8::100"];
    const after = renamed(leaseLines6, "LEASE6", "NEW_LEASE6");
    expectLines(environmentOf("addr6_register", values, extras), [...head, ...after]);
    expectLines(environmentOf("addr6_register", { ...values, oldLease6: lease6 }, extras), [...head, ...renamed(leaseLines6, "LEASE6", "OLD_LEASE6"), ...after]);
  });
});

describe("a value", () => {
  const valueOf = (environment: Buffer, name: string): string | undefined =>
    environment.toString().split("\0").find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);

  it("that Kea does not have is empty, missing or a large number, as run_script has it", () => {
    const nothing = { type: 8, hwaddr: { bytes: "", htype: 1 }, ifindex: -1, localHwaddr: null, remoteHwaddr: null };
    const environment = environmentOf("lease4_release", { query4: nothing, lease4: { ...lease4, hwaddr: null, clientId: null, state: 1 } });
    expect(valueOf(environment, "QUERY4_IFACE_INDEX")).toBe("18446744073709551615");
    const names = ["QUERY4_IFACE_NAME", "QUERY4_HWADDR", "QUERY4_LOCAL_HWADDR", "QUERY4_LOCAL_HWADDR_TYPE", "QUERY4_REMOTE_HWADDR", "LEASE4_HWADDR", "LEASE4_HWADDR_TYPE", "LEASE4_CLIENT_ID"];
    expect(names.map((name) => valueOf(environment, name))).toEqual(names.map(() => ""));
    expect(valueOf(environment, "QUERY4_RELAYED")).toBe("false");
    expect(valueOf(environment, "LEASE4_STATE")).toBe("declined");
    expect(environment.toString()).not.toContain("OPTION_82");
  });

  it("of a relay's option is that of the relay nearest to the client that has it", () => {
    const relays = [
      { hop: { type: 12, hopCount: 1, linkAddr: "2001:db8:2::1", peerAddr: "2001:db8:1::1" }, options: { 18: "aa", 37: "000009bf01" } },
      { hop: { type: 12, hopCount: 0, linkAddr: "2001:db8:1::1", peerAddr: "fe80::1" }, options: { 18: "bb" } },
    ];
    const released = (more = {}): Buffer => environmentOf("lease6_release", { query6: { ...query6, relayCount: 2 }, lease6 }, { query6: { relays } }, more);
    const all = [...queryLines6, "QUERY6_OPTION_18=0xBB", "QUERY6_OPTION_37=0x000009BF01", ...leaseLines6];
    expectLines(released(), all);
    expectLines(released({ kea: 20700 }), all);
    expectLines(released({ kea: 20603 }), [...queryLines6, ...leaseLines6]);
  });

  it("of a delegated prefix has its length and type", () => {
    const environment = environmentOf("lease6_recover", { lease6: { ...lease6, type: 2, address: "2001:db8:2::", prefixLength: 56 } });
    expect(["LEASE6_ADDRESS", "LEASE6_PREFIX_LEN", "LEASE6_TYPE"].map((name) => valueOf(environment, name))).toEqual(["2001:db8:2::", "56", "IA_PD"]);
    expect(valueOf(environmentOf("lease6_renew", { query6, lease6: { ...lease6, type: 2 } }), "PKT6_IA_IA_TYPE")).toBe("25");
  });
});
