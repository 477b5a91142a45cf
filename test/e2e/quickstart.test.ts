// SPDX-License-Identifier: MPL-2.0
// The first policy, as its author makes it: compiled from the packed SDK outside of this repository, and run with its own configuration.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { packedSdk } from "../sdk/packed_sdk.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { parseKeaConfig, repositoryFile } from "./documented_config.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { expectSilence } from "./silence.ts";

const folder = repositoryFile("examples/quickstart");
let wasm: string;

beforeAll(async () => {
  const compilation = await (await packedSdk()).compile(folder);
  expect(compilation).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
  // Where every Kea of the tests can read it.
  wasm = join(makeTemporaryFolder("policy"), "quickstart.wasm");
  copyFileSync(compilation.wasm, wasm);
}, 180_000);

it.each([false, true])("its configuration denies one maker's machines, multi-threading %s", async (multiThreading) => {
  const { server: config, policies } = parseKeaConfig(readFileSync(join(folder, "kea-dhcp4.conf"), "utf8"));
  const { "valid-lifetime": validLifetime, subnet4 } = config;
  // The reader's interface and paths are not ours, and clients on loopback speak as a relay agent inside the subnet.
  const server = await KeaServer.start({
    family: 4, multiThreading, policies: policies.map((policy) => ({ ...policy, wasm })),
    extraConfig: { "valid-lifetime": validLifetime, subnet4: [{ ...(subnet4 as object[])[0], relay: { "ip-addresses": ["127.0.0.1"] } }] },
  });
  const denied = new Dhcp4Client(server, { hwaddr: "00:16:3e:12:34:56" });
  await expectSilence(denied.discover(), () => new Dhcp4Client(server).discover({ attempts: 3 }));
  const { address } = await new Dhcp4Client(server, { hwaddr: "00:16:3f:12:34:56" }).obtainLease();
  expect(address).toMatch(/^192\.0\.2\./);
  await server.waitForLog(/quickstart: no lease for 00:16:3e:12:34:56/);
  expect(await server.statistics()).toMatchObject({ "policy[quickstart].pkt4_receive.drop": 1 });
  await server.stop();
});
