// SPDX-License-Identifier: MPL-2.0
// A real kea-dhcp4 or kea-dhcp6 on loopback, started without root in a folder of its own.
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free_ports.ts";
import { controlSocket, keaConfig, logFile, type ConfigInput, type PolicyParameters } from "./kea_config.ts";
import { sendCommand, type Answer } from "./kea_control.ts";
import { hookLibrary, keaCommand, keaVersion, makeTemporaryFolder, removeTemporaryFolder, type KeaVersion } from "./kea_installation.ts";
import { KeaProcess, type Exit } from "./kea_process.ts";

export interface KeaServerOptions extends Omit<ConfigInput, "folder" | "hookParameters"> {
  /** Short for `parameters: { policies: [...] }`. */
  policies?: PolicyParameters[];
  /** All parameters of our hook library, as they are. Neither this nor `policies`: Kea runs without the library. */
  parameters?: unknown;
  /** Put in front of the server's command line, such as valgrind. */
  wrapper?: string[];
  /** Where it listens and sends to; free ones by default. Those of DHCP itself in a network namespace, for clients that know no others. */
  ports?: { server: number; client: number };
  startTimeoutMs?: number;
  /** The one folder whose scripts Kea 3.0 lets hook libraries run; the server's own by default, null: that of Kea's build. */
  scriptsFolder?: string | null;
}

/** Kea ended, or did not answer, at its first configuration. */
export class KeaStartError extends Error {
  constructor(reason: string, readonly log: string, readonly exit: Exit | null) {
    super(`${reason} The end of its log:\n${lastLines(log)}`);
    this.name = "KeaStartError";
  }
}

export class KeaServer {
  readonly family;
  readonly version: KeaVersion;
  /** Where clients send to. */
  serverPort = 0;
  /** Where Kea sends every answer to. */
  clientPort = 0;
  readonly folder: string;
  private process_!: KeaProcess;

  private constructor(private readonly options_: KeaServerOptions) {
    this.family = options_.family;
    this.version = keaVersion(options_.family);
    this.folder = makeTemporaryFolder(`kea${options_.family}`);
    // Kea 3.0 refuses a control socket in a folder that is open to others.
    chmodSync(this.folder, 0o750);
  }

  static async start(options: KeaServerOptions): Promise<KeaServer> {
    for (let attempt = 1; ; attempt++) {
      const server = new KeaServer(options);
      try {
        await server.launch_();
        // Kea only warns when it cannot open its port, which somebody else may have taken meanwhile.
        if (!/DHCPSRV_OPEN_SOCKET_FAIL/.test(server.log()) || attempt === 3) return server;
        await server.stop();
      } catch (error) {
        await server.process_?.kill();
        removeTemporaryFolder(server.folder);
        throw error;
      }
    }
  }

  get pid(): number {
    return this.process_.pid;
  }

  /** How the process ended, or null while it runs. */
  get exit(): Exit | null {
    return this.process_.exit;
  }

  command(name: string, args?: unknown): Promise<Answer> {
    return sendCommand(controlSocket(this.folder), name, args);
  }

  /** The running configuration with other parameters for our hook library (undefined: without it), by `config-set`. */
  configSet(parameters: unknown): Promise<Answer> {
    return this.command("config-set", this.config_(parameters));
  }

  /** `config-reload`; with an argument, the configuration file is written first. */
  reload(...parameters: [unknown?]): Promise<Answer> {
    if (parameters.length > 0) this.writeConfig(parameters[0]);
    return this.command("config-reload");
  }

  /** Writes the configuration file with these parameters for our hook library, for a reload by whatever means. */
  writeConfig(parameters: unknown): void {
    writeFileSync(join(this.folder, "kea.json"), JSON.stringify(this.config_(parameters), null, 1));
  }

  /** Everything logged so far, also what came before the log file was configured. */
  log(): string {
    const file = logFile(this.folder);
    return (this.process_?.output ?? "") + (existsSync(file) ? readFileSync(file, "utf8") : "");
  }

  async waitForLog(pattern: RegExp, timeoutMs = 15_000): Promise<RegExpExecArray> {
    for (const end = Date.now() + timeoutMs; ; ) {
      const found = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, "")).exec(this.log());
      if (found) return found;
      if (Date.now() > end) {
        throw new Error(`The log has no ${pattern} after ${timeoutMs} ms. Its end:\n${lastLines(this.log())}`);
      }
      await sleep(20);
    }
  }

  /** The latest value of every statistic, by `statistic-get-all`. */
  async statistics(): Promise<Record<string, number>> {
    const answer = await this.command("statistic-get-all");
    if (answer.result !== 0) throw new Error(`statistic-get-all failed: ${answer.text}`);
    const samples = Object.entries(answer.arguments as Record<string, [number, string][]>);
    return Object.fromEntries(samples.map(([name, values]) => [name, values[0]![0]]));
  }

  residentKiB(): number {
    return this.process_.residentKiB();
  }

  descriptors(): number {
    return this.process_.descriptors();
  }

  cpuMilliseconds(): number {
    return this.process_.cpuMilliseconds();
  }

  /** Ends the server, and fails when it had ended by itself before or did not end cleanly. Gives its log, to the last line. */
  async stop(): Promise<string> {
    const before = this.process_.exit;
    const exit = await this.process_.stop();
    const log = this.log();
    removeTemporaryFolder(this.folder);
    if (before || exit.code !== 0) {
      const how = exit.signal ? `signal ${exit.signal}` : `exit code ${exit.code}`;
      const when = before ? "before it was asked to stop" : "when it was asked to stop";
      throw new Error(`kea-dhcp${this.family} ended with ${how} ${when}. The end of its log:\n${lastLines(log)}`);
    }
    return log;
  }

  private async launch_(): Promise<void> {
    const { policies, parameters, ports: wanted, scriptsFolder = this.folder } = this.options_;
    this.serverPort = wanted?.server ?? (await freePort(this.family));
    this.clientPort = wanted?.client ?? (await freePort(this.family));
    this.writeConfig(parameters ?? (policies ? { policies } : undefined));
    const [...command] = keaCommand(`kea-dhcp${this.family}`);
    const ports = ["-p", String(this.serverPort), "-P", String(this.clientPort)];
    this.process_ = new KeaProcess(
      [...(this.options_.wrapper ?? []), ...command, "-c", join(this.folder, "kea.json"), ...ports],
      {
        KEA_PIDFILE_DIR: this.folder,
        KEA_LOCKFILE_DIR: this.folder,
        // Read by later versions than 2.2 only: hook libraries from 2.6.3 on, the rest from 3.0 on.
        KEA_HOOKS_PATH: dirname(hookLibrary),
        KEA_DHCP_DATA_DIR: this.folder,
        KEA_LOG_FILE_DIR: this.folder,
        KEA_CONTROL_SOCKET_DIR: this.folder,
        ...(scriptsFolder === null ? {} : { KEA_HOOK_SCRIPTS_PATH: scriptsFolder }),
      },
    );
    await this.waitUntilItAnswers_(this.options_.startTimeoutMs ?? 30_000);
  }

  private async waitUntilItAnswers_(timeoutMs: number): Promise<void> {
    const name = `kea-dhcp${this.family}`;
    for (const end = Date.now() + timeoutMs; ; await sleep(20)) {
      if (this.process_.exit) {
        throw new KeaStartError(`${name} ended with exit code ${this.process_.exit.code} while starting.`, this.log(), this.process_.exit);
      }
      // An answer alone does not tell that it is configured: later Keas answer also while they give up a start.
      const answer = await this.command("version-get").catch(() => null);
      if (answer?.result === 0 && this.log().includes(`DHCP${this.family}_STARTED `)) return;
      if (Date.now() > end) throw new KeaStartError(`${name} did not answer within ${timeoutMs} ms.`, this.log(), null);
    }
  }

  private config_(hookParameters: unknown): Record<string, unknown> {
    return keaConfig({ ...this.options_, folder: this.folder, hookParameters });
  }
}

function lastLines(text: string, count = 15): string {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
