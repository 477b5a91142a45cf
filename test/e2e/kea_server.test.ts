// SPDX-License-Identifier: MPL-2.0
// The harness itself: that a server which fails is noticed, and that none is left behind.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { KeaServer, KeaStartError } from "./kea_server.ts";
import { inTurn, perfdhcp } from "./perfdhcp.ts";
import { expectSilence } from "./silence.ts";

const here = dirname(fileURLToPath(import.meta.url));

describe("the harness", () => {
  it("knows Kea's version, and leaves nothing behind", async () => {
    const server = await KeaServer.start({ family: 4, multiThreading: false });
    expect(server.version.text).toMatch(/^\d+\.\d+\.\d+$/);
    expect(server.version.atLeast("2.2.0")).toBe(true);
    expect(server.version.atLeast("2.2.1")).toBe(server.version.text !== "2.2.0");
    expect(server.version.atLeast("99")).toBe(false);
    expect(readFileSync(`/proc/${server.pid}/comm`, "utf8").trim()).toBe("kea-dhcp4");
    expect(server.residentKiB()).toBeGreaterThan(1000);
    expect(server.descriptors()).toBeGreaterThan(3);
    const { pid, folder } = server;
    await server.stop();
    expect(existsSync(`/proc/${pid}`)).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([4, 6] as const)("tells the end of the log where kea-dhcp%i does not start", async (family) => {
    const start = KeaServer.start({ family, multiThreading: false, extraConfig: { "valid-lifetime": "soon" } });
    const error = await start.then(() => null, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(KeaStartError);
    expect((error as KeaStartError).exit?.code).not.toBe(0);
    expect((error as KeaStartError).message).toMatch(/while starting\. The end of its log:\n[^]*soon|syntax error/);
  });

  it("fails to stop a server that died before", async () => {
    const server = await KeaServer.start({ family: 6, multiThreading: true });
    process.kill(server.pid, "SIGKILL");
    while (!server.exit) await sleep(10);
    await expect(server.stop()).rejects.toThrow("ended with signal SIGKILL before it was asked to stop");
  });

  it("sets, reloads and reads the configuration", async () => {
    const server = await KeaServer.start({ family: 4, multiThreading: true, threads: 3 });
    const threads = async (): Promise<unknown> =>
      (await server.command("config-get")).arguments.Dhcp4["multi-threading"]["thread-pool-size"];
    expect(await threads()).toBe(3);
    expect(await server.configSet(undefined)).toMatchObject({ result: 0 });
    expect(await server.reload()).toMatchObject({ result: 0 });
    expect((await server.command("no-such-command")).result).toBe(2);
    await server.waitForLog(/DHCP4_DYNAMIC_RECONFIGURATION_SUCCESS|DHCP4_CONFIG_COMPLETE/);
    await expect(server.waitForLog(/no such line/, 100)).rejects.toThrow("The log has no /no such line/ after 100 ms");
    expect((await new Dhcp4Client(server).obtainLease()).address).not.toBeNull();
    await server.stop();
  });

  it("does not take a dead server's silence for a policy's", async () => {
    const server = await KeaServer.start({ family: 6, multiThreading: false });
    const ask = (): ReturnType<Dhcp6Client["solicit"]> => new Dhcp6Client(server).solicit({ timeoutMs: 300 });
    process.kill(server.pid, "SIGSTOP");
    await expect(expectSilence(ask(), ask)).rejects.toThrow("the server answers nobody");
    process.kill(server.pid, "SIGCONT");
    await expect(expectSilence(new Dhcp6Client(server).solicit({ attempts: 3 }), ask)).rejects.toThrow("but the server answered");
    await server.stop();
  });

  it("leaves no server where the test process is killed", async () => {
    const script = `import("${join(here, "kea_server.ts")}").then(async ({ KeaServer }) => {
      const server = await KeaServer.start({ family: 4, multiThreading: false });
      console.log(JSON.stringify({ pid: server.pid, folder: server.folder }));
      setInterval(() => {}, 1000);
    });`;
    const child = spawn(process.execPath, ["--import", "tsx", "-e", script], { cwd: here, stdio: ["ignore", "pipe", "inherit"] });
    const { pid, folder } = await new Promise<{ pid: number; folder: string }>((done) =>
      child.stdout.once("data", (text: Buffer) => done(JSON.parse(text.toString()))),
    );
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    child.kill("SIGKILL");
    for (let wait = 0; existsSync(`/proc/${pid}`) && wait < 1500; wait++) await sleep(10);
    rmSync(folder, { recursive: true, force: true });
    const survived = existsSync(`/proc/${pid}`);
    if (survived) process.kill(pid, "SIGKILL");
    expect(survived).toBe(false);
  });

  it.each([4, 6] as const)("measures two servers of DHCPv%i in turn", async (family) => {
    const one = await KeaServer.start({ family, multiThreading: false });
    const two = await KeaServer.start({ family, multiThreading: false });
    const options = { rate: 50, seconds: 1, clients: 100 };
    const { a, b } = await inTurn(1, () => perfdhcp(one, options), () => perfdhcp(two, options));
    for (const result of [...a, ...b]) {
      expect(result.rate).toBeGreaterThan(10);
      expect(result.dropShare).toBeLessThan(0.5);
      expect(result.cpuMicroseconds).toBeGreaterThan(0);
    }
    await one.stop();
    await two.stop();
  });
});
