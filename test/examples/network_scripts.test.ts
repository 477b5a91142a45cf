// SPDX-License-Identifier: MPL-2.0
// The example scripts that set routes and the firewall, with the variables of single callouts, in a network namespace and without Kea.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NetworkNamespace, whyNoNamespaces } from "../e2e/network_namespace.ts";
import { runScript, type Variables } from "./run_script.ts";

const reason = whyNoNamespaces();
if (reason) it.skip(`the scripts are not run, because ${reason}`);

const quiet = { status: 0, stdout: "", stderr: "" };

describe.runIf(!reason)("in a network namespace", () => {
  let server: NetworkNamespace;
  let clients: NetworkNamespace;

  beforeAll(async () => {
    server = await NetworkNamespace.make();
    clients = await NetworkNamespace.make();
    await server.cable("eth0", clients, "eth0");
    server.addAddress("192.0.2.1/24", "eth0");
    server.run("nft", "-f", fileURLToPath(new URL("../../examples/scripts/firewall_set/firewall.nft", import.meta.url)));
  });
  afterAll(async () => {
    await server?.remove();
    await clients?.remove();
  });

  const routes = (family: "-4" | "-6"): string[] =>
    server.run("ip", family, "route", "show", "protocol", "16").split("\n").map((line) => line.trim()).filter(Boolean);

  describe("address_routes", () => {
    const call = (hookPoint: string, more: Variables = {}) => runScript("address_routes", hookPoint, {
      KEA_LEASE4_ADDRESS: "203.0.113.5", KEA_QUERY4_TYPE: "DHCPREQUEST", KEA_QUERY4_RELAYED: "0", KEA_QUERY4_GIADDR: "0.0.0.0",
      KEA_QUERY4_INTERFACE: "eth0", KEA_FAKE_ALLOCATION: "0", ...more,
    }, server);

    it("sets a route when a lease is assigned, not when it is offered, and deletes it when it ends", () => {
      expect(call("lease4_select", { KEA_QUERY4_TYPE: "DHCPDISCOVER", KEA_FAKE_ALLOCATION: "1" })).toEqual(quiet);
      expect(call("lease4_renew", { KEA_QUERY4_TYPE: "DHCPDISCOVER" })).toEqual(quiet);
      expect(routes("-4")).toEqual([]);
      for (const [begin, end] of [["lease4_select", "lease4_release"], ["lease4_renew", "lease4_expire"], ["lease4_select", "lease4_decline"]]) {
        expect(call(begin!)).toEqual(quiet);
        // A second time, as when a client renews.
        expect(call("lease4_renew")).toEqual(quiet);
        expect(routes("-4")).toEqual([expect.stringMatching(/^203\.0\.113\.5 dev eth0 /)]);
        expect(call(end!)).toEqual(quiet);
        expect(routes("-4")).toEqual([]);
        expect(call(end!)).toEqual(quiet);
      }
    });

    it("takes the way by the relay agent, and changes it when the client moves", () => {
      expect(call("lease4_select", { KEA_QUERY4_RELAYED: "1", KEA_QUERY4_GIADDR: "192.0.2.9" })).toEqual(quiet);
      expect(routes("-4")).toEqual([expect.stringMatching(/^203\.0\.113\.5 via 192\.0\.2\.9 dev eth0/)]);
      expect(call("lease4_renew")).toEqual(quiet);
      expect(routes("-4")).toEqual([expect.stringMatching(/^203\.0\.113\.5 dev eth0/)]);
      expect(call("lease4_expire")).toEqual(quiet);
    });

    it("leaves routes of others alone", () => {
      server.run("ip", "route", "add", "203.0.113.5/32", "dev", "eth0", "protocol", "static");
      expect(call("lease4_expire")).toEqual(quiet);
      expect(server.run("ip", "route", "show", "203.0.113.5/32")).toContain("203.0.113.5 dev eth0");
      server.run("ip", "route", "delete", "203.0.113.5/32");
    });

    it("says why it fails, with another exit status than 0", () => {
      const ended = call("lease4_select", { KEA_QUERY4_INTERFACE: "eth7" });
      expect(ended.status).not.toBe(0);
      expect(ended.stderr).toMatch(/Cannot find device "eth7"/);
    });
  });

  describe("prefix_routes", () => {
    const call = (hookPoint: string, more: Variables = {}) => runScript("prefix_routes", hookPoint, {
      KEA_LEASE6_TYPE: "IA_PD", KEA_LEASE6_DELEGATED_PREFIX: "2001:db8:8000::/56", KEA_QUERY6_REMOTE_ADDRESS: "fe80::7",
      KEA_QUERY6_INTERFACE: "eth0", KEA_FAKE_ALLOCATION: "0", ...more,
    }, server);

    it("sets a route to whom a prefix is delegated, not for an address, and deletes it when the lease ends", () => {
      expect(call("lease6_select", { KEA_FAKE_ALLOCATION: "1" })).toEqual(quiet);
      expect(runScript("prefix_routes", "lease6_select", { KEA_LEASE6_TYPE: "IA_NA" }, server)).toEqual(quiet);
      expect(routes("-6")).toEqual([]);
      for (const [begin, end] of [["lease6_select", "lease6_release"], ["lease6_renew", "lease6_expire"], ["lease6_rebind", "lease6_release"]]) {
        expect(call(begin!)).toEqual(quiet);
        expect(routes("-6")).toEqual([expect.stringMatching(/^2001:db8:8000::\/56 via fe80::7 dev eth0 /)]);
        expect(call("lease6_renew", { KEA_QUERY6_REMOTE_ADDRESS: "fe80::8" })).toEqual(quiet);
        expect(routes("-6")).toEqual([expect.stringMatching(/^2001:db8:8000::\/56 via fe80::8 dev eth0 /)]);
        expect(call(end!)).toEqual(quiet);
        expect(routes("-6")).toEqual([]);
        expect(call(end!)).toEqual(quiet);
      }
    });
  });

  describe("firewall_set", () => {
    const call = (hookPoint: string, more: Variables = {}) => runScript("firewall_set", hookPoint, {
      KEA_LEASE4_ADDRESS: "192.0.2.77", KEA_LEASE4_VALID_LIFETIME: "3600", KEA_QUERY4_TYPE: "DHCPREQUEST", KEA_FAKE_ALLOCATION: "0",
      KEA_LEASE6_TYPE: "IA_NA", KEA_LEASE6_ADDRESS: "2001:db8:1::77", KEA_LEASE6_VALID_LIFETIME: "4000", ...more,
    }, server);
    const elements = (set: string): string => /elements = \{ ([^}]*) \}/.exec(server.run("nft", "list", "set", "inet", "dhcp", set))?.[1] ?? "";

    it("has an address in its set from when the lease is assigned until it ends", () => {
      for (const [family, address] of [[4, "192.0.2.77"], [6, "2001:db8:1::77"]] as const) {
        const set = `clients${family}`;
        expect(call(`lease${family}_select`, { KEA_FAKE_ALLOCATION: "1" })).toEqual(quiet);
        expect(elements(set)).toBe("");
        for (const end of ["release", "decline", "expire"]) {
          expect(call(`lease${family}_select`)).toEqual(quiet);
          expect(elements(set)).toMatch(new RegExp(`^${address} timeout 1h`));
          expect(call(`lease${family}_${end}`)).toEqual(quiet);
          expect(elements(set)).toBe("");
          // Its timeout may have been faster.
          expect(call(`lease${family}_${end}`)).toEqual(quiet);
        }
      }
      expect(call("lease4_renew", { KEA_QUERY4_TYPE: "DHCPDISCOVER" })).toEqual(quiet);
      expect(elements("clients4")).toBe("");
    });

    it("gives it the time of the lease, a new one with each renewal, none where the lease is for ever", () => {
      for (const [lifetime, expected] of [["60", /timeout 1m /], ["7200", /timeout 2h /], ["31536000", /timeout 365d /], ["4294967295", /^192\.0\.2\.77$/]] as const) {
        expect(call("lease4_renew", { KEA_LEASE4_VALID_LIFETIME: lifetime })).toEqual(quiet);
        expect(elements("clients4")).toMatch(expected);
      }
      expect(call("lease4_expire")).toEqual(quiet);
    });

    it("takes no prefix for an address", () => {
      expect(call("lease6_select", { KEA_LEASE6_TYPE: "IA_PD" })).toEqual(quiet);
      expect(elements("clients6")).toBe("");
    });
  });
});
