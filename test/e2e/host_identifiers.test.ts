// SPDX-License-Identifier: MPL-2.0
// A reservation is found by the identifier that a policy makes; what is no identifier is refused.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp4Type } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { Dhcp6Type } from "./dhcp6_codec.ts";
import { textOption } from "./dhcp_bytes.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { seenDuring } from "./seen_points.ts";

interface Seen {
  point: string;
  type: number;
  idType: number;
  idValue: string;
}

const reserved = { 4: "127.16.5.5", 6: "2001:db8:1::77" };
/** For the longest identifier that Kea takes: 128 times "a". */
const reservedForLongest = { 4: "127.16.5.6", 6: "2001:db8:1::78" };
const longest = "61".repeat(128);
const hex = (text: string): string => Buffer.from(text).toString("hex");

const config = {
  4: {
    "host-reservation-identifiers": ["flex-id", "hw-address"],
    subnet4: [{
      id: 1, subnet: "127.0.0.0/8", pools: [{ pool: "127.16.0.0 - 127.16.0.255" }],
      reservations: [{ "flex-id": "'port-7'", "ip-address": reserved[4] }, { "flex-id": longest, "ip-address": reservedForLongest[4] }],
    }],
  },
  6: {
    "host-reservation-identifiers": ["flex-id", "duid"],
    subnet6: [{
      id: 1, subnet: "2001:db8:1::/48", pools: [{ pool: "2001:db8:1:1::/64" }],
      reservations: [{ "flex-id": "'port-7'", "ip-addresses": [reserved[6]] }, { "flex-id": longest, "ip-addresses": [reservedForLongest[6]] }],
    }],
  },
};

/** Policies of these names and settings, in this order. */
async function start(family: Family, multiThreading: boolean, policies: Record<string, Record<string, unknown>>): Promise<KeaServer> {
  const wasm = await compiledPolicy("host_identifiers");
  return KeaServer.start({
    family, multiThreading, extraConfig: config[family], policies: Object.entries(policies).map(([name, own]) => ({ name, wasm, config: own })),
  });
}

/** The address that a new client at this port gets; undefined: the port is not told. */
async function leaseAt(server: KeaServer, port?: string): Promise<string | null> {
  const options = port === undefined ? [] : [textOption(server.family === 4 ? 224 : 60001, port)];
  const client = server.family === 4 ? new Dhcp4Client(server, { options }) : new Dhcp6Client(server, { options });
  return (await client.obtainLease()).address;
}

const first = { 4: Dhcp4Type.DISCOVER, 6: Dhcp6Type.SOLICIT };

describe.each<[Family, boolean]>([[4, false], [4, true], [6, false], [6, true]])("DHCPv%s, multi-threading %s:", (family, multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(family, multiThreading, { maker: {}, watcher: { silent: true } });
  });
  afterAll(() => server.stop());
  const point = `host${family}_identifier`;

  it("the reservation of the identifier that a policy sets is the client's, and a later policy sees what was set", async () => {
    let address: string | null = null;
    const seen = await seenDuring<Seen>(server, "maker", async () => { address = await leaseAt(server, "port-7"); });
    expect(address).toBe(reserved[family]);
    expect(seen[0]).toEqual({ point, type: first[family], idType: 4, idValue: "" });
    const watched = await seenDuring<Seen>(server, "watcher", () => leaseAt(server, "port-8"));
    expect(watched[0]).toEqual({ point, type: first[family], idType: 4, idValue: hex("port-8") });
  });

  it("other identifiers, and none, have no reservation", async () => {
    for (const port of ["port-8", "port-77", undefined]) {
      const address = await leaseAt(server, port);
      expect(address).not.toBeNull();
      expect(Object.values(reserved)).not.toContain(address);
    }
  });
});

describe.each<Family>([4, 6])("DHCPv%s:", (family) => {
  const served = async (own: Record<string, unknown>, act: (server: KeaServer) => Promise<void>): Promise<void> => {
    const server = await start(family, false, { maker: own });
    try {
      await act(server);
      expect(server.exit).toBeNull();
    } finally {
      await server.stop();
    }
  };

  it.each(["skip", "drop"])("%s leaves the identifier unused, and the client is served", (verdict) =>
    served({ verdict }, async (server) => {
      const address = await leaseAt(server, "port-7");
      expect(address).not.toBeNull();
      expect(address).not.toBe(reserved[family]);
    }));

  it("the longest identifier is taken", () =>
    served({ size: 128 }, async (server) => expect(await leaseAt(server)).toBe(reservedForLongest[family])));

  it.each([0, 129])("an identifier of %s bytes is refused, and the client is served without", (size) =>
    served({ size }, async (server) => {
      const address = await leaseAt(server, "port-7");
      expect(address).not.toBeNull();
      expect([reserved[family], reservedForLongest[family]]).not.toContain(address);
      await server.waitForLog(new RegExp(`POLICY_FAULT policy maker .*host${family}_identifier.*bad-edit: it set an identifier of ${size} bytes instead of 1 to 128`));
    }));
});
