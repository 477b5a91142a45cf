// SPDX-License-Identifier: MPL-2.0
// `npm start`: real servers with a policy, real clients, and what became of each packet. Ends by itself, with 0 where all went as it should.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { PolicyParameters } from "../../test/e2e/kea_config.ts";
import { hookLibrary, makeTemporaryFolder, type Family } from "../../test/e2e/kea_installation.ts";
import { KeaServer } from "../../test/e2e/kea_server.ts";
import { LISTED, listedAddress, policyConfig } from "./clients.ts";
import { measureCost } from "./cost.ts";
import { showClients } from "./packets.ts";
import { bold, dim, heading, say, step } from "./talk.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const wasm = join(process.env["KEA_POLICY_OUTPUT"] || process.env["KEA_POLICY_BUILD"] || join(checkout, "build"), "policies/blocklist.wasm");
const MEASURED_CLIENTS = 2000;

function policy(list: string, log: string): PolicyParameters {
  return { name: "blocklist", wasm, config: { ...policyConfig, log }, lists: { denied: { file: list, kind: "hwaddr" } } };
}

function writeList(): string {
  const file = join(makeTemporaryFolder("demo"), "denied.txt");
  writeFileSync(file, Array.from({ length: LISTED }, (_, index) => listedAddress(index + 1)).join("\n") + "\n");
  return file;
}

async function showFamily(family: Family, list: string): Promise<void> {
  const name = `kea-dhcp${family}`;
  heading(`DHCPv${family}`);
  const started = step(`Starting ${name} on loopback, without root, with the policy`);
  const server = await KeaServer.start({ family, multiThreading: true, policies: [policy(list, "everything")] });
  started(`Kea ${server.version.text} runs as process ${server.pid}`);
  try {
    await showClients(server);
    say();
    const measured = step(`What does that cost? ${MEASURED_CLIENTS.toLocaleString("en")} more clients, the policy's log now off`);
    const answer = await server.configSet({ policies: [policy(list, "nothing")] });
    if (answer.result !== 0) throw new Error(`${name} did not take the configuration without the log: ${answer.text}`);
    const cost = await measureCost(server, MEASURED_CLIENTS);
    if (cost.timed === 0) throw new Error(`${name} timed none of ${cost.callouts} callouts.`);
    measured(`${cost.leases.toLocaleString("en")} got a lease`);
    say(`  A callout of the policy took ${bold(`${Math.round(cost.nanoseconds).toLocaleString("en")} ns`)}: Kea's statistics timed ${cost.timed} of ${cost.callouts.toLocaleString("en")}.`);
  } finally {
    await server.stop();
  }
}

function explain(): void {
  heading("What you saw");
  say("One policy of AssemblyScript, compiled to WebAssembly, decided inside both servers. libdhcp_policy.so handed it each packet as a typed object as");
  say("soon as Kea had parsed it; Drop left the client without an answer. The \"policy\" lines are the policy's own words, from Kea's log. The time is from");
  say("Kea's statistics and covers handing over the packet, the policy, and reading its verdict. It is that of a server with little to do, whose caches are");
  say("cold, on this machine as busy as it is; `npm run bench` measures without that.");
  heading("Where to go next");
  for (const [path, text] of [
    ["examples/quickstart/", "write your first policy, in five minutes"],
    ["policies/blocklist/README.md", "this policy: every kind of rule, and how to put it into your Kea"],
    ["README.md", "what Kea Policy is, and how it compares"],
  ]) {
    say(`  ${path!.padEnd(30)} ${text}`);
  }
}

async function main(): Promise<void> {
  for (const file of [hookLibrary, wasm]) {
    if (!existsSync(file)) throw new Error(`${relative(process.cwd(), file)} is not built: run "npm run build".`);
  }
  say(bold("Kea Policy: a program of yours decides inside of Kea"));
  say(`Both servers run the policy "blocklist" (${relative(checkout, wasm)}, ${Math.ceil(readFileSync(wasm).length / 1024)} KiB) with this configuration:`);
  say(dim(JSON.stringify(policyConfig, null, 2).replace(/^/gm, "  ")));
  say(`and a list of ${LISTED.toLocaleString("en")} denied MAC addresses in a file. For each packet you see what the policy says of it and what the client got.`);
  const list = writeList();
  await showFamily(4, list);
  await showFamily(6, list);
  explain();
}

process.on("SIGINT", () => process.exit(130));
main().catch((error: unknown) => {
  // The reason is for whoever ran `npm start`; a stack would hide it.
  console.error(`\nThe demo ended early: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
