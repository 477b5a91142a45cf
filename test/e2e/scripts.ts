// SPDX-License-Identifier: MPL-2.0
// Scripts for the tests, and what is left of them: files that they wrote, processes that still run.
import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Writes an executable file and returns its path. */
export function writeScript(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, 0o755);
  return path;
}

/** Writes the starting environment of the shell, exactly as it got it, and its arguments into a file of its own. */
export const recording = (folder: string): string => `
{ printf '%s\\0' "$0" "$#" "$1"; cat /proc/$$/environ; } > ${folder}/.run.$$
mv ${folder}/.run.$$ ${folder}/run.$$
`;

export interface Run {
  argument: string;
  count: string;
  /** NAME=VALUE, in the order in which they were set. */
  environment: string[];
}

/** What recording() wrote so far. */
export function runsIn(folder: string): Run[] {
  return readdirSync(folder).filter((name) => name.startsWith("run.")).map((name) => {
    const [, count, argument, ...environment] = readFileSync(join(folder, name), "utf8").split("\0");
    return { argument: argument!, count: count!, environment: environment.slice(0, -1) };
  });
}

export interface Process {
  pid: number;
  parent: number;
  state: string;
  arguments: string[];
}

export function processes(): Process[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0").slice(0, -1);
      return [{ pid: Number(name), parent: Number(fields[1]), state: fields[0]!, arguments: words }];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}

/** The starter of a Kea, 0 where none runs. Not from the log: Kea opens that again while it is configured, and what is said meanwhile is lost. */
export function starterOf(kea: { pid: number }): number {
  const ours = processes().filter(({ state, arguments: [program, owner] }) => state !== "Z" && program === "kea-policy-starter" && owner === String(kea.pid));
  // The first to have that name starts the one that stays, and ends.
  return ours.at(-1)?.pid ?? 0;
}

export function isStarter(pid: number): boolean {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("kea-policy-starter");
  } catch {
    return false;
  }
}

/** Processes that have the text in their command line, zombies among the children of the starter included. */
export function remains(mark: string, starter: number): Process[] {
  return processes().filter((one) => one.arguments.some((word) => word.includes(mark)) || (one.parent === starter && one.state === "Z"));
}

/** Waits until it is true; fails with the sentence where it does not become so. */
export async function eventually(what: string, isTrue: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await isTrue()); await sleep(10)) {
    if (Date.now() > end) throw new Error(`Not within ${timeoutMs} ms: ${what}.`);
  }
}

export const exists = (path: string): boolean => existsSync(path);
