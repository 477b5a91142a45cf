// SPDX-License-Identifier: MPL-2.0
// Kea alone, without our library: what the other suites rely on when they say that a policy made the difference.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { option, textOption } from "./dhcp_bytes.ts";
import { Dhcp4Client, serverOf } from "./dhcp4_client.ts";
import { decodeOptions4, Dhcp4Type, hwaddrOf, messageType4, Option4, option4 } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { Dhcp6Type, grants6, identityAssociation, Option6 } from "./dhcp6_codec.ts";
import { KeaServer } from "./kea_server.ts";
import { manyClients } from "./many_clients.ts";
import { expectSilence } from "./silence.ts";

describe.each([false, true])("bare kea-dhcp4, multi-threading %s", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await KeaServer.start({ family: 4, multiThreading });
  });
  afterAll(() => server.stop());

  it("gives a lease by DISCOVER, OFFER, REQUEST, ACK", async () => {
    const client = new Dhcp4Client(server, { hwaddr: "02:00:00:00:00:01", clientId: "01020000000001" });
    const { address, discover, request } = await client.obtainLease();
    expect(address).toMatch(/^127\.(1[6-9]|2\d|3[01])\./);
    expect(messageType4(discover.answer!)).toBe(Dhcp4Type.OFFER);
    expect(hwaddrOf(request!.answer!)).toBe("02:00:00:00:00:01");
    expect(serverOf(request!.answer!)).toBe("127.0.0.1");
    expect(option4(request!.answer!, Option4.LEASE_TIME)?.readUInt32BE()).toBe(3600);
    const renewed = await client.renew(address!, { attempts: 3 });
    expect(renewed.answer?.yiaddr).toBe(address);
  });

  it("echoes option 82, its sub-options in their order", async () => {
    const relayAgent = [textOption(1, "circuit-7"), option(2, "0a0b0c")];
    const { answer } = await new Dhcp4Client(server, { relayAgent }).discover({ attempts: 3 });
    expect(decodeOptions4(option4(answer!, Option4.RELAY_AGENT)!)).toEqual(relayAgent);
  });

  it("answers to another giaddr, to an INFORM and to hardware addresses of 1 to 16 bytes", async () => {
    const elsewhere = await new Dhcp4Client(server, { giaddr: "127.5.6.7" }).discover({ attempts: 3 });
    expect(elsewhere.answer?.giaddr).toBe("127.5.6.7");
    const inform = await new Dhcp4Client(server).inform("127.0.0.9", { attempts: 3 });
    expect(messageType4(inform.answer!)).toBe(Dhcp4Type.ACK);
    for (const length of [1, 8, 16]) {
      const hwaddr = Buffer.alloc(length, length);
      const exchange = await new Dhcp4Client(server, { hwaddr, htype: 32 }).discover({ attempts: 3 });
      expect(hwaddrOf(exchange.answer!)).toBe(hwaddrOf(exchange.sent));
    }
  });

  it("is silent to a message without type, but not to the next client", async () => {
    const silent = await expectSilence(
      new Dhcp4Client(server).discover({ rawOptions: [textOption(Option4.HOST_NAME, "typeless")] }),
      () => new Dhcp4Client(server).discover({ attempts: 3 }),
    );
    expect(silent.attempts).toBe(1);
  });

  it("takes back a released lease", async () => {
    const client = new Dhcp4Client(server);
    const { address, request } = await client.obtainLease();
    await client.release(request!.answer!);
    await server.waitForLog(new RegExp(`DHCP4_RELEASE.*${address!.replaceAll(".", "\\.")}`));
    const other = await client.obtainLease();
    await client.decline(other.request!.answer!);
    await server.waitForLog(new RegExp(`DHCP4_DECLINE.*${other.address!.replaceAll(".", "\\.")}`));
  });

  it("serves many clients at once", async () => {
    const report = await manyClients(server, { clients: 100, perSecond: 200 });
    expect(report).toMatchObject({ clients: 100, never: 0 });
    expect(report.firstTry + report.afterRetransmission).toBe(100);
  });

  it("counts what it does", async () => {
    const before = await server.statistics();
    await new Dhcp4Client(server).discover({ attempts: 3 });
    const after = await server.statistics();
    expect(after["pkt4-discover-received"]! - before["pkt4-discover-received"]!).toBeGreaterThanOrEqual(1);
  });
});

describe.each([false, true])("bare kea-dhcp6, multi-threading %s", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await KeaServer.start({ family: 6, multiThreading });
  });
  afterAll(() => server.stop());

  it("gives a lease by SOLICIT, ADVERTISE, REQUEST, REPLY", async () => {
    const client = new Dhcp6Client(server, { duid: "00030001020000000001", iaid: 77 });
    const { address, solicit, request } = await client.obtainLease();
    expect(address).toMatch(/^2001:db8:1:/);
    expect(solicit.answer!.type).toBe(Dhcp6Type.ADVERTISE);
    expect(request!.answer!.type).toBe(Dhcp6Type.REPLY);
    expect(grants6(request!.answer!)).toEqual([{ address, preferred: 3000, valid: 4000 }]);
    for (const verb of ["renew", "rebind"] as const) {
      const exchange = await client[verb](request!.answer!, { attempts: 3 });
      expect(grants6(exchange.answer!)[0]?.address).toBe(address);
    }
    expect((await client.release(request!.answer!, { attempts: 3 })).answer?.type).toBe(Dhcp6Type.REPLY);
  });

  it("delegates a prefix", async () => {
    const associations = [identityAssociation(Option6.IA_PD, 5)];
    const { address } = await new Dhcp6Client(server, { associations }).obtainLease();
    expect(address).toMatch(/^2001:db8:[89a-f].*\/56$/);
  });

  it("answers through two relays, with the interface-id of each", async () => {
    const relays = [
      { interfaceId: "port-7", clientLinkLayer: "02:00:00:00:00:02", peerAddress: "fe80::2" },
      { interfaceId: "uplink", remoteId: { enterprise: 2495, id: "box" }, linkAddress: "2001:db8:2::1", peerAddress: "2001:db8:1::1" },
    ];
    const { sent, answer, answerRelays } = await new Dhcp6Client(server, { relays }).solicit({ attempts: 3 });
    expect(answer?.transactionId).toBe(sent.message.transactionId);
    expect(answerRelays.map(({ type, hopCount, peerAddress }) => ({ type, hopCount, peerAddress }))).toEqual([
      { type: Dhcp6Type.RELAY_REPLY, hopCount: 0, peerAddress: "fe80::2" },
      { type: Dhcp6Type.RELAY_REPLY, hopCount: 1, peerAddress: "2001:db8:1::1" },
    ]);
    expect(answerRelays.map(({ options }) => options)).toEqual(
      ["port-7", "uplink"].map((name) => expect.arrayContaining([textOption(Option6.INTERFACE_ID, name)])),
    );
  });

  it("is silent to a SOLICIT without client-id, but not to the next client", async () => {
    await expectSilence(new Dhcp6Client(server).solicit({ rawOptions: [option(Option6.ELAPSED_TIME, "0000")] }), () =>
      new Dhcp6Client(server).solicit({ attempts: 3 }),
    );
  });

  it("serves many clients at once, and counts them", async () => {
    const before = await server.statistics();
    expect(await manyClients(server, { clients: 100, perSecond: 200 })).toMatchObject({ clients: 100, never: 0 });
    const after = await server.statistics();
    expect(after["pkt6-request-received"]! - before["pkt6-request-received"]!).toBeGreaterThanOrEqual(100);
  });
});
