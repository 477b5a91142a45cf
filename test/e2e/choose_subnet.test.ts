// SPDX-License-Identifier: MPL-2.0
// A policy sees all subnets of the configuration and puts clients into the one that it wants; one that does not exist is refused.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { grants6 } from "./dhcp6_codec.ts";
import { onceAndPatiently, type Patience } from "./either_client.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { seenDuring } from "./seen_points.ts";

const userContext = { floor: 7 };
const config = {
  4: {
    "valid-lifetime": 3600,
    subnet4: [
      { id: 1, subnet: "127.0.0.0/9", pools: [{ pool: "127.16.0.0 - 127.16.0.255" }] },
      {
        id: 7, subnet: "10.7.0.0/16", pools: [{ pool: "10.7.1.0 - 10.7.1.255" }, { pool: "10.7.2.16/28" }], "valid-lifetime": 1234,
        "min-valid-lifetime": 600, "max-valid-lifetime": 7200,
        relay: { "ip-addresses": ["10.7.0.1", "10.7.0.2"] }, "user-context": userContext,
      },
      { id: 4294967294, subnet: "10.9.0.0/16", interface: "lo" },
    ],
  },
  6: {
    "valid-lifetime": 4000, "preferred-lifetime": 3000,
    subnet6: [
      { id: 1, subnet: "2001:db8:1::/48", pools: [{ pool: "2001:db8:1:1::/64" }] },
      {
        id: 7, subnet: "2001:db8:7::/48", pools: [{ pool: "2001:db8:7:1::/64" }, { pool: "2001:db8:7:2::10 - 2001:db8:7:2::1f" }],
        "pd-pools": [{ prefix: "2001:db8:8000::", "prefix-len": 33, "delegated-len": 56 }], "valid-lifetime": 1234, "preferred-lifetime": 1000,
        "min-valid-lifetime": 600, "max-valid-lifetime": 7200, relay: { "ip-addresses": ["2001:db8:7::1"] }, "user-context": userContext,
      },
      { id: 4294967294, subnet: "2001:db8:9::/48", interface: "lo" },
    ],
  },
};

const first = {
  4: {
    id: 1, prefix: "127.0.0.0", prefixLength: 9, text: "127.0.0.0/9", userContext: null, validLifetime: 3600,
    minValidLifetime: 3600, maxValidLifetime: 3600, iface: "", relayAddrs: [], poolCount: 1, pools: ["127.16.0.0-127.16.0.255", null],
  },
  6: {
    id: 1, prefix: "2001:db8:1::", prefixLength: 48, text: "2001:db8:1::/48", userContext: null, validLifetime: 4000, minValidLifetime: 4000, maxValidLifetime: 4000,
    preferredLifetime: 3000, iface: "", relayAddrs: [], poolCount: 1, pools: ["0 2001:db8:1:1::-2001:db8:1:1:ffff:ffff:ffff:ffff 128", null],
  },
};
const second = {
  4: {
    id: 7, prefix: "10.7.0.0", prefixLength: 16, text: "10.7.0.0/16", userContext, validLifetime: 1234, minValidLifetime: 600,
    maxValidLifetime: 7200, iface: "", relayAddrs: ["0a070001", "0a070002"],
    poolCount: 2, pools: ["10.7.1.0-10.7.1.255", "10.7.2.16-10.7.2.31", null],
  },
  6: {
    id: 7, prefix: "2001:db8:7::", prefixLength: 48, text: "2001:db8:7::/48", userContext, validLifetime: 1234, minValidLifetime: 600, maxValidLifetime: 7200,
    preferredLifetime: 1000, iface: "", relayAddrs: ["20010db8000700000000000000000001"], poolCount: 3,
    pools: [
      "0 2001:db8:7:1::-2001:db8:7:1:ffff:ffff:ffff:ffff 128", "0 2001:db8:7:2::10-2001:db8:7:2::1f 128",
      "2 2001:db8:8000::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 56", null,
    ],
  },
};
const third = {
  4: { ...first[4], id: 4294967294, prefix: "10.9.0.0", prefixLength: 16, text: "10.9.0.0/16", iface: "lo", poolCount: 0, pools: [null] },
  6: { ...first[6], id: 4294967294, prefix: "2001:db8:9::", text: "2001:db8:9::/48", iface: "lo", poolCount: 0, pools: [null] },
};

it("compares every field of subnets", () => {
  for (const family of [4, 6] as const) {
    const object = schema.objects.find(({ name }) => name === `Subnet${family}`)!;
    // hook_points.test.ts compares the shared network.
    const compared = ["sharedNetwork", ...Object.keys(second[family]).map((name) => (name === "pools" ? "pool" : name))];
    expect(compared.sort()).toEqual([...object.fields, ...object.reads].map(({ name }) => name).sort());
  }
});

/** Policies of these names and settings, in this order. */
async function start(family: Family, multiThreading: boolean, policies: Record<string, Record<string, unknown>>): Promise<KeaServer> {
  const wasm = await compiledPolicy("choose_subnet");
  return KeaServer.start({
    family, multiThreading, extraConfig: config[family], policies: Object.entries(policies).map(([name, own]) => ({ name, wasm, config: own })),
  });
}

const nowhere = { 4: "127.200.0.1", 6: "2001:db8:ff::1" };

/** A new client's lease and its lifetime, behind a relay agent on a link that Kea knows or not. */
async function leaseFrom(server: KeaServer, known = true, patience: Patience = onceAndPatiently): Promise<{ address: string | null; seconds?: number | undefined }> {
  if (server.family === 4) {
    const { address, request } = await new Dhcp4Client(server, known ? {} : { giaddr: nowhere[4] }).obtainLease(patience);
    return { address, seconds: request?.answer?.options.find(({ code }) => code === 51)?.data.readUInt32BE() };
  }
  const { address, request } = await new Dhcp6Client(server, known ? {} : { relays: [{ linkAddress: nowhere[6] }] }).obtainLease(patience);
  return { address, seconds: request?.answer ? grants6(request.answer)[0]?.valid : undefined };
}

const inFirst = { 4: /^127\.16\.0\./, 6: /^2001:db8:1:1:/ };
const inSecond = { 4: /^10\.7\.[12]\./, 6: /^2001:db8:7:[12]:/ };

describe.each<[Family, boolean]>([[4, false], [4, true], [6, false], [6, true]])("DHCPv%s, multi-threading %s:", (family, multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(family, multiThreading, { chooser: { choose: 7 }, watcher: {} });
  });
  afterAll(() => server.stop());

  it("the client's lease lies in the subnet that a policy chose, and a later policy sees the choice", async () => {
    let got!: Awaited<ReturnType<typeof leaseFrom>>;
    const chosen = await seenDuring<{ id: number }>(server, "chooser", async () => { got = await leaseFrom(server); });
    expect(got.address).toMatch(inSecond[family]);
    expect(got.seconds).toBe(1234);
    expect(chosen.map(({ id }) => id)).toEqual([1, 1]);
    const watched = await seenDuring<{ id: number }>(server, "watcher", () => leaseFrom(server));
    expect(watched.map(({ id }) => id)).toEqual([7, 7]);
  });

  it("a client for which Kea knows no subnet is served in the chosen one", async () => {
    let got!: Awaited<ReturnType<typeof leaseFrom>>;
    const chosen = await seenDuring<{ id: number }>(server, "chooser", async () => { got = await leaseFrom(server, false); });
    expect(chosen.map(({ id }) => id)).toEqual([0, 0]);
    expect(got.address).toMatch(inSecond[family]);
  });
});

describe.each<Family>([4, 6])("DHCPv%s:", (family) => {
  const served = async (policies: Record<string, Record<string, unknown>>, act: (server: KeaServer) => Promise<void>): Promise<void> => {
    const server = await start(family, true, policies);
    try {
      await act(server);
      expect(server.exit).toBeNull();
    } finally {
      await server.stop();
    }
  };

  it("a subnet that the configuration does not have leaves Kea's own choice", () =>
    served({ chooser: { choose: 99 } }, async (server) => {
      expect((await leaseFrom(server)).address).toMatch(inFirst[family]);
      await server.waitForLog(new RegExp(`POLICY_FAULT policy chooser .*subnet${family}_select.*bad-edit: it selected the subnet 99, which the configuration does not have`));
      expect((await leaseFrom(server, false, {})).address).toBeNull();
    }));

  it("without a choice nothing changes", () =>
    served({ watcher: {} }, async (server) => expect((await leaseFrom(server)).address).toMatch(inFirst[family])));

  it("all subnets are seen by place and by number, with pools, lifetimes, interface and relay agents", () =>
    served({ chooser: { all: true } }, async (server) => {
      const client = family === 4 ? new Dhcp4Client(server, onceAndPatiently) : new Dhcp6Client(server, onceAndPatiently);
      const seen = await seenDuring<Record<string, unknown>>(server, "chooser", () => ("discover" in client ? client.discover() : client.solicit()));
      const walked = [first[family], second[family], third[family], null].map((subnet, index) => ({ point: "at", length: 3, index, subnet }));
      expect(seen.slice(1)).toEqual([...walked, { point: "withId", known: second[family], unknown: null }]);
    }));
});
