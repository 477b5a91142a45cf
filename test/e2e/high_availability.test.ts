// SPDX-License-Identifier: MPL-2.0
// A script where Kea's own high availability parks the same packets: the client is answered when both have finished, in whichever order.
// With multi-threading only: without it a pair needs Kea's control agent.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import { freeTcpPort } from "./free_ports.ts";
import { Behaviour, gatedScript, type GatedScript } from "./gated_script.ts";
import { keaLibrary, makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { eventually } from "./scripts.ts";

const library = keaLibrary("libdhcp_ha.so");
const commands = keaLibrary("libdhcp_lease_cmds.so");

describe.skipIf(!library || !commands).each([4, 6] as const)("kea-dhcp%i, primary of a pair: a script", (family) => {
  const point = `leases${family}_committed`;
  let folder: string;
  let primary: KeaServer;
  let standby: KeaServer;
  let script: GatedScript;
  let clients = 0;
  const client = (behaviour: number): string => hwaddr(behaviour * 256 + clients++);
  const assigned: string[] = [];
  const asks = async (address: string): Promise<string | null> => {
    const got = await lease(primary, address, onceAndPatiently);
    if (got !== null) assigned.push(address);
    return got;
  };
  const leases = async (server: KeaServer): Promise<number> => {
    const answer = await server.command(`lease${family}-get-all`);
    return (answer.arguments as { leases?: unknown[] } | undefined)?.leases?.length ?? 0;
  };

  beforeAll(async () => {
    folder = makeTemporaryFolder("pair");
    script = gatedScript(folder);
    const [first, second] = [await freeTcpPort(), await freeTcpPort()];
    const hooks = (name: string): object[] => [
      { library: commands },
      { library, parameters: { "high-availability": [{
        "this-server-name": name, mode: "hot-standby", "heartbeat-delay": 500, "max-response-delay": 4000, "max-unacked-clients": 0,
        "multi-threading": { "enable-multi-threading": true, "http-dedicated-listener": true },
        peers: [
          { name: "first", url: `http://127.0.0.1:${first}/`, role: "primary", "auto-failover": true },
          { name: "second", url: `http://127.0.0.1:${second}/`, role: "standby", "auto-failover": true },
        ],
      }] } },
    ];
    const start = (name: string, parameters?: object): Promise<KeaServer> =>
      KeaServer.start({ family, multiThreading: true, scriptsFolder: folder, otherHooks: hooks(name) as never, ...(parameters ? { parameters } : {}) });
    [primary, standby] = await Promise.all([
      start("first", { script: script.path, wait: true, "hook-points": [point], "exit-status": { 2: "drop" }, "timeout-ms": 20_000, environment: { PATH: "/usr/bin:/bin" } }),
      start("second"),
    ]);
    await inNormalState();
  });
  afterAll(async () => {
    await Promise.all([primary, standby].map((server) => server.stop()));
  });
  /** Each sends its partner what it assigns. */
  async function inNormalState(): Promise<void> {
    for (const server of [primary, standby]) {
      await eventually("the pair works", async () => ((await server.command("ha-heartbeat")).arguments as { state?: string } | undefined)?.state === "hot-standby", 30_000);
    }
  }

  /** On a busy machine the partner may have been quicker than our turn, and Kea have answered: then another client is tried. */
  async function parking(attempt: () => Promise<void>): Promise<void> {
    for (let attempts = 1; ; attempts++) {
      const before = primary.log().length;
      try {
        return await attempt();
      } catch (error) {
        if (attempts === 8 || !primary.log().slice(before).includes(`POLICY_SCRIPT_TOO_LATE at ${point} `)) throw error;
        // It is said once a second.
        await sleep(1100);
      }
    }
  }

  it("holds up a client whose lease the partner has already, and no other client", () => parking(async () => {
    const before = await leases(standby);
    let answered = false;
    script.forget();
    const waits = asks(client(Behaviour.gate)).finally(() => (answered = true));
    await eventually("it is parked", () => script.begun().length === 1);
    await eventually("the partner knows the lease", async () => (await leases(standby)) === before + 1);
    expect(await asks(client(Behaviour.plain))).not.toBeNull();
    expect(answered).toBe(false);
    script.open();
    expect(await waits).not.toBeNull();
  }));

  it("drops a client's packet though the partner has taken the lease", () => parking(async () => {
    const before = await leases(standby);
    expect(await lease(primary, client(Behaviour.drop), { attempts: 1, timeoutMs: 2000 })).toBeNull();
    expect(await leases(standby)).toBe(before + 1);
    expect(await asks(client(Behaviour.plain))).not.toBeNull();
  }));

  it("that has ended lets a client wait for the partner", async () => {
    const address = client(Behaviour.plain);
    let answered = false;
    process.kill(standby.pid, "SIGSTOP");
    let waits;
    try {
      waits = asks(address).finally(() => (answered = true));
      await eventually("the script ended", () => script.ended().some((one) => one.endsWith(address)));
      expect(answered).toBe(false);
    } finally {
      process.kill(standby.pid, "SIGCONT");
    }
    expect(await waits).not.toBeNull();
  });

  it("does no harm where the partner is lost and the packet with it", async () => {
    process.kill(standby.pid, "SIGSTOP");
    try {
      await lease(primary, client(Behaviour.plain), { attempts: 1, timeoutMs: 6000 });
      await eventually("it goes on alone", async () => (await asks(client(Behaviour.plain))) !== null, 60_000);
    } finally {
      process.kill(standby.pid, "SIGCONT");
    }
    await inNormalState();
    expect(await asks(client(Behaviour.plain))).not.toBeNull();
    expect(primary.log()).not.toMatch(/POLICY_CALLOUT_FAILED|_EXCEPTION|POLICY_SCRIPT_FAILED/);
    // The script ran for every client, whether it was in time or not.
    for (const one of assigned) await eventually(`it ended for ${one}`, () => script.ended().some((line) => line.endsWith(one)));
  }, 120_000);
});
