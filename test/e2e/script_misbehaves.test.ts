// SPDX-License-Identifier: MPL-2.0
// However a script misbehaves for one client, all others get their leases in time, the log tells of it once and in words, and nothing
// of it remains: no process, no zombie, also not after Kea has ended.
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { ask, hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { misbehavingClient, misbehavingScripts, runsBegun, TIMEOUT_MS, writeMisbehaving, type MisbehavingScript } from "./misbehaving_scripts.ts";
import { eventually, isStarter, processes, starterOf } from "./scripts.ts";

/** Beyond the timeout: Kea's and the starter's work, and what a busy machine takes for it. */
const MARGIN_MS = 5000;
/** The starter is asked to kill, and may be busy; it has this long. */
const CLEANED_MS = 15_000;

let policy: string;
beforeAll(async () => {
  policy = await compiledPolicy("calls_script");
});

let clients = 0x7000;
const plain = (): string => hwaddr(clients++);

/** Processes with the text in their command line or environment, as far as /proc shows them, and zombies of the starters. */
function left(mark: string, starters: number[]): string[] {
  const marked = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).flatMap((name) => {
    try {
      const text = readFileSync(`/proc/${name}/cmdline`, "latin1") + readFileSync(`/proc/${name}/environ`, "latin1");
      return text.includes(mark) ? [`${name}: ${text.replaceAll("\0", " ")}`] : [];
    } catch {
      return []; // It ended meanwhile, or is a zombie.
    }
  });
  const zombies = processes().filter((one) => one.state === "Z" && starters.includes(one.parent));
  return [...marked, ...zombies.map((one) => `${one.pid}: zombie of ${one.parent}`)];
}

async function timed<T>(work: Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const began = performance.now();
  return { value: await work, milliseconds: performance.now() - began };
}

describe.each([4, 6] as const)("kea-dhcp%i:", (family) => {
  describe.each([true, false])("multi-threading %s: a script that", (multiThreading) => {
    const point = `pkt${family}_receive`;
    let server: KeaServer;
    let folder: string;
    const starters = new Set<number>();
    const marks: string[] = [];

    beforeAll(async () => {
      folder = makeTemporaryFolder("misbehaves");
      // Without the library at first: each test configures its own script.
      server = await KeaServer.start({ family, multiThreading, scriptsFolder: folder });
    });
    afterAll(async () => {
      const log = server.log();
      await server.stop();
      for (const found of log.matchAll(/POLICY_STARTER_STARTED [^\n]* process (\d+)/g)) starters.add(Number(found[1]));
      await eventually("no starter is left", () => ![...starters].some(isStarter), CLEANED_MS);
      expect(marks.flatMap((mark) => left(mark, [...starters]))).toEqual([]);
    });

    const configure = async (script: string, mark: string): Promise<void> => {
      const runner = {
        name: "runner", wasm: policy, script, "hook-points": [point], "timeout-ms": TIMEOUT_MS, "exit-status": { 0: "continue", other: "drop" },
        environment: { PATH: "/usr/bin:/bin", MARK: mark },
      };
      expect(await server.configSet({ policies: [runner] })).toMatchObject({ result: 0 });
    };

    const getsItsLease = async (): Promise<void> => {
      const { value, milliseconds } = await timed(lease(server, plain(), onceAndPatiently));
      expect(value).not.toBeNull();
      expect(milliseconds).toBeLessThan(TIMEOUT_MS + MARGIN_MS);
    };

    const misbehave = async (one: MisbehavingScript): Promise<void> => {
      const numbers = multiThreading && !one.killsTheStarter ? [1, 2] : [1];
      const answers = numbers.map((number) => timed(ask(server, misbehavingClient(number), onceAndPatiently)));
      // The others come when it is under way already.
      if (one.meanwhile) {
        await eventually("it runs", () => runsBegun(folder) === numbers.length);
        one.meanwhile(`${folder}/script.sh`, folder);
      }
      if (multiThreading) await Promise.all([getsItsLease(), getsItsLease()]);
      for (const { value, milliseconds } of await Promise.all(answers)) {
        // on-error: the client is served.
        expect(value.answer).not.toBeNull();
        expect(milliseconds).toBeLessThan(TIMEOUT_MS + MARGIN_MS);
        if (one.hangs) expect(milliseconds).toBeGreaterThanOrEqual(TIMEOUT_MS - 1);
      }
    };

    // All of them for DHCPv4; the starter does not know the family.
    const here = family === 4 ? misbehavingScripts : misbehavingScripts.filter(({ name }) => /missing|ignores|forks/.test(name));
    it.each(here)("$name", async (one) => {
      const mark = `mark-${process.pid}-${family}-${multiThreading}-${marks.length}-`;
      marks.push(mark);
      const script = writeMisbehaving(folder, one, mark);
      await configure(script, mark);
      await getsItsLease();
      one.spoil?.(script, folder);
      const before = server.log().length;
      await misbehave(one);
      await getsItsLease();
      const changes = (): string[] => server.log().slice(before).split("\n").filter((line) => /POLICY_SCRIPT_(FAILED|WORKS)/.test(line));
      const failures = (): string[] => changes().filter((line) => line.includes("POLICY_SCRIPT_FAILED"));
      await eventually("the log tells of it", () => failures().length > 0);
      const told = expect.stringMatching(new RegExp(`script ".*/script.sh" of policy runner fails: at ${point} it ${one.words.source}`));
      if (one.killsTheStarter) expect(failures()).toContainEqual(told);
      else {
        expect(failures()).toEqual(failures().map(() => told));
        // Once for each change: another client's run may have worked between two that failed.
        const twice = changes().filter((line, index, all) => [line, all[index + 1]].every((one) => one?.includes("POLICY_SCRIPT_FAILED")));
        expect(twice).toEqual([]);
      }
      starters.add(starterOf(server));
      let remaining: string[] = [];
      await eventually("nothing of it is left", () => (remaining = left(mark, [...starters])).length === 0, CLEANED_MS).catch((error: Error) => {
        throw new Error(`${error.message} What is left:\n${remaining.join("\n")}`);
      });
    });
  });
});
