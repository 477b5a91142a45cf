// SPDX-License-Identifier: MPL-2.0
// The README does what it says: its policy compiles from the packed SDK as it tells, its configuration loads, its output is the demo's.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { compiledPolicy } from "../policies/compiled_policy.ts";
import { packedSdk } from "../sdk/packed_sdk.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { repositoryFile } from "./documented_config.ts";
import { hookLibrary, makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { writeScript } from "./scripts.ts";
import { expectSilence } from "./silence.ts";

const readme = readFileSync(repositoryFile("README.md"), "utf8");

/** Fenced blocks of one language, in their order. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(([, text]) => text as string);
}

let wasm: string;
beforeAll(async () => {
  const folder = join(makeTemporaryFolder("readme"), "first");
  mkdirSync(folder);
  writeFileSync(join(folder, "index.ts"), blocks("ts")[0] ?? "");
  const [asconfig, tsconfig] = blocks("json");
  writeFileSync(join(folder, "asconfig.json"), asconfig ?? "");
  writeFileSync(join(folder, "tsconfig.json"), tsconfig ?? "");
  const compilation = await (await packedSdk()).compile(folder);
  expect(compilation).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
  wasm = join(makeTemporaryFolder("readme"), "first.wasm");
  cpSync(compilation.wasm, wasm);
}, 180_000);

it("its first policy denies one maker's machines in a real Kea", async () => {
  const server = await KeaServer.start({ family: 4, multiThreading: true, policies: [{ name: "first", wasm }] });
  const denied = new Dhcp4Client(server, { hwaddr: "00:16:3e:00:00:01" });
  await expectSilence(denied.discover(), () => new Dhcp4Client(server).discover({ attempts: 3 }));
  await server.stop();
});

it("its configuration is taken", async () => {
  const example = JSON.parse(blocks("json")[2] ?? "") as { parameters: { policies: { wasm: string; lists: { denied: { file: string } } }[] } };
  const [policy] = example.parameters.policies;
  if (!policy) throw new Error("The README's configuration has no policy.");
  policy.wasm = await compiledPolicy("blocklist");
  policy.lists.denied.file = join(makeTemporaryFolder("readme"), "denied.txt");
  writeFileSync(policy.lists.denied.file, "02:00:00:00:00:02\n");
  for (const family of [4, 6] as const) {
    const server = await KeaServer.start({ family, multiThreading: true, parameters: example.parameters });
    await server.waitForLog(/POLICY_READY/);
    await server.stop();
  }
}, 120_000);

it("what it installs runs a policy and a script", async () => {
  const root = makeTemporaryFolder("readme");
  const [, install = ""] = /## Installing it.*?^```sh\n(.*?)^```/ms.exec(readme) ?? [];
  for (const command of install.trim().split("\n")) {
    const here = command.replace(/^sudo /, "").replace(/(-t )(\/)/, `$1${root}$2`).replace(" build/", ` ${dirname(hookLibrary)}/`);
    expect(here).toMatch(/^install /);
    execFileSync("sh", ["-c", here]);
  }
  const [, place] = /"library": "([^"]+)"/.exec(readme)!;
  const script = writeScript(root, "denies.sh", '#!/bin/sh\n[ "$KEA_QUERY4_HWADDR" != 00:16:3e:00:00:01 ]\n');
  const parameters = { policies: [
    { name: "blocklist", wasm: join(root, "/etc/kea/policies/blocklist.wasm"), config: { hwaddrs: ["00:16:3e:00:00:02"] } },
    { name: "script", script, "hook-points": ["pkt4_receive"], "exit-status": { 1: "drop" } },
  ] };
  // Kea 3.0 takes libraries of one folder only.
  const wrapper = ["env", `KEA_HOOKS_PATH=${dirname(root + place!)}`];
  const server = await KeaServer.start({ family: 4, multiThreading: true, scriptsFolder: root, wrapper, otherHooks: [{ library: root + place!, parameters }] });
  for (const hwaddr of ["00:16:3e:00:00:01", "00:16:3e:00:00:02"]) {
    await expectSilence(new Dhcp4Client(server, { hwaddr }).discover(), () => new Dhcp4Client(server).discover({ attempts: 3 }));
  }
  await server.stop();
});

it("its commands are the package's", () => {
  const { scripts } = JSON.parse(readFileSync(repositoryFile("package.json"), "utf8")) as { scripts: Record<string, string> };
  const commands = [...readme.matchAll(/npm (start|test|run [a-z:]+)/g)].map(([, command]) => (command as string).replace("run ", ""));
  expect(commands).toContain("start");
  for (const command of commands) expect(scripts).toHaveProperty([command]);
});

it("its links lead somewhere", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path as string);
  expect(links.length).toBeGreaterThan(5);
  for (const path of links) expect(() => readFileSync(repositoryFile(path)), path).not.toThrow();
});
