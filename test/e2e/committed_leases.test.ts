// SPDX-License-Identifier: MPL-2.0
// The hook points that come when Kea has stored or ended leases, or is about to offer one: what a policy is shown there, against what the client
// sent and got; what Kea does on each verdict; and what a Kea says that has no such hook point yet.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp4Type } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { Dhcp6Type, encodeOptions6, grants6, identityAssociation, Option6 } from "./dhcp6_codec.ts";
import { ipv6Bytes } from "./dhcp_bytes.ts";
import { onceAndPatiently } from "./either_client.ts";
import { passing, writeGuest } from "./guest_module.ts";
import { type Family, keaVersion, makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { seenDuring } from "./seen_points.ts";

interface Seen {
  point: string;
  query: { type: number; transid: number };
  response: { type: number; yiaddr?: string } | null;
  leases: Record<string, unknown>[];
  deleted: Record<string, unknown>[];
}

// Kea 3.0 answers renewals from its cache unless told otherwise, and then nothing is committed.
const uncached = { "cache-max-age": 0 };
const rapid = {
  subnet6: [{ id: 1, subnet: "::/0", "rapid-commit": true, pools: [{ pool: "2001:db8:1::/64" }], "pd-pools": [{ prefix: "2001:db8:8000::", "prefix-len": 33, "delegated-len": 56 }] }],
};

async function start(family: Family, multiThreading: boolean, config: Record<string, unknown> = {}): Promise<KeaServer> {
  const policies = [{ name: "committed", wasm: await compiledPolicy("committed_leases"), config: { verdicts: {}, ...config } }];
  return KeaServer.start({ family, multiThreading, policies, extraConfig: family === 4 ? uncached : { ...uncached, ...rapid } });
}

const during = (server: KeaServer, action: () => Promise<unknown>, least = 0): Promise<Seen[]> => seenDuring<Seen>(server, "committed", action, least);
const points = (seen: Seen[]): string[] => seen.map(({ point }) => point);
/** For a message that is to get no answer. */
const brief = { timeoutMs: 1000 };
const offerIsSeen = keaVersion(4).atLeast("2.5.2");
const answerIsSeen = keaVersion(4).atLeast("2.7.7");

describe.each([false, true])("DHCPv4, multi-threading %s:", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(4, multiThreading);
  });
  afterAll(() => server.stop());

  it("an offer commits nothing, an assignment and a renewal one lease, and a release ends it", async () => {
    const one = new Dhcp4Client(server, { hwaddr: "020000000e01", ...onceAndPatiently });
    let { answer: offer, sent } = await one.discover();
    const offered = await during(server, async () => { ({ answer: offer, sent } = await one.discover()); });
    const address = offer!.yiaddr;
    const lease = { address, state: 0, validLifetime: 3600, hwaddr: "020000000e01", inText: true };
    expect(points(offered)).toEqual(offerIsSeen ? ["lease4_offer"] : []);
    if (offerIsSeen) {
      expect(offered[0]).toMatchObject({ query: { type: Dhcp4Type.DISCOVER, transid: sent.xid }, leases: [lease], offerLifetime: 0, oldLease: null });
      expect(offered[0]!.response).toEqual(answerIsSeen ? { type: Dhcp4Type.OFFER, transid: sent.xid, yiaddr: address } : null);
    }

    let request = await one.request(offer!);
    const again = new Dhcp4Client(server, { hwaddr: "020000000e02", ...onceAndPatiently });
    const other = (await again.discover()).answer!;
    const assigned = await during(server, async () => { request = await again.request(other); });
    expect(points(assigned)).toEqual(["leases4_committed"]);
    expect(assigned[0]).toMatchObject({
      query: { type: Dhcp4Type.REQUEST, transid: request.sent.xid }, leases: [{ ...lease, address: other.yiaddr, hwaddr: "020000000e02" }], deleted: [], behind: true,
    });
    expect(assigned[0]!.response).toEqual(answerIsSeen ? { type: Dhcp4Type.ACK, transid: request.sent.xid, yiaddr: other.yiaddr } : null);

    const renewed = await during(server, () => one.renew(address));
    expect(renewed).toMatchObject([{ point: "leases4_committed", leases: [lease], deleted: [] }]);
    const released = await during(server, () => one.release(offer!), 1);
    expect(released).toMatchObject([{ point: "leases4_committed", query: { type: Dhcp4Type.RELEASE }, leases: [], deleted: [{ address, hwaddr: "020000000e01" }], response: null }]);
    const nothing = await during(server, () => one.release({ ...offer!, yiaddr: "127.16.99.99" }), 1);
    expect(nothing).toMatchObject([{ point: "leases4_committed", leases: [], deleted: [], response: null }]);
  });

  it("a declined lease is committed as such", async () => {
    const one = new Dhcp4Client(server, { hwaddr: "020000000e03", ...onceAndPatiently });
    const { request, address } = await one.obtainLease();
    const declined = await during(server, () => one.decline(request!.answer!), 1);
    expect(declined).toMatchObject([{ query: { type: Dhcp4Type.DECLINE }, leases: [{ address, state: 1 }], deleted: [], response: null }]);
  });
});

describe("DHCPv4 obeys:", () => {
  it.each([false, true])("Drop withholds the answer, the lease stays, multi-threading %s", async (multiThreading) => {
    const server = await start(4, multiThreading, { verdicts: { leases4_committed: "drop" } });
    try {
      const one = new Dhcp4Client(server, { hwaddr: "020000000e11", ...onceAndPatiently });
      const offer = (await one.discover()).answer!;
      expect((await one.request(offer, brief)).answer).toBeNull();
      const other = new Dhcp4Client(server, { hwaddr: "020000000e12", ...onceAndPatiently });
      expect((await other.discover({ options: [{ code: 50, data: Buffer.from(offer.yiaddr.split(".").map(Number)) }] })).answer!.yiaddr).not.toBe(offer.yiaddr);
      expect((await one.discover()).answer!.yiaddr).toBe(offer.yiaddr);
    } finally {
      await server.stop();
    }
  });

  it("Skip is a fault, and the client is answered", async () => {
    const server = await start(4, false, { verdicts: { leases4_committed: "skip" } });
    try {
      const { address } = await new Dhcp4Client(server, { hwaddr: "020000000e13" }).obtainLease();
      expect(address).not.toBeNull();
      await server.waitForLog(/POLICY_FAULT.*leases4_committed.*bad-verdict.*returned 1, which is no verdict that Kea takes there/);
    } finally {
      await server.stop();
    }
  });

  it.runIf(offerIsSeen)("Drop at lease4_offer withholds the offer", async () => {
    const server = await start(4, true, { verdicts: { lease4_offer: "drop" } });
    try {
      expect((await new Dhcp4Client(server, { hwaddr: "020000000e14", ...brief }).discover()).answer).toBeNull();
    } finally {
      await server.stop();
    }
  });
});

const duid = "000300010200000000e1";

describe.each([false, true])("DHCPv6, multi-threading %s:", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(6, multiThreading);
  });
  afterAll(() => server.stop());

  it("an advertisement commits nothing, an assignment and a renewal every lease, and a release ends them", async () => {
    const associations = [identityAssociation(Option6.IA_NA, 7), identityAssociation(Option6.IA_NA, 8), identityAssociation(Option6.IA_PD, 9)];
    const one = new Dhcp6Client(server, { duid, associations, ...onceAndPatiently });
    let advertise = (await one.solicit()).answer!;
    expect(await during(server, async () => { advertise = (await one.solicit()).answer!; })).toEqual([]);
    const leases = grants6(advertise).map(({ address }, index) => ({
      type: index === 2 ? 2 : 0, address: address.replace(/\/56$/, ""), prefixLength: index === 2 ? 56 : 128, state: 0, iaid: 7 + index,
      validLifetime: 4000, duid, inText: true,
    }));
    expect(leases).toHaveLength(3);
    let request = await one.request(advertise);
    const assigned = await during(server, async () => { request = await one.request(advertise); });
    expect(points(assigned)).toEqual(["leases6_committed"]);
    expect(assigned[0]).toMatchObject({ query: { type: Dhcp6Type.REQUEST, transid: request.sent.message.transactionId }, leases, deleted: [], behind: true });
    expect(assigned[0]!.response).toEqual(answerIsSeen ? { type: Dhcp6Type.REPLY, transid: request.sent.message.transactionId } : null);
    const reply = request.answer!;
    expect(await during(server, () => one.renew(reply))).toMatchObject([{ query: { type: Dhcp6Type.RENEW }, leases, deleted: [] }]);
    expect(await during(server, () => one.rebind(reply))).toMatchObject([{ query: { type: Dhcp6Type.REBIND }, leases, deleted: [] }]);
    const ended = leases.map(({ address, iaid }) => ({ address, iaid }));
    expect(await during(server, () => one.release(reply))).toMatchObject([{ query: { type: Dhcp6Type.RELEASE }, leases: [], deleted: ended }]);
  });

  it("rapid commit commits on SOLICIT", async () => {
    const one = new Dhcp6Client(server, { duid: "000300010200000000e2", ...onceAndPatiently });
    const committed = await during(server, async () => {
      expect((await one.solicit({ options: [{ code: Option6.RAPID_COMMIT, data: Buffer.alloc(0) }] })).answer!.type).toBe(Dhcp6Type.REPLY);
    });
    expect(committed).toMatchObject([{ point: "leases6_committed", query: { type: Dhcp6Type.SOLICIT }, leases: [{ iaid: 1 }] }]);
  });

  it("a declined lease is committed as such", async () => {
    const one = new Dhcp6Client(server, { duid: "000300010200000000e3", ...onceAndPatiently });
    const { request, address } = await one.obtainLease();
    const declined = await during(server, () => one.decline(request!.answer!));
    expect(declined).toMatchObject([{ query: { type: Dhcp6Type.DECLINE }, leases: [{ address, state: 1 }], deleted: [] }]);
  });

  it.runIf(keaVersion(6).atLeast("2.7.7"))("a registration is shown, and then committed", async () => {
    const address = "2001:db8:77::5";
    const one = new Dhcp6Client(server, { duid: "000300010200000000e4", ...onceAndPatiently });
    const register = () => one.register(address, 100, 200);
    const lease = { address, state: 4, validLifetime: 200, duid: "000300010200000000e4" };
    const seen = await during(server, register);
    expect(points(seen)).toEqual(["addr6_register", "leases6_committed"]);
    expect(seen[0]).toMatchObject({ query: { type: Dhcp6Type.ADDR_REG_INFORM }, response: { type: Dhcp6Type.ADDR_REG_REPLY }, address, oldLease: null, newLease: lease });
    expect(seen[1]).toMatchObject({ leases: [lease], deleted: [] });
    expect((await during(server, register))[0]).toMatchObject({ oldLease: lease, newLease: lease });
  });
});

it("DHCPv6: as many leases as one datagram can ask for", async () => {
  const server = await start(6, true, { sums: true });
  try {
    const associations = Array.from({ length: 70 }, (_, index) => identityAssociation(Option6.IA_NA, 1000 + index));
    const one = new Dhcp6Client(server, { duid: "000300010200000000e5", associations, ...onceAndPatiently });
    const rapidly = { options: [{ code: Option6.RAPID_COMMIT, data: Buffer.alloc(0) }] };
    expect(encodeOptions6(associations).length).toBeGreaterThan(1000);
    const committed = await during(server, async () => { expect(grants6((await one.solicit(rapidly)).answer!)).toHaveLength(70); });
    expect(committed).toMatchObject([{ leases: [70, (70 * (1000 + 1069)) / 2], deleted: [0, 0] }]);
  } finally {
    await server.stop();
  }
});

it.each([false, true])("DHCPv6 obeys Drop: the answer is withheld, the lease stays, multi-threading %s", async (multiThreading) => {
  const server = await start(6, multiThreading, { verdicts: { leases6_committed: "drop" } });
  try {
    const one = new Dhcp6Client(server, { duid, ...onceAndPatiently });
    const advertise = (await one.solicit()).answer!;
    expect((await one.request(advertise, brief)).answer).toBeNull();
    const other = new Dhcp6Client(server, { duid: "000300010200000000e6", ...onceAndPatiently });
    const wanted = grants6(advertise)[0]!.address;
    const asking = identityAssociation(Option6.IA_NA, 1, [{ code: Option6.IA_ADDRESS, data: Buffer.concat([ipv6Bytes(wanted), Buffer.alloc(8)]) }]);
    expect(grants6((await other.solicit({ associations: [asking] })).answer!)[0]!.address).not.toBe(wanted);
    expect(grants6((await one.solicit()).answer!)[0]!.address).toBe(wanted);
  } finally {
    await server.stop();
  }
});

describe("a Kea without the hook point", () => {
  const version = keaVersion(4).text;
  const folder = makeTemporaryFolder("later");
  const all = passing("lease4_offer") + passing("addr6_register");
  const only = () => writeGuest(`${folder}/only.wasm`, { functions: all });
  const among = () => writeGuest(`${folder}/among.wasm`, { functions: all + passing("pkt4_receive") + passing("pkt6_receive") });
  const cases = [
    { family: 4, point: "lease4_offer", since: "2.5.2" },
    { family: 6, point: "addr6_register", since: "2.7.7" },
  ] as const;

  it.each(cases)("kea-dhcp$family says since when there is $point", async ({ family, point, since }) => {
    const has = keaVersion(family).atLeast(since);
    const server = await KeaServer.start({ family, multiThreading: false, policies: [{ name: "among", wasm: among() }] });
    try {
      if (has) {
        expect(server.log()).not.toContain("POLICY_NOT_CALLED_YET");
      } else {
        const lines = server.log().split("\n").filter((line) => line.includes("POLICY_NOT_CALLED_YET"));
        expect(lines).toHaveLength(1);
        expect(lines[0]).toContain(`INFO`);
        expect(lines[0]).toContain(`policy among exports ${point} since Kea ${since}; Kea ${version} does not call it there`);
      }
      const alone = await server.configSet({ policies: [{ name: "only", wasm: only() }] });
      expect(alone.result === 0).toBe(has);
      if (!has) expect(alone.text).toContain(`only.wasm would never be called: kea-dhcp${family} has ${point} since Kea ${since}, and this is Kea ${version}; run a newer Kea`);
      const named = await server.configSet({ policies: [{ name: "among", wasm: among(), "hook-points": [`pkt${family}_receive`, point] }] });
      expect(named.result === 0).toBe(has);
      if (!has) expect(named.text).toContain(`policies[0].hook-points: Kea ${version} has no ${point}, which exists since Kea ${since}; take ${point} out of the list or run a newer Kea`);
      expect(await server.configSet({ policies: [{ name: "among", wasm: among(), "hook-points": [`pkt${family}_receive`] }] })).toMatchObject({ result: 0 });
    } finally {
      await server.stop();
    }
  });
});
