// SPDX-License-Identifier: MPL-2.0
// Where Kea parks packets, a script that it waits for holds up its own client and nobody else, decides when the chain has ended, and no
// packet is forgotten, however the script ends. What is asserted is the order of answers: a gate keeps scripts from ending.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import { Behaviour, gatedScript, type GatedScript } from "./gated_script.ts";
import type { PolicyParameters } from "./kea_config.ts";
import { keaVersion, makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { eventually, starterOf } from "./scripts.ts";

const places = ([4, 6] as const).flatMap((family) =>
  [false, true].flatMap((multiThreading) =>
    schema.hookPoints
      .filter((point) => point.family === family && point.parksSince && keaVersion(family).atLeast(point.parksSince))
      .map(({ name: point }) => ({ family, multiThreading, point })),
  ),
);

describe.each(places)("kea-dhcp$family, multi-threading $multiThreading, at $point: a script", ({ family, multiThreading, point }) => {
  let folder: string;
  let server: KeaServer;
  /** Policies that drop what they are told to, and choose a subnet. */
  let dropper: string;
  let chooser: string;
  let clients = 0;
  const client = (behaviour: number): string => hwaddr(behaviour * 256 + clients++);
  const plain = (): string => client(Behaviour.plain);
  const asks = (address: string): Promise<string | null> => lease(server, address, onceAndPatiently);
  const served = async (): Promise<void> => expect(await asks(plain())).not.toBeNull();
  /** Its message gets no answer where another client's does. All messages are waited for: the script may not run at the first one. */
  const isDropped = async (address: string): Promise<void> => {
    expect(await lease(server, address, { attempts: 1, timeoutMs: 2000 })).toBeNull();
    await served();
  };

  const runner = (script: GatedScript, more: object = {}): PolicyParameters => ({
    name: "runner", script: script.path, "hook-points": [point], "exit-status": { 2: "drop" }, "timeout-ms": 8000,
    environment: { PATH: "/usr/bin:/bin" }, ...more,
  });
  const configure = async (...policies: object[]): Promise<void> => expect(await server.configSet({ policies })).toMatchObject({ result: 0 });
  /** A script of its own, and Kea configured with it. */
  const begin = async (more: object = {}, mode: "once" | "resident" = "once"): Promise<GatedScript> => {
    const script = gatedScript(folder, mode);
    await configure(runner(script, { mode, ...more }));
    return script;
  };
  /** Notes in which order the clients are told. */
  const watching = (): { told: string[]; watch: (address: string, name: string) => Promise<string | null> } => {
    const told: string[] = [];
    const watch = async (address: string, name: string): Promise<string | null> => {
      const got = await asks(address);
      told.push(name);
      return got;
    };
    return { told, watch };
  };

  beforeAll(async () => {
    dropper = await compiledPolicy(point.startsWith("subnet") ? "every_hook_point" : "committed_leases");
    chooser = point.startsWith("subnet") ? await compiledPolicy("choose_subnet") : "";
    folder = makeTemporaryFolder("parked");
    server = await KeaServer.start({ family, multiThreading, scriptsFolder: folder });
  });
  afterAll(async () => {
    const log = await server.stop();
    expect(log).not.toMatch(/POLICY_CALLOUT_FAILED|UNLOAD_LIBRARIES_ERROR|still opened|ARGUMENT_MISSING|_EXCEPTION/);
  });

  it.each(["once", "resident"] as const)("holds up its client and no other, started %s", async (mode) => {
    const script = await begin({}, mode);
    const { told, watch } = watching();
    const parked = watch(client(Behaviour.gate), "parked");
    await eventually("it is parked", () => script.begun().length === 1);
    const dropped = lease(server, client(Behaviour.gateThenDrop), { attempts: 1, timeoutMs: 4000 });
    await eventually("both are parked", () => script.begun().length === 2);
    expect(await watch(plain(), "other")).not.toBeNull();
    expect(told).toEqual(["other"]);
    script.open();
    expect(await parked).not.toBeNull();
    expect(await dropped).toBeNull();
    await served();
  });

  it("decides by its exit status, but for a skip where other hook points take one", async () => {
    const script = gatedScript(folder);
    const status = { 0: "continue", 2: "drop", 3: "skip" };
    await configure(runner(script, { "hook-points": [point, `lease${family}_select`, `lease${family}_renew`], "exit-status": status }));
    const count = async (name: string): Promise<number> => (await server.statistics())[`policy[runner].script.${name}`]!;
    const [dropped, nonzero] = [await count("packets-dropped"), await count("nonzero")];
    await isDropped(client(Behaviour.drop));
    expect(await count("packets-dropped")).toBe(dropped + 1);
    // It had that status at the other hook point as well, which takes no drop.
    expect(await count("nonzero")).toBeGreaterThan(nonzero);
    await served();
    // Only here: at the other hook points the client would be refused.
    await configure(runner(script, { "exit-status": { 0: "continue", 2: "drop", 3: "drop" } }));
    await isDropped(client(Behaviour.three));
    await configure(runner(script, { "exit-status": { 0: "continue", 2: "drop", other: "continue" } }));
    expect(await asks(client(Behaviour.three))).not.toBeNull();
    const answer = await server.configSet({ policies: [runner(script, { "exit-status": status })] });
    expect(answer.result).not.toBe(0);
    expect(answer.text).toContain(`policies[0].exit-status.3 is "skip", which no hook point of the script takes (${point}): Kea parks the packet there`);
    await isDropped(client(Behaviour.drop));
  });

  it.each([
    ["dies of a signal", Behaviour.signal, {}, "was killed by SIGSEGV"],
    ["takes too long", Behaviour.hang, { "timeout-ms": 1500 }, "did not end within 1500 ms and was killed"],
  ])("that %s is answered by on-error", async (_, behaviour, more, words) => {
    await begin(more);
    const before = server.log().length;
    expect(await asks(client(behaviour))).not.toBeNull();
    await eventually("the log tells of it", () => new RegExp(`POLICY_SCRIPT_FAILED .* at ${point} it ${words}`).test(server.log().slice(before)));
    await begin({ ...more, "on-error": { default: "continue", [point]: "drop" } });
    await isDropped(client(behaviour));
  });

  it("that dies with its starter, or whose starter is stopped, is answered by on-error", async () => {
    const script = await begin({ "timeout-ms": 1500 });
    for (const signal of ["SIGKILL", "SIGSTOP"] as const) {
      await eventually("a starter runs", () => starterOf(server) !== 0);
      const starter = starterOf(server);
      const parked = asks(client(Behaviour.hang));
      await eventually("it is parked", () => script.begun().length === 1);
      process.kill(starter, signal);
      expect(await parked).not.toBeNull();
      await eventually("another starter runs", () => ![0, starter].includes(starterOf(server)));
      await served();
      script.forget();
    }
  });

  it("that waits while more than max-queued do is left out, the oldest first, and its client answered by on-error", async () => {
    const script = await begin({ "max-running": 1, "max-queued": 2 });
    const { told, watch } = watching();
    const all = [watch(client(Behaviour.gate), "runs")];
    await eventually("it runs", () => script.begun().length === 1);
    const waitFor = async (number: number): Promise<void> => {
      for (let waiting = -1; waiting !== number; ) waiting = (await server.statistics())["policy[runner].script.waiting"]!;
    };
    all.push(watch(client(Behaviour.gate), "oldest"));
    await waitFor(1);
    all.push(watch(client(Behaviour.gate), "second"));
    await waitFor(2);
    all.push(watch(client(Behaviour.gate), "third"));
    await eventually("the oldest is answered", () => told.length === 1);
    all.push(watch(client(Behaviour.gate), "fourth"));
    await eventually("then the second", () => told.length === 2);
    expect(told).toEqual(["oldest", "second"]);
    // Where a subnet is chosen, clients ask again for what they were offered, and wait once more.
    expect((await server.statistics())["policy[runner].script.dropped"])[point.startsWith("subnet") ? "toBeGreaterThanOrEqual" : "toBe"](2);
    script.open();
    for (const got of await Promise.all(all)) expect(got).not.toBeNull();
    expect(told.slice(2).sort()).toEqual(["fourth", "runs", "third"]);
  });

  it("parks no more than Kea's parked-packet-limit, above which a client gets nothing", async () => {
    const script = gatedScript(folder);
    const other = await KeaServer.start({ family, multiThreading, scriptsFolder: folder, extraConfig: { "parked-packet-limit": 1 }, policies: [runner(script)] });
    try {
      const parked = lease(other, client(Behaviour.gate), onceAndPatiently);
      await eventually("it is parked", () => script.begun().length === 1);
      expect(await lease(other, plain(), { attempts: 1, timeoutMs: 1500 })).toBeNull();
      script.open();
      expect(await parked).not.toBeNull();
      expect(await lease(other, plain(), onceAndPatiently)).not.toBeNull();
    } finally {
      await other.stop();
    }
  });

  it("runs when the chain has ended, after the one before it, and not where a policy or a script dropped the packet", async () => {
    const [first, second] = [gatedScript(folder), gatedScript(folder)];
    const inOrder = (...scripts: GatedScript[]): object[] => scripts.map((script, index) => ({ ...runner(script), name: `script${index}` }));
    await configure(...inOrder(first, second));
    const parked = asks(client(Behaviour.gate));
    await eventually("the first runs", () => first.begun().length === 1);
    expect(second.begun()).toEqual([]);
    first.open();
    await eventually("then the second", () => second.begun().length === 1);
    second.open();
    expect(await parked).not.toBeNull();
    expect(first.ended().length).toBe(second.ended().length);
    const [drops, behind, unused] = [gatedScript(folder), gatedScript(folder), gatedScript(folder)];
    await configure(...inOrder(drops, behind));
    const dropped = client(Behaviour.drop);
    await isDropped(dropped);
    const ranFor = (script: GatedScript): boolean => script.ended().some((one) => one.endsWith(dropped));
    expect([ranFor(drops), ranFor(behind)]).toEqual([true, false]);
    await configure(runner(unused), { name: "dropper", wasm: dropper, "hook-points": [point], config: { verdicts: { [point]: "drop" } } });
    expect(await lease(server, client(Behaviour.gate), { attempts: 1, timeoutMs: 1000 })).toBeNull();
    expect(unused.begun()).toEqual([]);
  });

  it.runIf(point.startsWith("subnet"))("leaves the subnet as the chain chose it, or skipped it", async () => {
    const script = gatedScript(folder);
    const subnets = {
      4: [{ id: 1, subnet: "127.0.0.0/9", pools: [{ pool: "127.16.0.0/16" }] }, { id: 7, subnet: "10.7.0.0/16", pools: [{ pool: "10.7.1.0/24" }] }],
      6: [{ id: 1, subnet: "2001:db8:1::/48", pools: [{ pool: "2001:db8:1:1::/64" }] }, { id: 7, subnet: "2001:db8:7::/48", pools: [{ pool: "2001:db8:7:1::/64" }] }],
    }[family];
    const chooses = { name: "chooser", wasm: chooser, config: { choose: 7 } };
    const skips = { name: "skipper", wasm: dropper, config: { verdicts: { [point]: "skip" } }, "hook-points": [point] };
    const other = await KeaServer.start({ family, multiThreading, scriptsFolder: folder, extraConfig: { [`subnet${family}`]: subnets }, policies: [runner(script), chooses] });
    try {
      expect(await lease(other, plain(), onceAndPatiently)).toMatch(/^(10\.7\.1\.|2001:db8:7:1:)/);
      expect(await other.configSet({ policies: [skips, runner(script)] })).toMatchObject({ result: 0 });
      const before = script.ended().length;
      expect(await lease(other, plain(), { attempts: 1, timeoutMs: 1000 })).toBeNull();
      await eventually("it ran", () => script.ended().length > before);
    } finally {
      await other.stop();
    }
  });

  it.runIf(point === "leases4_committed")("runs as well where Kea has nothing to send", async () => {
    const script = await begin();
    const own = new Dhcp4Client(server, { hwaddr: plain() });
    const { request } = await own.obtainLease(onceAndPatiently);
    const before = script.ended().length;
    await own.release(request!.answer!);
    await eventually("it ran", () => script.ended().length === before + 1);
    await served();
  });

  it("keeps no reload, and its client is served when it asks again", async () => {
    const script = await begin();
    const forgotten = [client(Behaviour.gate), client(Behaviour.gate)];
    // Nobody waits for their end: they get nothing.
    for (const address of forgotten) void asks(address);
    await eventually("they are parked", () => script.begun().length === 2);
    await configure(runner(script));
    await served();
    expect(await server.reload({ policies: [runner(script)] })).toMatchObject({ result: 0 });
    await served();
    script.open();
    // The programs go on to their end, and nobody waits for them any more.
    await eventually("they ended", () => forgotten.every((address) => script.ended().some((one) => one.endsWith(address))));
    for (const address of forgotten) expect(await asks(address)).not.toBeNull();
  });

  it("keeps no configuration without the library, nor Kea's end", async () => {
    const script = await begin();
    void asks(client(Behaviour.gate));
    await eventually("it is parked", () => script.begun().length === 1);
    expect(await server.configSet(undefined)).toMatchObject({ result: 0 });
    await served();
    const last = await begin();
    void asks(client(Behaviour.gate));
    await eventually("it is parked", () => last.begun().length === 1);
    // afterAll() stops Kea, and looks whether it complained.
  });
});
