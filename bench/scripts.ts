// SPDX-License-Identifier: MPL-2.0
// What running a script costs, in each way that there is, on kea-dhcp4 under perfdhcp. All servers are measured in turn, several rounds
// long, so that a machine that slows down treats all alike. It takes about ten minutes, and needs perfdhcp (Debian: kea-admin) and Perl.
//   npm run bench -- scripts               as a part of bench/results.md
//   npx tsx bench/scripts.ts [--short]     prints it; --short: one round of one second each, to see whether it works
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { KeaServer } from "../test/e2e/kea_server.ts";
import { perfdhcp } from "../test/e2e/perfdhcp.ts";
import { anonymousMiB, cpuOfAll, LEASES, runScriptLibrary, startServers, stopAll, titles, type Variant } from "./script_servers.ts";

const short = process.argv.includes("--short");
const ROUNDS = short ? 1 : 5;
const TRIAL_SECONDS = 1;
const CPU_SECONDS = short ? 1 : 3;
const CPU_RATE = 50;
const ASYNC_SECONDS = short ? 2 : 6;
/** Assignments a second that are offered where nobody waits for the scripts. */
const ASYNC_RATE = 500;
/** Program starts for one assignment: pkt4_receive, subnet4_select, lease4_select and pkt4_send, twice. */
const STARTS = 8;
/** Late answers count, for the last of a short trial are always under way. */
const PATIENCE_MS = 300;
const MOST_DROPS = 0.01;
const LOWEST_RATE = 20;
const HIGHEST_RATE = 16_000;

const held: Variant[] = ["bare", "fork", "sync", "resident", "isc", "asIsc"];

/** A trial that fails is made once again: where the machine stood still for a moment, that was not the server's fault. */
async function holds(server: KeaServer, rate: number): Promise<boolean> {
  return (await holdsAtOnce(server, rate)) || (await holdsAtOnce(server, rate));
}

async function holdsAtOnce(server: KeaServer, rate: number): Promise<boolean> {
  const trial = await perfdhcp(server, { rate, seconds: TRIAL_SECONDS, patienceMs: PATIENCE_MS });
  // What waits in the server's socket would be answered in the next trial's time.
  if (trial.drops > 0) await sleep(PATIENCE_MS);
  // On a busy machine perfdhcp itself falls behind; a rate that was not offered was not held.
  return trial.dropShare <= MOST_DROPS && trial.begun > rate * TRIAL_SECONDS * 0.9;
}

/** Assignments a second with at most 1 % of the packets lost, to about 4 %. `last`: what it was in the round before. */
async function highestRate(server: KeaServer, last: number | undefined): Promise<number> {
  let good = 0;
  let bad = last === undefined ? 200 : Math.round(last * 1.15);
  if (last !== undefined) {
    // Most often it is near to the last one.
    const lower = Math.round(last * 0.85);
    if (await holds(server, lower)) good = lower;
    else bad = lower;
  }
  if (good > 0 || last === undefined) {
    while (bad < HIGHEST_RATE && (await holds(server, bad))) [good, bad] = [bad, good > 0 && last !== undefined ? Math.round(bad * 1.2) : bad * 2];
  }
  while (bad > LOWEST_RATE && bad - good > bad / 25) {
    const middle = Math.round((good + bad) / 2);
    if (await holds(server, middle)) good = middle;
    else bad = middle;
  }
  return good;
}

interface Async {
  delay: number;
  unanswered: number;
  asked: number;
  made: number;
  dropped: number;
}

/** The load of ASYNC_RATE: delays of the answers, and what the statistics say of the program starts. */
async function underLoad(server: KeaServer, scripts: boolean): Promise<Async> {
  const count = async (): Promise<Record<string, number>> => (scripts ? server.statistics() : {});
  const of = (statistics: Record<string, number>, name: string): number => statistics[`policy[script].script.${name}`] ?? 0;
  const before = await count();
  const began = performance.now();
  const result = await perfdhcp(server, { rate: ASYNC_RATE, seconds: ASYNC_SECONDS, patienceMs: PATIENCE_MS });
  const after = await count();
  const seconds = (performance.now() - began) / 1000;
  const [calls, dropped] = ["calls", "dropped"].map((name) => of(after, name) - of(before, name)) as [number, number];
  if (scripts && calls < STARTS * result.completed) throw new Error(`${result.completed} assignments asked for ${calls} program starts; ${STARTS} each were expected.`);
  const underWay = of(after, "waiting") + of(after, "running");
  // What waits now is neither made nor dropped.
  for (const end = Date.now() + 60_000; scripts && Date.now() < end && of(await count(), "waiting") > 0; ) await sleep(100);
  return { delay: median(result.delays), unanswered: result.drops, asked: calls / ASYNC_SECONDS, made: (calls - dropped - underWay) / seconds, dropped };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

function spread(values: number[], digits = 0): string {
  return `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;
}

const row = (...cells: string[]): string => `| ${cells.join(" | ")} |\n`;
const head = (...cells: string[]): string => row(...cells) + row(...cells.map((_, index) => (index === 0 ? "---" : "--:")));

/** Of each round, a's value for one of b's. */
const ratios = (a: number[], b: number[]): number[] => a.map((value, round) => value / b[round]!);

async function measureRates(servers: Map<Variant, KeaServer>): Promise<string> {
  const variants = held.filter((one) => servers.has(one));
  const rates = new Map<Variant, number[]>(variants.map((one) => [one, []]));
  const cpu = new Map<Variant, number[]>(variants.map((one) => [one, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of variants) rates.get(one)!.push(await highestRate(servers.get(one)!, rates.get(one)!.at(-1)));
  }
  for (let round = 0; round < Math.min(ROUNDS, 3); round++) {
    for (const one of variants) {
      const server = servers.get(one)!;
      const before = cpuOfAll(server);
      const { completed } = await perfdhcp(server, { rate: CPU_RATE, seconds: CPU_SECONDS, patienceMs: PATIENCE_MS });
      cpu.get(one)!.push(((cpuOfAll(server) - before) * 1000) / Math.max(1, completed));
    }
  }
  const compared = (what: string, a: Variant, b: Variant): string => row(what, spread(ratios(rates.get(a)!, rates.get(b)!), 2));
  return (
    `With a script that only exits, or only answers. Highest rate with at most 1 % of the packets lost in one of two trials, ${ROUNDS} rounds in turn: median (least to most). CPU time is that of Kea, of the starter and of\nall programs, at ${CPU_RATE} assignments a second.\n\n` +
    head("", "assignments a second", "CPU time of one assignment, µs") +
    variants.map((one) => row(titles[one], spread(rates.get(one)!), spread(cpu.get(one)!))).join("") +
    (runScriptLibrary() ? "" : "\nThis Kea has no run_script library to compare with.\n") +
    "\n" + head("within a round", "times as many assignments") +
    compared("the starter against Kea's own fork and exec (wanted: 1.5)", "sync", "fork") +
    compared("resident against started each time (wanted: 8)", "resident", "sync") +
    (servers.has("isc") ? compared("without waiting, against Kea's run_script", "asIsc", "isc") : "")
  );
}

async function measureAsync(servers: Map<Variant, KeaServer>): Promise<string> {
  const bare: Async[] = [];
  const scripts: Async[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await underLoad(servers.get("bare")!, false));
    scripts.push(await underLoad(servers.get("async")!, true));
  }
  const of = (name: keyof Async, digits = 0): [string, string] => [spread(bare.map((one) => one[name]), digits), spread(scripts.map((one) => one[name]), digits)];
  const delays = ratios(scripts.map(({ delay }) => delay), bare.map(({ delay }) => delay));
  return (
    `With ${ASYNC_RATE} assignments a second and a script that nobody waits for; ${STARTS} program starts are asked for with each assignment. ${ROUNDS} rounds in turn, ${ASYNC_SECONDS} s each.\n\n` +
    head("", titles.bare, titles.async) +
    row("packets without an answer", ...of("unanswered")) +
    row("median delay of an answer, ms", ...of("delay", 2)) +
    row("the same, times bare Kea's (wanted: at most 2)", "", spread(delays, 2)) +
    row("program starts asked for, a second", "", of("asked")[1]) +
    row("made, a second (wanted: 1,500)", "", of("made")[1]) +
    row("left out and counted", "", of("dropped")[1])
  );
}

export async function measureScripts(): Promise<string> {
  const servers = await startServers();
  const bare = servers.get("bare")!;
  try {
    return (
      `kea-dhcp4 with one thread and ${LEASES.toLocaleString("en")} leases (${anonymousMiB(bare).toFixed(0)} MiB of memory of its own).\n\n` +
      `${await measureRates(servers)}\n${await measureAsync(servers)}`
    );
  } finally {
    await stopAll(servers);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await measureScripts());
