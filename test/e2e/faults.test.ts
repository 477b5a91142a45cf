// SPDX-License-Identifier: MPL-2.0
// Policies that fail in every way there is: the client is served as on-error says, the log names the line, the next packet meets a fresh
// instance, and Kea never notices.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy, lineOf } from "./compiled_policy.ts";
import { ask, expectBlocked, hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import type { PolicyParameters } from "./kea_config.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { isMarked, MARK, markingConfig } from "./marked.ts";

interface Fault {
  fault: string;
  /** As it is counted. */
  kind: string;
  says: string;
  /** Text in the policy's source whose line the log names; null: some line of it, since the optimizer has moved the code elsewhere. */
  at?: string | null;
}

const faults: Fault[] = [
  { fault: "loop", kind: "budget", says: "used more than 20000000 instructions", at: "// loop" },
  { fault: "recurse", kind: "stack-overflow", says: "called itself too deep", at: "// recurse" },
  { fault: "allocate", kind: "out-of-memory", says: "wanted more memory than memory-limit-kib allows", at: "// allocate" },
  { fault: "throw", kind: "abort", says: 'threw "nothing to be done"', at: "// throw" },
  { fault: "bounds", kind: "abort", says: 'threw "Index out of range"', at: null },
  { fault: "divide", kind: "trap", says: "divided by zero", at: "// divide" },
  { fault: "unreachable", kind: "trap", says: "reached code that must not be reached", at: "// unreachable" },
  { fault: "outside", kind: "trap", says: "reached outside of its memory", at: "// outside" },
  { fault: "verdict", kind: "bad-verdict", says: "returned 77, which is no verdict that Kea takes there" },
  { fault: "negative-verdict", kind: "bad-verdict", says: "returned -1, which is no verdict that Kea takes there" },
  { fault: "log-too-long", kind: "bad-edit", says: "wrote an edit log that is longer than its region" },
  { fault: "log-cut", kind: "bad-edit", says: "wrote an edit log that ends inside of an entry" },
  { fault: "value-cut", kind: "bad-edit", says: "wrote an edit log that ends inside of a value" },
  { fault: "unknown-edit", kind: "bad-edit", says: "wrote an edit with the unknown operation 99" },
  { fault: "other-object", kind: "bad-edit", says: "edited object 12345, which is not to be edited at this hook point" },
  { fault: "kea-alone", kind: "bad-edit", says: "which is Kea's alone" },
  { fault: "kea-refuses", kind: "bad-edit", says: "to a value that Kea refuses: " },
  { fault: "long-class", kind: "bad-edit", says: "added a class whose name has 256 bytes instead of 1 to 255" },
];

let faulty: string;
beforeAll(async () => {
  faulty = await compiledPolicy("faulty");
});

const lenientClient = (index: number): string => hwaddr(0x1000 + index);
const strictClient = (index: number): string => hwaddr(0x2000 + index);
const faultsOf = (client: (index: number) => string): Record<string, string> =>
  Object.fromEntries(faults.map(({ fault }, index) => [client(index), fault]));

const policy = (name: string, config: object, more: object = {}): PolicyParameters => ({ name, wasm: faulty, "max-instructions": 20_000_000, config, ...more });
const start = (family: Family, multiThreading: boolean, ...policies: PolicyParameters[]): Promise<KeaServer> =>
  KeaServer.start({ family, multiThreading, policies, extraConfig: markingConfig(family) });

let clients = 0x100;
const newClient = (): string => hwaddr(clients++);

const servers = ([4, 6] as const).flatMap((family) => [false, true].map((multiThreading) => ({ family, multiThreading })));

describe.each(servers)("kea-dhcp$family, multi-threading $multiThreading:", ({ family, multiThreading }) => {
  const point = `pkt${family}_receive`;
  const onError = { default: "continue", pkt4_receive: "drop", pkt6_receive: "skip" };
  let server: KeaServer;
  let pid: number;
  beforeAll(async () => {
    server = await start(
      family,
      multiThreading,
      policy("lenient", { faults: faultsOf(lenientClient), class: MARK }, { "on-error": "continue" }),
      policy("strict", { faults: faultsOf(strictClient) }, { "on-error": onError }),
    );
    pid = server.pid;
  });
  afterAll(() => server.stop());

  const faultLine = (name: string, client: string, { kind, says, at }: Fault, told: string): RegExp => {
    const escape = (text: string): string => text.replace(/[[\](){}.*+?^$\\|]/g, "\\$&");
    const place = at === undefined ? "" : `[^\\n]*faulty/index\\.ts:${at === null ? "\\d+" : lineOf("faulty", at)}:\\d+`;
    const client_ = `for client \\[[^\\n]*${escape(client)}[^\\n]*\\]`;
    return new RegExp(`POLICY_FAULT policy ${name} failed at ${point} ${client_}: ${kind}: it [^\\n]*${escape(says)}${place}[^\\n]*; Kea is told to ${told}\\n`);
  };

  it.each(faults.map((fault, index) => ({ ...fault, index })))("$fault is a fault of the kind $kind", async ({ index, ...fault }) => {
    expect(isMarked(family, await ask(server, newClient(), onceAndPatiently))).toBe(true);

    // on-error "continue": served as if no policy had been asked.
    const client = lenientClient(index);
    expect(await lease(server, client, onceAndPatiently)).not.toBeNull();
    await server.waitForLog(faultLine("lenient", client, fault, "continue"));
    expect(isMarked(family, await ask(server, newClient(), onceAndPatiently))).toBe(true);

    // on-error of this hook point: nothing, and the next client is served by a fresh instance.
    await expectBlocked(server, strictClient(index), newClient());
    await server.waitForLog(faultLine("strict", strictClient(index), fault, family === 4 ? "drop" : "skip"));
    expect(isMarked(family, await ask(server, newClient(), onceAndPatiently))).toBe(true);
    expect(server.exit).toBeNull();
    expect(server.pid).toBe(pid);
  });

  it("counts each kind of fault, and every call", async () => {
    const statistics = await server.statistics();
    const prefix = `policy[lenient].${point}`;
    for (const kind of new Set(faults.map((fault) => fault.kind))) {
      // Each such client sent two packets for its lease, or one in vain.
      const sent = 2 * faults.filter((fault) => fault.kind === kind).length;
      expect({ kind, count: statistics[`${prefix}.fault.${kind}`] }).toEqual({ kind, count: sent });
      expect({ kind, count: statistics[`policy[strict].${point}.fault.${kind}`] }).toEqual({ kind, count: sent / 2 });
    }
    for (const kind of ["no-instance", "suspended"]) expect(statistics[`${prefix}.fault.${kind}`]).toBe(0);
    expect(statistics[`${prefix}.calls`]! - statistics[`${prefix}.continue`]!).toBe(2 * faults.length);
  });

  it("rests a policy that fails ten times in a row, longer when it fails again, and tries it again", async () => {
    const failing = lenientClient(3);
    // Whether a policy rests is known only of answers that came within its rest: where this machine stood still for half of it, again.
    const rests = async (): Promise<boolean> => {
      expect(isMarked(family, await ask(server, newClient(), onceAndPatiently))).toBe(true);
      const before = await server.statistics();
      const logged = server.log().length;
      for (let i = 0; i < 9; i++) expect(isMarked(family, await ask(server, failing, onceAndPatiently))).toBe(false);
      const began = performance.now();
      expect(isMarked(family, await ask(server, failing, onceAndPatiently))).toBe(false);
      expect(server.log().slice(logged)).toMatch(/POLICY_SUSPENDED policy lenient failed 10 times in a row and is suspended for 1000 ms/);
      // Nobody asks it now, so nobody is marked; everybody is served.
      const marked: boolean[] = [];
      do marked.push(isMarked(family, await ask(server, newClient(), onceAndPatiently)));
      while (performance.now() - began < 500);
      if (performance.now() - began >= 1000) return false;
      expect(marked).toEqual(marked.map(() => false));
      const during = await server.statistics();
      const grown = (name: string): number => during[name]! - before[name]!;
      expect(grown(`policy[lenient].${point}.fault.suspended`)).toBe(marked.length);
      expect(grown(`policy[lenient].${point}.fault.abort`) + grown(`policy[lenient].${point}.fault.no-instance`)).toBe(10);
      expect(grown(`policy[strict].${point}.continue`)).toBe(10 + marked.length);
      return true;
    };
    while (!(await rests())) await sleep(1050);

    await sleep(1050);
    expect(isMarked(family, await ask(server, failing, onceAndPatiently))).toBe(false);
    await server.waitForLog(/POLICY_SUSPENDED policy lenient failed 11 times in a row and is suspended for 2000 ms/);
    await sleep(2050);
    const logged = server.log().length;
    expect(isMarked(family, await ask(server, newClient(), onceAndPatiently))).toBe(true);
    expect(server.log().slice(logged)).toMatch(/POLICY_RESUMED policy lenient works again after its suspension/);
    expect(server.pid).toBe(pid);
  });

  it("serves everybody while many fail at once", async () => {
    // More than Kea's queue takes: what it lost is sent again.
    const good = Array.from({ length: 30 }, () => ask(server, newClient(), { attempts: 20 }));
    const bad = Array.from({ length: 60 }, (_, index) => ask(server, lenientClient(index % 3), { attempts: 20 }));
    for (const { answer } of await Promise.all([...good, ...bad])) expect(answer).not.toBeNull();
    expect(server.exit).toBeNull();
  });
});

describe.each([4, 6] as const)("the log of kea-dhcp%i", (family) => {
  const thrower = hwaddr(0x1000);
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(
      family, true,
      policy("talker", { says: true }),
      policy("thrower", { faults: { [thrower]: "throw-text", [hwaddr(0x1001)]: "throw" }, class: MARK }),
    );
  });
  afterAll(() => server.stop());

  it("stays one line for one message, whatever a client sends", async () => {
    const forged = "x\n2026-01-01 00:00:00.000 FATAL [kea-dhcp4.dhcp4/1.1] FORGED all is lost\r\u001b[31m\u0007\\x0a";
    expect((await ask(server, thrower, onceAndPatiently, Buffer.from(forged))).answer).not.toBeNull();
    await server.waitForLog(/POLICY_FAULT policy thrower/);
    const lines = server.log().split("\n").filter((line) => line.includes("FORGED"));
    const said = "x\\x0a2026-01-01 00:00:00.000 FATAL [kea-dhcp4.dhcp4/1.1] FORGED all is lost\\x0d\\x1b[31m\\x07\\x5cx0a";
    expect(lines).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d .* INFO .*POLICY_SAYS talker: the client says /),
      expect.stringMatching(/^\d{4}-\d\d-\d\d .* ERROR .*POLICY_FAULT policy thrower .*: abort: it threw "/),
    ]);
    for (const line of lines) expect(line).toContain(said);
  });

  it("takes what is no UTF-8, and what is long, without breaking", async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x80, 0xc0, 0xed, 0xa0, 0x80, 0x00, 0x41]);
    expect((await ask(server, thrower, onceAndPatiently, bytes)).answer).not.toBeNull();
    expect((await ask(server, thrower, onceAndPatiently, Buffer.alloc(200, "Ÿ"))).answer).not.toBeNull();
    await server.waitForLog(/POLICY_SAYS talker: .*Ÿ{99}/);
    for (const line of server.log().split("\n")) expect(line).toMatch(/^(\d{4}-\d\d-\d\d |$)/);
  });

  it("is written to at most twenty times at once by a policy, and tells how many lines it left out", async () => {
    await sleep(2100); // The allowance is whole again.
    const already = server.log().match(/POLICY_SAYS talker/g)!.length;
    const began = performance.now();
    const sent = 150;
    for (let i = 0; i < sent; i += 30) {
      // Not all at once: Kea's queue takes 64 packets.
      const answers = await Promise.all(Array.from({ length: 30 }, () => ask(server, newClient(), onceAndPatiently)));
      expect(answers.filter(({ answer }) => answer === null).length).toBe(0);
    }
    const seconds = Math.ceil((performance.now() - began) / 1000) + 1;
    const written = (): number => server.log().match(/POLICY_SAYS talker/g)!.length - already;
    expect(written()).toBeGreaterThanOrEqual(20);
    expect(written()).toBeLessThanOrEqual(20 + 10 * seconds);
    await sleep(1100);
    await ask(server, newClient(), onceAndPatiently);
    await server.waitForLog(/POLICY_LOG_SUPPRESSED policy talker: \d+ lines/);
    const suppressed = [...server.log().matchAll(/POLICY_LOG_SUPPRESSED policy talker: (\d+) lines/g)].map((found) => Number(found[1]));
    expect(written() + suppressed.reduce((sum, count) => sum + count, 0)).toBe(sent + 1);
  });

  it("has not more of a policy's faults than that either", async () => {
    await sleep(2100);
    /** Every fault has its line, or is among those that were left out: also those of clients that met no instance, where new ones came late. */
    const faults = async (): Promise<number> => {
      const all = Object.entries(await server.statistics()).filter(([name]) => name.startsWith("policy[thrower].") && name.includes(".fault.") && !name.endsWith(".suspended"));
      return all.reduce((sum, [, value]) => sum + value, 0);
    };
    const before = await faults();
    const logged = server.log().length;
    const count = (): number => server.log().slice(logged).match(/POLICY_FAULT policy thrower/g)!.length;
    const began = performance.now();
    const sent = 60;
    for (let i = 0; i < sent; i++) {
      await ask(server, hwaddr(0x1001), onceAndPatiently);
      // A success in between, so that the policy is not suspended; it takes another client where the next instance is not made yet.
      while (!isMarked(family, await ask(server, newClient(), onceAndPatiently)));
    }
    const seconds = Math.ceil((performance.now() - began) / 1000) + 1;
    expect(count()).toBeLessThanOrEqual(20 + 10 * seconds);
    await sleep(1100);
    expect((await ask(server, hwaddr(0x1001), onceAndPatiently)).answer).not.toBeNull();
    const suppressed = [...server.log().slice(logged).matchAll(/POLICY_FAULTS_SUPPRESSED policy thrower: (\d+) further faults/g)].map((found) => Number(found[1]));
    const failed = (await faults()) - before;
    expect(failed).toBeGreaterThanOrEqual(sent + 1);
    expect(count() + suppressed.reduce((sum, one) => sum + one, 0)).toBe(failed);
  });
});
