// SPDX-License-Identifier: MPL-2.0
// Several policies, and several libraries, in one Kea: who is asked, and whose verdict counts.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { ask, brief, expectBlocked, hwaddr, onceAndPatiently } from "./either_client.ts";
import type { HookLibrary, PolicyParameters } from "./kea_config.ts";
import { hookLibrary, makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";

type Statuses = Record<string, "continue" | "skip" | "drop">;

/** test/hooks/status.cc, built to be called before ours or after it. */
function otherLibrary(place: "before" | "after", folder: string, statuses: Statuses): HookLibrary {
  const library = join(dirname(hookLibrary), `libstatus_${place}.so`);
  if (!existsSync(library)) throw new Error(`${library} is missing: host/setup/build.sh tests makes it.`);
  return { library, parameters: { seen: join(folder, `${place}.txt`), statuses } };
}

const served = hwaddr(1);
/** By what they meet: the first letter is what the library before ours sets, the second what our policy says, both of continue, skip and drop. */
const clients: Record<string, string> = Object.fromEntries(["cc", "cs", "cd", "sc", "ss", "sd", "dc", "ds", "dd"].map((name, index) => [name, hwaddr(0x100 + index)]));
const words = { c: "continue", s: "skip", d: "drop" } as const;
const statusOf = (letter: string): "continue" | "skip" | "drop" => words[letter as keyof typeof words];

describe.each([false, true])("policies among other libraries, multi-threading %s:", (multiThreading) => {
  let server: KeaServer;
  let folder: string;
  beforeAll(async () => {
    folder = makeTemporaryFolder("chain");
    const before: Statuses = {};
    const verdicts: Record<string, string> = {};
    for (const [name, client] of Object.entries(clients)) {
      before[client] = statusOf(name[0]!);
      verdicts[client] = statusOf(name[1]!);
    }
    const policies: PolicyParameters[] = [{ name: "ours", wasm: await compiledPolicy("chained"), config: { name: "ours", verdicts } }];
    server = await KeaServer.start({
      family: 4, multiThreading, policies, otherHooks: [otherLibrary("before", folder, before)], laterHooks: [otherLibrary("after", folder, {})],
    });
  });
  afterAll(() => server.stop());

  /** What the library after ours found, and whether our policy was asked. */
  async function outcomeOf(client: string): Promise<{ found: string; asked: boolean; answered: boolean }> {
    const { answer } = await ask(server, client, client === clients["cc"] ? onceAndPatiently : brief);
    await ask(server, served, onceAndPatiently);
    const line = readFileSync(join(folder, "after.txt"), "utf8").split("\n").find((text) => text.startsWith(client));
    return { found: line?.split(" ")[1] ?? "nothing", asked: server.log().includes(`decides ${client}`), answered: answer !== null };
  }

  it.each([
    ["cc", { found: "continue", asked: true, answered: true }],
    ["cs", { found: "skip", asked: true, answered: false }],
    ["cd", { found: "drop", asked: true, answered: false }],
    // What a library before ours set is never lowered.
    ["sc", { found: "skip", asked: true, answered: false }],
    ["ss", { found: "skip", asked: true, answered: false }],
    ["sd", { found: "drop", asked: true, answered: false }],
    // Where that is Drop, no policy is asked.
    ["dc", { found: "drop", asked: false, answered: false }],
    ["ds", { found: "drop", asked: false, answered: false }],
    ["dd", { found: "drop", asked: false, answered: false }],
  ])("%s", async (name, outcome) => {
    // Ten lines a second of a policy's are let through, and each outcome takes four.
    await new Promise((done) => setTimeout(done, 500));
    expect(await outcomeOf(clients[name]!)).toEqual(outcome);
  });
});

describe("a library after ours", () => {
  it("has the last word", async () => {
    const folder = makeTemporaryFolder("chain");
    const [freed, refused] = [hwaddr(0x200), hwaddr(0x201)];
    const policies: PolicyParameters[] = [{ name: "ours", wasm: await compiledPolicy("chained"), config: { name: "ours", verdicts: { [freed]: "drop" } } }];
    const server = await KeaServer.start({ family: 4, multiThreading: true, policies, laterHooks: [otherLibrary("after", folder, { [freed]: "continue", [refused]: "drop" })] });
    try {
      await expectBlocked(server, refused, served);
      expect((await ask(server, freed, onceAndPatiently)).answer).not.toBeNull();
    } finally {
      await server.stop();
    }
  });
});

describe("several policies", () => {
  let server: KeaServer;
  const [skipped, dropped] = [hwaddr(0x300), hwaddr(0x301)];
  const chain = async (): Promise<PolicyParameters[]> => {
    const wasm = await compiledPolicy("chained");
    return [
      { name: "first", wasm, config: { name: "first", verdicts: { [skipped]: "skip" } } },
      { name: "second", wasm, config: { name: "second", verdicts: { [dropped]: "drop" } } },
      { name: "third", wasm, config: { name: "third", verdicts: {}, fails: true } },
    ];
  };
  beforeAll(async () => {
    server = await KeaServer.start({ family: 4, multiThreading: true, policies: await chain() });
  });
  afterAll(() => server.stop());

  /** Who decided about a client, in the order of the log. */
  const deciders = (client: string): string[] => [...server.log().matchAll(new RegExp(`POLICY_SAYS (\\w+): decides ${client}`, "g"))].map(([, name]) => name!);

  it("are asked in the order of the configuration, each with the edits of those before", async () => {
    const client = hwaddr(0x310);
    await ask(server, client, onceAndPatiently);
    const lines = [...server.log().matchAll(new RegExp(`POLICY_SAYS (\\w+): asked ${client} in (\\S+)`, "g"))];
    expect(lines.map(([, name]) => name)).toEqual(["first", "second", "third"]);
    expect(lines.map(([, , classes]) => classes!.split(",").filter((one) => one !== "ALL"))).toEqual([[], ["first"], ["first", "second"]]);
    expect(deciders(client)).toEqual(["first", "second", "third"]);
  });

  it("Skip is kept, and those behind are asked", async () => {
    await expectBlocked(server, skipped, served);
    expect(deciders(skipped)).toEqual(["first", "second", "third"]);
  });

  it("Drop ends the chain", async () => {
    await expectBlocked(server, dropped, served);
    expect(deciders(dropped)).toEqual(["first", "second"]);
  });

  it("stat-policy-get has a row for each policy and hook point, with the numbers of statistic-get", async () => {
    const answer = await server.command("stat-policy-get");
    expect(answer).toMatchObject({ result: 0, text: "stat-policy-get: 6 rows found" });
    const { columns, rows, timestamp } = answer.arguments["result-set"] as { columns: string[]; rows: (string | number)[][]; timestamp: string };
    expect(timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+$/);
    expect(rows.map(([policy, point]) => `${policy} ${point}`).sort()).toEqual(
      ["first", "second", "third"].flatMap((name) => [`${name} pkt4_receive`, `${name} subnet4_select`]));
    const statistics = await server.statistics();
    for (const [policy, point, ...values] of rows) {
      columns.slice(2).forEach((column, index) => expect(statistics[`policy[${policy}].${point}.${column}`], `${policy} ${point} ${column}`).toBe(values[index]));
    }
    const of = (policy: string, column: string): unknown => rows.find(([name, point]) => name === policy && point === "subnet4_select")![columns.indexOf(column)];
    expect(of("first", "skip")).toBe(1);
    expect(of("second", "drop")).toBe(1);
    expect(of("first", "calls")).toBe(of("second", "calls"));
    expect(of("third", "calls")).toBe((of("second", "calls") as number) - 1);
  });

  it("stat-policy-get is narrowed, refuses what it does not know, and is among the commands", async () => {
    const narrowed = await server.command("stat-policy-get", { policy: "second", "hook-point": "subnet4_select" });
    expect(narrowed.arguments["result-set"].rows).toHaveLength(1);
    expect(await server.command("stat-policy-get", { policy: "secnd" })).toMatchObject({
      result: 1, text: 'stat-policy-get: "secnd" is no policy (did you mean second?); there is first, second, third',
    });
    expect(await server.command("stat-policy-get", { hookpoint: "pkt4_receive" })).toMatchObject({
      result: 1, text: 'stat-policy-get: "hookpoint" is no argument (did you mean hook-point?); there is hook-point, policy',
    });
    expect((await server.command("list-commands")).arguments).toContain("stat-policy-get");
  });

  it("each one's unload() is called when it is replaced, not where the next configuration is refused, and when Kea ends", async () => {
    const ends = (): string[] => [...server.log().matchAll(/POLICY_SAYS (\w+): unload (\w+)/g)].map(([, policy, name]) => `${policy} ${name}`);
    expect((await server.configSet({ policies: [{ name: "first", wasm: "/no/such/file" }] })).result).not.toBe(0);
    expect(ends()).toEqual([]);
    // Kea may lose a line while it sets up its loggers, but not each time.
    const expectAllToldOf = async (reconfigure: () => Promise<void>): Promise<void> => {
      const all = ["first first", "second second", "third third"];
      let told: string[] = [];
      for (let attempts = 0; attempts < 5 && told.length < all.length; attempts++) {
        const before = ends().length;
        await reconfigure();
        told = ends().slice(before);
      }
      expect(told).toEqual(all);
    };
    const configured = async (parameters: unknown): Promise<void> => expect(await server.configSet(parameters)).toMatchObject({ result: 0 });
    await expectAllToldOf(async () => configured({ policies: await chain() }));
    await server.waitForLog(/POLICY_UNLOAD_FAILED policy third failed in unload\(\) \(abort\): it threw "not today" at .*index\.ts:\d+:\d+/);
    // A configuration without the library is the end too.
    await expectAllToldOf(async () => {
      if (/POLICY_UNLOADED(?![^]*POLICY_LOADED)/.test(server.log())) {
        // After an attempt the library is gone: it is put there again.
        await configured({ policies: await chain() });
      }
      await configured(undefined);
      await server.waitForLog(/POLICY_UNLOADED(?![^]*POLICY_LOADED)/);
    });
  });

  it("unload() is called when Kea ends", async () => {
    const wasm = await compiledPolicy("chained");
    const last = await KeaServer.start({ family: 4, multiThreading: false, policies: [{ name: "last", wasm, config: { name: "last", verdicts: {} } }] });
    expect(await last.stop()).toContain("POLICY_SAYS last: unload last");
  });
});
