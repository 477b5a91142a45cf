// SPDX-License-Identifier: MPL-2.0
// Network namespaces for tests that need interfaces, routes or a firewall of their own. Each is held by one process, which the kernel kills with
// this one, and is gone with the last process in it: nothing is left behind, however a test ends. Needs root.
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Why there can be no namespaces here, or null where there can. */
export function whyNoNamespaces(): string | null {
  if (process.getuid?.() !== 0) return "network namespaces need root";
  const tried = spawnSync("unshare", ["--net", "ip", "link", "add", "eth0", "type", "veth", "peer", "name", "eth1"], { encoding: "utf8" });
  return tried.status === 0 ? null : `this machine makes no network namespaces: ${(tried.error?.message ?? tried.stderr).trim()}`;
}

const held = new Set<ChildProcess>();
process.on("exit", () => {
  for (const holder of held) holder.kill("SIGKILL");
});

export class NetworkNamespace {
  private constructor(private readonly holder_: ChildProcess) {}

  static async make(): Promise<NetworkNamespace> {
    // setpriv and unshare become sleep by exec, so that the child's process id is the holder's.
    const holder = spawn("setpriv", ["--pdeathsig", "KILL", "unshare", "--net", "sleep", "infinity"], { stdio: "ignore" });
    held.add(holder);
    const namespace = new NetworkNamespace(holder);
    const ours = readlinkSync("/proc/self/ns/net");
    for (const end = Date.now() + 10_000; ; await sleep(5)) {
      if (holder.exitCode !== null || Date.now() > end) throw new Error("unshare made no network namespace.");
      if (readlinkSync(`/proc/${namespace.pid}/ns/net`) !== ours) break;
    }
    // An address is usable at once, not after a second in which others might object to it.
    namespace.run("sh", "-c", "echo 0 >/proc/sys/net/ipv6/conf/default/accept_dad");
    namespace.run("ip", "link", "set", "lo", "up");
    return namespace;
  }

  /** The process that holds it. */
  get pid(): number {
    return this.holder_.pid!;
  }

  /** To be put in front of a command line that is to run in here; becomes that command by exec. */
  get prefix(): string[] {
    return ["nsenter", `--net=/proc/${this.pid}/ns/net`, "--"];
  }

  /** Runs a command in here, and returns what it wrote to its standard output. Fails where the command does. */
  run(...command: string[]): string {
    const [program, ...args] = [...this.prefix, ...command];
    return execFileSync(program!, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 20_000 });
  }

  /** An interface in here and one in the other namespace, joined by a cable, both up and with a link-local address. */
  async cable(interfaceHere: string, other: NetworkNamespace, interfaceThere: string): Promise<void> {
    this.run("ip", "link", "add", interfaceHere, "type", "veth", "peer", "name", interfaceThere, "netns", String(other.pid));
    this.run("ip", "link", "set", interfaceHere, "up");
    other.run("ip", "link", "set", interfaceThere, "up");
    await this.linkLocalAddress(interfaceHere);
    await other.linkLocalAddress(interfaceThere);
  }

  /** Gives an interface another hardware address, and with it another link-local address: neighbours would look for it at the old one. */
  async changeHwaddr(interfaceHere: string, hwaddr: string): Promise<void> {
    this.run("ip", "link", "set", interfaceHere, "down");
    this.run("ip", "link", "set", interfaceHere, "address", hwaddr, "up");
    await this.linkLocalAddress(interfaceHere);
  }

  /** An interface's link-local address, which it has a moment after it came up. */
  async linkLocalAddress(interfaceHere: string): Promise<string> {
    for (const end = Date.now() + 10_000; ; await sleep(20)) {
      const found = /inet6 (fe80::[0-9a-f:]+)\//.exec(this.run("ip", "-6", "address", "show", "dev", interfaceHere));
      if (found) return found[1]!;
      if (Date.now() > end) throw new Error(`${interfaceHere} got no link-local address.`);
    }
  }

  addAddress(address: string, interfaceHere: string): void {
    this.run("ip", "address", "add", address, "dev", interfaceHere);
  }

  /** Ends its holder; the kernel takes it away when nothing else runs in it. */
  async remove(): Promise<void> {
    if (!held.delete(this.holder_) || this.holder_.exitCode !== null) return;
    const gone = new Promise((done) => this.holder_.once("exit", done));
    this.holder_.kill("SIGKILL");
    await gone;
  }
}
