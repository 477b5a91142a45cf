// SPDX-License-Identifier: MPL-2.0
// Scripts that misbehave, each in a way of its own: for the clients whose hardware address has 66 as its fifth byte, and for no others
// where the script itself decides.
import { chmodSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hwaddr } from "./either_client.ts";
import { writeScript } from "./scripts.ts";

/** How long Kea waits for them. */
export const TIMEOUT_MS = 1500;

export const misbehavingClient = (number: number): string => hwaddr(0x6600 + number);

export interface MisbehavingScript {
  /** "a script that …" */
  name: string;
  /** What the shell does for the clients above; `mark` is in the command line or the environment of all that it starts. */
  body: (folder: string, mark: string) => string;
  /** What is done to the file after Kea was configured with it: then every client meets the fault. */
  spoil?: (path: string, folder: string) => void;
  /** What is done while the script runs for such clients; each run first makes FOLDER/runN. */
  meanwhile?: (path: string, folder: string) => void;
  /** Kea waits the whole time for such a client. */
  hangs: boolean;
  /** What the log says of it. */
  words: RegExp;
  /** It takes the starter along, which others that run at that moment fail with, each in its own words. */
  killsTheStarter?: boolean;
}

const late = new RegExp(`did not end within ${TIMEOUT_MS} ms(, part of which it waited for its turn \\(max-running\\),)? and was killed with all that it started`);

/** A process that stays, found by its mark. */
const stays = (mark: string): string => `sh -c 'sleep 1000; : ${mark}'`;

export const misbehavingScripts: MisbehavingScript[] = [
  {
    name: "is missing",
    body: () => "",
    spoil: (path) => rmSync(path),
    hangs: false,
    words: /could not be started: No such file or directory/,
  },
  {
    name: "is not executable",
    body: () => "",
    spoil: (path) => chmodSync(path, 0o644),
    hangs: false,
    words: /could not be started: Permission denied/,
  },
  {
    name: "has no #!",
    body: () => "",
    spoil: (path) => writeFileSync(path, "words and nothing else\n"),
    hangs: false,
    words: /could not be started: Exec format error \(its first line must name its interpreter/,
  },
  {
    name: "writes for ever",
    // Both descriptors, with lines and without an end of line.
    body: (_, mark) => `sh -c 'while :; do printf "%1000s" ${mark}; done' >&2 & while :; do echo for ever and ever; done`,
    hangs: true,
    words: late,
  },
  {
    name: "never exits",
    body: (_, mark) => stays(mark),
    hangs: true,
    words: late,
  },
  {
    name: "ignores SIGTERM",
    body: (_, mark) => `trap '' TERM INT HUP QUIT PIPE; while :; do ${stays(mark)}; done`,
    hangs: true,
    words: late,
  },
  {
    name: "forks away",
    // One as a child in a session of its own, one given up by its parent, and one as daemons do it, with no descriptor of the script.
    body: (_, mark) => `setsid ${stays(mark)} &
      (setsid ${stays(mark)} &)
      (setsid ${stays(mark)} </dev/null >/dev/null 2>&1 &)
      ${stays(mark)}`,
    hangs: true,
    words: late,
  },
  {
    name: "closes its descriptors",
    body: (_, mark) => `exec 0<&- 1>&- 2>&-; ${stays(mark)}`,
    hangs: true,
    words: late,
  },
  {
    name: "is replaced while it runs",
    body: (folder, mark) => `mkdir ${folder}/run$$; ${stays(mark)}`,
    meanwhile: (path, folder) => {
      writeScript(folder, "next.sh", "#!/bin/sh\nexit 0\n");
      renameSync(`${folder}/next.sh`, path);
    },
    hangs: true,
    words: late,
  },
  {
    name: "is killed by a signal",
    body: () => "kill -BUS $$",
    hangs: false,
    words: /was killed by SIGBUS/,
  },
  {
    name: "kills the program that started it",
    // What dies with the starter is the program itself, so it stays one.
    body: () => "kill -KILL $PPID; exec sleep 1000",
    hangs: false,
    words: /was killed, since kea-policy-starter ended/,
    killsTheStarter: true,
  },
  {
    name: "stops the program that started it",
    body: () => "kill -STOP $PPID; exec sleep 1000",
    hangs: true,
    words: late,
    killsTheStarter: true,
  },
  {
    name: "starts many others",
    body: (_, mark) => `i=0; while [ $i -lt 60 ]; do setsid ${stays(mark)} & i=$((i + 1)); done; wait`,
    hangs: true,
    words: late,
  },
];

/** Writes the script and returns its path. For other clients it exits with 0 at once. */
export function writeMisbehaving(folder: string, one: MisbehavingScript, mark: string): string {
  return writeScript(folder, "script.sh", `#!/bin/sh
case "$CLIENT" in
  *:66:??) ${one.body(folder, mark)} ;;
esac
`);
}

/** How many of its runs have begun, where `meanwhile` is there. */
export const runsBegun = (folder: string): number => readdirSync(folder).filter((name) => name.startsWith("run")).length;
