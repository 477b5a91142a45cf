// SPDX-License-Identifier: MPL-2.0
// One Kea process: started so that it cannot outlive the test, observed through /proc, and stopped for sure.
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export interface Exit {
  code: number | null;
  signal: string | null;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export class KeaProcess {
  /** What the process wrote before its log file was configured. */
  output = "";
  exit: Exit | null = null;
  private readonly child_: ChildProcess;
  private readonly exited_: Promise<Exit>;

  constructor(command: string[], environment: Record<string, string>) {
    // The kernel kills the server when its parent dies, even where that was killed itself and ran no handler.
    // Both setpriv and chroot become the server by exec, so the child's process id is the server's.
    this.child_ = spawn("setpriv", ["--pdeathsig", "KILL", ...command], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(this.child_);
    for (const stream of [this.child_.stdout!, this.child_.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => (this.output += text));
    }
    this.exited_ = new Promise((done) => {
      const finish = (exit: Exit): void => {
        running.delete(this.child_);
        this.exit = exit;
        done(exit);
      };
      // "close" comes after "exit", when the last output has been read.
      this.child_.once("close", (code, signal) => finish({ code, signal }));
      this.child_.once("error", (error) => {
        this.output += `${error.message}\n`;
        finish({ code: null, signal: null });
      });
    });
  }

  get pid(): number {
    if (this.child_.pid === undefined) throw new Error(`Kea was not started: ${this.output}`);
    return this.child_.pid;
  }

  /** SIGTERM, and SIGKILL if that does not help within the time; resolves with how the process ended. */
  async stop(patienceMs = 15_000): Promise<Exit> {
    if (this.exit) return this.exit;
    this.child_.kill("SIGTERM");
    const patience = new AbortController();
    const exit = await Promise.race([
      this.exited_,
      sleep(patienceMs, null, { signal: patience.signal, ref: true }).catch(() => null),
    ]);
    patience.abort();
    if (exit) return exit;
    this.child_.kill("SIGKILL");
    return this.exited_;
  }

  kill(): Promise<Exit> {
    this.child_.kill("SIGKILL");
    return this.exited_;
  }

  /** Resident memory in KiB, as the kernel counts it. */
  residentKiB(): number {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.pid}/status`, "utf8"));
    if (!found) throw new Error(`/proc/${this.pid}/status has no VmRSS line; the process is gone.`);
    return Number(found[1]);
  }

  descriptors(): number {
    return readdirSync(`/proc/${this.pid}/fd`).length;
  }

  /** CPU time of all threads so far, user and system, in milliseconds. */
  cpuMilliseconds(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may itself hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return ticks * 10; // Linux reports in hundredths of a second on every machine that Kea runs on.
  }
}
