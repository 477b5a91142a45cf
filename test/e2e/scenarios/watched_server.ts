// SPDX-License-Identifier: MPL-2.0
// A real Kea that runs the policy of examples/everything, and what that was shown.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../../sdk/abi/generate.ts";
import { compiledExample, compiledPolicy } from "../compiled_policy.ts";
import { colons, hex } from "../dhcp_bytes.ts";
import { EverythingCalls, type Call } from "../everything_calls.ts";
import { logFile, type PolicyParameters } from "../kea_config.ts";
import { hookLibrary, keaVersion, type Family } from "../kea_installation.ts";
import { KeaServer } from "../kea_server.ts";
import { servedConfig, unluckyHwaddr } from "./served.ts";

/** As the example's configuration has it, but for the number of lines that it may log. */
async function everythingPolicy(family: Family): Promise<PolicyParameters> {
  const text = readFileSync(join(root, `examples/everything/kea-dhcp${family}.conf`), "utf8").replace(/^\s*\/\/.*$/gm, "");
  const [policy] = JSON.parse(text)[`Dhcp${family}`]["hooks-libraries"][0].parameters.policies;
  return { ...policy, wasm: await compiledExample("everything"), "log-lines-per-second": 100_000 };
}

export class WatchedServer {
  private readonly all_: EverythingCalls;
  private begin_ = 0;

  private constructor(readonly kea: KeaServer) {
    this.all_ = new EverythingCalls(logFile(kea.folder));
  }

  /** `namesPort`: where updates of the DNS go; `config` is laid over that of the scenarios. */
  static async start(family: Family, multiThreading: boolean, namesPort: number, config: Record<string, unknown> = {}): Promise<WatchedServer> {
    const policies = [{ name: "maker", wasm: await compiledPolicy("host_identifiers") }, await everythingPolicy(family)];
    const inUse = { library: join(dirname(hookLibrary), "libaddress_in_use.so"), parameters: { hwaddr: colons(hex(unluckyHwaddr)) } };
    // An older Kea asks nobody about offers.
    const laterHooks = family === 4 && keaVersion(4).atLeast("2.5.5") ? [inUse] : [];
    return new WatchedServer(await KeaServer.start({ family, multiThreading, policies, laterHooks, extraConfig: { ...servedConfig(family, namesPort), ...config } }));
  }

  /** From here on calls count. */
  begin(): void {
    this.all_.read();
    this.begin_ = this.all_.all.length;
  }

  calls(): Call[] {
    this.all_.read();
    return this.all_.all.slice(this.begin_);
  }

  /** Waits until so many calls were logged, and every call that began has ended: then nothing more of it can come, however slow this machine is. */
  async quiet(calls: number): Promise<void> {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(10)) {
      this.all_.read();
      if (this.all_.all.length >= this.begin_ + calls && (await this.allEnded_())) return;
    }
  }

  /** By the policy's statistics: a verdict is counted when the policy has returned it. */
  private async allEnded_(): Promise<boolean> {
    const sums: Record<string, number> = { calls: 0, ended: 0 };
    for (const [name, value] of Object.entries(await this.kea.statistics())) {
      const [, point, what] = /^policy\[everything\]\.(\w+)\.(calls|continue|fault\..*)$/.exec(name) ?? [];
      // The question itself is a command that Kea processes.
      if (point !== undefined && point !== "command_processed") sums[what === "calls" ? "calls" : "ended"]! += value;
    }
    this.all_.read();
    return sums["ended"]! >= sums["calls"]! && this.all_.all.length >= sums["calls"]!;
  }
}
