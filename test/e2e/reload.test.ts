// SPDX-License-Identifier: MPL-2.0
// Kea is configured again and again while clients want leases: what that costs them with the library, beside a Kea without it. Nothing here
// depends on how fast the machine is: clients wait for each other, and only facts are compared.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { expectBlocked, hwaddr } from "./either_client.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { clientsInTurn, type LoadReport } from "./many_clients.ts";

const RELOADS = 20;
/** Clients at once. Kea's queue takes 64 packets: it is never full, also not where each of them waits and has sent some packets again. */
const AT_ONCE = 12;
/** Clients that have ended when a reload is asked for. */
const BEFORE = 50;
/** Clients that begin when it was answered. */
const AFTER = 100;

interface Reload {
  /** Clients before and during it. */
  during: LoadReport;
  /** Those that sent nothing before it was answered. */
  after: LoadReport;
  residentKiB: number;
  descriptors: number;
}

let series = 0;

async function reloadUnderLoad(server: KeaServer): Promise<Reload> {
  let answered = false;
  let meetsTheLoad = (): void => {};
  const loaded = new Promise<void>((done) => (meetsTheLoad = done));
  const during = clientsInTurn(server, {
    atOnce: AT_ONCE, attempts: 30, timeoutMs: 1000, restarts: 4, series: series++,
    enough: (ended) => {
      if (ended >= BEFORE) meetsTheLoad();
      return answered;
    },
  });
  await Promise.race([loaded, during]);
  expect(await server.reload()).toMatchObject({ result: 0 });
  answered = true;
  const [residentKiB, descriptors] = [server.residentKiB(), server.descriptors()];
  // Each packet once, and a wait that no busy machine outlasts: whoever is not answered lost it.
  const after = clientsInTurn(server, { atOnce: AT_ONCE, attempts: 1, timeoutMs: 20_000, series: series++, enough: (ended) => ended >= AFTER });
  return { during: await during, after: await after, residentKiB, descriptors };
}

async function reloadsUnderLoad(server: KeaServer): Promise<Reload[]> {
  await reloadUnderLoad(server); // Not counted: it warms up.
  const reloads: Reload[] = [];
  // One that fails is enough.
  while (reloads.length < RELOADS && (reloads.at(-1)?.after.never ?? 0) === 0) reloads.push(await reloadUnderLoad(server));
  return reloads;
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const servers: { family: Family; multiThreading: boolean }[] = [{ family: 4, multiThreading: true }, { family: 6, multiThreading: false }];

describe.each(servers)("kea-dhcp$family, multi-threading $multiThreading, reloaded under load:", ({ family, multiThreading }) => {
  const denied = hwaddr(0xdead);
  let ours: KeaServer;
  let bare: KeaServer;
  let withLibrary: Reload[];
  let withoutIt: Reload[];
  beforeAll(async () => {
    const policies = [{ name: "doorman", wasm: await compiledPolicy("doorman"), config: { deny: [denied] } }];
    ours = await KeaServer.start({ family, multiThreading, policies });
    bare = await KeaServer.start({ family, multiThreading });
    const pid = ours.pid;
    [withLibrary, withoutIt] = await Promise.all([reloadsUnderLoad(ours), reloadsUnderLoad(bare)]);
    expect(ours.pid).toBe(pid);
  }, 300_000);
  afterAll(async () => {
    await ours?.stop();
    await bare?.stop();
  });

  it("twenty reloads lose packets that are under way and no others, as bare Kea does", () => {
    const lost = (reloads: Reload[]): string => reloads.map(({ during }) => during.retransmissions).join(", ");
    console.log(`kea-dhcp${family}: of ${AT_ONCE} clients at once, packets lost at each reload with the library ${lost(withLibrary)}; bare ${lost(withoutIt)}`);
    for (const { after } of [...withoutIt, ...withLibrary]) expect(after).toMatchObject({ firstTry: after.clients, never: 0 });
  });

  it("every client that sends again gets a lease", () => {
    for (const { during } of withLibrary) {
      expect(during.clients).toBeGreaterThanOrEqual(BEFORE);
      expect(during).toMatchObject({ never: 0 });
      expect(during.firstTry + during.afterRetransmission).toBe(during.clients);
    }
  });

  it("a policy whose file is the same is not compiled again, which would hold up Kea", () => {
    const count = (message: RegExp): number => ours.log().match(message)?.length ?? 0;
    expect(count(/ POLICY_LOADED /g)).toBe(1 + 1 + RELOADS);
    expect(count(/ POLICY_COMPILED /g)).toBe(1);
  });

  it("memory and descriptors stay as they are", () => {
    // Medians of the first and the second ten reloads: single values have open connections in them.
    const growth = (values: number[]): number => median(values.slice(values.length / 2)) - median(values.slice(0, values.length / 2));
    const grown = growth(withLibrary.map(({ residentKiB }) => residentKiB));
    const bareGrown = growth(withoutIt.map(({ residentKiB }) => residentKiB));
    console.log(`kea-dhcp${family}: resident memory grew by ${grown} KiB in the second half of twenty reloads, bare by ${bareGrown} KiB`);
    // A leaked set of policies would be some MiB a reload.
    expect(grown).toBeLessThanOrEqual(Math.max(0, bareGrown) + 2048);
    // One a reload would be ten; a connection or two of the control socket may be open at any time.
    expect(growth(withLibrary.map(({ descriptors }) => descriptors))).toBeLessThan(5);
  });

  it("and the policy still decides", () => expectBlocked(ours, denied, hwaddr(1)));
});
