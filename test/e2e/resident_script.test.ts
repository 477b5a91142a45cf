// SPDX-License-Identifier: MPL-2.0
// Scripts that stay: the examples in three languages, and programs that answer late, wrongly or not at all.
import { copyFileSync, chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { ask, expectBlocked, hwaddr, onceAndPatiently } from "./either_client.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { eventually, isStarter, processes, starterOf, writeScript } from "./scripts.ts";

const examples = resolve(dirname(fileURLToPath(import.meta.url)), "../../examples/resident");
const refused = "de:ad:be:ef:00:01";
let clients = 0x3000;
const plain = (): string => hwaddr(clients++);

let policy: string;
beforeAll(async () => {
  policy = await compiledPolicy("calls_script");
});

describe.each([4, 6] as const)("kea-dhcp%i: a script that stays", (family) => {
  const point = `pkt${family}_receive`;
  const runner = (script: string, more: object = {}): object => ({
    name: "runner", wasm: policy, script, mode: "resident", "hook-points": [point], "exit-status": { 2: "drop" }, "timeout-ms": 1000, ...more,
  });
  let folder: string;
  let server: KeaServer;
  beforeAll(async () => {
    folder = makeTemporaryFolder("resident");
    for (const name of readdirSync(examples).filter((one) => one.startsWith("respond."))) {
      copyFileSync(join(examples, name), join(folder, name));
      chmodSync(join(folder, name), 0o755);
    }
    server = await KeaServer.start({ family, multiThreading: family === 6, scriptsFolder: folder, policies: [runner(join(folder, "respond.sh")) as never] });
    await eventually("its starter runs", () => starterOf(server) !== 0);
  });
  afterAll(async () => {
    const starter = starterOf(server);
    await server.stop();
    await eventually("nothing is left", () => !isStarter(starter) && residents().length === 0);
  });
  const residents = (): number[] => processes().filter((one) => one.arguments.at(-1) === "resident" && one.arguments.some((word) => word.startsWith(folder))).map(({ pid }) => pid);

  it.each(["respond.sh", "respond.py", "respond.pl"])("%s of the examples decides, and one program serves many packets", async (name) => {
    const interpreter = readFileSync(join(folder, name), "utf8").split("\n")[0]!.slice(2);
    if (!existsSync((process.env["KEA_POLICY_ROOTFS"] ?? "") + interpreter)) return expect(interpreter).not.toBe("/bin/bash");
    // What happens is told by the library alone.
    const environment = { KEA_HOOK_POINT: "configured" };
    expect(await server.configSet({ policies: [runner(join(folder, name), { environment })] })).toMatchObject({ result: 0 });
    await expectBlocked(server, refused, plain());
    const before = residents();
    expect(before.length).toBeGreaterThanOrEqual(1);
    for (let i = 0; i < 20; i++) expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    await expectBlocked(server, refused, plain());
    if (family === 4) expect(residents()).toEqual(before);
  });

  const misbehaving = (name: string, body: string): string => writeScript(folder, name, `#!/usr/bin/perl
$| = 1; $/ = "\\0\\0";
while (my $event = <STDIN>) {
    my ($behaviour) = $event =~ /\\0CLIENT=..:..:..:..:(..):/;
    ${body}
    print "0\\n";
}
`);

  it("that answers late, wrongly or not at all fails, and is replaced", async () => {
    const script = misbehaving("misbehaves.pl", `
    print STDERR "one line\\n" if $behaviour eq "40";
    sleep 5 if $behaviour eq "41";
    print "yes\\n" if $behaviour eq "42";
    print "256\\n" if $behaviour eq "43";
    print "0\\n" if $behaviour eq "44";
    exit 7 if $behaviour eq "45";
    kill "KILL", $$ if $behaviour eq "46";
    print "x" x 10000 if $behaviour eq "47";`);
    expect(await server.configSet({ policies: [runner(script, { "timeout-ms": 1500 })] })).toMatchObject({ result: 0 });
    const nonsense = "answered with something else than a line with a number from 0 to 255, and was killed";
    for (const [behaviour, words] of [
      [0x41, "did not answer within 1500 ms and was killed"], [0x42, nonsense], [0x43, nonsense], [0x45, "ended with status 7 where it was to answer"],
      [0x46, "was killed by SIGKILL"], [0x47, nonsense],
    ] as const) {
      expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
      const before = server.log().length;
      const began = performance.now();
      expect((await ask(server, hwaddr(behaviour * 256), onceAndPatiently)).answer).not.toBeNull();
      expect(performance.now() - began).toBeLessThan(4000);
      await eventually(`the log tells: ${words}`, () => server.log().slice(before).includes(`at ${point} it ${words}`));
      await eventually("it works again", async () => {
        // Another client each time: one whose run was late tells nothing.
        expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
        return /POLICY_SCRIPT_WORKS/.test(server.log().slice(before));
      });
    }
    // An answer too many: nobody may take it for that of the next event.
    expect((await ask(server, hwaddr(0x44 * 256), onceAndPatiently)).answer).not.toBeNull();
    expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    expect((await ask(server, hwaddr(0x40 * 256), onceAndPatiently)).answer).not.toBeNull();
    await server.waitForLog(/POLICY_SCRIPT_SAYS runner at resident: one line\n/);
  });

  it("that ends at once is not started for each packet", async () => {
    const script = writeScript(folder, "ends.sh", `#!/bin/sh\necho started >> ${folder}/starts\n`);
    expect(await server.configSet({ policies: [runner(script, { "timeout-ms": 500 })] })).toMatchObject({ result: 0 });
    for (let i = 0; i < 30; i++) expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    await server.waitForLog(/ is not started again yet, since it ended before it answered anything/);
    expect(readFileSync(join(folder, "starts"), "utf8").split("\n").length).toBeLessThan(12);
  });

  it("that nobody waits for gets every event as well, and gives way to Kea", async () => {
    const script = writeScript(folder, "counts.pl", `#!/usr/bin/perl
$| = 1; $/ = "\\0\\0";
while (<STDIN>) { open my $file, ">>", "${folder}/events"; print $file getpriority(0, 0), "\\n"; close $file; print "0\\n"; }
`);
    expect(await server.configSet({ policies: [runner(script, { wait: false, "exit-status": undefined })] })).toMatchObject({ result: 0 });
    for (let i = 0; i < 20; i++) expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    const priorities = (): string[] => (existsSync(join(folder, "events")) ? readFileSync(join(folder, "events"), "utf8").trim().split("\n") : []);
    await eventually("all came", () => priorities().length === 20);
    expect(new Set(priorities())).toEqual(new Set([String(Math.min(getPriority() + 10, 19))]));
  });

  it("leaves no zombie where it reaps nothing but what it started", async () => {
    const script = writeScript(folder, "logs.pl", `#!/usr/bin/perl
$| = 1; $/ = "\\0\\0";
while (<STDIN>) { system("true & echo \\$! >> ${folder}/left"); print "0\\n"; }
`);
    expect(await server.configSet({ policies: [runner(script)] })).toMatchObject({ result: 0 });
    for (let i = 0; i < 20; i++) expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    const left = readFileSync(join(folder, "left"), "utf8").trim().split("\n").map(Number);
    expect(left).toHaveLength(20);
    await eventually("none of them is there, nor a zombie of it", () => !processes().some(({ pid }) => left.includes(pid)));
    expect(residents().length).toBeGreaterThanOrEqual(1);
  });

  // One that sees the end of its input says so, and takes a moment for it.
  const tidying = (name: string, end = ""): string => writeScript(folder, name, `#!/usr/bin/perl
$| = 1; $/ = "\\0\\0";
print "0\\n" while <STDIN>;
select undef, undef, undef, 0.1;
open my $file, ">", "${folder}/${name}.ended"; close $file;
${end}
`);
  const hasEnded = (name: string) => (): boolean => existsSync(join(folder, `${name}.ended`));

  it("tidies up where the library is taken out of the configuration", async () => {
    expect(await server.configSet({ policies: [runner(tidying("removed.pl"))] })).toMatchObject({ result: 0 });
    expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    expect(await server.configSet(undefined)).toMatchObject({ result: 0 });
    await eventually("it saw the end of its input", hasEnded("removed.pl"));
    await eventually("it is gone", () => residents().length === 0);
    // As if nothing had been.
    expect(await server.configSet({ policies: [runner(join(folder, "respond.pl"))] })).toMatchObject({ result: 0 });
    await expectBlocked(server, refused, plain());
  });

  it.each([
    ["tidies up where Kea ends", "stopped.pl", ""],
    ["is killed where it goes on for longer than a second after Kea's end", "stays.pl", "sleep 1000;"],
  ])("%s", async (_, name, end) => {
    const last = await KeaServer.start({ family, multiThreading: false, scriptsFolder: folder, policies: [runner(tidying(name, end)) as never] });
    expect((await ask(last, plain(), onceAndPatiently)).answer).not.toBeNull();
    const starter = starterOf(last);
    await last.stop();
    await eventually("it saw the end of its input", hasEnded(name));
    await eventually("nothing is left", () => !isStarter(starter) && !processes().some((one) => one.arguments.some((word) => word.endsWith(name))));
  });

  it("of a configuration that is gone ends", async () => {
    expect(await server.configSet({ policies: [runner(join(folder, "respond.pl"))] })).toMatchObject({ result: 0 });
    expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    const [first] = residents();
    expect(await server.configSet({ policies: [runner(join(folder, "respond.pl"), { "timeout-ms": 700 })] })).toMatchObject({ result: 0 });
    expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    await eventually("the first has ended", () => !residents().includes(first!));
    await sleep(50);
    expect(residents().length).toBe(1);
  });
});
