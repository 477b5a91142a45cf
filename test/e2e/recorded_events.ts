// SPDX-License-Identifier: MPL-2.0
// A script that writes down with what it was called, and the comparison of that with what it must be, counted for each hook point.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { bothSpellings } from "../policies/classic_contract.ts";
import { writeScript } from "./scripts.ts";

export interface RecordedEvent {
  point: string;
  count: string;
  /** NAME=VALUE in the order in which they were set, a byte a letter. */
  environment: string[];
}

/** What must be set at a hook point, without prefix; `told` reads a variable of the event, for values that only Kea knows and that are checked otherwise. */
export type Expected = (told: (name: string) => string) => string[];

/** Called by a timer, not by a packet. */
const isEnd = ({ point }: RecordedEvent): boolean => /_(expire|recover)$/.test(point);

export class Recorder {
  readonly script: string;
  private readonly ended_: RecordedEvent[] = [];

  /** `script`: where the script itself is to lie; in the same folder by default. */
  constructor(private readonly folder_: string, script = join(folder_, "record.sh")) {
    // The kernel's copy of the environment: in order, byte by byte, before the shell touches it.
    this.script = writeScript(dirname(script), basename(script), `#!/bin/sh
file=${folder_}/$(date +%s%N)-$$
{ printf '%s\\0' "$#" "$1"; cat /proc/$$/environ; } > "$file.part"
mv "$file.part" "$file.event"
`);
  }

  /** What an exchange of packets led to so far, in its order; it is forgotten then. Leases of other clients end whenever they do. */
  take(): RecordedEvent[] {
    const events = this.read_();
    this.ended_.push(...events.filter(isEnd));
    return events.filter((event) => !isEnd(event));
  }

  /** Everything recorded so far. */
  all(): RecordedEvent[] {
    return [...this.ended_.splice(0), ...this.read_()];
  }

  private read_(): RecordedEvent[] {
    const files = readdirSync(this.folder_).filter((name) => name.endsWith(".event")).sort();
    return files.map((name) => {
      const path = join(this.folder_, name);
      const [count, point, ...environment] = readFileSync(path, "latin1").split("\0");
      rmSync(path);
      return { point: point!, count: count!, environment: environment.slice(0, -1) };
    });
  }

  /** Waits for an event at a hook point (of an address, where one is given) and takes it out; the others stay. */
  async waitFor(point: string, address?: string, timeoutMs = 20_000): Promise<RecordedEvent> {
    const kept = this.ended_.splice(0);
    for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(50)) {
      kept.push(...this.read_());
      const found = kept.find((one) => one.point === point && (address === undefined || one.environment.some((line) => line.endsWith(`_ADDRESS=${address}`))));
      if (found) return found;
    }
    throw new Error(`The script was not called at ${point}${address ? ` for ${address}` : ""} within ${timeoutMs} ms; it was at ${kept.map((one) => one.point).join(", ")}.`);
  }
}

/** How many variables were compared at each hook point, and which differ. */
export class Comparison {
  private readonly rows_ = new Map<string, { calls: number; variables: number; differences: string[] }>();

  /** Compares one call, both spellings, to the byte. */
  check(event: RecordedEvent, expected: Expected): void {
    const told = (name: string): string => {
      const line = event.environment.find((one) => one.startsWith(`KEA_${name}=`));
      return line === undefined ? "MISSING" : line.slice(`KEA_${name}=`.length);
    };
    const lines = bothSpellings(expected(told));
    const differences = Array.from({ length: Math.max(lines.length, event.environment.length) }, (_, index) => [lines[index], event.environment[index]])
      .filter(([wanted, got]) => wanted !== got)
      .map(([wanted, got]) => `${event.point}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(got)}`);
    const row = this.rows_.get(event.point) ?? { calls: 0, variables: 0, differences: [] };
    this.rows_.set(event.point, { calls: row.calls + 1, variables: row.variables + lines.length, differences: [...row.differences, ...differences] });
    expect(event.count, "number of arguments").toBe("1");
    expect.soft(differences).toEqual([]);
  }

  /** The calls of one exchange: these and no others, in this order. */
  checkAll(events: RecordedEvent[], expected: [string, Expected][]): void {
    expect(events.map(({ point }) => point)).toEqual(expected.map(([point]) => point));
    events.forEach((event, index) => this.check(event, expected[index]![1]));
  }

  table(): string {
    const rows = [...this.rows_].sort().map(([point, { calls, variables, differences }]) =>
      `${point.padEnd(16)} ${String(calls).padStart(5)} ${String(variables).padStart(9)} ${String(differences.length).padStart(11)}`);
    return [`${"callout".padEnd(16)} calls variables differences`, ...rows].join("\n");
  }

  points(): string[] {
    return [...this.rows_.keys()].sort();
  }
}
