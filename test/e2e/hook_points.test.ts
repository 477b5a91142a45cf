// SPDX-License-Identifier: MPL-2.0
// Each hook point where Kea hands out, renews, takes back and forgets leases: what a policy is shown there, against what the client sent and
// got, and what Kea does on each verdict.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp4Type, messageType4, option4, type Dhcp4Message } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { Dhcp6Type, grants6, identityAssociation, Option6 } from "./dhcp6_codec.ts";
import { findOption } from "./dhcp_bytes.ts";
import { onceAndPatiently } from "./either_client.ts";
import { type Family, keaVersion } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { seenDuring, seenSince } from "./seen_points.ts";

interface Seen {
  point: string;
  query?: { type: number; transid: number };
  subnet?: Record<string, unknown> | null;
  lease?: Record<string, unknown>;
  response?: { type: number; yiaddr?: string };
  fakeAllocation?: boolean;
  removeLease?: boolean;
}

// Leases end soon, so that their end can be waited for; declined addresses come back at once.
const shortLives = {
  "valid-lifetime": 4,
  "decline-probation-period": 1,
  "expired-leases-processing": { "reclaim-timer-wait-time": 1, "flush-reclaimed-timer-wait-time": 3600, "hold-reclaimed-time": 3600 },
};
const userContext = { floor: 7, names: ["a", "b"] };
const subnets = {
  4: { "shared-networks": [{ name: "campus", subnet4: [{ id: 5, subnet: "127.0.0.0/8", "user-context": userContext, pools: [{ pool: "127.16.0.0 - 127.31.255.255" }] }] }], subnet4: [] },
  6: { "preferred-lifetime": 3, subnet6: [{ id: 5, subnet: "::/0", "user-context": userContext, pools: [{ pool: "2001:db8:1::/64" }], "pd-pools": [{ prefix: "2001:db8:8000::", "prefix-len": 33, "delegated-len": 56 }] }] },
};

async function start(family: Family, multiThreading: boolean, config: Record<string, unknown> = {}): Promise<KeaServer> {
  const policies = [{ name: "points", wasm: await compiledPolicy("every_hook_point"), config: { verdicts: {}, ...config } }];
  return KeaServer.start({ family, multiThreading, policies, extraConfig: { ...shortLives, ...subnets[family] } });
}

const during = (server: KeaServer, action: () => Promise<unknown>, least = 0): Promise<Seen[]> => seenDuring<Seen>(server, "points", action, least);
/** For a message that is to get no answer. */
const brief = { timeoutMs: 1000 };

async function waitForPoint(server: KeaServer, from: number, point: string, address: string): Promise<Seen> {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(100)) {
    const found = seenSince<Seen>(server, "points", from).find((one) => one.point === point && one.lease?.["address"] === address);
    if (found) return found;
  }
  throw new Error(`The policy was not asked at ${point} for ${address}. It saw ${JSON.stringify(seenSince<Seen>(server, "points", from))}`);
}

const names = (seen: Seen[]): string[] => seen.map(({ point }) => point);
const at = (seen: Seen[], point: string): Seen => seen.find((one) => one.point === point)!;
const subnetIsSaid = keaVersion(4).atLeast("2.5.6");

const subnetSeen = {
  4: { id: 5, prefix: "127.0.0.0", prefixLength: 8, sharedNetwork: "campus", text: "127.0.0.0/8", userContext },
  6: { id: 5, prefix: "::", prefixLength: 0, sharedNetwork: "", text: "::/0", userContext },
};

// Kea hands out cached leases from 3.0 on unless told otherwise, and says then what is left of them.
const reuseableLifetime = keaVersion(4).atLeast("3.0.0") ? expect.any(Number) : 0;

function lease4(address: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    address, state: 0, fqdnFwd: false, fqdnRev: false, subnetId: 5, validLifetime: 4, reuseableLifetime, cltt: expect.any(Number),
    hwaddr: { bytes: "020000000a01", htype: 1 }, clientId: "01020000000a01", hostname: "", userContext: null, stateName: "default", inText: true, ...more,
  };
}

describe.each([false, true])("DHCPv4, multi-threading %s:", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(4, multiThreading);
  });
  afterAll(() => server.stop());
  const client = (last: number): Dhcp4Client => new Dhcp4Client(server, { hwaddr: `0200000000${last.toString(16).padStart(2, "0")}`, attempts: 1, timeoutMs: 5000 });

  it("offer, assignment, renewal and release show the lease as the client gets it", async () => {
    const one = new Dhcp4Client(server, { hwaddr: "020000000a01", clientId: "01020000000a01", attempts: 1, timeoutMs: 5000 });
    let offer: Dhcp4Message;
    let transid = 0;
    const began = Math.floor(Date.now() / 1000);
    const offered = await during(server, async () => {
      const { answer, sent } = await one.discover();
      offer = answer!;
      transid = sent.xid;
    });
    const address = offer!.yiaddr;
    expect(names(offered)).toEqual(["subnet4_select", "lease4_select", "pkt4_send"]);
    expect(at(offered, "subnet4_select")).toMatchObject({ query: { type: Dhcp4Type.DISCOVER, transid }, subnet: subnetSeen[4] });
    expect(at(offered, "lease4_select")).toEqual({
      point: "lease4_select", query: { type: Dhcp4Type.DISCOVER, transid }, subnet: subnetSeen[4], fakeAllocation: true, lease: lease4(address),
    });
    const told = at(offered, "pkt4_send");
    expect(told.response).toEqual({ type: Dhcp4Type.OFFER, yiaddr: address });
    expect(told.subnet).toEqual(subnetIsSaid ? subnetSeen[4] : null);
    const cltt = at(offered, "lease4_select").lease!["cltt"] as number;
    expect(cltt).toBeGreaterThanOrEqual(began);
    expect(cltt).toBeLessThanOrEqual(began + 10);

    const assigned = await during(server, () => one.request(offer!));
    expect(names(assigned)).toEqual(["subnet4_select", "lease4_select", "pkt4_send"]);
    expect(at(assigned, "lease4_select")).toMatchObject({ query: { type: Dhcp4Type.REQUEST }, fakeAllocation: false, lease: lease4(address) });
    expect(at(assigned, "pkt4_send").response).toEqual({ type: Dhcp4Type.ACK, yiaddr: address });

    let ack = (await one.renew(address)).answer!;
    const renewed = await during(server, async () => { ack = (await one.renew(address)).answer!; });
    expect(names(renewed)).toEqual(["subnet4_select", "lease4_renew", "pkt4_send"]);
    expect(at(renewed, "lease4_renew")).toMatchObject({ subnet: subnetSeen[4], lease: lease4(address) });

    const released = await during(server, () => one.release(ack), 1);
    expect(at(released, "lease4_release")).toMatchObject({ query: { type: Dhcp4Type.RELEASE }, lease: lease4(address) });
  });

  it("a declined address is shown when it is set aside and when it comes back", async () => {
    const one = client(0x21);
    const { request, address } = await one.obtainLease();
    const from = server.log().length;
    const declined = await during(server, () => one.decline(request!.answer!), 1);
    expect(at(declined, "lease4_decline")).toMatchObject({ query: { type: Dhcp4Type.DECLINE }, lease: { address, state: 0, hwaddr: { bytes: "020000000021" } } });
    const recovered = await waitForPoint(server, from, "lease4_recover", address!);
    expect(recovered.lease).toMatchObject({ address, subnetId: 5, stateName: "declined" });
    expect(recovered.query).toBeUndefined();
  });

  it("a lease that ends is shown once more", async () => {
    const from = server.log().length;
    const { address } = await client(0x22).obtainLease();
    expect(await waitForPoint(server, from, "lease4_expire", address!)).toMatchObject({ removeLease: false, lease: { address, state: 0, validLifetime: 4 } });
  });
});

describe("DHCPv4 obeys:", () => {
  const served = async (config: Record<string, unknown>, ask: (server: KeaServer, one: Dhcp4Client) => Promise<void>): Promise<void> => {
    const server = await start(4, false, config);
    try {
      await ask(server, new Dhcp4Client(server, { hwaddr: "020000000b01", ...onceAndPatiently }));
      expect(server.exit).toBeNull();
    } finally {
      await server.stop();
    }
  };

  it("Drop at subnet4_select leaves the client without an answer, and is counted", () =>
    served({ verdicts: { subnet4_select: "drop" } }, async (server, one) => {
      const before = (await server.statistics())["pkt4-receive-drop"]!;
      expect((await one.discover(brief)).answer).toBeNull();
      expect((await server.statistics())["pkt4-receive-drop"]! - before).toBe(1);
    }));

  it("Skip at subnet4_select leaves the client without an address", () =>
    served({ verdicts: { subnet4_select: "skip" } }, async (_, one) => expect((await one.discover(brief)).answer).toBeNull()));

  it("Skip at lease4_select refuses an address that is assigned, and is a fault where it would crash this Kea", () =>
    served({ verdicts: { lease4_select: "skip" } }, async (server, one) => {
      const dangerous = !keaVersion(4).atLeast("3.0.4");
      const { answer } = await one.discover(dangerous ? {} : brief);
      if (dangerous) {
        expect(messageType4(answer!)).toBe(Dhcp4Type.OFFER);
        await server.waitForLog(/POLICY_FAULT.*lease4_select.*bad-verdict.*returned skip: Kea before 3\.0\.4 crashes/);
      } else {
        expect(answer).toBeNull();
      }
      const request = await one.request("127.16.0.77", brief);
      expect(request.answer === null || messageType4(request.answer) === Dhcp4Type.NAK).toBe(true);
    }));

  it("Skip at lease4_release keeps the lease", () =>
    served({ verdicts: { lease4_release: "skip" } }, async (server, one) => {
      const { request, address } = await one.obtainLease();
      await one.release(request!.answer!);
      const other = new Dhcp4Client(server, { hwaddr: "020000000b02", ...brief });
      const refused = await other.request(address!);
      expect(refused.answer === null || messageType4(refused.answer) === Dhcp4Type.NAK).toBe(true);
    }));

  it("Drop at pkt4_send withholds the answer", () =>
    served({ verdicts: { pkt4_send: "drop" } }, async (_, one) => expect((await one.discover(brief)).answer).toBeNull()));

  it("an edit of the answer reaches the client", () =>
    served({ mark: "edited" }, async (_, one) => expect(option4((await one.discover()).answer!, 12)?.toString()).toBe("edited")));
});

const duid = "000300010200000000c1";
function lease6(address: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 0, address, prefixLength: 128, state: 0, fqdnFwd: false, fqdnRev: false, iaid: 7, subnetId: 5, preferredLifetime: 3, validLifetime: 4,
    reuseableLifetime, cltt: expect.any(Number), duid, hwaddr: { bytes: "0200000000c1", htype: 1 }, hostname: "", userContext: null, stateName: "default", inText: true, ...more,
  };
}

it("compares every field of leases", () => {
  // lease_edits.test.ts compares the last ones.
  const compared = {
    Lease4: [...Object.keys(lease4("")), "expired", "poolId", "relayId", "remoteId"],
    Lease6: [...Object.keys(lease6("")), "expired", "poolId"],
  };
  for (const [name, names] of Object.entries(compared)) {
    const object = schema.objects.find((one) => one.name === name)!;
    expect(names.map((one) => (one === "inText" ? "text" : one)).sort()).toEqual([...object.fields, ...object.reads].map((one) => one.name).sort());
  }
});

describe.each([false, true])("DHCPv6, multi-threading %s:", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(6, multiThreading);
  });
  afterAll(() => server.stop());

  it("advertisement, assignment, renewal, rebinding and release show the lease as the client gets it", async () => {
    const one = new Dhcp6Client(server, { duid, iaid: 7, attempts: 1, timeoutMs: 5000 });
    let advertise = (await one.solicit()).answer!;
    const offered = await during(server, async () => { advertise = (await one.solicit()).answer!; });
    const address = grants6(advertise)[0]!.address;
    expect(names(offered)).toEqual(["subnet6_select", "lease6_select", "pkt6_send"]);
    expect(at(offered, "lease6_select")).toMatchObject({
      query: { type: Dhcp6Type.SOLICIT, transid: expect.any(Number) }, subnet: subnetSeen[6], fakeAllocation: true, lease: lease6(address),
    });
    let reply = advertise;
    const assigned = await during(server, async () => { reply = (await one.request(advertise)).answer!; });
    expect(at(assigned, "lease6_select")).toMatchObject({ fakeAllocation: false, lease: lease6(address) });
    expect(at(assigned, "pkt6_send").response).toEqual({ type: Dhcp6Type.REPLY });

    const renewed = await during(server, () => one.renew(reply));
    expect(names(renewed)).toEqual(["subnet6_select", "lease6_renew", "pkt6_send"]);
    expect(at(renewed, "lease6_renew")).toMatchObject({ query: { type: Dhcp6Type.RENEW }, lease: lease6(address) });
    const rebound = await during(server, () => one.rebind(reply));
    expect(at(rebound, "lease6_rebind")).toMatchObject({ query: { type: Dhcp6Type.REBIND }, lease: lease6(address) });
    const released = await during(server, () => one.release(reply));
    expect(at(released, "lease6_release")).toMatchObject({ query: { type: Dhcp6Type.RELEASE }, lease: lease6(address) });
  });

  it("a delegated prefix is a lease of its own type", async () => {
    const one = new Dhcp6Client(server, { duid: "000300010200000000c2", associations: [identityAssociation(Option6.IA_PD, 9)], attempts: 1, timeoutMs: 5000 });
    let advertise = (await one.solicit()).answer!;
    const offered = await during(server, async () => { advertise = (await one.solicit()).answer!; });
    expect(at(offered, "lease6_select").lease).toMatchObject({ type: 2, address: grants6(advertise)[0]!.address.replace(/\/56$/, ""), prefixLength: 56, iaid: 9 });
  });

  it("a declined address is shown when it is set aside and when it comes back", async () => {
    const one = new Dhcp6Client(server, { duid: "000300010200000000c3", attempts: 1, timeoutMs: 5000 });
    const { request, address } = await one.obtainLease();
    const from = server.log().length;
    const declined = await during(server, () => one.decline(request!.answer!));
    expect(at(declined, "lease6_decline")).toMatchObject({ query: { type: Dhcp6Type.DECLINE }, lease: { address, state: 0 } });
    expect((await waitForPoint(server, from, "lease6_recover", address!)).lease).toMatchObject({ address, subnetId: 5, stateName: "declined" });
  });

  it("a lease that ends is shown once more", async () => {
    const from = server.log().length;
    const { address } = await new Dhcp6Client(server, { duid: "000300010200000000c4", attempts: 1, timeoutMs: 5000 }).obtainLease();
    expect(await waitForPoint(server, from, "lease6_expire", address!)).toMatchObject({ removeLease: false, lease: { address, state: 0, validLifetime: 4 } });
  });
});

describe("DHCPv6 obeys:", () => {
  const asked = async (config: Record<string, unknown>, ask: (server: KeaServer, one: Dhcp6Client) => Promise<void>): Promise<void> => {
    const server = await start(6, true, config);
    try {
      await ask(server, new Dhcp6Client(server, { duid, ...onceAndPatiently }));
      expect(server.exit).toBeNull();
    } finally {
      await server.stop();
    }
  };

  it("Drop at subnet6_select leaves the client without an answer, and is counted", () =>
    asked({ verdicts: { subnet6_select: "drop" } }, async (server, one) => {
      const before = (await server.statistics())["pkt6-receive-drop"]!;
      expect((await one.solicit(brief)).answer).toBeNull();
      expect((await server.statistics())["pkt6-receive-drop"]! - before).toBe(1);
    }));

  it("Skip at lease6_select refuses the address, and is a fault where it may crash this Kea", () =>
    asked({ verdicts: { lease6_select: "skip" } }, async (server, one) => {
      const { answer } = await one.solicit(keaVersion(6).atLeast("3.0.4") ? brief : {});
      if (keaVersion(6).atLeast("3.0.4")) {
        expect(answer === null ? [] : grants6(answer)).toEqual([]);
      } else {
        expect(grants6(answer!)).toHaveLength(1);
        await server.waitForLog(/POLICY_FAULT.*lease6_select.*bad-verdict.*returned skip: Kea before 3\.0\.4 crashes/);
      }
    }));

  it("Drop at pkt6_send withholds the answer", () =>
    asked({ verdicts: { pkt6_send: "drop" } }, async (_, one) => expect((await one.solicit(brief)).answer).toBeNull()));

  it("an edit of the answer reaches the client", () =>
    asked({ mark: "edited" }, async (_, one) => {
      const { answer } = await one.solicit();
      expect(findOption(answer!.options, 59)?.toString()).toBe("edited");
    }));
});
