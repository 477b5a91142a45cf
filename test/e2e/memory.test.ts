// SPDX-License-Identifier: MPL-2.0
// What the library takes of a machine's memory, beside a Kea without it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { colons } from "./dhcp_bytes.ts";
import { ask, expectBlocked, hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import type { PolicyParameters } from "./kea_config.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { manyClients } from "./many_clients.ts";
import { isMarked, MARK, markingConfig } from "./marked.ts";

const MiB = 1024; // in KiB
const millionFile = (): string => join(makeTemporaryFolder("million"), "denied.txt");

let doorman: string;
let faulty: string;
beforeAll(async () => {
  doorman = await compiledPolicy("doorman");
  faulty = await compiledPolicy("faulty");
});

const policy = (more: object = {}): PolicyParameters => ({ name: "doorman", wasm: doorman, config: { deny: [hwaddr(0xdead)] }, ...more });

/** Resident memory after every thread has worked, in KiB. */
async function residentAfterWork(server: KeaServer, series: number): Promise<number> {
  expect((await manyClients(server, { clients: 300, perSecond: 600, series })).never).toBe(0);
  await sleep(200);
  return server.residentKiB();
}

/** A million addresses that begin with 06, without any order; returns two of them. */
function writeMillion(file: string): string[] {
  const count = 1_000_000;
  const lines = Buffer.alloc(count * 18);
  const address = Buffer.alloc(6);
  const listed: string[] = [];
  for (let i = 0; i < count; i++) {
    // An odd factor: 2^32 different numbers.
    address.writeUInt32BE(Math.imul(i, 0x9e3779b1) >>> 0, 2);
    address[0] = 6;
    const text = colons(address);
    lines.write(`${text}\n`, i * 18, "latin1");
    if (i === 0 || i === count - 1) listed.push(text);
  }
  writeFileSync(file, lines);
  return listed;
}

describe.each([4, 6] as const)("kea-dhcp%i with multi-threading", (family) => {
  it("takes at most 16 MiB more with a policy, and 64 MiB more with a list of a million addresses", async () => {
    const bare = await KeaServer.start({ family, multiThreading: true });
    const without = await residentAfterWork(bare, 1);
    await bare.stop();

    const server = await KeaServer.start({ family, multiThreading: true, policies: [policy()] });
    const withPolicy = await residentAfterWork(server, 1);
    expect(withPolicy - without).toBeLessThanOrEqual(16 * MiB);

    const file = millionFile();
    const listed = writeMillion(file);
    const withList = { policies: [policy({ lists: { denied: { file, kind: "hwaddr" } } })] };
    expect(await server.configSet(withList)).toMatchObject({ result: 0 });
    for (const address of listed) await expectBlocked(server, address, hwaddr(1));
    const withMillion = await residentAfterWork(server, 2);
    expect(withMillion - withPolicy).toBeLessThanOrEqual(64 * MiB);

    // While a list is loaded again the one before is there too; afterwards only one is.
    for (let i = 0; i < 2; i++) expect(await server.configSet(withList)).toMatchObject({ result: 0 });
    expect((await residentAfterWork(server, 3)) - withPolicy).toBeLessThanOrEqual(64 * MiB);
    await expectBlocked(server, listed[0]!, hwaddr(1));

    expect(await server.configSet({ policies: [policy()] })).toMatchObject({ result: 0 });
    expect((await residentAfterWork(server, 4)) - withPolicy).toBeLessThanOrEqual(8 * MiB);
    console.log(
      `kea-dhcp${family}: bare ${without} KiB, with a policy +${withPolicy - without} KiB, with a million addresses +${withMillion - withPolicy} KiB`,
    );
    await server.stop();
  }, 60_000);

  it("works where address space is limited, says so, and survives faults there", async () => {
    const faults = { [hwaddr(1)]: "outside", [hwaddr(2)]: "recurse", [hwaddr(3)]: "allocate", [hwaddr(4)]: "throw", [hwaddr(5)]: "loop" };
    const server = await KeaServer.start({
      family, multiThreading: true, extraConfig: markingConfig(family),
      // Less than the 4 GiB and more that wasmtime reserves for one memory where it may.
      wrapper: ["prlimit", `--as=${3 * 1024 ** 3}`],
      policies: [policy(), { name: "faulty", wasm: faulty, "max-instructions": 20_000_000, config: { faults, class: MARK } }],
    });
    await server.waitForLog(/POLICY_SMALL_RESERVATIONS address space is limited/);
    await expectBlocked(server, hwaddr(0xdead), hwaddr(0x10));
    for (const [address, fault] of Object.entries(faults)) {
      expect(await lease(server, address, onceAndPatiently), fault).not.toBeNull();
      expect(isMarked(family, await ask(server, hwaddr(0x11), onceAndPatiently)), fault).toBe(true);
    }
    const statistics = await server.statistics();
    for (const kind of ["trap", "stack-overflow", "out-of-memory", "abort", "budget"]) {
      expect({ kind, count: statistics[`policy[faulty].pkt${family}_receive.fault.${kind}`] }).toEqual({ kind, count: 2 });
    }
    expect(await server.reload()).toMatchObject({ result: 0 });
    expect((await manyClients(server, { clients: 100, perSecond: 300 })).never).toBe(0);
    await server.stop();
  });
});

it("says nothing of small reservations where address space is not limited", async () => {
  const server = await KeaServer.start({ family: 4, multiThreading: false, policies: [policy()] });
  expect(server.log()).not.toContain("POLICY_SMALL_RESERVATIONS");
  await server.stop();
});
