// SPDX-License-Identifier: MPL-2.0
// The servers that bench/scripts.ts compares: kea-dhcp4 with one thread, bare, and with a script in each of the ways that there are.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hookLibrary, makeTemporaryFolder } from "../test/e2e/kea_installation.ts";
import { KeaServer, type KeaServerOptions } from "../test/e2e/kea_server.ts";
import { starterOf, writeScript } from "../test/e2e/scripts.ts";
import { built } from "./places.ts";

const point = "pkt4_receive";

/** Leases that each server has in memory from the start: what a fork of Kea costs depends on how much memory it has. */
export const LEASES = 100_000;

/** The variants by name; `isc` only where this Kea has its library. */
export type Variant = "bare" | "fork" | "sync" | "resident" | "isc" | "asIsc" | "async";

export const titles: Record<Variant, string> = {
  bare: "no hook library",
  fork: `${point}, Kea itself forks, executes and waits`,
  sync: `${point}, \`wait\``,
  resident: `${point}, \`wait\`, resident in Perl`,
  isc: "leases4_committed, Kea's own run_script",
  asIsc: "leases4_committed, `name` and `sync: false`",
  async: "all 8 hook points, without `wait`",
};

/** A resident program that only answers. */
const answers = `#!/usr/bin/perl
while (sysread STDIN, $event, 65536, length $event) {
    next if substr($event, -2) ne "\\0\\0";
    syswrite STDOUT, "0\\n";
    $event = "";
}
`;

/** Kea's own hook library that runs scripts, or null where this Kea has none. */
export function runScriptLibrary(): string | null {
  const folders = ["/usr/lib/x86_64-linux-gnu/kea/hooks", "/usr/lib/aarch64-linux-gnu/kea/hooks", "/usr/lib/kea/hooks", "/usr/local/lib/kea/hooks"];
  return folders.map((folder) => join(folder, "libdhcp_run_script.so")).find((path) => existsSync(path)) ?? null;
}

export async function startServers(): Promise<Map<Variant, KeaServer>> {
  const folder = makeTemporaryFolder("bench");
  const script = writeScript(folder, "exits.sh", "#!/bin/sh\nexit 0\n");
  // As the one that only exits, it only answers.
  const resident = writeScript(folder, "answers.pl", answers);
  const isc = runScriptLibrary();
  const ours = (parameters: object): Partial<KeaServerOptions> => ({ otherHooks: [{ library: hookLibrary, parameters }] });
  const options: Partial<Record<Variant, Partial<KeaServerOptions>>> = {
    bare: {},
    fork: { otherHooks: [{ library: built("libfork_exec_hook.so"), parameters: { "hook-point": point, program: script } }] },
    sync: ours({ script, wait: true, "hook-points": [point] }),
    resident: ours({ script: resident, wait: true, mode: "resident", "hook-points": [point] }),
    ...(isc ? { isc: { otherHooks: [{ library: isc, parameters: { name: script, sync: false } }] } } : {}),
    asIsc: ours({ name: script, sync: false, "hook-points": ["leases4_committed"] }),
    async: ours({ script, wait: false }),
  };
  const servers = new Map<Variant, KeaServer>();
  try {
    for (const [variant, one] of Object.entries(options)) {
      const leases = join(folder, `${variant}.csv`);
      writeFileSync(leases, leaseFile());
      const extraConfig = { ...quiet, "lease-database": { type: "memfile", persist: true, name: leases, "lfc-interval": 0 } };
      // One thread, so that the load generator has a core of its own.
      servers.set(variant as Variant, await KeaServer.start({ family: 4, multiThreading: false, scriptsFolder: folder, startTimeoutMs: 120_000, extraConfig, ...one }));
    }
  } catch (error) {
    await stopAll(servers);
    throw error;
  }
  return servers;
}

/** Warnings, that Kea has started, and which process the starter is: nothing for each packet. */
const logger = (name: string, severity: string): object => ({ name, severity, output_options: [{ output: "stdout", flush: true }] });
const quiet = { loggers: [logger("kea-dhcp4", "WARN"), logger("kea-dhcp4.dhcp4", "INFO"), logger("kea-dhcp4.policy-hooks", "INFO")] };

/** Addresses outside the pool that perfdhcp's clients get theirs from. */
function leaseFile(): string {
  const hex = (value: number): string => value.toString(16).padStart(2, "0");
  const expires = Math.floor(Date.now() / 1000) + 86_400;
  const lease = (i: number): string => {
    const [high, middle, low] = [i >> 16, (i >> 8) & 255, i & 255];
    return `127.${40 + high}.${middle}.${low},02:5e:00:${hex(high)}:${hex(middle)}:${hex(low)},,86400,${expires},1,0,0,client-${i}.example.org,0,\n`;
  };
  return "address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context\n" + Array.from({ length: LEASES }, (_, i) => lease(i)).join("");
}

/** Memory of its own that the server has, which a fork must map again, in MiB. */
export function anonymousMiB(server: KeaServer): number {
  const found = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"));
  return Number(found?.[1] ?? NaN) / 1024;
}

export async function stopAll(servers: Map<Variant, KeaServer>): Promise<void> {
  await Promise.all([...servers.values()].map((server) => server.stop()));
}

/** CPU time so far of Kea, of its starter, and of the children of both that have ended, in milliseconds. */
export function cpuOfAll(server: KeaServer): number {
  return [server.pid, starterOf(server)].filter((pid) => pid !== 0).reduce((sum, pid) => sum + cpuMilliseconds(pid), 0);
}

function cpuMilliseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // utime, stime, cutime and cstime, in hundredths of a second.
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field) * 10, 0);
}
