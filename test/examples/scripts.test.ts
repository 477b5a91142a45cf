// SPDX-License-Identifier: MPL-2.0
// The example scripts that touch no network, with the variables of single callouts, and with what a client may put into them.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runScript } from "./run_script.ts";

const folder = mkdtempSync(join(tmpdir(), "example-scripts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const trap = join(folder, "trap");
/** What a shell would obey, what JSON must escape, and every byte but the zero, which ends a value. */
const hostile = Buffer.concat([
  Buffer.from(`"; touch ${trap}; $(touch ${trap}) \`touch ${trap}\` ' \\ \\u0041 %s %n -n \u{1f600} é`),
  Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1)),
]);

describe("lease_log", () => {
  const file = join(folder, "leases.jsonl");
  const call = (hookPoint: string, more: Record<string, string | Buffer>) => {
    rmSync(file, { force: true });
    expect(runScript("lease_log", hookPoint, { LEASE_LOG: file, ...more })).toEqual({ status: 0, stdout: "", stderr: "" });
    return existsSync(file) ? readFileSync(file, "utf8") : null;
  };
  const lease4 = { KEA_LEASE4_ADDRESS: "192.0.2.7", KEA_LEASE4_HWADDR: "02:00:00:00:00:07", KEA_LEASE4_HOSTNAME: "", KEA_LEASE4_VALID_LIFETIME: "3600" };

  it("writes a line for a lease that begins, goes on or ends, not for an offer", () => {
    expect(call("lease4_select", { ...lease4, KEA_FAKE_ALLOCATION: "1" })).toBeNull();
    expect(call("lease4_renew", { ...lease4, KEA_QUERY4_TYPE: "DHCPDISCOVER" })).toBeNull();
    for (const [hookPoint, more] of [["lease4_select", { KEA_FAKE_ALLOCATION: "0" }], ["lease4_renew", { KEA_QUERY4_TYPE: "DHCPREQUEST" }], ["lease4_expire", {}]] as const) {
      const text = call(hookPoint, { ...lease4, ...more })!;
      expect(text.endsWith("}\n")).toBe(true);
      expect(JSON.parse(text)).toEqual({
        time: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), event: hookPoint, address: "192.0.2.7", hwaddr: "02:00:00:00:00:07",
        duid: null, hostname: null, valid_lifetime: 3600,
      });
    }
  });

  it("writes DHCPv6 leases, addresses and prefixes", () => {
    const lease6 = {
      KEA_LEASE6_ADDRESS: "2001:db8:1::7", KEA_LEASE6_HWADDR: "", KEA_LEASE6_HOSTNAME: "host.example.org", KEA_LEASE6_CLIENT_DUID: "00:03:00:01:02",
      KEA_LEASE6_VALID_LIFETIME: "4294967295",
    };
    expect(JSON.parse(call("lease6_rebind", lease6)!)).toMatchObject({
      event: "lease6_rebind", address: "2001:db8:1::7", hwaddr: null, duid: "00:03:00:01:02", hostname: "host.example.org", valid_lifetime: 4294967295,
    });
    expect(JSON.parse(call("lease6_release", { ...lease6, KEA_LEASE6_DELEGATED_PREFIX: "2001:db8:2::/56" })!)).toMatchObject({ address: "2001:db8:2::/56" });
  });

  it("escapes whatever a client calls itself", () => {
    const text = call("lease4_release", { ...lease4, KEA_LEASE4_HOSTNAME: hostile })!;
    expect(text.indexOf("\n")).toBe(text.length - 1);
    const { hostname } = JSON.parse(text) as { hostname: string };
    const characters = hostile.subarray(0, -128).toString("utf8");
    expect(hostname.slice(0, characters.length)).toBe(characters);
    // The bytes from 0x80 on are no UTF-8.
    expect(hostname.slice(characters.length)).toMatch(/^\ufffd+$/);
    expect(existsSync(trap)).toBe(false);
  });
});

describe("host_blacklist", () => {
  const list = join(folder, "blacklist.txt");
  writeFileSync(list, "# Hosts that get no answer, one hardware address a line.\n\nde:ad:be:ef:00:01\nDE:AD:BE:EF:00:02\n");
  const call = (hwaddr: string | Buffer, blacklist = list, family = 4) =>
    runScript("host_blacklist", `pkt${family}_receive`, { BLACKLIST: blacklist, [`KEA_QUERY${family}_HWADDR`]: hwaddr });

  it("ends with 2 for a host in the list, with 0 for another", () => {
    for (const family of [4, 6]) {
      expect(call("de:ad:be:ef:00:01", list, family)).toEqual({ status: 2, stdout: "", stderr: "" });
      expect(call("de:ad:be:ef:00:02", list, family)).toEqual({ status: 2, stdout: "", stderr: "" });
      // Not a part, not a pattern, not an option, and nothing at all.
      for (const other of ["de:ad:be:ef:00", "de:ad:be:ef:00:03", "de:ad:be:ef:00:0.", "-v", "", ".*", hostile]) {
        expect(call(other, list, family)).toEqual({ status: 0, stdout: "", stderr: "" });
      }
    }
  });

  it("ends with 3 where the list cannot be read, and says why", () => {
    const ended = call("de:ad:be:ef:00:01", join(folder, "nowhere.txt"));
    expect(ended.status).toBe(3);
    expect(ended.stderr).toMatch(/nowhere\.txt: No such file or directory/);
  });
});

describe("debug_dump", () => {
  it("shows the argument and each variable on a line of its own, nothing as it would act on a terminal", () => {
    const { status, stdout, stderr } = runScript("debug_dump", "lease4_select", { KEA_LEASE4_HOSTNAME: hostile, KEA_EMPTY: "", KEA_LEASE4_DEBUG: "one\ntwo\n" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/\/debug_dump\/script\.sh called with: lease4_select$/);
    expect(lines).toContain("KEA_EMPTY=$");
    expect(lines).toContain("KEA_LEASE4_DEBUG=one\\ntwo\\n$");
    expect(lines.length).toBe(5);
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
    expect(existsSync(trap)).toBe(false);
  });

  it("writes into the file that DEBUG_FILE names", () => {
    const file = join(folder, "debug.txt");
    expect(runScript("debug_dump", "unload", { DEBUG_FILE: file })).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(file, "utf8")).toMatch(/called with: unload\nDEBUG_FILE=/);
  });
});
