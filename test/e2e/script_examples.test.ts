// SPDX-License-Identifier: MPL-2.0
// The examples of examples/scripts at work: a real Kea in one network namespace, ISC's dhclient in another, and a cable between them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { packedSdk } from "../sdk/packed_sdk.ts";
import { Dhclient, dhclientIsInstalled, type DhclientOptions } from "./dhclient.ts";
import { repositoryFile } from "./documented_config.ts";
import { ExampleScript, type How } from "./example_script.ts";
import type { Family } from "./kea_installation.ts";
import type { KeaServer } from "./kea_server.ts";
import { NetworkNamespace, whyNoNamespaces } from "./network_namespace.ts";

const reason = process.env["KEA_POLICY_ROOTFS"]
  ? "the other root filesystem has no ip, nft and jq for the scripts"
  : whyNoNamespaces() ?? (dhclientIsInstalled() ? null : "dhclient is not there (the Debian package isc-dhcp-client)");
if (reason) it.skip(`the examples are not run, because ${reason}`);

const hows: How[] = ["script", "policy"];
const both = (families: Family[]): [How, Family][] => hows.flatMap((how) => families.map((family): [How, Family] => [how, family]));
const wentWrong = /POLICY_(SCRIPT_FAILED|SCRIPT_SAYS|FAULT)/;
/** Leases that end soon, which Kea soon finds. */
const endingSoon = (family: Family) => ({
  "valid-lifetime": 4, ...(family === 6 ? { "preferred-lifetime": 3 } : {}),
  "expired-leases-processing": { "reclaim-timer-wait-time": 1, "hold-reclaimed-time": 1, "flush-reclaimed-timer-wait-time": 1 },
});

/** The value, once it is what is expected. */
async function eventually(read: () => string, expected: RegExp): Promise<void> {
  for (const end = Date.now() + 12_000; !expected.test(read()); await sleep(50)) {
    if (Date.now() > end) expect(read()).toMatch(expected);
  }
}

describe.runIf(!reason)("in network namespaces,", { timeout: 60_000 }, () => {
  let kea: NetworkNamespace;
  let clients: NetworkNamespace;
  const toEnd: (() => unknown)[] = [];

  beforeAll(async () => {
    // The slowest part where nobody did it before.
    await packedSdk();
    kea = await NetworkNamespace.make();
    clients = await NetworkNamespace.make();
    await kea.cable("eth0", clients, "eth0");
    kea.addAddress("192.0.2.1/24", "eth0");
    clients.addAddress("192.0.2.2/24", "eth0");
    kea.run("nft", "-f", repositoryFile("examples/scripts/firewall_set/firewall.nft"));
  }, 180_000);
  afterEach(async () => {
    for (const end of toEnd.splice(0).reverse()) await end();
  });
  afterAll(async () => {
    await kea?.remove();
    await clients?.remove();
  });

  async function install(name: string, how: How): Promise<ExampleScript> {
    const example = await ExampleScript.install(name, how);
    toEnd.push(() => example.remove());
    return example;
  }

  /** Runs a server for the time of the work. Without threads and with them: the one with scripts, the other with policies. */
  async function serving(example: ExampleScript, how: How, family: Family, more: object, work: (server: KeaServer) => Promise<void>): Promise<void> {
    const server = await example.start(kea, family, how === "policy", { ...more });
    try {
      await work(server);
    } finally {
      await server.stop();
    }
  }

  function client(options: DhclientOptions): Dhclient {
    const made = new Dhclient(clients, options);
    toEnd.push(() => made.remove());
    return made;
  }

  /** What comes with a lease, goes with its release, comes with the next one and goes when that expires. */
  async function comesAndGoes(name: string, how: How, options: DhclientOptions, read: () => string, expected: (lease: string) => RegExp): Promise<void> {
    const example = await install(name, how);
    const one = client(options);
    const { family } = options;
    await serving(example, how, family, {}, async (server) => {
      expect(read()).toBe("");
      const lease = await one.obtain();
      // Kea waited for the script before it answered.
      expect(read()).toMatch(expected(lease!));
      await one.release();
      await eventually(read, /^$/);
      expect(server.log()).not.toMatch(wentWrong);
    });
    one.forget();
    await serving(example, how, family, endingSoon(family), async (server) => {
      const lease = await one.obtain();
      expect(read()).toMatch(expected(lease!));
      await one.vanish();
      await eventually(read, /^$/);
      expect(server.log()).not.toMatch(wentWrong);
    });
  }

  describe("address_routes", () => {
    it.each(hows)("has a route for each leased address, by %s", async (how) => {
      const routes = () => kea.run("ip", "-4", "route", "show", "protocol", "16").trim();
      await comesAndGoes("address_routes", how, { family: 4 }, routes, (address) => new RegExp(`^${address} dev eth0\\b[^\\n]*$`));
    });
  });

  describe("prefix_routes", () => {
    it.each(hows)("has a route for each delegated prefix, by %s", async (how) => {
      const routes = () => kea.run("ip", "-6", "route", "show", "protocol", "16").trim();
      const router = await clients.linkLocalAddress("eth0");
      await comesAndGoes("prefix_routes", how, { family: 6, prefix: true }, routes, (prefix) => new RegExp(`^${prefix} via ${router} dev eth0\\b[^\\n]*$`));
    });
  });

  describe("firewall_set", () => {
    it.each(both([4, 6]))("has each client in a set, by %s, DHCPv%i", async (how, family) => {
      const elements = () => /elements = \{ ([^}]*?) \}/.exec(kea.run("nft", "list", "set", "inet", "dhcp", `clients${family}`))?.[1] ?? "";
      await comesAndGoes("firewall_set", how, { family }, elements, (address) => new RegExp(`^${address} timeout \\w+ expires [^,]*$`));
    });
  });

  describe("lease_log", () => {
    interface Line {
      time: string; event: string; address: string; hwaddr: string | null; duid: string | null; hostname: string | null; valid_lifetime: number;
    }

    function linesOf(how: How, example: ExampleScript, server: KeaServer): Line[] {
      let text: string;
      if (how === "script") {
        const file = join(example.folder, "leases.jsonl");
        text = existsSync(file) ? readFileSync(file, "utf8") : "";
      } else {
        // The command that the README shows, on this server's log.
        const readme = readFileSync(repositoryFile("examples/scripts/lease_log/README.md"), "utf8");
        const command = /^```sh\n(.*)\n```$/m.exec(readme)![1]!.replace("journalctl -u kea-dhcp4-server -o cat", `cat ${join(server.folder, "kea.log")}`);
        text = execFileSync("sh", ["-c", command], { encoding: "utf8" });
      }
      return text.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line);
    }

    it.each(hows)("has lines of JSON, whatever a client calls itself, by %s", async (how) => {
      const example = await install("lease_log", how);
      const trap = `/tmp/trap-${process.pid}`;
      // With dots, since Kea wants labels of a domain name, of at most 63 bytes.
      const hostname = Buffer.from(`"};touch ${trap};.$(touch ${trap}).\`touch ${trap}\`.' {"a":1} %s \x1b[2J \xe9`, "latin1");
      // By default Kea takes such characters out.
      await serving(example, how, 4, { "hostname-char-set": "" }, async (server) => {
        const one = client({ family: 4, hostname });
        const address = await one.obtain();
        await one.release();
        const events = () => linesOf(how, example, server).map(({ event }) => event).join(" ");
        // A client that was not answered within a second asks again.
        await eventually(events, /^lease4_select( lease4_renew)* lease4_release$/);
        for (const line of linesOf(how, example, server)) {
          expect(line).toEqual({
            time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/), event: expect.any(String), address,
            hwaddr: expect.stringMatching(/^[0-9a-f:]{17}$/), duid: null, hostname: expect.any(String), valid_lifetime: 3600,
          });
          // Kea keeps names in lower case.
          expect(line.hostname).toBe(hostname.toString("utf8").toLowerCase());
        }
      });
      expect(existsSync(trap)).toBe(false);
    });

    it.each(hows)("has addresses and prefixes of DHCPv6, by %s", async (how) => {
      const example = await install("lease_log", how);
      await serving(example, how, 6, {}, async (server) => {
        const last = () => JSON.stringify(linesOf(how, example, server).at(-1) ?? {});
        for (const prefix of [false, true]) {
          const one = client({ family: 6, prefix });
          const lease = await one.obtain();
          await eventually(last, /lease6_select/);
          expect(JSON.parse(last())).toMatchObject({ event: "lease6_select", address: lease, duid: expect.stringMatching(/^00:0/), valid_lifetime: 4000 });
          await one.release();
          await eventually(last, /lease6_release/);
          expect(JSON.parse(last())).toMatchObject({ event: "lease6_release", address: lease });
        }
      });
    });
  });

  describe("host_blacklist", () => {
    it.each(both([4, 6]))("refuses one host and serves another, by %s, DHCPv%i", async (how, family) => {
      const example = await install("host_blacklist", how);
      writeFileSync(join(example.folder, "blacklist.txt"), "# stole a printer\nDE:AD:BE:EF:00:01\n");
      await serving(example, how, family, {}, async (server) => {
        await clients.changeHwaddr("eth0", "de:ad:be:ef:00:01");
        expect(await client({ family, seconds: 3 }).obtain()).toBeNull();
        await clients.changeHwaddr("eth0", "02:00:00:00:00:02");
        expect(await client({ family }).obtain()).toMatch(family === 4 ? /^192\.0\.2\./ : /^2001:db8:1::/);
        expect(server.log()).not.toMatch(wentWrong);
      });
    });
  });

  describe("debug_dump", () => {
    it.each(both([4, 6]))("shows what Kea tells, by %s, DHCPv%i", async (how, family) => {
      await serving(await install("debug_dump", how), how, family, {}, async (server) => {
        const address = await client({ family }).obtain();
        const shown = how === "script"
          ? [`POLICY_SCRIPT_SAYS script at pkt${family}_receive: .*/debug_dump\\.sh called with: pkt${family}_receive`,
             `POLICY_SCRIPT_SAYS script at lease${family}_select: KEA_LEASE${family}_ADDRESS=${address}\\$`]
          : [`POLICY_SAYS_DEBUG debug-dump: pkt${family}_receive: `,
             `POLICY_SAYS_DEBUG debug-dump: lease${family}_select: to be assigned: .*${address}`];
        for (const line of shown) await server.waitForLog(new RegExp(line));
      });
    });
  });
});
