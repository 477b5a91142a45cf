// SPDX-License-Identifier: MPL-2.0
// A policy that runs a script that it does not wait for, or at load and unload: what becomes of runs over reloads, without memory, and in the end.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { getPriority } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { ask, hwaddr, onceAndPatiently } from "./either_client.ts";
import type { PolicyParameters } from "./kea_config.ts";
import { makeTemporaryFolder, type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { eventually, exists, isStarter, starterOf, writeScript } from "./scripts.ts";

let policy: string;
beforeAll(async () => {
  policy = await compiledPolicy("calls_script");
});

const client = (number: number): string => hwaddr(0x3000 + number);
let asked = 0;
const another = (): string => client(100 + asked++);

describe.each([4, 6] as const)("kea-dhcp%i", (family: Family) => {
  const point = `pkt${family}_receive`;

  it("runs a script that it does not wait for in order per client, a few at a time, and drops the oldest where too many wait", async () => {
    const folder = makeTemporaryFolder("script");
    const gate = join(folder, "gate");
    const script = writeScript(folder, "later.sh", `#!/bin/sh
nice >> ${folder}/niceness
echo "begin $CLIENT" >> ${folder}/order
while [ ! -e ${gate} ]; do sleep 0.02; done
sleep 0.05
echo "end $CLIENT" >> ${folder}/order
exit 2
`);
    const runner = { name: "runner", wasm: policy, script, "hook-points": [point], wait: false, "max-running": 2, "max-queued": 4, "timeout-ms": 20_000 };
    const server = await KeaServer.start({ family, multiThreading: true, scriptsFolder: folder, policies: [runner] });
    try {
      // None can end before the gate is opened: nobody waits for them.
      for (let i = 0; i < 10; i++) expect((await ask(server, client(i % 5), onceAndPatiently)).answer).not.toBeNull();
      await server.waitForLog(/POLICY_SCRIPT_DROPPED script ".*later.sh" of policy runner: \d+ runs were left out/);
      const lines = (): string[] => (exists(join(folder, "order")) ? readFileSync(join(folder, "order"), "utf8").trim().split("\n") : []);
      await eventually("two run", () => lines().length >= 2);
      writeFileSync(gate, "");
      await eventually("what was not dropped ran", () => lines().filter((line) => line.startsWith("end")).length >= 6);
      // So that they hold up no client.
      expect(new Set(readFileSync(join(folder, "niceness"), "utf8").trim().split("\n"))).toEqual(new Set([String(Math.min(getPriority() + 10, 19))]));
      let running: string[] = [];
      for (const line of lines()) {
        const [what, who] = line.split(" ") as [string, string];
        if (what === "begin") {
          expect(running).not.toContain(who);
          running.push(who);
          expect(running.length).toBeLessThanOrEqual(2);
        } else running = running.filter((one) => one !== who);
      }
    } finally {
      await server.stop();
    }
  });

  it("runs a script for load and unload, and ends the starter that nobody needs", async () => {
    const folder = makeTemporaryFolder("script");
    const script = writeScript(folder, "events.sh", `#!/bin/sh\necho "$1 $#" >> ${folder}/events\n`);
    const runner = { name: "runner", wasm: policy, script, "hook-points": [point, "load", "unload"] };
    const events = (): string[] => (exists(join(folder, "events")) ? readFileSync(join(folder, "events"), "utf8").trim().split("\n") : []);
    const server = await KeaServer.start({ family, multiThreading: false, scriptsFolder: folder, policies: [runner] });
    expect(events()).toEqual(["load 1"]);
    const starter = starterOf(server);
    expect(await server.configSet({ policies: [runner] })).toMatchObject({ result: 0 });
    expect(events()).toEqual(["load 1", "unload 1", "load 1"]);
    // The same starter serves the next configuration.
    expect(starterOf(server)).toBe(starter);
    expect((await ask(server, another(), onceAndPatiently)).answer).not.toBeNull();
    expect((await server.configSet({ policies: [{ ...runner, "max-runing": 1 }] })).result).not.toBe(0);
    expect(events().slice(3)).toEqual([`${point} 1`, "unload 1", "load 1"]);
    await server.stop();
    expect(events().slice(6)).toEqual(["unload 1"]);
    await eventually("the starter is gone", () => !isStarter(starter));
  });

  it("runs a script for load again where there is no memory for the next configuration's threads", async () => {
    const folder = makeTemporaryFolder("script");
    const script = writeScript(folder, "events.sh", `#!/bin/sh\necho "$1" >> ${folder}/events\n`);
    const runner = { name: "runner", wasm: policy, script, "hook-points": [point, "load", "unload"] };
    // With any limit at all, instances are small: what is missing is memory for the counters of 65,535 threads.
    const server = await KeaServer.start({ family, multiThreading: true, scriptsFolder: folder, policies: [runner], wrapper: ["prlimit", `--as=${1024 ** 4}`] });
    try {
      const running = (await server.command("config-get")).arguments as Record<string, Record<string, Record<string, unknown>>>;
      delete running["hash"];
      running[`Dhcp${family}`]!["multi-threading"]!["thread-pool-size"] = 65_535;
      const used = Number(/VmSize:\s*(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))![1]) * 1024;
      execFileSync("prlimit", ["--pid", String(server.pid), `--as=${used + 160 * 1024 ** 2}:`]);
      const { result, text } = await server.command("config-set", running);
      expect({ result, text }).toEqual({ result: 1, text: expect.stringContaining("libdhcp_policy.so could not make its policies ready: ") });
      expect(readFileSync(join(folder, "events"), "utf8")).toBe("load\nunload\nload\n");
      expect((await ask(server, another(), onceAndPatiently)).answer).not.toBeNull();
    } finally {
      await server.stop();
    }
  });

  it.each(["once", "resident"])("keeps Kea from nothing at unload while as many runs are under way as may be, started %s", async (mode) => {
    const folder = makeTemporaryFolder("script");
    const gate = join(folder, "gate");
    const body = `echo $event >> ${folder}/events; [ $event != ${point} ] || while [ ! -e ${gate} ]; do sleep 0.02; done`;
    const script = writeScript(folder, "slow.sh", mode === "once" ? `#!/bin/sh\nevent=$1; ${body}\n` : `#!/bin/bash
while IFS= read -r -d '' variable; do
  case "$variable" in KEA_HOOK_POINT=*) event="\${variable#*=}" ;; '') ${body}; echo 0 ;; esac
done
`);
    const runner = { name: "runner", wasm: policy, script, mode, "hook-points": [point, "load", "unload"], wait: false, "max-running": 1, "timeout-ms": 4000, environment: { PATH: "/usr/bin:/bin" } };
    const events = (): string[] => readFileSync(join(folder, "events"), "utf8").trim().split("\n");
    const server = await KeaServer.start({ family, multiThreading: false, scriptsFolder: folder, policies: [runner] });
    try {
      for (let i = 0; i < 3; i++) expect((await ask(server, another(), onceAndPatiently)).answer).not.toBeNull();
      await eventually("the first runs", () => events().length === 2);
      expect(await server.configSet({ policies: [runner] })).toMatchObject({ result: 0 });
      // The others still wait for the first.
      expect(events()).toEqual(["load", point, "unload", "load"]);
      writeFileSync(gate, "");
      await eventually("they ran as well", () => events().length === 6);
      expect(server.log()).not.toMatch(/POLICY_SCRIPT_FAILED/);
    } finally {
      await server.stop();
    }
  });

  it.each(["once", "resident"])("keeps each client's order and max-running over a reload, started %s", async (mode) => {
    const folder = makeTemporaryFolder("script");
    const gate = join(folder, "gate");
    const body = `echo "begin $GENERATION $CLIENT" >> ${folder}/order; while [ ! -e ${gate} ]; do sleep 0.02; done; sleep 0.02; echo "end $GENERATION $CLIENT" >> ${folder}/order`;
    const script = writeScript(folder, "ordered.sh", mode === "once" ? `#!/bin/sh\n${body}\n` : `#!/bin/bash
while IFS= read -r -d '' variable; do
  case "$variable" in CLIENT=*) CLIENT="\${variable#*=}" ;; '') ${body}; echo 0 ;; esac
done
`);
    const runner = (generation: number): PolicyParameters => ({
      name: "runner", wasm: policy, script, mode, "hook-points": [point], wait: false, "max-running": 2, environment: { PATH: "/usr/bin:/bin", GENERATION: String(generation) },
    });
    const clients = [client(1), client(2), client(3)];
    const server = await KeaServer.start({ family, multiThreading: false, scriptsFolder: folder, policies: [runner(1)] });
    const askAll = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i++) for (const one of clients) expect((await ask(server, one, onceAndPatiently)).answer).not.toBeNull();
    };
    const lines = (): string[][] => (exists(join(folder, "order")) ? readFileSync(join(folder, "order"), "utf8").trim().split("\n").map((line) => line.split(" ")) : []);
    try {
      await askAll(3);
      // Also one that is refused is no reason to let more run at once.
      expect((await server.configSet({ policies: [{ ...runner(9), "max-running": 100, lists: { nowhere: "/nowhere" } }] })).result).not.toBe(0);
      await askAll(1);
      expect(await server.configSet({ policies: [runner(2)] })).toMatchObject({ result: 0 });
      await askAll(2);
      writeFileSync(gate, "");
      await eventually("all ran", () => lines().filter(([what]) => what === "end").length === 18);
      const running = new Set<string>();
      for (const [what, , who] of lines()) {
        expect(running.has(who!)).toBe(what === "end");
        if (what === "begin") running.add(who!);
        else running.delete(who!);
        expect(running.size).toBeLessThanOrEqual(2);
      }
      for (const one of clients) {
        expect(lines().filter(([what, , who]) => what === "begin" && who === one).map(([, generation]) => generation)).toEqual(["1", "1", "1", "1", "2", "2"]);
      }
    } finally {
      await server.stop();
    }
  });

  it("tells what still waits when the library goes, by removal or with Kea, and runs it no more", async () => {
    const folder = makeTemporaryFolder("script");
    const gate = join(folder, "gate");
    const script = writeScript(folder, "slow.sh", `#!/bin/sh\necho $CLIENT >> ${folder}/ran; while [ ! -e ${gate} ]; do sleep 0.02; done\n`);
    const runner = { name: "runner", wasm: policy, script, "hook-points": [point], wait: false, "max-running": 1, environment: { PATH: "/usr/bin:/bin" } };
    const ran = (): string[] => (exists(join(folder, "ran")) ? readFileSync(join(folder, "ran"), "utf8").trim().split("\n") : []);
    const told = (log: string): string[] => [...log.matchAll(/POLICY_SCRIPT_NOT_RUN script ".*slow.sh" of policy runner: (\d+) runs that waited were left out/g)].map((found) => found[1]!);
    const server = await KeaServer.start({ family, multiThreading: false, scriptsFolder: folder, policies: [runner] });
    for (let i = 1; i <= 4; i++) expect((await ask(server, client(i), onceAndPatiently)).answer).not.toBeNull();
    await eventually("the first runs", () => ran().length === 1);
    // A reload leaves nothing out.
    expect(await server.configSet({ policies: [runner] })).toMatchObject({ result: 0 });
    expect((await server.statistics())["policy[runner].script.waiting"]).toBe(3);
    expect(told(server.log())).toEqual([]);
    expect(await server.configSet(undefined)).toMatchObject({ result: 0 });
    await eventually("it is told", () => told(server.log()).length === 1);
    expect(told(server.log())).toEqual(["3"]);
    expect(await server.configSet({ policies: [runner] })).toMatchObject({ result: 0 });
    for (let i = 5; i <= 6; i++) expect((await ask(server, client(i), onceAndPatiently)).answer).not.toBeNull();
    writeFileSync(gate, "");
    await eventually("the first and the new ones ran", () => ran().length === 3);
    expect(ran()).toEqual([1, 5, 6].map((i) => client(i)));
    // The last of them may not have looked for the gate yet.
    await eventually("they ended", async () => (await server.statistics())["policy[runner].script.running"] === 0);
    rmSync(gate);
    for (let i = 7; i <= 9; i++) expect((await ask(server, client(i), onceAndPatiently)).answer).not.toBeNull();
    expect(told(await server.stop())).toEqual(["3", "2"]);
  });

  it.each(["once", "resident"])("tells how many lines and runs were left out though nothing follows, started %s", async (mode) => {
    const folder = makeTemporaryFolder("script");
    const body = "i=0; while [ $i -lt 500 ]; do echo line $i >&2; i=$((i+1)); done";
    const script = writeScript(folder, "talks.sh", mode === "once" ? `#!/bin/sh\n${body}\nsleep 0.5\n` : `#!/bin/bash
while IFS= read -r -d '' variable; do
  case "$variable" in '') ${body}; sleep 0.5; echo 0 ;; esac
done
`);
    const runner = { name: "runner", wasm: policy, script, mode, "hook-points": [point], wait: false, "max-running": 1, "max-queued": 1 };
    const server = await KeaServer.start({ family, multiThreading: false, scriptsFolder: folder, policies: [{ ...runner, environment: { PATH: "/usr/bin:/bin" } }] });
    const sum = (pattern: RegExp): number => [...server.log().matchAll(pattern)].reduce((all, found) => all + Number(found[1]), 0);
    const lines = (): number => server.log().match(/POLICY_SCRIPT_SAYS runner at \w+: line \d+\n/g)?.length ?? 0;
    try {
      expect((await ask(server, another(), onceAndPatiently)).answer).not.toBeNull();
      await eventually("each line is there, or told of", () => lines() + sum(/POLICY_SCRIPT_LINES_SUPPRESSED policy runner: (\d+) lines/g) === 500, 10_000);
      expect(lines()).toBeLessThan(500);
      await eventually("it has ended", async () => (await server.statistics())["policy[runner].script.running"] === 0);
      for (let i = 0; i < 8; i++) expect((await ask(server, another(), onceAndPatiently)).answer).not.toBeNull();
      const dropped = (await server.statistics())["policy[runner].script.dropped"]!;
      expect(dropped).toBeGreaterThan(0);
      await server.waitForLog(new RegExp(`POLICY_SCRIPT_DROPPED .*: ${dropped} runs were left out so far`), 10_000);
    } finally {
      await server.stop();
    }
  });

  it("counts an environment that no program takes as a fault of the policy", async () => {
    const folder = makeTemporaryFolder("script");
    const script = writeScript(folder, "script.sh", "#!/bin/sh\n");
    const runner = (name: string, broken: string): object => ({ name, wasm: policy, script, "hook-points": [point], config: { broken }, "max-instructions": 20_000_000 });
    const server = await KeaServer.start({ family, multiThreading: false, scriptsFolder: folder, parameters: { policies: [runner("nameless", "no-name"), runner("long", "too-long")] } });
    try {
      expect((await ask(server, another(), onceAndPatiently)).answer).not.toBeNull();
      await server.waitForLog(/POLICY_FAULT policy nameless .* with an environment whose variable 8 has no name/);
      await server.waitForLog(/POLICY_FAULT policy long .* bytes of environment where 131072 are the most \(Argument list too long\)/);
    } finally {
      await server.stop();
    }
  });
});
