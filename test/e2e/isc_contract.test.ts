// SPDX-License-Identifier: MPL-2.0
// Scripts in the manner of ISC's run_script: ISC's own library and ours in one Kea, each with a script of its own, and what the two scripts
// get, byte by byte.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { identityAssociation, Option6 } from "./dhcp6_codec.ts";
import { hex, ipv6Bytes, option, textOption } from "./dhcp_bytes.ts";
import { keaLibrary, keaVersion, makeTemporaryFolder, type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { Recorder, type RecordedEvent } from "./recorded_events.ts";

const isc = keaLibrary("libdhcp_run_script.so");
const registers = keaVersion(6).atLeast("2.7.7");
const compared = new Map<string, number>();
afterAll(() => console.log([...compared].sort().map(([point, variables]) => `${point.padEnd(18)} ${variables} variables, 0 differences`).join("\n")));

async function withBoth(family: Family, multiThreading: boolean, act: (server: KeaServer) => Promise<void>, points: string[]): Promise<void> {
  // The scripts themselves in one folder: Kea 3.0 takes them from no other.
  const folder = makeTemporaryFolder("isc");
  const [theirs, ours] = ["theirs", "ours"].map((name) => {
    mkdirSync(join(folder, name));
    return new Recorder(join(folder, name), join(folder, `${name}.sh`));
  }) as [Recorder, Recorder];
  const server = await KeaServer.start({
    family, multiThreading, scriptsFolder: folder,
    otherHooks: [{ library: isc!, parameters: { name: theirs.script, sync: false } }],
    parameters: { script: ours.script, variables: "isc-run-script", "timeout-ms": 10_000 },
    extraConfig: {
      "valid-lifetime": 4, "decline-probation-period": 2,
      "expired-leases-processing": { "reclaim-timer-wait-time": 1, "flush-reclaimed-timer-wait-time": 3600, "hold-reclaimed-time": 3600 },
      ...(family === 6 ? { "preferred-lifetime": 3 } : {}),
    },
  });
  try {
    await act(server);
    const [expected, found] = (await untilTheEnd(theirs, ours, points)).map((events) => events.map(asText).sort()) as [string[], string[]];
    expect(found).toEqual(expected);
    for (const text of found) compared.set(text.split("\n")[0]!, (compared.get(text.split("\n")[0]!) ?? 0) + text.split("\n").length - 1);
    expect([...new Set(found.map((text) => text.split("\n")[0]!))].sort()).toEqual([...points].sort());
  } finally {
    await server.stop();
  }
}

/** What both recorded when every lease has ended and no script runs any more; ours give way to everything else on a busy machine. */
async function untilTheEnd(theirs: Recorder, ours: Recorder, points: string[]): Promise<RecordedEvent[][]> {
  const sides = [theirs, ours].map((recorder) => ({ recorder, events: [] as RecordedEvent[] }));
  await sleep(6000);
  let last = Date.now();
  for (const end = last + 15_000; Date.now() < end; await sleep(50)) {
    for (const { recorder, events } of sides) {
      const more = recorder.all();
      if (more.length > 0) last = Date.now();
      events.push(...more);
    }
    const complete = sides.every(({ events }) => points.every((point) => events.some((one) => one.point === point)));
    if (complete && sides[0]!.events.length === sides[1]!.events.length && Date.now() - last >= 1000) break;
  }
  return sides.map(({ events }) => events);
}

const asText = ({ point, environment }: RecordedEvent): string => [point, ...environment].join("\n");

describe.skipIf(!isc).each([false, true])("ISC's library and ours, multi-threading %s:", (multiThreading) => {
  const points = (family: Family): string[] => ["renew", "expire", "recover", "release", "decline"].map((what) => `lease${family}_${what}`);

  it("kea-dhcp4", () => withBoth(4, multiThreading, async (server) => {
    const patient = { attempts: 1, timeoutMs: 10_000 };
    const one = new Dhcp4Client(server, {
      ...patient, hwaddr: "020000000a01", clientId: hex("01020000000a01"), hops: 3, secs: 7, options: [textOption(12, "host-7")],
      relayAgent: [option(151, "00"), option(2, "1a2b3c4d5e6f"), option(1, "65746830")],
    });
    const { request, address } = await one.obtainLease();
    await one.renew(address!);
    await one.release(request!.answer!);
    expect((await new Dhcp4Client(server, { ...patient, hwaddr: "", clientId: "ff0102030405060708" }).obtainLease()).address).not.toBeNull();
    const two = new Dhcp4Client(server, { ...patient, hwaddr: "020000000a02" });
    await two.decline((await two.obtainLease()).request!.answer!);
  }, [...points(4), "leases4_committed"]));

  it("kea-dhcp6", () => withBoth(6, multiThreading, async (server) => {
    const patient = { attempts: 1, timeoutMs: 10_000 };
    const one = new Dhcp6Client(server, {
      ...patient, duid: "000300010200000000c1",
      relays: [{ interfaceId: "port-7", remoteId: { enterprise: 2495, id: "box" } }, { peerAddress: "2001:db8:1::1", interfaceId: "" }],
    });
    const { request } = await one.obtainLease();
    await one.renew(request!.answer!);
    await one.rebind(request!.answer!);
    await one.release(request!.answer!);
    const two = new Dhcp6Client(server, { ...patient, duid: "0002000009bf0123" });
    await two.decline((await two.obtainLease()).request!.answer!);
    const three = new Dhcp6Client(server, { ...patient, duid: "000300010200000000c3", associations: [identityAssociation(Option6.IA_PD, 9), identityAssociation(Option6.IA_NA, 8)] });
    await three.renew((await three.obtainLease()).request!.answer!);
    if (!registers) return;
    const address = "2001:db8:77::5";
    const association = option(Option6.IA_ADDRESS, Buffer.concat([ipv6Bytes(address), hex("00000064000000c8")]));
    for (const _ of ["new", "again"]) await one.send(36, [association], { relays: [{ peerAddress: address, linkAddress: address, interfaceId: "port-8" }] });
  }, [...points(6), "lease6_rebind", "leases6_committed", ...(registers ? ["addr6_register"] : [])]));
});
