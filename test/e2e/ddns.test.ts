// SPDX-License-Identifier: MPL-2.0
// What a policy sees of a client's name in the DNS, and what becomes of the name and the directions that it sets: in the lease, in the
// answer and in what Kea sends to kea-dhcp-ddns.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledPolicy } from "./compiled_policy.ts";
import { Dhcp4Client } from "./dhcp4_client.ts";
import { Dhcp4Type } from "./dhcp4_codec.ts";
import { Dhcp6Client } from "./dhcp6_client.ts";
import { Dhcp6Type } from "./dhcp6_codec.ts";
import { findOption, textOption, type DhcpOption } from "./dhcp_bytes.ts";
import { fqdnOption, fullName, type FullName } from "./fqdn_option.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { NameUpdates } from "./name_updates.ts";
import { seenDuring } from "./seen_points.ts";

interface Seen {
  point: string;
  hostname: string;
  forward: boolean;
  reverse: boolean;
}

function config(port: number): Record<string, unknown> {
  return {
    "dhcp-ddns": { "enable-updates": true, "server-ip": "127.0.0.1", "server-port": port },
    "ddns-send-updates": true, "ddns-override-client-update": true, "ddns-update-on-renew": true, "ddns-generated-prefix": "made", "ddns-qualifying-suffix": "example.org",
  };
}

/** The same as a policy sees it. */
const settings = {
  enableUpdates: true, overrideNoUpdate: false, overrideClientUpdate: true, updateOnRenew: true, replaceClientNameMode: 0,
  generatedPrefix: "made", qualifyingSuffix: "example.org",
};

interface Served {
  seen: Seen[];
  address: string | null;
  answer: FullName | null;
  options: DhcpOption[];
}

/** A new client's four messages. */
async function serve(server: KeaServer, options: DhcpOption[]): Promise<Served> {
  const served: Served = { seen: [], address: null, answer: null, options: [] };
  served.seen = await seenDuring<Seen>(server, "names", async () => {
    const client = server.family === 4 ? new Dhcp4Client(server, { options }) : new Dhcp6Client(server, { options });
    const { address, request } = await client.obtainLease();
    served.address = address;
    served.options = request?.answer?.options ?? [];
    served.answer = fullName(server.family, served.options);
  });
  return served;
}

it("compares every field of the settings", () => {
  const fields = schema.objects.find((object) => object.name === "DdnsParams")!.fields.map((field) => field.name);
  expect(Object.keys(settings).sort()).toEqual(fields.sort());
});

const at = (seen: Seen[], point: string): Seen => seen.find((one) => one.point === point)!;

describe.each<[Family, boolean]>([[4, false], [4, true], [6, false], [6, true]])("DHCPv%s, multi-threading %s:", (family, multiThreading) => {
  let updates: NameUpdates;
  beforeAll(async () => {
    updates = await NameUpdates.listen();
  });
  afterAll(() => updates.close());
  const point = `ddns${family}_update`;
  const leasePoint = `lease${family}_select`;

  const withPolicy = async (own: Record<string, unknown>, act: (server: KeaServer) => Promise<void>): Promise<void> => {
    const policies = [{ name: "names", wasm: await compiledPolicy("ddns"), config: own }];
    const server = await KeaServer.start({ family, multiThreading, policies, extraConfig: config(updates.port) });
    try {
      await act(server);
      expect(server.exit).toBeNull();
    } finally {
      updates.received.length = 0;
      await server.stop();
    }
  };

  it("the name and the directions are seen as Kea works them out, with the configuration's settings", () =>
    withPolicy({}, async (server) => {
      const { seen, address, answer } = await serve(server, [fqdnOption(family, "pc7")]);
      expect(seen[0]).toEqual({
        point, query: family === 4 ? Dhcp4Type.DISCOVER : Dhcp6Type.SOLICIT, response: family === 4 ? Dhcp4Type.OFFER : Dhcp6Type.ADVERTISE, subnet: 1,
        hostname: "pc7.example.org.", forward: true, reverse: true,
        params: settings,
      });
      expect(at(seen, leasePoint)).toEqual({ point: leasePoint, hostname: "pc7.example.org.", forward: true, reverse: true });
      expect(answer?.name).toBe("pc7.example.org.");
      expect(await updates.next()).toMatchObject({ "change-type": 0, "forward-change": true, "reverse-change": true, fqdn: "pc7.example.org.", "ip-address": address });
    }));

  it("a name that a policy sets is in the lease, in the answer and in what goes to the DNS", () =>
    withPolicy({ hostname: "other.example.net." }, async (server) => {
      const { seen, address, answer } = await serve(server, [fqdnOption(family, "pc7")]);
      expect(at(seen, leasePoint)).toMatchObject({ hostname: "other.example.net.", forward: true, reverse: true });
      expect(answer?.name).toBe("other.example.net.");
      expect(await updates.next()).toMatchObject({ "forward-change": true, "reverse-change": true, fqdn: "other.example.net.", "ip-address": address });
    }));

  it("directions that a policy takes away are in the lease, and Kea tells the client that it updates nothing", () =>
    withPolicy({ forward: false, reverse: false }, async (server) => {
      const { seen, answer } = await serve(server, [fqdnOption(family, "pc7")]);
      expect(at(seen, leasePoint)).toMatchObject({ hostname: "pc7.example.org.", forward: false, reverse: false });
      // N is set and S is not.
      const [s, n] = family === 4 ? [0x01, 0x08] : [0x01, 0x04];
      expect(answer!.flags & (s | n)).toBe(n);
      expect(updates.received).toEqual([]);
    }));

  it("one direction alone", () =>
    withPolicy({ reverse: false }, async (server) => {
      const { seen } = await serve(server, [fqdnOption(family, "pc7")]);
      expect(at(seen, leasePoint)).toMatchObject({ forward: true, reverse: false });
      // Of DHCPv6 servers the request goes by the answer's option.
      expect(await updates.next()).toMatchObject({ "forward-change": true, "reverse-change": family === 6 });
    }));

  it.each([
    ["an empty name", "", "set an empty host name; what is not to be in the DNS is kept out by setForwardUpdate\\(false\\) and setReverseUpdate\\(false\\)"],
    ["a name of two words", "two words", "set a host name that has other characters than printable ASCII"],
    ["a label that is too long", `${"x".repeat(64)}.example.org.`, "set a host name that Kea refuses: "],
    ["a name that is too long", "x.".repeat(128), "set a host name that Kea refuses: "],
  ])("%s is refused with the directions that were set before it, and Kea's own choice stays", (_, hostname, sentence) =>
    withPolicy({ hostname, forward: false, reverse: false }, async (server) => {
      const { seen, answer } = await serve(server, [fqdnOption(family, "pc7")]);
      await server.waitForLog(new RegExp(`POLICY_FAULT policy names .*${point}.*bad-edit: it ${sentence}`));
      expect(at(seen, leasePoint)).toMatchObject({ hostname: "pc7.example.org.", forward: true, reverse: true });
      expect(answer?.name).toBe("pc7.example.org.");
    }));
});

describe("DHCPv4:", () => {
  const withPolicy = async (own: Record<string, unknown>, act: (server: KeaServer) => Promise<void>): Promise<void> => {
    const policies = [{ name: "names", wasm: await compiledPolicy("ddns"), config: own }];
    const server = await KeaServer.start({ family: 4, multiThreading: false, policies, extraConfig: { "ddns-qualifying-suffix": "example.org" } });
    try {
      await act(server);
      expect(server.exit).toBeNull();
    } finally {
      await server.stop();
    }
  };

  it("a name that a policy sets is in the answer's option 12 where the client sent that", () =>
    withPolicy({ hostname: "other.example.net" }, async (server) => {
      const { seen, options } = await serve(server, [textOption(12, "pc7")]);
      expect(seen[0]).toMatchObject({ hostname: "pc7.example.org", forward: false, reverse: false });
      expect(at(seen, "lease4_select").hostname).toBe("other.example.net");
      expect(findOption(options, 12)?.toString()).toBe("other.example.net");
    }));

  it("a client that sends no name is given one by a policy", () =>
    withPolicy({ hostname: "named.example.net" }, async (server) => {
      const { seen } = await serve(server, []);
      expect(seen[0]!.hostname).toBe("");
      expect(at(seen, "lease4_select").hostname).toBe("named.example.net");
    }));

  it("directions without a name are refused", () =>
    withPolicy({ forward: true }, async (server) => {
      const { address } = await serve(server, []);
      expect(address).not.toBeNull();
      await server.waitForLog(/POLICY_FAULT policy names .*bad-edit: it changed the DNS updates of a client that has no name; set one with setHostname as well/);
    }));
});
