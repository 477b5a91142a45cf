// SPDX-License-Identifier: MPL-2.0
// Scripts of kea-hook-runscript on a real Kea: what they are called with at every callout of both families, against what was sent, what was
// answered, the clock and Kea's own log. Every variable counts, to the byte, in its order.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as expected from "./contract_expected.ts";
import { subnet } from "../policies/classic_contract.ts";
import { Dhcp4Client, type Exchange4 } from "./dhcp4_client.ts";
import { Dhcp6Client, type Dhcp6Fields, type Exchange6 } from "./dhcp6_client.ts";
import { decodeDhcp6, grants6, identityAssociation, Option6 } from "./dhcp6_codec.ts";
import { colons, hex, option, textOption } from "./dhcp_bytes.ts";
import { makeTemporaryFolder, type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { Comparison, Recorder, type Expected } from "./recorded_events.ts";

const comparison = new Comparison();
afterAll(() => console.log(comparison.table()));

const validLifetime = 4;
const probation = 2;
const subnets = {
  4: { subnet4: [{ id: 5, subnet: "127.0.0.0/9", pools: [{ pool: "127.16.0.0 - 127.31.255.255" }] }] },
  6: { "preferred-lifetime": 3, subnet6: [{ id: 5, subnet: "2001:db8::/32", pools: [{ pool: "2001:db8:1::/64" }], "pd-pools": [{ prefix: "2001:db8:8000::", "prefix-len": 33, "delegated-len": 56 }] }] },
};
const subnetLines = { 4: subnet("SUBNET4", "127.0.0.0", "9"), 6: subnet("SUBNET6", "2001:db8::", "32") };

async function start(family: Family, multiThreading: boolean): Promise<{ server: KeaServer; recorder: Recorder }> {
  const folder = makeTemporaryFolder("contract");
  const recorder = new Recorder(folder);
  const name = `kea-dhcp${family}`;
  const server = await KeaServer.start({
    family, multiThreading, scriptsFolder: folder, parameters: { script: recorder.script, "timeout-ms": 10_000 },
    extraConfig: {
      "valid-lifetime": validLifetime, "decline-probation-period": probation,
      "expired-leases-processing": { "reclaim-timer-wait-time": 1, "flush-reclaimed-timer-wait-time": 3600, "hold-reclaimed-time": 3600 },
      ...subnets[family],
      // Kea's own words of each packet.
      loggers: [name, `${name}.packets`, `${name}.policy-hooks`].map((logger) =>
        ({ name: logger, severity: "DEBUG", debuglevel: logger === name ? 0 : 99, output_options: [{ output: "stdout", flush: true }] })),
    },
  });
  return { server, recorder };
}

/** A lease's cltt as the script was told it; it must be of the time of the test. */
function clockOf(name: string): (told: (name: string) => string) => string {
  return (told) => {
    const cltt = told(`${name}_CLIENT_LAST_TRANSMISSION`);
    expect(Math.abs(Number(cltt) - Date.now() / 1000), `${name}_CLIENT_LAST_TRANSMISSION`).toBeLessThan(60);
    return cltt;
  };
}

/** 1 once the end of the lease lies in the past; at the very second of the end it may still be 0. */
function expiredOf(name: string): (told: (name: string) => string) => string {
  return (told) => {
    const end = Number(told(`${name}_CLIENT_LAST_TRANSMISSION`)) + Number(told(`${name}_VALID_LIFETIME`));
    const said = told(`${name}_IS_EXPIRED`);
    return said === "0" && Date.now() / 1000 - end < 4 ? "0" : "1";
  };
}

describe.each([false, true])("kea-dhcp4, multi-threading %s", (multiThreading) => {
  let server: KeaServer;
  let recorder: Recorder;
  beforeAll(async () => {
    ({ server, recorder } = await start(4, multiThreading));
  });
  afterAll(() => server.stop());

  const query = ({ sent }: Exchange4): string[] => expected.packet4("QUERY4", sent);
  const response = ({ answer }: Exchange4): string[] => expected.packet4("RESPONSE4", answer!);

  interface Client {
    hwaddr: string;
    clientId?: Buffer;
    hostname?: string;
  }
  const lease = (client: Client, address: string, more: Partial<expected.ExpectedLease> = {}): Expected => (told) =>
    expected.lease4({
      address, hwaddr: client.hwaddr, clientId: client.clientId ?? null, hostname: client.hostname, validLifetime, subnetId: 5, cltt: clockOf("LEASE4")(told), ...more,
    });

  /** DISCOVER, OFFER, REQUEST, ACK, each call compared; returns the ACK. */
  async function obtain(client: Client, one: Dhcp4Client): Promise<Exchange4> {
    recorder.take();
    const discover = await one.discover();
    const address = discover.answer!.yiaddr;
    comparison.checkAll(recorder.take(), [
      ["pkt4_receive", () => query(discover)],
      ["subnet4_select", () => [...query(discover), ...subnetLines[4]]],
      ["lease4_select", (told) => [...query(discover), ...subnetLines[4], "FAKE_ALLOCATION=1", ...lease(client, address)(told)]],
      ["pkt4_send", () => [...response(discover), ...query(discover)]],
    ]);
    const request = await one.request(discover.answer!);
    expect(request.answer!.yiaddr).toBe(address);
    comparison.checkAll(recorder.take(), [
      ["pkt4_receive", () => query(request)],
      ["subnet4_select", () => [...query(request), ...subnetLines[4]]],
      ["lease4_select", (told) => [...query(request), ...subnetLines[4], "FAKE_ALLOCATION=0", ...lease(client, address)(told)]],
      ["pkt4_send", () => [...response(request), ...query(request)]],
    ]);
    return request;
  }

  const clientOf = (hwaddr: string, fields: ConstructorParameters<typeof Dhcp4Client>[1] = {}): Dhcp4Client =>
    new Dhcp4Client(server, { hwaddr, attempts: 1, timeoutMs: 10_000, ...fields });

  it("a client behind a relay that says much: DORA, renewal, release", async () => {
    const client = { hwaddr: "02:00:00:00:0a:01", clientId: hex("01020000000a01"), hostname: "host-7" };
    const one = clientOf(client.hwaddr, {
      clientId: client.clientId, hops: 3, secs: 7, flags: 0x8000, options: [textOption(60, "MSFT 5.0"), textOption(12, "host-7")],
      // Not in the order of their codes.
      relayAgent: [option(151, "00"), option(2, "1a2b3c4d5e6f"), option(1, "65746830")],
    });
    const ack = await obtain(client, one);
    const { yiaddr } = ack.answer!;

    const renew = await one.renew(yiaddr);
    comparison.checkAll(recorder.take(), [
      ["pkt4_receive", () => query(renew)],
      ["subnet4_select", () => [...query(renew), ...subnetLines[4]]],
      ["lease4_renew", (told) => [...query(renew), ...subnetLines[4], ...lease(client, yiaddr)(told)]],
      ["pkt4_send", () => [...response(renew), ...query(renew)]],
    ]);

    const release = await one.release(ack.answer!);
    comparison.check(await recorder.waitFor("lease4_release"), (told) => [...query(release), ...lease(client, yiaddr)(told)]);
  });

  it("a client that declines, and its address that comes back", async () => {
    const client = { hwaddr: "02:00:00:00:0a:02" };
    const one = clientOf(client.hwaddr);
    const ack = await obtain(client, one);
    const { yiaddr } = ack.answer!;
    const decline = await one.decline(ack.answer!);
    comparison.check(await recorder.waitFor("lease4_decline"), (told) => [...query(decline), ...lease(client, yiaddr)(told)]);
    comparison.check(await recorder.waitFor("lease4_recover", yiaddr), (told) =>
      lease({ hwaddr: "" }, yiaddr, { state: "declined", validLifetime: probation, isExpired: expiredOf("LEASE4")(told) })(told));
  });

  it("a client that is never heard of again", async () => {
    const client = { hwaddr: "02:00:00:00:0a:03" };
    const { answer } = await obtain(client, clientOf(client.hwaddr));
    comparison.check(await recorder.waitFor("lease4_expire", answer!.yiaddr), (told) =>
      [...lease(client, answer!.yiaddr, { isExpired: expiredOf("LEASE4")(told) })(told), "REMOVE_LEASE=0"]);
  });

  it("a client whose subnet is not known", async () => {
    const discover = await clientOf("02:00:00:00:0a:04", { giaddr: "127.200.0.1", timeoutMs: 1500 }).discover();
    expect(discover.answer).toBeNull();
    comparison.checkAll(recorder.take(), [["pkt4_receive", () => query(discover)], ["subnet4_select", () => [...query(discover), ...subnet("SUBNET4")]]]);
  });

  it("a client without a hardware address", async () => {
    const client = { hwaddr: "", clientId: hex("ff0102030405060708") };
    await obtain(client, clientOf("", { clientId: client.clientId }));
  });

  it.each([0, 128])("a client-id and a vendor class of every byte value, from %i on", async (from) => {
    // Kea takes client-ids of up to 128 bytes.
    const clientId = Buffer.from(Array.from({ length: 128 }, (_, index) => from + index));
    const client = { hwaddr: "02:00:00:00:0b:01", clientId };
    // All but the zero byte; then with one in the middle, which ends the value.
    const letters = Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1));
    const vendorClass = from === 0 ? letters : Buffer.concat([letters.subarray(9, 30), Buffer.from([0]), letters.subarray(50, 60)]);
    await obtain(client, clientOf(client.hwaddr, { clientId, options: [{ code: 60, data: vendorClass }] }));
  });
});

describe.each([false, true])("kea-dhcp6, multi-threading %s", (multiThreading) => {
  let server: KeaServer;
  let recorder: Recorder;
  beforeAll(async () => {
    ({ server, recorder } = await start(6, multiThreading));
  });
  afterAll(() => server.stop());

  /** Kea's own label and text of what it received, as its log has them. */
  function wordsOf({ sent }: Exchange6): { label: string; text: string } {
    const tid = `tid=0x${sent.message.transactionId.toString(16)}`;
    const found = new RegExp(`DHCP6_QUERY_DATA ([^\\n]*${tid}), packet details: ([^]*?)\\n(?=\\d{4}-\\d\\d-\\d\\d |$)`).exec(server.log());
    if (!found) throw new Error(`Kea's log has no packet with ${tid}.`);
    return { label: found[1]!, text: found[2]! };
  }
  /** The same of what it answered. */
  function answerWordsOf({ sent }: Exchange6, label: string): { label: string; text: string } {
    // "transid" before Kea 3.0.
    const tid = `trans_?id=0x${sent.message.transactionId.toString(16)}`;
    const found = new RegExp(`DHCP6_RESPONSE_DATA [^\\n]*?(?:data is |packet details: )(local[^\\n]*\\n[^\\n]*${tid},?\\n[^]*?)\\n(?=\\d{4}-\\d\\d-\\d\\d |$)`).exec(server.log());
    if (!found) throw new Error(`Kea's log has no answer with ${tid}.`);
    return { label, text: found[1]! };
  }
  /** Kea's output is read a moment after it was written, and a text of several lines perhaps not at once. */
  const logged = async (exchange: Exchange6): Promise<Exchange6> => {
    const id = `0x${exchange.sent.message.transactionId.toString(16)}`;
    await server.waitForLog(new RegExp(`DHCP6_QUERY_DATA [^\\n]*tid=${id}\\b`));
    if (exchange.answer) await server.waitForLog(new RegExp(`DHCP6_RESPONSE_DATA [^\\n]*\\n[^\\n]*trans_?id=${id}\\b`));
    await sleep(100);
    return exchange;
  };
  const query = (exchange: Exchange6): string[] =>
    expected.packet6("QUERY6", exchange.sent, { local: 0, remote: server.clientPort }, wordsOf(exchange));
  const response = (exchange: Exchange6): string[] =>
    expected.packet6("RESPONSE6", decodeDhcp6(exchange.answerBytes!), { local: server.serverPort, remote: server.clientPort }, answerWordsOf(exchange, wordsOf(exchange).label));
  const more = (exchange: Exchange6): string[] => expected.more6(exchange.sent);

  interface Client {
    duid: string;
    hwaddr: string | null;
    iaid: number;
    prefix?: boolean;
  }
  const lease = (client: Client, grant: string, overlay: Partial<Parameters<typeof expected.lease6>[0]> = {}): Expected => (told) => {
    const [address, length] = grant.split("/");
    return expected.lease6({
      address: address!, prefixLength: length === undefined ? undefined : Number(length), hwaddr: client.hwaddr, duid: client.duid, iaid: client.iaid, validLifetime, preferredLifetime: 3,
      subnetId: 5, cltt: clockOf("LEASE6")(told), ...overlay,
    });
  };

  async function obtain(client: Client, one: Dhcp6Client): Promise<{ solicit: Exchange6; request: Exchange6; grant: string }> {
    recorder.take();
    const solicit = await logged(await one.solicit());
    const grant = grants6(solicit.answer!)[0]!.address;
    comparison.checkAll(recorder.take(), [
      ["pkt6_receive", () => [...query(solicit), ...more(solicit)]],
      ["subnet6_select", () => [...query(solicit), ...subnetLines[6], ...more(solicit)]],
      ["lease6_select", (told) => [...query(solicit), ...subnetLines[6], "FAKE_ALLOCATION=1", ...lease(client, grant)(told), ...more(solicit)]],
      ["pkt6_send", () => [...query(solicit), ...response(solicit), ...more(solicit)]],
    ]);
    const request = await logged(await one.request(solicit.answer!));
    expect(grants6(request.answer!)[0]!.address).toBe(grant);
    comparison.checkAll(recorder.take(), [
      ["pkt6_receive", () => [...query(request), ...more(request)]],
      ["subnet6_select", () => [...query(request), ...subnetLines[6], ...more(request)]],
      ["lease6_select", (told) => [...query(request), ...subnetLines[6], "FAKE_ALLOCATION=0", ...lease(client, grant)(told), ...more(request)]],
      ["pkt6_send", () => [...query(request), ...response(request), ...more(request)]],
    ]);
    return { solicit, request, grant };
  }

  const clientOf = (duid: string, fields: Dhcp6Fields = {}): Dhcp6Client => new Dhcp6Client(server, { duid, iaid: 7, attempts: 1, timeoutMs: 10_000, ...fields });
  const byHwaddr = (hwaddr: string): Client => ({ duid: `00:03:00:01:${hwaddr}`, hwaddr, iaid: 7 });

  it("a client behind a relay: assignment, renewal, rebinding, release", async () => {
    const client = byHwaddr("02:00:00:00:0a:01");
    const one = clientOf(client.duid, { options: [option(6, "00170018"), option(16, "000009bf0003616263")] });
    const { request, grant } = await obtain(client, one);

    const renew = await logged(await one.renew(request.answer!));
    comparison.checkAll(recorder.take(), [
      ["pkt6_receive", () => [...query(renew), ...more(renew)]],
      ["subnet6_select", () => [...query(renew), ...subnetLines[6], ...more(renew)]],
      ["lease6_renew", (told) => [...query(renew), ...lease(client, grant)(told), ...more(renew)]],
      ["pkt6_send", () => [...query(renew), ...response(renew), ...more(renew)]],
    ]);
    const rebind = await logged(await one.rebind(request.answer!));
    comparison.checkAll(recorder.take(), [
      ["pkt6_receive", () => [...query(rebind), ...more(rebind)]],
      ["subnet6_select", () => [...query(rebind), ...subnetLines[6], ...more(rebind)]],
      ["lease6_rebind", (told) => [...query(rebind), ...lease(client, grant)(told), ...more(rebind)]],
      ["pkt6_send", () => [...query(rebind), ...response(rebind), ...more(rebind)]],
    ]);
    const release = await logged(await one.release(request.answer!));
    comparison.check(await recorder.waitFor("lease6_release"), (told) => [...query(release), ...lease(client, grant)(told), ...more(release)]);
  });

  it("a delegated prefix, to its end", async () => {
    const client = { ...byHwaddr("02:00:00:00:0a:02"), iaid: 9 };
    const { grant } = await obtain(client, clientOf(client.duid, { associations: [identityAssociation(Option6.IA_PD, 9)] }));
    expect(grant).toMatch(/\/56$/);
    comparison.check(await recorder.waitFor("lease6_expire", grant.split("/")[0]), (told) => [...lease(client, grant, { isExpired: expiredOf("LEASE6")(told) })(told), "REMOVE_LEASE=0"]);
  });

  it("a client behind two relays, each with options of its own", async () => {
    const client = { ...byHwaddr("02:00:00:00:0a:03"), hwaddr: "0a:0b:0c:0d:0e:0f" };
    await obtain(client, clientOf(client.duid, {
      relays: [
        { linkAddress: "2001:db8:1::1", peerAddress: "fe80::5", interfaceId: "port-7", remoteId: { enterprise: 2495, id: "box" }, clientLinkLayer: "0a:0b:0c:0d:0e:0f" },
        { linkAddress: "2001:db8:2::1", peerAddress: "2001:db8:1::1", interfaceId: "", options: [textOption(38, "subscriber")] },
      ],
    }));
  });

  it("a client that declines, and its address that comes back", async () => {
    const client = byHwaddr("02:00:00:00:0a:04");
    const one = clientOf(client.duid);
    const { request, grant } = await obtain(client, one);
    const decline = await logged(await one.decline(request.answer!));
    comparison.check(await recorder.waitFor("lease6_decline"), (told) => [...query(decline), ...lease(client, grant)(told), ...more(decline)]);
    const empty = server.version.atLeast("2.3.8") ? "00:00:00" : "00";
    comparison.check(await recorder.waitFor("lease6_recover", grant), (told) =>
      lease({ ...client, duid: empty, hwaddr: null }, grant, { state: "declined", validLifetime: probation, preferredLifetime: 0, isExpired: expiredOf("LEASE6")(told) })(told));
  });

  it("a client whose subnet is not known", async () => {
    const solicit = await logged(await clientOf(byHwaddr("02:00:00:00:0a:05").duid, { relays: [{ linkAddress: "2001:db9::1" }] }).solicit());
    comparison.checkAll(recorder.take(), [
      ["pkt6_receive", () => [...query(solicit), ...more(solicit)]],
      ["subnet6_select", () => [...query(solicit), ...subnet("SUBNET6"), ...more(solicit)]],
      ["pkt6_send", () => [...query(solicit), ...response(solicit), ...more(solicit)]],
    ]);
  });

  it("a client without a hardware address, with a DUID of every byte value", async () => {
    const half = (from: number): Buffer => Buffer.concat([hex("0002"), Buffer.from(Array.from({ length: 126 }, (_, index) => (from + index) & 255))]);
    for (const from of [0, 126, 252]) {
      const duid = half(from);
      await obtain({ duid: colons(duid), hwaddr: null, iaid: 7 }, clientOf(duid.toString("hex")));
    }
  });

});

describe("The comparison", () => {
  it("was made at every callout of both families", () => {
    const four = ["lease4_decline", "lease4_expire", "lease4_recover", "lease4_release", "lease4_renew", "lease4_select", "pkt4_receive", "pkt4_send", "subnet4_select"];
    const six = ["lease6_decline", "lease6_expire", "lease6_rebind", "lease6_recover", "lease6_release", "lease6_renew", "lease6_select", "pkt6_receive", "pkt6_send", "subnet6_select"];
    expect(comparison.points()).toEqual([...four, ...six].sort());
  });
});
