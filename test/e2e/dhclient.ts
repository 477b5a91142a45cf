// SPDX-License-Identifier: MPL-2.0
// ISC's dhclient: a client that nobody here wrote, speaking to a server over an Ethernet cable as clients do, by broadcast and multicast.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Family } from "./kea_installation.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "./kea_installation.ts";
import type { NetworkNamespace } from "./network_namespace.ts";

const searched = { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` };

export function dhclientIsInstalled(): boolean {
  return !spawnSync("dhclient", ["--version"], { env: searched }).error;
}

export interface DhclientOptions {
  family: Family;
  /** Asks for a delegated prefix, not for an address. */
  prefix?: boolean;
  /** Sent as it is. */
  hostname?: Buffer;
  /** How long it tries to get a lease. */
  seconds?: number;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export class Dhclient {
  private readonly folder_ = makeTemporaryFolder("dhclient");
  private process_: ChildProcess | null = null;

  /** A client on interface eth0 of a namespace, which has an address of its own already: the leased one is not configured. */
  constructor(private readonly namespace_: NetworkNamespace, private readonly options_: DhclientOptions) {
    const { hostname, seconds } = options_;
    // Octal for every byte: nothing in a name is read as syntax.
    const octal = [...(hostname ?? [])].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
    const lines = [
      `timeout ${seconds ?? 20};`, "retry 1;", "initial-interval 1;", "backoff-cutoff 2;", "select-timeout 0;",
      ...(hostname ? [`send host-name "${octal}";`] : []),
    ];
    writeFileSync(join(this.folder_, "dhclient.conf"), `${lines.join("\n")}\n`);
    this.forget();
  }

  /** The address, or the prefix with its length, or null where nobody gave one in time. The client goes on and renews. */
  async obtain(): Promise<string | null> {
    const child = this.start_("-1", "-d");
    let output = "";
    child.stderr!.setEncoding("utf8").on("data", (text: string) => (output += text));
    return new Promise((done, fail) => {
      child.once("error", fail);
      child.once("exit", () => {
        if (/No DHCPOFFERS received|Max retransmission duration exceeded/.test(output)) done(null);
        else fail(new Error(`dhclient ended without a word about a lease:\n${output}`));
      });
      child.stderr!.on("data", () => {
        const found = /bound to ([\d.]+)|^PRC: Bound to lease/m.exec(output);
        if (found) done(found[1] ?? this.leased6_());
      });
    });
  }

  /** Ends the client without a word to the server: it renews no more. */
  async vanish(): Promise<void> {
    const child = this.process_;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  }

  /** Gives the lease back. */
  async release(): Promise<void> {
    await this.vanish();
    // It would end the process of that number, which may be anybody's by now.
    rmSync(join(this.folder_, "pid"), { force: true });
    const child = this.start_("-r", "-d");
    await new Promise((done) => child.once("exit", done));
  }

  /** Forgets its leases. */
  forget(): void {
    writeFileSync(join(this.folder_, "leases"), "");
  }

  async remove(): Promise<void> {
    await this.vanish();
    removeTemporaryFolder(this.folder_);
  }

  private start_(...how: string[]): ChildProcess {
    const { family, prefix } = this.options_;
    const files = ["-cf", join(this.folder_, "dhclient.conf"), "-lf", join(this.folder_, "leases"), "-pf", join(this.folder_, "pid")];
    const command = ["dhclient", `-${family}`, ...(prefix ? ["-P"] : []), "-v", ...how, ...files, "-sf", "/bin/true", "eth0"];
    const [program, ...args] = ["setpriv", "--pdeathsig", "KILL", ...this.namespace_.prefix, ...command];
    const child = spawn(program!, args, { env: searched, stdio: ["ignore", "ignore", "pipe"] });
    running.add(child);
    child.once("exit", () => running.delete(child));
    this.process_ = child;
    return child;
  }

  /** What the file of leases names last; it is written a moment after the word about it. */
  private async leased6_(): Promise<string> {
    for (const end = Date.now() + 5000; ; await sleep(10)) {
      const leases = readFileSync(join(this.folder_, "leases"), "utf8");
      const found = [...leases.matchAll(/^\s*ia(?:addr|prefix) ([0-9a-f:/]+) \{/gm)].at(-1);
      if (found) return found[1]!;
      if (Date.now() > end) throw new Error(`dhclient wrote no lease:\n${leases}`);
    }
  }
}
