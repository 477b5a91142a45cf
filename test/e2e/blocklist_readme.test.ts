// SPDX-License-Identifier: MPL-2.0
// The configurations in policies/blocklist/README.md do what the text above them says.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "../policies/compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp6Client, type Dhcp6Fields } from "./dhcp6_client.ts";
import { documentedFile, parseKeaConfig } from "./documented_config.ts";
import type { PolicyParameters } from "./kea_config.ts";
import { makeTemporaryFolder, type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { expectSilence } from "./silence.ts";

const readme = "policies/blocklist/README.md";
let wasm: string;
beforeAll(async () => {
  wasm = await compiledPolicy("blocklist");
});

/** The documented policy, with its files where this test has them. */
function documentedPolicy(family: Family): PolicyParameters {
  const [policy] = parseKeaConfig(documentedFile(readme, `kea-dhcp${family}.conf`)).policies;
  if (!policy?.lists) return { ...policy!, wasm };
  const folder = makeTemporaryFolder("readme");
  const lists = Object.entries(policy.lists).map(([name, { file, kind }]) => {
    const base = file.replace(/^.*\//, "");
    const copy = join(folder, base);
    writeFileSync(copy, documentedFile(readme, base));
    return [name, { file: copy, kind }];
  });
  return { ...policy, wasm, lists: Object.fromEntries(lists) };
}

describe(readme, () => {
  it("DHCPv4: two machines, one maker's but one, and a file", async () => {
    const server = await KeaServer.start({ family: 4, multiThreading: true, policies: [documentedPolicy(4)] });
    for (const hwaddr of ["de:ad:be:ef:00:02", "00:16:3e:00:00:08", "02:00:5e:10:00:01", "02:00:5e:10:00:02"]) {
      await expectSilence(new Dhcp4Client(server, { hwaddr }).discover(), () => new Dhcp4Client(server).discover({ attempts: 3 }));
    }
    expect((await new Dhcp4Client(server, { hwaddr: "00:16:3e:00:00:07" }).obtainLease()).address).not.toBeNull();
    await server.stop();
  });

  it("DHCPv6: the devices of two switches but one, and a line for each drop", async () => {
    const server = await KeaServer.start({ family: 6, multiThreading: true, policies: [documentedPolicy(6)] });
    const behind = (id: string): Dhcp6Fields => ({ relays: [{ remoteId: { enterprise: 2495, id } }] });
    const client = new Dhcp6Client(server, { ...behind("switch-4"), duid: "00030001020000000001" });
    for (const fields of [behind("switch-5"), {}, { ...behind("switch-3"), duid: "00030001deadbeef0001" }]) {
      await expectSilence(new Dhcp6Client(server, fields).solicit(), () => client.solicit({ attempts: 3 }));
    }
    expect((await client.obtainLease()).address).not.toBeNull();
    await server.waitForLog(/blocklist: drops SOLICIT of DUID 00:03:00:01:de:ad:be:ef:00:01.*remote-id 'switch-3': fits config\.allow\.remote-ids, and as an exception config\.duids/);
    expect(server.log()).not.toMatch(/blocklist: serves/);
    await server.stop();
  });
});
