// SPDX-License-Identifier: MPL-2.0
// The hook points that kea-hook-runscript does not have, with variables in its manner, on a real Kea.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import * as expected from "./contract_expected.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { grants6, Option6 } from "./dhcp6_codec.ts";
import { ipv6Bytes, textOption } from "./dhcp_bytes.ts";
import type { HookLibrary } from "./kea_config.ts";
import { hookLibrary, keaVersion, makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { Recorder, type RecordedEvent } from "./recorded_events.ts";

let recorder: Recorder;
let server: KeaServer;

async function start(
  family: 4 | 6, points = [`leases${family}_committed`, `host${family}_identifier`, `ddns${family}_update`],
  { laterHooks, extraConfig }: { laterHooks?: HookLibrary[]; extraConfig?: Record<string, unknown> } = {},
): Promise<void> {
  const folder = makeTemporaryFolder("added");
  recorder = new Recorder(folder);
  server = await KeaServer.start({
    family, multiThreading: true, scriptsFolder: folder, parameters: { script: recorder.script, "hook-points": points, "timeout-ms": 10_000, prefixes: ["KEA_"] },
    laterHooks, extraConfig: { "host-reservation-identifiers": ["flex-id"], ...extraConfig },
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

/** Lines of one object under the name that it has at a hook point, with the prefix. */
const named = (lines: string[], from: string, to: string): string[] => lines.map((line) => `KEA_${line.replace(from, to)}`);

/** test/hooks/address_in_use.cc */
function addressInUse(): HookLibrary {
  const library = join(dirname(hookLibrary), "libaddress_in_use.so");
  if (!existsSync(library)) throw new Error(`${library} is missing: host/setup/build.sh tests makes it.`);
  return { library };
}

describe("a hook point of later Keas:", () => {
  const version = keaVersion(4);
  const patient = { attempts: 1, timeoutMs: 10_000 };
  it("lease4_offer", async ({ skip }) => {
    skip(!version.atLeast("2.5.2"), `Kea ${version.text} has no lease4_offer`);
    await start(4, ["lease4_offer"], { extraConfig: { "offer-lifetime": 60, "cache-max-age": 0 } });
    onTestFinished(async () => void (await server.stop()));
    const client = new Dhcp4Client(server, { hwaddr: "020000000a11", clientId: "01020000000a11", ...patient });
    const lines = ({ sent, answer }: Awaited<ReturnType<Dhcp4Client["discover"]>>, event: RecordedEvent, old: string[]): string[] => {
      const lease = expected.lease4({
        address: answer!.yiaddr, hwaddr: "02:00:00:00:0a:11", clientId: Buffer.from("01020000000a11", "hex"), validLifetime: 60, subnetId: 1,
        cltt: lineOf(event, "LEASES4_AT0_CLIENT_LAST_TRANSMISSION")!,
      });
      const response = version.atLeast("2.7.7") ? expected.packet4("RESPONSE4", answer!) : [];
      return [
        ...named(expected.packet4("QUERY4", sent), "", ""), "KEA_LEASES4_SIZE=1", ...named(lease, "LEASE4", "LEASES4_AT0"), "KEA_OFFER_LIFETIME=60", ...old,
        ...named(response, "", ""),
      ];
    };
    const first = await client.discover();
    const [event, ...more] = recorder.all();
    expect(more).toEqual([]);
    expect(event).toMatchObject({ point: "lease4_offer", environment: lines(first, event!, []) });

    const again = await client.discover();
    expect(again.answer!.yiaddr).toBe(first.answer!.yiaddr);
    const [second] = recorder.all();
    const old = second!.environment.filter((line) => line.startsWith("KEA_OLD_LEASE4_"));
    expect(lineOf(second!, "OLD_LEASE4_ADDRESS")).toBe(first.answer!.yiaddr);
    expect(lineOf(second!, "OLD_LEASE4_CLIENT_LAST_TRANSMISSION")).toBe(lineOf(event!, "LEASES4_AT0_CLIENT_LAST_TRANSMISSION"));
    expect(second!.environment).toEqual(lines(again, second!, old));
  });

  it("lease4_server_decline", async ({ skip }) => {
    skip(!version.atLeast("2.5.5"), `Kea ${version.text} has no lease4_server_decline`);
    await start(4, ["lease4_server_decline"], { laterHooks: [addressInUse()], extraConfig: { "decline-probation-period": 77 } });
    onTestFinished(async () => void (await server.stop()));
    const client = new Dhcp4Client(server, { hwaddr: "020000000a12", clientId: "01020000000a12", attempts: 1, timeoutMs: 700 });
    const { sent, answer } = await client.discover();
    expect(answer).toBeNull();
    const event = await recorder.waitFor("lease4_server_decline");
    const lease = expected.lease4({
      address: lineOf(event, "LEASE4_ADDRESS")!, state: "declined", hwaddr: "", clientId: null, validLifetime: 77, subnetId: 1,
      cltt: lineOf(event, "LEASE4_CLIENT_LAST_TRANSMISSION")!,
    });
    expect(event.environment).toEqual(named([...expected.packet4("QUERY4", sent), ...lease], "", ""));
    expect(lineOf(event, "LEASE4_ADDRESS")).toMatch(/^127\.16\./);
  });

  // An ADDR-REG-INFORM: the address that the client has is the peer address of its relay.
  it("addr6_register", async ({ skip }) => {
    skip(!version.atLeast("2.7.7"), `Kea ${version.text} has no addr6_register`);
    await start(6, ["addr6_register"]);
    onTestFinished(async () => void (await server.stop()));
    const address = "2001:db8:77::5";
    const association = { code: Option6.IA_ADDRESS, data: Buffer.concat([ipv6Bytes(address), Buffer.from("00000064000000c8", "hex")]) };
    const client = new Dhcp6Client(server, { duid: "000300010200000000c5", ...patient });
    const register = async (): Promise<RecordedEvent> => {
      const { answer } = await client.send(36, [association], { relays: [{ peerAddress: address, linkAddress: address }] });
      expect(answer!.type).toBe(37);
      const [event, ...more] = recorder.all();
      expect(more).toEqual([]);
      expect(event!.point).toBe("addr6_register");
      return event!;
    };
    const groups = (event: RecordedEvent): string[] =>
      [...new Set(event.environment.map((line) => /^KEA_(QUERY6|ADDRESS6|OLD_LEASE6|NEW_LEASE6|RESPONSE6)[_=]/.exec(line)?.[1] ?? line))];
    const first = await register();
    expect(groups(first)).toEqual(["QUERY6", "ADDRESS6", "NEW_LEASE6", "RESPONSE6"]);
    const lease = (event: RecordedEvent, name: string): string[] => named(expected.lease6({
      address, hwaddr: "02:00:00:00:00:c5", duid: "00:03:00:01:02:00:00:00:00:c5", iaid: 0, preferredLifetime: 100, validLifetime: 200, subnetId: 1,
      cltt: lineOf(event, `${name}_CLIENT_LAST_TRANSMISSION`)!,
    }), "LEASE6", name).map((line) => line.replace("_STATE=default", "_STATE=registered"));
    const of = (event: RecordedEvent, name: string): string[] => event.environment.filter((line) => line.startsWith(`KEA_${name}`));
    expect(lineOf(first, "QUERY6_TYPE")).toBe("ADDR_REG_INFORM");
    expect(of(first, "ADDRESS6")).toEqual([`KEA_ADDRESS6=${address}`]);
    expect(of(first, "NEW_LEASE6").map((line) => line.replace(/(State: +)registered/, "$1default"))).toEqual(lease(first, "NEW_LEASE6"));
    expect(lineOf(first, "RESPONSE6_TYPE")).toBe("ADDR_REG_REPLY");
    expect(of(first, "OLD_LEASE6")).toEqual([]);
    const second = await register();
    expect(groups(second)).toEqual(["QUERY6", "ADDRESS6", "OLD_LEASE6", "NEW_LEASE6", "RESPONSE6"]);
    expect(of(second, "OLD_LEASE6").map((line) => line.replace("OLD_LEASE6", "NEW_LEASE6"))).toEqual(of(first, "NEW_LEASE6"));
  });
});
