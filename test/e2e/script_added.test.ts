// SPDX-License-Identifier: MPL-2.0
// The hook points that kea-hook-runscript does not have, with variables in its manner, on a real Kea: those that Kea 2.2.0 has.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as expected from "./contract_expected.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { grants6 } from "./dhcp6_codec.ts";
import { textOption } from "./dhcp_bytes.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { Recorder, type RecordedEvent } from "./recorded_events.ts";

let recorder: Recorder;
let server: KeaServer;

async function start(family: 4 | 6): Promise<void> {
  const folder = makeTemporaryFolder("added");
  recorder = new Recorder(folder);
  const points = [`leases${family}_committed`, `host${family}_identifier`, `ddns${family}_update`];
  server = await KeaServer.start({
    family, multiThreading: true, scriptsFolder: folder, parameters: { script: recorder.script, "hook-points": points, "timeout-ms": 10_000, prefixes: ["KEA_"] },
    extraConfig: { "host-reservation-identifiers": ["flex-id"] },
  });
}

const lineOf = (event: RecordedEvent, name: string): string | undefined => event.environment.find((line) => line.startsWith(`KEA_${name}=`))?.slice(`KEA_${name}=`.length);
const only = (events: RecordedEvent[], point: string): RecordedEvent => events.find((event) => event.point === point)!;

describe("kea-dhcp4:", () => {
  beforeAll(() => start(4));
  afterAll(() => server.stop());

  it("a client with a name gets its lease", async () => {
    const client = new Dhcp4Client(server, { hwaddr: "020000000a01", clientId: "01020000000a01", options: [textOption(12, "host-7")], attempts: 1, timeoutMs: 10_000 });
    const offer = (await client.discover()).answer!;
    recorder.all();
    const request = await client.request(offer);
    const events = recorder.all();
    expect([...new Set(events.map(({ point }) => point))].sort()).toEqual(["ddns4_update", "host4_identifier", "leases4_committed"]);
    const query = expected.packet4("QUERY4", request.sent).map((line) => `KEA_${line}`);

    expect(only(events, "host4_identifier").environment).toEqual([...query, "KEA_ID_TYPE=4", "KEA_ID_VALUE="]);

    const named = only(events, "ddns4_update");
    expect(named.environment.slice(0, query.length)).toEqual(query);
    expect(named.environment.slice(-6)).toEqual([
      "KEA_SUBNET4=127.0.0.0/8", "KEA_SUBNET4_PREFIX=127.0.0.0", "KEA_SUBNET4_PREFIXLEN=8", "KEA_HOSTNAME=host-7", "KEA_FORWARD_UPDATE=0", "KEA_REVERSE_UPDATE=0",
    ]);
    expect(lineOf(named, "RESPONSE4_TYPE")).toBe("DHCPACK");

    const committed = only(events, "leases4_committed");
    expect(committed.environment.slice(0, query.length + 1)).toEqual([...query, "KEA_LEASES4_SIZE=1"]);
    expect(lineOf(committed, "LEASES4_AT0_ADDRESS")).toBe(request.answer!.yiaddr);
    expect(lineOf(committed, "LEASES4_AT0_HWADDR")).toBe("02:00:00:00:0a:01");
    expect(lineOf(committed, "LEASES4_AT0_DEBUG")).toContain("Client id:     01:02:00:00:00:0a:01\n");
    expect(lineOf(committed, "DELETED_LEASES4_SIZE")).toBe("0");
  });
});

describe("kea-dhcp6:", () => {
  beforeAll(() => start(6));
  afterAll(() => server.stop());

  it("a client with a name gets its lease", async () => {
    // Option 39: flags, then the name as labels.
    const fqdn = { code: 39, data: Buffer.from("\x01\x06host-7\x07example\x03org\0", "latin1") };
    const client = new Dhcp6Client(server, { duid: "000300010200000000c1", iaid: 7, options: [fqdn], attempts: 1, timeoutMs: 10_000 });
    const advertise = (await client.solicit()).answer!;
    recorder.all();
    const request = await client.request(advertise);
    const events = recorder.all();
    expect([...new Set(events.map(({ point }) => point))].sort()).toEqual(["ddns6_update", "host6_identifier", "leases6_committed"]);
    expect(lineOf(only(events, "host6_identifier"), "ID_TYPE")).toBe("4");
    expect(lineOf(only(events, "ddns6_update"), "HOSTNAME")).toBe("host-7.example.org.");
    const committed = only(events, "leases6_committed");
    expect(lineOf(committed, "LEASES6_AT0_ADDRESS")).toBe(grants6(request.answer!)[0]!.address);
    expect(lineOf(committed, "LEASES6_AT0_IAID")).toBe("7");
    expect(lineOf(committed, "QUERY6_OPTION_39")).toBe(`0x${fqdn.data.toString("hex").toUpperCase()}`);
    expect(lineOf(committed, "QUERY6_CLIENT_DUID")).toBe("00:03:00:01:02:00:00:00:00:c1");
  });
});
