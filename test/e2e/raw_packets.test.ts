// SPDX-License-Identifier: MPL-2.0
// Packets as bytes: before Kea parsed them, and after it packed its answer. What a policy is shown, against what went over the wire; what
// Kea does on each verdict.
import { createSocket } from "node:dgram";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp4Type } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { Dhcp6Type } from "./dhcp6_codec.ts";
import { option } from "./dhcp_bytes.ts";
import { onceAndPatiently, type Patience } from "./either_client.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { loopback, shown } from "./seen_packets.ts";
import { seenDuring } from "./seen_points.ts";
import { expectSilence } from "./silence.ts";

type Seen = { point: string } & Record<string, unknown>;

/** The hop count of the packets that the policy gives its verdict on. */
const HOPS = 23;

async function start(family: Family, multiThreading: boolean, config: Record<string, unknown> = {}): Promise<KeaServer> {
  const policies = [{ name: "raw", wasm: await compiledPolicy("raw_packets"), config: { verdicts: {}, ...config } }];
  return KeaServer.start({ family, multiThreading, policies });
}

const during = (server: KeaServer, action: () => Promise<unknown>, least = 0): Promise<Seen[]> => seenDuring<Seen>(server, "raw", action, least);

/** Sends bytes as they are; the port that they came from. */
function sendBytes(server: KeaServer, bytes: Uint8Array): Promise<number> {
  const four = server.family === 4;
  return new Promise((done, fail) => {
    const socket = createSocket({ type: four ? "udp4" : "udp6" });
    socket.once("error", fail);
    socket.bind(0, four ? "127.0.0.1" : "::1", () => {
      const { port } = socket.address();
      socket.send(bytes, server.serverPort, four ? "127.0.0.1" : "::1", (error) => {
        socket.close();
        if (error) fail(error);
        else done(port);
      });
    });
  });
}

const at = (seen: Seen[], point: string): Seen => seen.find((one) => one.point === point)!;
const names = (seen: Seen[]): string[] => seen.map(({ point }) => point);

it("compares every field of both objects", () => {
  const fieldsOf = (name: string): string[] => schema.objects.find((object) => object.name === name)!.fields.map((field) => field.name);
  expect(fieldsOf("RawPacket4").sort()).toEqual(["iface", "ifindex", "localAddr", "localPort", "remoteAddr", "remoteHwaddr", "remotePort", "wire"]);
  expect(fieldsOf("RawPacket6").sort()).toEqual(["iface", "ifindex", "localAddr", "remoteAddr", "remotePort", "wire"]);
});

describe.each([false, true])("DHCPv4, multi-threading %s:", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(4, multiThreading);
  });
  afterAll(() => server.stop());

  it("the bytes that came, and those that are sent, are seen whole at every hook point that has them", async () => {
    const client = new Dhcp4Client(server, { hwaddr: "020000000a01", options: [option(224, Buffer.alloc(255, 9))], attempts: 1, timeoutMs: 5000 });
    let exchange!: Awaited<ReturnType<Dhcp4Client["discover"]>>;
    const seen = await during(server, async () => { exchange = await client.discover(); });
    expect(names(seen)).toEqual(["buffer4_receive", "pkt4_receive", "pkt4_send", "buffer4_send"]);
    expect(at(seen, "buffer4_receive")).toEqual({
      point: "buffer4_receive", localPort: server.serverPort, remotePort: server.clientPort, localAddr: "127.0.0.1", remoteAddr: "127.0.0.1",
      ifindex: loopback.index, iface: loopback.name, wire: shown(exchange.bytes), remoteHwaddr: null,
    });
    expect(at(seen, "pkt4_receive")).toEqual({ point: "pkt4_receive", type: Dhcp4Type.DISCOVER, wire: shown(exchange.bytes) });
    expect(at(seen, "pkt4_send")).toEqual({ point: "pkt4_send", type: Dhcp4Type.OFFER, wire: null });
    expect(at(seen, "buffer4_send")).toEqual({
      point: "buffer4_send", type: Dhcp4Type.OFFER, yiaddr: exchange.answer!.yiaddr, localPort: server.serverPort, remotePort: server.clientPort,
      remoteAddr: "127.0.0.1", serverId: "7f000001", wire: shown(exchange.answerBytes),
    });
  });

  it("what Kea cannot parse is seen before it tries", async () => {
    const bytes = Buffer.alloc(236, 0xee);
    let port = 0;
    const seen = await during(server, async () => { port = await sendBytes(server, bytes); }, 1);
    expect(seen).toMatchObject([{ point: "buffer4_receive", remotePort: port, wire: shown(bytes) }]);
  });

  it("fewer bytes than a header has are not even taken by Kea", async () => {
    expect(await during(server, () => sendBytes(server, Buffer.alloc(235, 1)))).toEqual([]);
  });
});

describe.each([false, true])("DHCPv6, multi-threading %s:", (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(6, multiThreading);
  });
  afterAll(() => server.stop());

  it("the bytes that came, and those that are sent, are seen whole at every hook point that has them", async () => {
    const client = new Dhcp6Client(server, { relays: [{}, { interfaceId: "port-7" }], options: [option(60001, Buffer.alloc(1000, 5))], attempts: 1, timeoutMs: 5000 });
    let exchange!: Awaited<ReturnType<Dhcp6Client["solicit"]>>;
    const seen = await during(server, async () => { exchange = await client.solicit(); });
    expect(names(seen)).toEqual(["buffer6_receive", "pkt6_receive", "pkt6_send", "buffer6_send"]);
    expect(at(seen, "buffer6_receive")).toEqual({
      point: "buffer6_receive", remotePort: server.clientPort, ifindex: loopback.index, localAddr: "::1", remoteAddr: "::1",
      iface: loopback.name, wire: shown(exchange.bytes),
    });
    expect(at(seen, "pkt6_receive")).toEqual({ point: "pkt6_receive", type: Dhcp6Type.SOLICIT, wire: shown(exchange.bytes) });
    expect(at(seen, "pkt6_send")).toEqual({ point: "pkt6_send", type: Dhcp6Type.ADVERTISE, wire: null });
    expect(at(seen, "buffer6_send")).toEqual({
      point: "buffer6_send", type: Dhcp6Type.ADVERTISE, transid: exchange.answer!.transactionId, relayCount: 2, remotePort: server.clientPort,
      remoteAddr: "::1", serverId: expect.any(String), wire: shown(exchange.answerBytes),
    });
  });

  it("what Kea cannot parse is seen before it tries", async () => {
    let port = 0;
    const seen = await during(server, async () => { port = await sendBytes(server, Buffer.from([0xee])); }, 1);
    expect(seen).toMatchObject([{ point: "buffer6_receive", remotePort: port, wire: "ee" }]);
  });
});

describe.each<[Family, string]>([[4, "pkt4-receive-drop"], [6, "pkt6-receive-drop"]])("DHCPv%s obeys:", (family, dropped) => {
  const receive = `buffer${family}_receive`;
  const send = `buffer${family}_send`;
  /** A client's first message. */
  const ask = (server: KeaServer, hops: number, patience: Patience = onceAndPatiently): Promise<{ answer: unknown }> =>
    family === 4 ? new Dhcp4Client(server, { hops, ...patience }).discover() : new Dhcp6Client(server, { relays: [{ hopCount: hops }], ...patience }).solicit();
  /** For those that are to get nothing. */
  const brief = { attempts: 1, timeoutMs: 700 };
  const served = async (config: Record<string, unknown>, act: (server: KeaServer) => Promise<void>): Promise<void> => {
    const server = await start(family, false, config);
    try {
      await act(server);
      expect(server.exit).toBeNull();
    } finally {
      await server.stop();
    }
  };

  it(`Drop at ${receive} drops the packets that it names and no others, and is counted`, () =>
    served({ verdicts: { [receive]: "drop" }, hops: HOPS }, async (server) => {
      const before = (await server.statistics())[dropped]!;
      await expectSilence(ask(server, HOPS, brief), () => ask(server, 1));
      expect((await server.statistics())[dropped]! - before).toBe(1);
    }));

  it.each(["skip", "drop"])(`%s at ${send} withholds the answer`, (verdict) =>
    served({ verdicts: { [send]: verdict } }, async (server) => {
      expect((await ask(server, 1, brief)).answer).toBeNull();
      await server.waitForLog(new RegExp(`"point":"${send}"`));
    }));

  it(`a policy that returns Skip at ${receive}, where Kea would leave the parsing to it, fails, and the client is served`, () =>
    served({ verdicts: { [receive]: "skip" }, hops: HOPS }, async (server) => {
      expect((await ask(server, HOPS)).answer).not.toBeNull();
      await server.waitForLog(new RegExp(`POLICY_FAULT.*${receive}.*sender (127\\.0\\.0\\.1|::1).*bad-verdict`));
    }));
});
