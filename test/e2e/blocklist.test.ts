// SPDX-License-Identifier: MPL-2.0
// The blocklist in a real Kea: who is denied gets nothing, and everybody else a lease.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "../policies/compiled_policy.ts";
import { hex, option, textOption, type DhcpOption } from "./dhcp_bytes.ts";
import { Dhcp4Client, type Dhcp4Fields } from "./dhcp4_client.ts";
import { Option4 } from "./dhcp4_codec.ts";
import { Dhcp6Client, type Dhcp6Fields } from "./dhcp6_client.ts";
import { Option6 } from "./dhcp6_codec.ts";
import type { PolicyParameters } from "./kea_config.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { expectSilence } from "./silence.ts";

let wasm: string;
const folder = makeTemporaryFolder("lists");
beforeAll(async () => {
  wasm = await compiledPolicy("blocklist");
});

function listFile(name: string, ...entries: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `# denied\n${entries.join("\n")}\n`);
  return file;
}

/** A set of every kind, in the configuration and in lists. */
function everyKind(): PolicyParameters {
  return {
    name: "blocklist",
    wasm,
    config: {
      hwaddrs: ["de:ad:be:ef:00:01"],
      ouis: ["00:16:3e"],
      duids: ["00:03:00:01:de:ad:be:ef:00:03"],
      "client-ids": ["01:de:ad:be:ef:00:04", "'printer'"],
      "circuit-ids": ["'eth0/1/7'"],
      "remote-ids": ["'switch-3'"],
      "vendor-classes": ["MSFT 5.0", "PXEClient*"],
      allow: { hwaddrs: ["00:16:3e:00:00:07"] },
    },
    lists: {
      denied: { file: listFile("macs.txt", "02:00:5e:10:00:01", "02-00-5e-10-00-02"), kind: "hwaddr" },
      "denied-ouis": { file: listFile("ouis.txt", "00:50:56"), kind: "oui" },
      "denied-duids": { file: listFile("duids.txt", "00:04:00:01:02:03"), kind: "duid" },
      "denied-client-ids": { file: listFile("client_ids.txt", "scanner"), kind: "string" },
      "denied-circuit-ids": { file: listFile("circuit_ids.txt", "00:04:00:07"), kind: "duid" },
      "denied-remote-ids": { file: listFile("remote_ids.txt", "switch-5"), kind: "string" },
      "denied-vendor-classes": { file: listFile("vendor_classes.txt", "udhcp 1.30"), kind: "string" },
      "allowed-hwaddrs": { file: listFile("allowed.txt", "00:50:56:00:00:07"), kind: "hwaddr" },
    },
  };
}

const text = (value: string): Buffer => Buffer.from(value);

const blocked4: Record<string, Dhcp4Fields> = {
  hwaddr: { hwaddr: "de:ad:be:ef:00:01" },
  oui: { hwaddr: "00:16:3e:00:00:01" },
  "DUID in the client id": { clientId: "ff 00000001 00030001deadbeef0003" },
  "client id": { clientId: "01deadbeef0004" },
  "client id as text": { clientId: text("printer") },
  "circuit id": { relayAgent: [textOption(1, "eth0/1/7")] },
  "remote id": { relayAgent: [textOption(1, "eth0/1/8"), textOption(2, "switch-3")] },
  "vendor class": { options: [textOption(Option4.VENDOR_CLASS, "MSFT 5.0")] },
  "beginning of a vendor class": { options: [textOption(Option4.VENDOR_CLASS, "PXEClient:Arch:00007")] },
  "listed hwaddr": { hwaddr: "02:00:5e:10:00:02" },
  "listed oui": { hwaddr: "00:50:56:00:00:01" },
  "listed DUID": { clientId: "ff 00000001 000400010203" },
  "listed client id": { clientId: text("scanner") },
  "listed circuit id": { relayAgent: [option(1, "00040007")] },
  "listed remote id": { relayAgent: [textOption(2, "switch-5")] },
  "listed vendor class": { options: [textOption(Option4.VENDOR_CLASS, "udhcp 1.30")] },
};

const served4: Record<string, Dhcp4Fields> = {
  nothing: {},
  "another hwaddr": { hwaddr: "de:ad:be:ef:00:02" },
  "an allowed hwaddr of a denied oui": { hwaddr: "00:16:3e:00:00:07" },
  "an allowed hwaddr of a listed oui": { hwaddr: "00:50:56:00:00:07" },
  "other ids": {
    clientId: "01deadbeef0005", relayAgent: [textOption(1, "eth0/1/70"), textOption(2, "switch-30")],
    options: [textOption(Option4.VENDOR_CLASS, "MSFT 5.0.1")],
  },
};

const vendorClass6 = (...texts: string[]): DhcpOption =>
  option(Option6.VENDOR_CLASS, Buffer.concat([hex("00000137"), ...texts.flatMap((one) => [Buffer.from([0, one.length]), text(one)])]));
const remoteId = (id: string): Dhcp6Fields => ({ relays: [{ remoteId: { enterprise: 2495, id } }] });

const blocked6: Record<string, Dhcp6Fields> = {
  "hwaddr in option 79": { relays: [{ clientLinkLayer: "de:ad:be:ef:00:01" }] },
  "hwaddr in the DUID": { duid: "00030001deadbeef0001" },
  oui: { relays: [{ clientLinkLayer: "00:16:3e:00:00:01" }] },
  DUID: { duid: "00030001deadbeef0003" },
  "circuit id": { relays: [{ interfaceId: "eth0/1/7" }] },
  "circuit id of the first of two relays": { relays: [{ interfaceId: "eth0/1/7" }, { interfaceId: "uplink" }] },
  "remote id": remoteId("switch-3"),
  "vendor class": { options: [vendorClass6("other", "MSFT 5.0")] },
  "beginning of a vendor class": { options: [vendorClass6("PXEClient:Arch:00007")] },
  "listed hwaddr": { relays: [{ clientLinkLayer: "02:00:5e:10:00:01" }] },
  "listed oui": { relays: [{ clientLinkLayer: "00:50:56:00:00:01" }] },
  "listed DUID": { duid: "000400010203" },
  "listed circuit id": { relays: [{ interfaceId: hex("00040007") }] },
  "listed remote id": remoteId("switch-5"),
  "listed vendor class": { options: [vendorClass6("udhcp 1.30")] },
};

const served6: Record<string, Dhcp6Fields> = {
  nothing: {},
  "another hwaddr": { relays: [{ clientLinkLayer: "de:ad:be:ef:00:02" }] },
  "an allowed hwaddr of a denied oui": { relays: [{ clientLinkLayer: "00:16:3e:00:00:07" }] },
  "an allowed hwaddr of a listed oui": { relays: [{ clientLinkLayer: "00:50:56:00:00:07" }] },
  "a denied circuit id of a relay further on": { relays: [{ interfaceId: "port-1" }, { interfaceId: "eth0/1/7" }] },
  "other ids": { duid: "00030001deadbeef0005", relays: [{ interfaceId: "eth0/1/70", remoteId: { enterprise: 2495, id: "switch-30" } }], options: [vendorClass6("MSFT 5.0.1")] },
};

/** The first message of each client, all at once: who was answered, in alphabetical order. */
async function answered(server: KeaServer, clients: Record<string, Dhcp4Fields & Dhcp6Fields>): Promise<string[]> {
  const asked = Object.entries(clients).map(async ([name, fields]) => {
    const exchange = server.family === 4 ? await new Dhcp4Client(server, fields as Dhcp4Fields).discover() : await new Dhcp6Client(server, fields).solicit();
    return exchange.answer === null ? [] : [name];
  });
  return (await Promise.all(asked)).flat().sort();
}

function obtain(server: KeaServer, fields: Dhcp4Fields & Dhcp6Fields = {}): Promise<{ address: string | null }> {
  return server.family === 4 ? new Dhcp4Client(server, fields as Dhcp4Fields).obtainLease() : new Dhcp6Client(server, fields).obtainLease();
}

const settings = ([4, 6] as const).flatMap((family) => [false, true].map((multiThreading) => ({ family, multiThreading })));

describe.each(settings)("blocklist in kea-dhcp$family, multi-threading $multiThreading", ({ family, multiThreading }) => {
  const blocked: Record<string, Dhcp4Fields & Dhcp6Fields> = family === 4 ? blocked4 : blocked6;
  const served: Record<string, Dhcp4Fields & Dhcp6Fields> = family === 4 ? served4 : served6;
  let server: KeaServer;
  beforeAll(async () => {
    server = await KeaServer.start({ family, multiThreading, policies: [everyKind()] });
  });
  afterAll(() => server.stop());

  it("is silent to every denied client", async () => {
    const drops = async (): Promise<number> => (await server.statistics())[`policy[blocklist].pkt${family}_receive.drop`]!;
    const before = await drops();
    expect(await answered(server, blocked)).toEqual([]);
    // The silence is the policy's: it counts each of them.
    expect((await drops()) - before).toBe(Object.keys(blocked).length);
    expect((await obtain(server)).address).not.toBeNull();
  });

  it("serves all others", async () => {
    const leases = await Promise.all(Object.entries(served).map(async ([name, fields]) => [name, (await obtain(server, fields)).address]));
    expect(leases.filter(([, address]) => address === null)).toEqual([]);
  });

  it("refuses a wrong configuration with a sentence, and keeps the good one", async () => {
    for (const [config, sentence] of [
      [{ hwadrs: ["de:ad:be:ef:00:01"] }, '"hwadrs" is not known to this policy; did you mean "hwaddrs"?'],
      [{ ouis: ["00:16:3e", "00:16"] }, 'config.ouis[1]: "00:16" is not an OUI'],
      [{ duids: "00:03" }, "config.duids: expected a list, found a string"],
      [{ mode: "allow" }, 'config.mode: "allow" serves only clients that are allowed, and none are'],
    ] as const) {
      const answer = await server.configSet({ policies: [{ name: "blocklist", wasm, config }] });
      expect(answer.result).toBe(1);
      expect(answer.text).toContain("blocklist");
      expect(answer.text).toContain(sentence);
    }
    const wrongKind = { denied: { file: listFile("texts.txt", "eth0"), kind: "string" } };
    const answer = await server.configSet({ policies: [{ name: "blocklist", wasm, lists: wrongKind }] });
    expect(answer).toMatchObject({ result: 1, text: expect.stringContaining('lists.denied.kind: texts of the kind "string" may be of several sorts') });

    const ask = family === 4 ? new Dhcp4Client(server, blocked4.hwaddr).discover() : new Dhcp6Client(server, blocked6.DUID).solicit();
    await expectSilence<{ answer: unknown }>(ask, async () => ({ answer: (await obtain(server)).address }));
  });

  it("takes other rules at a reconfiguration: the mode allow, and a log of every decision", async () => {
    const allow = family === 4 ? { hwaddrs: ["02:00:00:00:00:01"] } : { duids: ["00:03:00:01:02:00:00:00:00:01"] };
    const config = { mode: "allow", allow, log: "everything" };
    expect(await server.configSet({ policies: [{ name: "blocklist", wasm, config }] })).toMatchObject({ result: 0 });
    const friend = family === 4 ? { hwaddr: "02:00:00:00:00:01" } : { duid: "00030001020000000001" };
    const stranger = family === 4 ? { hwaddr: "02:00:00:00:00:02" } : { duid: "00030001020000000002" };
    expect(await answered(server, { stranger })).toEqual([]);
    expect((await obtain(server, friend)).address).not.toBeNull();
    await server.waitForLog(family === 4
      ? /blocklist: drops DISCOVER of hwaddr 02:00:00:00:00:02: fits no rule/
      : /blocklist: drops SOLICIT of DUID 00:03:00:01:02:00:00:00:00:02, hwaddr 02:00:00:00:00:02: fits no rule/);
    await server.waitForLog(family === 4
      ? /blocklist: serves REQUEST of hwaddr 02:00:00:00:00:01: fits config\.allow\.hwaddrs/
      : /blocklist: serves REQUEST of DUID 00:03:00:01:02:00:00:00:00:01, hwaddr 02:00:00:00:00:01: fits config\.allow\.duids/);
  });
});
