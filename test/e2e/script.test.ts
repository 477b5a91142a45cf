// SPDX-License-Identifier: MPL-2.0
// A policy that runs a script: what the script gets, what follows from how it ends, and that no script, however it behaves, holds up Kea.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { ask, expectBlocked, hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { eventually, isStarter, processes, recording, remains, runsIn, starterOf, writeScript } from "./scripts.ts";

let policy: string;
beforeAll(async () => {
  policy = await compiledPolicy("calls_script");
});

const servers = ([4, 6] as const).flatMap((family) => [false, true].map((multiThreading) => ({ family, multiThreading })));

/** What the script does is told by the fifth byte of the client's address. */
const behaviours = (folder: string, mark: string): string => `#!/bin/sh
${recording(folder)}
case "$CLIENT" in
  *:*:*:*:02:*) exit 1 ;;
  *:*:*:*:03:*) exit 2 ;;
  *:*:*:*:04:*) exit 77 ;;
  *:*:*:*:11:*) trap '' TERM INT HUP; while :; do sh -c 'sleep 1000; : ${mark}'; done ;;
  *:*:*:*:12:*) setsid sh -c 'sleep 1000; : ${mark}' & wait ;;
  *:*:*:*:13:*) (setsid sh -c 'sleep 1000; : ${mark}' &) ; sleep 1000 ;;
  *:*:*:*:14:*) exec 0<&- 1>&- 2>&-; sleep 1000 ;;
  *:*:*:*:15:*) while :; do echo "for ever and ever"; done ;;
  *:*:*:*:16:*) kill -SEGV $$ ;;
  *:*:*:*:17:*) head -c 600000 /dev/zero | tr '\\0' x; echo; exit 0 ;;
  *:*:*:*:18:*) cat; exit 0 ;;
  *:*:*:*:21:*) echo "first  line"; echo "second \\033[31m line" >&2; printf 'without an end' ;;
esac
`;

const client = (behaviour: number, number = 1): string => hwaddr(behaviour * 256 + number);
let clients = 0;
const plain = (): string => client(0x30, clients++);

describe.each(servers)("kea-dhcp$family, multi-threading $multiThreading: a script", ({ family, multiThreading }) => {
  const mark = `mark${family}${multiThreading}-${process.pid}`;
  const point = `pkt${family}_receive`;
  let folder: string;
  let server: KeaServer;
  let starter: number;
  beforeAll(async () => {
    folder = makeTemporaryFolder("script");
    const script = writeScript(folder, "script.sh", behaviours(folder, mark));
    const statuses = { 0: "continue", 1: "skip", 2: "drop", other: "drop" };
    const runner = {
      name: "runner", wasm: policy, script, "hook-points": [point], "exit-status": statuses, "timeout-ms": 1500, "on-error": "continue",
      environment: { SET_BY_BOTH: "configuration", PATH: "/usr/bin:/bin" },
    };
    server = await KeaServer.start({ family, multiThreading, scriptsFolder: folder, policies: [runner] });
    await eventually("its starter runs", () => starterOf(server) !== 0);
    starter = starterOf(server);
  });
  afterAll(() => server.stop());
  /** A process is there before Kea has heard of it; a script that is asked for in between fails. */
  const isReady = (process: number): Promise<unknown> => server.waitForLog(new RegExp(`POLICY_STARTER_STARTED .* process ${process}\\b`));

  it("gets its argument, exactly its environment, and nothing of Kea's", async () => {
    const address = plain();
    expect((await ask(server, address, onceAndPatiently)).answer).not.toBeNull();
    const [run] = runsIn(folder);
    expect(run).toEqual({
      argument: point,
      count: "1",
      environment: [
        `CLIENT=${address}`, "TEXT=a b;$(touch /nowhere) 'c' \"d\" Ÿ", "CUT=before", "NUMBER=-9223372036854775808",
        `KEA_QUERY4_HWADDR=${address}`, `KEA_QUERY6_HWADDR=${address}`, "SET_BY_BOTH=policy", "PATH=/usr/bin:/bin",
      ],
    });
  });

  it.each([["skip", 2], ["drop", 3], ["what holds for all others", 4]])("decides by its exit status: %s", async (_, behaviour) => {
    await expectBlocked(server, client(behaviour), plain());
  });

  it.each([
    ["ignores SIGTERM and never exits", 0x11, "did not end within 1500 ms and was killed"],
    ["waits for a child in another session", 0x12, "did not end within 1500 ms and was killed"],
    ["forks away and never exits", 0x13, "did not end within 1500 ms and was killed"],
    ["closes its descriptors", 0x14, "did not end within 1500 ms and was killed"],
    ["writes for ever", 0x15, "did not end within 1500 ms and was killed"],
    ["dies of a signal", 0x16, "was killed by SIGSEGV"],
  ])("that %s holds up nobody, and is killed whole", async (_, behaviour, words) => {
    expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
    const before = server.log().length;
    const began = performance.now();
    // on-error: the client is served.
    expect((await ask(server, client(behaviour), onceAndPatiently)).answer).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(5000);
    await eventually("the log tells of it", () => new RegExp(`POLICY_SCRIPT_FAILED script "${folder}/script.sh" of policy runner fails: at ${point} it ${words}`).test(server.log().slice(before)));
    await eventually("it works again", async () => {
      // Another client each time: one whose run was late tells nothing.
      expect((await ask(server, plain(), onceAndPatiently)).answer).not.toBeNull();
      return /POLICY_SCRIPT_WORKS/.test(server.log().slice(before));
    });
    await eventually("nothing of it is left", () => remains(mark, starter).length === 0);
    await eventually("its starter has no child left", () => !processes().some((one) => one.parent === starter));
  });

  it.each([["writes six hundred thousand bytes", 0x17], ["reads its standard input", 0x18]])("that %s ends by itself", async (_, behaviour) => {
    const before = server.log().length;
    expect((await ask(server, client(behaviour), onceAndPatiently)).answer).not.toBeNull();
    expect(server.log().slice(before)).not.toMatch(/POLICY_SCRIPT_FAILED/);
  });

  it("has its output in Kea's log, line by line, with nothing that a terminal obeys", async () => {
    await sleep(1100); // The one that wrote for ever had used up what may be written.
    await ask(server, client(0x21), onceAndPatiently);
    for (const line of ["first  line", "second \\\\x1b\\[31m line", "without an end"]) {
      await server.waitForLog(new RegExp(`POLICY_SCRIPT_SAYS runner at ${point}: ${line}\\n`));
    }
  });

  it("is started again after the starter was killed, and clients are served all the while", async () => {
    process.kill(starter, "SIGKILL");
    for (let i = 0; i < 5; i++) expect(await lease(server, plain(), onceAndPatiently)).not.toBeNull();
    await server.waitForLog(/POLICY_STARTER_ENDED/);
    await eventually("another starter runs", () => ![0, starter].includes(starterOf(server)));
    starter = starterOf(server);
    expect(isStarter(starter)).toBe(true);
    await isReady(starter);
    await expectBlocked(server, client(3, 2), plain());
  });

  it("that runs when the starter is killed counts as failed, and does not go on", async () => {
    const answered = ask(server, client(0x11, 2), onceAndPatiently);
    await eventually("it runs", () => runsIn(folder).some(({ environment }) => environment[0] === `CLIENT=${client(0x11, 2)}`));
    process.kill(starter, "SIGKILL");
    expect((await answered).answer).not.toBeNull();
    await server.waitForLog(/POLICY_SCRIPT_FAILED .* was killed, since kea-policy-starter ended/);
    await eventually("another starter runs", () => ![0, starter].includes(starterOf(server)));
    starter = starterOf(server);
    await isReady(starter);
    await eventually("nothing of it is left", () => remains(mark, starter).length === 0);
  });

  it("that vanishes while Kea runs fails, and works when it is there again", async () => {
    const path = join(folder, "script.sh");
    rmSync(path);
    expect((await ask(server, client(3, 3), onceAndPatiently)).answer).not.toBeNull();
    await server.waitForLog(/POLICY_SCRIPT_FAILED .* could not be started: No such file or directory \(it, or the interpreter in its first line\)/);
    writeScript(folder, "script.sh", "exit 2\n");
    expect((await ask(server, client(3, 4), onceAndPatiently)).answer).not.toBeNull();
    await server.waitForLog(/POLICY_SCRIPT_FAILED .* could not be started: Exec format error \(its first line must name its interpreter/);
    writeScript(folder, "script.sh", behaviours(folder, mark));
    await expectBlocked(server, client(3, 5), plain());
  });

  it("that cannot be right is refused when Kea is configured, and the clients are served as before", async () => {
    const refuse = async (change: object, sentence: string): Promise<void> => {
      const answer = await server.configSet({ policies: [{ name: "runner", wasm: policy, script: join(folder, "script.sh"), ...change }] });
      expect(answer.result).not.toBe(0);
      expect(answer.text).toContain(sentence);
      await expectBlocked(server, client(3, 6), plain());
    };
    await refuse({ script: join(folder, "absent.sh") }, `policies[0].script names the file "${folder}/absent.sh", which cannot be read (No such file or directory)`);
    const text = writeScript(folder, "text", "just words\n");
    await refuse({ script: text }, "which is neither a script nor a program: its first line must name its interpreter, as in #!/bin/sh");
    await refuse({ script: writeScript(folder, "odd.sh", "#!/bin/nosh\n") }, 'whose first line names the interpreter "/bin/nosh", which cannot be executed (No such file or directory)');
    await refuse({ script: writeScript(folder, "windows.sh", "#!/bin/sh\r\nexit 2\r\n") }, "which has the line ends of Windows");
    await refuse({ script: writeScript(folder, "folder.sh", "#!/tmp\n") }, 'whose first line names the interpreter "/tmp", which is a folder');
    await refuse({ script: "script.sh" }, 'policies[0].script must be an absolute path');
    await refuse({ "timeout-ms": 0 }, "policies[0].timeout-ms must be from 1 to 60000, but is 0");
    await refuse({ script: undefined }, `policies[0].script: ${policy} runs a program, and the configuration names none`);
  });

  it("is counted", async () => {
    const statistics = await server.statistics();
    const count = (name: string): number => statistics[`policy[runner].script.${name}`]!;
    // The set of policies is new after none of the refusals, so it has counted all along.
    expect(count("timed-out")).toBe(5);
    // SIGSEGV, killed with the starter, absent, no #!.
    expect(count("failed")).toBeGreaterThanOrEqual(4);
    expect(count("calls")).toBe(statistics[`policy[runner].${point}.calls`]!);
    expect([count("dropped"), count("waiting"), count("running")]).toEqual([0, 0, 0]);
  });

  it("leaves nothing behind when Kea ends", async () => {
    const last = await KeaServer.start({ family, multiThreading, scriptsFolder: folder, policies: [{ name: "runner", wasm: policy, script: join(folder, "script.sh"), "hook-points": [point], wait: false }] });
    await eventually("its starter runs", () => starterOf(last) !== 0);
    const pid = starterOf(last);
    expect(isStarter(pid)).toBe(true);
    for (const behaviour of [0x11, 0x12, 0x13]) {
      const address = client(behaviour, 9);
      expect((await ask(last, address, onceAndPatiently)).answer).not.toBeNull();
      await eventually("it runs", () => runsIn(folder).some(({ environment }) => environment[0] === `CLIENT=${address}`));
    }
    await eventually("they run", () => remains(mark, pid).length >= 3);
    await last.stop();
    await eventually("nothing is left", () => remains(mark, pid).length === 0 && !isStarter(pid));
  });
});
