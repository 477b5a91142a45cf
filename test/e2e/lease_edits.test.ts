// SPDX-License-Identifier: MPL-2.0
// Leases that a policy changes before Kea stores them: what the client is told and what Kea keeps, which its own lease commands tell; what is
// refused; and the arguments and fields that only some of these hook points have.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { option4, type Dhcp4Message } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { grants6, identityAssociation, Option6 } from "./dhcp6_codec.ts";
import { type Family, keaLibrary, keaVersion } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { seenDuring } from "./seen_points.ts";

interface Config {
  at?: string;
  valid?: number;
  preferred?: number;
  hostname?: string;
  context?: string;
}

interface Seen {
  point: string;
  lease: Record<string, unknown>;
}

const policy = async (config: Config) => ({ policies: [{ name: "edits", wasm: await compiledPolicy("lease_edits"), config }] });
const during = (server: KeaServer, action: () => Promise<unknown>): Promise<Seen[]> => seenDuring<Seen>(server, "edits", action);

async function start(family: Family, multiThreading: boolean, config: Config): Promise<KeaServer> {
  // Kea's own lease commands. Kea 3.0 caches leases unless told otherwise.
  const otherHooks = [{ library: keaLibrary("libdhcp_lease_cmds.so")! }];
  return KeaServer.start({ family, multiThreading, parameters: await policy(config), otherHooks, extraConfig: { "cache-max-age": 0 } });
}

async function stored(server: KeaServer, address: string, type = "IA_NA"): Promise<Record<string, unknown>> {
  const wanted = { "ip-address": address.replace(/\/\d+$/, "") };
  const answer = await server.command(`lease${server.family}-get`, server.family === 4 ? wanted : { ...wanted, type });
  if (answer.result !== 0) throw new Error(`Kea knows no lease of ${address}: ${answer.text}`);
  return answer.arguments as Record<string, unknown>;
}

const leaseTime = (answer: Dhcp4Message | null): number | undefined => option4(answer!, 51)?.readUInt32BE();
const patient = { attempts: 1, timeoutMs: 5000 };
const context = { room: "b7", tags: ["x", 1] };
const edits = { valid: 777, hostname: "Desk-7.example.org", context: JSON.stringify(context) };
const kept = { hostname: "desk-7.example.org", "user-context": expect.objectContaining(context) };
const poolIsKnown = keaVersion(4).atLeast("2.3.8");

describe.each([false, true])("a changed lease, multi-threading %s:", (multiThreading) => {
  describe("DHCPv4", () => {
    let server: KeaServer;
    beforeAll(async () => {
      server = await start(4, multiThreading, { at: "lease4_select", ...edits });
    });
    afterAll(() => server.stop());

    it("at lease4_select is offered, assigned and kept as the policy says", async () => {
      const one = new Dhcp4Client(server, { hwaddr: "020000000f01", ...patient });
      await server.configSet(await policy({ at: "lease4_select", ...edits }));
      const offer = (await one.discover()).answer!;
      expect(leaseTime(offer)).toBe(777);
      const seen = await during(server, async () => { expect(leaseTime((await one.request(offer)).answer)).toBe(777); });
      expect(seen).toMatchObject([{
        point: "lease4_select", hasOfferLifetime: keaVersion(4).atLeast("2.3.6"), offerLifetime: 0,
        // What the policy is shown is Kea's: its own changes come when it has returned.
        lease: { validLifetime: 3600, expired: false, poolId: 0, hasPoolId: poolIsKnown, relayId: null, remoteId: null, stateName: "default" },
      }]);
      expect(await stored(server, offer.yiaddr)).toMatchObject({ "valid-lft": 777, ...kept });
    });

    it("at lease4_renew, on an offer to a client that has a lease and on a renewal", async () => {
      // Leases do not outlive a new configuration here.
      await server.configSet(await policy({ at: "lease4_renew", ...edits }));
      const one = new Dhcp4Client(server, { hwaddr: "020000000f02", clientId: "01020000000f02", ...patient });
      const { address } = await one.obtainLease();
      expect(leaseTime((await one.discover()).answer)).toBe(777);
      expect(await stored(server, address!), "an offer stores nothing").toMatchObject({ "valid-lft": 3600, hostname: "" });
      const seen = await during(server, async () => { expect(leaseTime((await one.renew(address!)).answer)).toBe(777); });
      expect(seen).toMatchObject([{ point: "lease4_renew", clientId: "01020000000f02", hwaddr: { bytes: "020000000f02", htype: 1 }, lease: { validLifetime: 3600 } }]);
      expect(await stored(server, address!)).toMatchObject({ "valid-lft": 777, ...kept });
    });

    it("without client identifier the argument is null", async () => {
      await server.configSet(await policy({}));
      const one = new Dhcp4Client(server, { hwaddr: "020000000f03", ...patient });
      const { address } = await one.obtainLease();
      expect(await during(server, () => one.renew(address!))).toMatchObject([{ clientId: null, hwaddr: { bytes: "020000000f03", htype: 1 } }]);
    });

    it.each([
      [{ valid: 0 }, "set a valid lifetime of 0 seconds, with which the lease would have ended before it began"],
      [{ hostname: "a b" }, "set a hostname that has other characters than letters, digits, hyphens, underscores and dots"],
      [{ hostname: "h".repeat(256) }, "set a hostname of 256 bytes, more than 255"],
      [{ context: "[1]" }, "set a user context that is no JSON map"],
      [{ context: '{"a": ' }, "set a user context that is no JSON: "],
    ])("refused edits change nothing: %j", async (wrong, sentence) => {
      await server.configSet(await policy({ at: "lease4_select", ...edits, ...wrong }));
      const from = server.log().length;
      const { address, request } = await new Dhcp4Client(server, patient).obtainLease();
      expect(leaseTime(request!.answer)).toBe(3600);
      const own = await stored(server, address!);
      expect(own).toMatchObject({ "valid-lft": 3600, hostname: "" });
      expect(own["user-context"]).toBeUndefined();
      expect(server.log().slice(from)).toMatch(/POLICY_FAULT policy edits failed at lease4_select .*bad-edit/);
      expect(server.log().slice(from)).toContain(sentence);
    });

    it("where Kea stores no change, a change is a fault", async () => {
      await server.configSet(await policy({ at: "lease4_release", valid: 5 }));
      const one = new Dhcp4Client(server, patient);
      const { request } = await one.obtainLease();
      await one.release(request!.answer!);
      await server.waitForLog(/POLICY_FAULT policy edits failed at lease4_release .*bad-edit: it edited lease4, which is not to be edited at this hook point/);
    });
  });

  describe("DHCPv6", () => {
    const both = [identityAssociation(Option6.IA_NA, 7), identityAssociation(Option6.IA_PD, 9)];
    const six = { ...edits, preferred: 333 };
    const told = { valid: 777, preferred: 333 };
    let server: KeaServer;
    beforeAll(async () => {
      server = await start(6, multiThreading, { at: "lease6_select", ...six });
    });
    afterAll(() => server.stop());

    it("at lease6_select is advertised, assigned and kept as the policy says", async () => {
      const one = new Dhcp6Client(server, { duid: "000300010200000000f1", associations: both, ...patient });
      const advertise = (await one.solicit()).answer!;
      expect(grants6(advertise)).toMatchObject([told, told]);
      let got = grants6(advertise);
      const seen = await during(server, async () => { got = grants6((await one.request(advertise)).answer!); });
      expect(got).toMatchObject([told, told]);
      const shown = { point: "lease6_select", lease: { validLifetime: 4000, expired: false, poolId: 0, hasPoolId: poolIsKnown, stateName: "default" } };
      expect(seen).toMatchObject([shown, shown]);
      expect(await stored(server, got[0]!.address)).toMatchObject({ "valid-lft": 777, "preferred-lft": 333, ...kept });
      expect(await stored(server, got[1]!.address, "IA_PD")).toMatchObject({ "valid-lft": 777, "preferred-lft": 333, ...kept });
    });

    it("at lease6_renew and lease6_rebind, which are shown the association that is to be answered", async () => {
      for (const [point, verb, valid] of [["lease6_renew", "renew", 777], ["lease6_rebind", "rebind", 555]] as const) {
        await server.configSet(await policy({ at: point, ...six, valid }));
        const one = new Dhcp6Client(server, { duid: "000300010200000000f2", associations: both, ...patient });
        const reply = (await one.obtainLease()).request!.answer!;
        expect(grants6(reply)).toMatchObject([{ valid: 4000 }, { valid: 4000 }]);
        let got = grants6(reply);
        const seen = await during(server, async () => { got = grants6((await one[verb](reply)).answer!); });
        expect(seen).toMatchObject([
          { point, iaNa: { type: 3, iaid: 7, t1: 0, t2: 0, empty: true }, iaPd: null },
          { point, iaNa: null, iaPd: { type: 25, iaid: 9, t1: 0, t2: 0, empty: true } },
        ]);
        expect(got).toMatchObject([{ valid, preferred: 333 }, { valid, preferred: 333 }]);
        for (const [index, type] of ["IA_NA", "IA_PD"].entries()) {
          expect(await stored(server, got[index]!.address, type)).toMatchObject({ "valid-lft": valid, "preferred-lft": 333, ...kept });
        }
      }
    });

    it.each([
      [{ valid: 100 }, "set lifetimes with which the lease would be preferred for 333 seconds and valid for only 100"],
      [{ preferred: 778 }, "set lifetimes with which the lease would be preferred for 778 seconds and valid for only 777"],
    ])("refused edits change nothing: %j", async (wrong, sentence) => {
      await server.configSet(await policy({ at: "lease6_select", ...six, ...wrong }));
      const from = server.log().length;
      const reply = (await new Dhcp6Client(server, patient).obtainLease()).request!.answer!;
      expect(grants6(reply)).toMatchObject([{ valid: 4000, preferred: 3000 }]);
      expect(await stored(server, grants6(reply)[0]!.address)).toMatchObject({ "valid-lft": 4000, hostname: "" });
      expect(server.log().slice(from)).toContain(sentence);
    });
  });
});
