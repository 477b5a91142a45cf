// SPDX-License-Identifier: MPL-2.0
// The library's life inside of a Kea that is configured again and again, rightly and wrongly.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { ask, expectBlocked, hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import type { PolicyParameters } from "./kea_config.ts";
import type { Answer } from "./kea_control.ts";
import { hookLibrary } from "./kea_installation.ts";
import { KeaServer, KeaStartError, type KeaServerOptions } from "./kea_server.ts";
import { eventually } from "./scripts.ts";

const [served, firstDenied, secondDenied] = [hwaddr(1), hwaddr(0xdead), hwaddr(0xbeef)];
// Each client of a test has an address of its own, so that no lease of a test before helps it.
let clients = 0x100;
const newClient = (): string => hwaddr(clients++);

let doorman: string;
beforeAll(async () => {
  doorman = await compiledPolicy("doorman");
});

const denying = (...deny: string[]): { policies: PolicyParameters[] } => ({
  policies: [{ name: "doorman", wasm: doorman, config: { deny } }],
});
const wrong = (): unknown => ({ policies: [{ name: "doorman", wasm: doorman, "max-instruction": 5 }] });
const wrongSentence = 'policies[0].max-instruction is not a known key: did you mean "max-instructions"?';

const servers = ([4, 6] as const).flatMap((family) => [false, true].map((multiThreading) => ({ family, multiThreading })));

describe.each(servers)("kea-dhcp$family, multi-threading $multiThreading", ({ family, multiThreading }) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await KeaServer.start({ family, multiThreading, threads: 3, parameters: denying(firstDenied) });
  });
  afterAll(() => server.stop());

  it("has a slot for each thread that processes packets", async () => {
    await server.waitForLog(multiThreading ? /POLICY_READY 1 policies are ready with 4 slots each/ : /POLICY_READY 1 .* with 1 slots each/);
    await server.waitForLog(new RegExp(`POLICY_LOADED policy doorman is loaded from ${doorman} for pkt4_receive, pkt6_receive`));
  });

  it("answers a wrong configuration with a sentence, goes on with the last good one, and takes the next good one", async () => {
    await expectBlocked(server, firstDenied, served);
    const refused = await server.configSet(wrong());
    expect(refused.result).not.toBe(0);
    expect(refused.text).toContain(wrongSentence);
    await server.waitForLog(/POLICY_REFUSED .*did you mean "max-instructions"/);
    await server.waitForLog(/POLICY_LAST_GOOD_KEPT .*goes on deciding: doorman/);
    await expectBlocked(server, firstDenied, served);
    expect(await lease(server, newClient())).not.toBeNull();

    expect(await server.configSet(denying(secondDenied))).toMatchObject({ result: 0 });
    await expectBlocked(server, secondDenied, served);
    expect(await lease(server, firstDenied)).not.toBeNull();
    expect(await server.configSet(denying(firstDenied))).toMatchObject({ result: 0 });
    await expectBlocked(server, firstDenied, served);
  });

  it("takes nothing of a configuration that Kea itself refuses", async () => {
    const running = await runningConfig(server);
    const dhcp = running[`Dhcp${family}`];
    const set = (changes: object): Promise<Answer> => server.command("config-set", { [`Dhcp${family}`]: { ...dhcp, ...changes } });
    const libraries = [{ library: hookLibrary, parameters: denying(secondDenied) }];
    expect((await set({ "hooks-libraries": libraries, "valid-lifetime": "soon" })).result).not.toBe(0);
    // This one is found out after the library was loaded.
    const database = { type: "memfile", persist: true, name: join(server.folder, "no", "such", "folder.csv") };
    expect((await set({ "hooks-libraries": libraries, "lease-database": database })).result).not.toBe(0);
    // After its own refusals Kea may answer nobody (2.2 does not open its sockets again); after one of ours it does.
    expect((await server.configSet(wrong())).result).not.toBe(0);
    await expectBlocked(server, firstDenied, secondDenied);
  });

  it("survives reloads, tests and settings of configurations in any order", async () => {
    for (let i = 0; i < 5; i++) expect(await server.reload(denying(firstDenied))).toMatchObject({ result: 0 });
    const running = await runningConfig(server);
    const name = `Dhcp${family}`;
    const other = { [name]: { ...running[name], "hooks-libraries": [{ library: hookLibrary, parameters: denying(secondDenied) }] } };
    for (let i = 0; i < 2; i++) {
      expect(await server.command("config-test", running)).toMatchObject({ result: 0 });
      expect(await server.command("config-test", other)).toMatchObject({ result: 0 });
      // Testing a configuration is not setting it.
      await expectBlocked(server, firstDenied, secondDenied);
      expect(await server.command("config-set", other)).toMatchObject({ result: 0 });
      expect((await server.configSet(wrong())).result).not.toBe(0);
      await expectBlocked(server, secondDenied, firstDenied);
      expect(await server.command("config-set", running)).toMatchObject({ result: 0 });
      await expectBlocked(server, firstDenied, secondDenied);
    }
  });

  it("reloads on SIGHUP", async () => {
    const loads = (): number => server.log().match(/POLICY_READY/g)?.length ?? 0;
    const before = loads();
    server.writeConfig(denying(secondDenied));
    process.kill(server.pid, "SIGHUP");
    await eventually("it was configured", () => loads() > before);
    expect(loads()).toBe(before + 1);
    await expectBlocked(server, secondDenied, firstDenied);
    server.writeConfig(wrong());
    process.kill(server.pid, "SIGHUP");
    await server.waitForLog(/POLICY_LAST_GOOD_KEPT[^]*POLICY_LAST_GOOD_KEPT/);
    await expectBlocked(server, secondDenied, firstDenied);
    expect(await server.reload(denying(firstDenied))).toMatchObject({ result: 0 });
  });

  it("refuses to be listed twice, and what it did before stays", async () => {
    const running = await runningConfig(server);
    const twice = [denying(secondDenied), denying(served)].map((parameters) => ({ library: hookLibrary, parameters }));
    const answer = await server.command("config-set", { [`Dhcp${family}`]: { ...running[`Dhcp${family}`], "hooks-libraries": twice } });
    expect(answer.result).not.toBe(0);
    expect(answer.text).toContain(
      'hooks-libraries: libdhcp_policy.so is listed 2 times; list it once and put all policies into its "policies"',
    );
    await expectBlocked(server, firstDenied, secondDenied);
    expect(await lease(server, served)).not.toBeNull();
    expect(await server.configSet(denying(firstDenied))).toMatchObject({ result: 0 });
  });

  it("counts every call and verdict exactly, in statistic-get and statistic-get-all, over reloads", async () => {
    const point = `policy[doorman].pkt${family}_receive`;
    const one = async (name: string): Promise<number> => {
      const answer = await server.command("statistic-get", { name });
      return answer.arguments[name][0][0];
    };
    const before = await server.statistics();
    const sent = 7;
    const dropped = 3;
    for (let i = 0; i < sent; i++) expect((await ask(server, newClient(), onceAndPatiently)).answer).not.toBeNull();
    for (let i = 0; i < dropped; i++) await ask(server, firstDenied, { attempts: 1, timeoutMs: 50 });
    expect((await ask(server, newClient(), onceAndPatiently)).answer).not.toBeNull();
    const grown = async (name: string): Promise<number> => (await one(name)) - (before[name] ?? 0);
    // Another thread answers the last client, and may be before the one that drops.
    const counted = (drops: number): Promise<void> =>
      eventually("drops are counted", async () => (await grown(`${point}.drop`)) >= drops && (await grown(`pkt${family}-receive-drop`)) >= drops);
    await counted(dropped);
    expect(await grown(`${point}.calls`)).toBe(sent + dropped + 1);
    expect(await grown(`${point}.continue`)).toBe(sent + 1);
    expect(await grown(`${point}.drop`)).toBe(dropped);
    expect(await grown(`${point}.skip`)).toBe(0);
    expect(await grown(`pkt${family}-receive-drop`)).toBe(dropped);

    expect(await server.reload()).toMatchObject({ result: 0 });
    await ask(server, firstDenied, { attempts: 1, timeoutMs: 50 });
    expect((await ask(server, newClient(), onceAndPatiently)).answer).not.toBeNull();
    await counted(dropped + 1);
    const after = await server.statistics();
    const difference = (name: string): number => after[name]! - (before[name] ?? 0);
    expect(difference(`${point}.calls`)).toBe(sent + dropped + 3);
    expect(difference(`${point}.continue`)).toBe(sent + 2);
    expect(difference(`${point}.drop`)).toBe(dropped + 1);
    expect(difference(`pkt${family}-receive-drop`)).toBe(dropped + 1);
    // Every sixteenth call of a slot is timed, the first one included.
    expect(difference(`${point}.timed-calls`)).toBeGreaterThan(0);
    expect(difference(`${point}.timed-nanoseconds`)).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(after)) {
      if (name.startsWith(`${point}.fault.`)) expect({ name, value }).toEqual({ name, value: 0 });
    }
    expect(Object.keys(after).filter((name) => name.startsWith("policy[doorman].pkt"))).toContain(`${point}.fault.no-instance`);
  });

  it("does not decide any more where it is taken out, not even after a wrong configuration", async () => {
    expect(await server.configSet(undefined)).toMatchObject({ result: 0 });
    expect(await lease(server, firstDenied)).not.toBeNull();
    expect((await server.configSet(wrong())).result).not.toBe(0);
    expect(await lease(server, firstDenied)).not.toBeNull();
    expect(await server.configSet(denying(firstDenied))).toMatchObject({ result: 0 });
    await expectBlocked(server, firstDenied, served);
  });
});

describe.each([4, 6] as const)("kea-dhcp%i", (family) => {
  it("follows the number of threads, and takes no refused one", async () => {
    const server = await KeaServer.start({ family, multiThreading: false, parameters: denying(firstDenied) });
    const threads = async (settings: unknown, parameters: unknown): Promise<number> => {
      const running = await runningConfig(server);
      const libraries = [{ library: hookLibrary, parameters }];
      const dhcp = { ...running[`Dhcp${family}`], "multi-threading": settings, "hooks-libraries": libraries };
      return (await server.command("config-set", { [`Dhcp${family}`]: dhcp })).result;
    };
    expect(await threads({ "enable-multi-threading": true, "thread-pool-size": 6 }, denying(firstDenied))).toBe(0);
    await server.waitForLog(/POLICY_READY .* with 7 slots each/);
    await allAreServed(server);
    expect(await threads({ "enable-multi-threading": true, "thread-pool-size": 12 }, wrong())).not.toBe(0);
    await allAreServed(server);
    expect(await threads({ "enable-multi-threading": false }, denying(firstDenied))).toBe(0);
    await server.waitForLog(/POLICY_READY .* with 1 slots each[^]*POLICY_READY .* with 1 slots each/);
    await allAreServed(server);
    const statistics = await server.statistics();
    expect(statistics[`policy[doorman].pkt${family}_receive.fault.no-instance`]).toBe(0);
    await server.stop();
  });

  it("resets its counters with Kea's, also those that Kea was not told yet", async () => {
    const server = await KeaServer.start({ family, multiThreading: true, parameters: denying(firstDenied) });
    const calls = `policy[doorman].pkt${family}_receive.calls`;
    await allAreServed(server);
    expect((await server.command("statistic-reset", { name: calls })).result).toBe(0);
    expect((await server.statistics())[calls]).toBe(0);
    await allAreServed(server);
    expect((await server.command("statistic-reset-all")).result).toBe(0);
    expect((await server.statistics())[calls]).toBe(0);
    await allAreServed(server);
    expect((await server.statistics())[calls]).toBeGreaterThanOrEqual(80);
    await server.stop();
  });

  it("does not start with a wrong configuration, and says why", async () => {
    const starts: KeaServerOptions[] = [false, true].map((multiThreading) => ({ family, multiThreading, parameters: wrong() }));
    for (const options of starts) {
      const error = await KeaServer.start(options).then(() => null, (reason: unknown) => reason);
      expect(error).toBeInstanceOf(KeaStartError);
      const { exit, log } = error as KeaStartError;
      expect(exit?.code).toBeGreaterThan(0);
      expect(exit?.signal).toBeNull();
      expect(log).toContain(`POLICY_REFUSED ${wrongSentence}`);
    }
  });
});

/** As config-set takes it. */
async function runningConfig(server: KeaServer): Promise<any> {
  const { arguments: config } = await server.command("config-get");
  // Later Keas add a hash, which they do not take back.
  delete config["hash"];
  return config;
}

async function allAreServed(server: KeaServer): Promise<void> {
  const addresses = await Promise.all(Array.from({ length: 40 }, () => lease(server, newClient())));
  expect(addresses.filter((address) => address === null)).toEqual([]);
  expect(new Set(addresses).size).toBe(addresses.length);
}
