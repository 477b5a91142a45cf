// SPDX-License-Identifier: MPL-2.0
// What `npm start` runs once everything is built: it shows what it promises, and says why where it cannot.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { compiledPolicy } from "../policies/compiled_policy.ts";
import { repositoryFile } from "./documented_config.ts";

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function runDemo(environment: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", repositoryFile("examples/demo/main.ts")], {
    cwd: repositoryFile("."), env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"],
  });
  const ended: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (ended.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (ended.stderr += text));
  return new Promise((done) => child.once("close", (code) => done({ ...ended, code })));
}

/** A build folder with the policy where `npm run build` puts it. */
let output: string;
beforeAll(async () => {
  const wasm = await compiledPolicy("blocklist");
  output = dirname(wasm);
  mkdirSync(join(output, "policies"));
  renameSync(wasm, join(output, "policies/blocklist.wasm"));
});

it("shows each packet, what the policy says of it and what the client got", async () => {
  const { code, stdout, stderr } = await runDemo({ KEA_POLICY_OUTPUT: output });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const part of [
    /a laptop\n +sent +DISCOVER\n +policy +serves DISCOVER of hwaddr 02:00:00:00:00:01: fits no rule\n +got +OFFER of 127\./,
    /policy +drops DISCOVER of hwaddr de:ad:be:ef:00:01: fits config\.hwaddrs\n +got +nothing\n/,
    /policy +drops DISCOVER of hwaddr 00:16:3e:00:00:01: fits config\.ouis\n +got +nothing\n/,
    /policy +serves REQUEST of hwaddr 00:16:3e:00:00:07: fits config\.ouis, and as an exception config\.allow\.hwaddrs\n +got +ACK: the lease of 127\./,
    /policy +drops DISCOVER of hwaddr 06:[0-9a-f:]+: fits lists\.denied\n +got +nothing\n/,
    /policy +serves REQUEST of DUID 00:03:00:01:02:00:00:00:00:01, .*\n +got +REPLY: the lease of 2001:db8:1:/,
    /policy +drops SOLICIT of DUID 00:03:00:01:de:ad:be:ef:00:06, .*: fits config\.duids\n +got +nothing\n/,
    /policy +drops SOLICIT of DUID 00:04:a1[0-9a-f:]+, hwaddr de:ad:be:ef:00:01: fits config\.hwaddrs\n +got +nothing\n/,
    /policy +drops SOLICIT of DUID 00:04:b1[0-9a-f:]+, hwaddr 06:[0-9a-f:]+: fits lists\.denied\n +got +nothing\n/,
    /A callout of the policy took [\d,]+ ns: Kea's statistics timed \d+ of [\d,]+\.[^]*A callout of the policy took [\d,]+ ns/,
    /What you saw[^]*Where to go next/,
  ]) {
    expect.soft(stdout).toMatch(part);
  }
  // The README's excerpt is of this output; process number, time and version are the machine's.
  const plain = (text: string): string => text.replace(/ \.\.\. Kea [\d.]+ runs as process \d+ \([\d.]+ s\)/, "");
  const excerpt = /```text\n([^]*?)```/.exec(readFileSync(repositoryFile("README.md"), "utf8"))?.[1] ?? "missing";
  expect.soft(plain(stdout)).toContain(plain(excerpt));
  // No colours where nobody looks.
  expect(stdout).not.toContain("\x1b");
}, 120_000);

it("says what is not built, and fails", async () => {
  const absent = await runDemo({ KEA_POLICY_OUTPUT: "/nonexistent" });
  expect(absent.code).toBe(1);
  expect(absent.stderr).toMatch(/The demo ended early: .*nonexistent\/policies\/blocklist\.wasm is not built: run "npm run build"\./);
});

it("says why Kea does not start, and fails", async () => {
  const broken = await runDemo({ KEA_POLICY_OUTPUT: output, KEA_POLICY_HOOK: join(output, "policies/blocklist.wasm") });
  expect(broken.code).toBe(1);
  expect(broken.stderr).toMatch(/The demo ended early: kea-dhcp4 ended with exit code \d+ while starting\./);
}, 60_000);
