// SPDX-License-Identifier: MPL-2.0
// A script that does for each client what the fifth byte of its address says, such as to wait until a gate is opened.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeScript } from "./scripts.ts";

export const Behaviour = { gate: 1, drop: 2, three: 3, signal: 4, hang: 5, gateThenDrop: 6, plain: 0x10 } as const;

export interface GatedScript {
  path: string;
  /** Lets those go on that wait, and all later ones. */
  open: () => void;
  /** The clients that came to the gate, or hang. */
  begun: () => string[];
  /** The clients for whom it came to its end. */
  ended: () => string[];
  /** As if nobody had come to the gate yet. */
  forget: () => void;
}

let scripts = 0;

/** Exit statuses are 2 for those to drop and 3 for the clients of that name; `resident`: the script stays and answers with them. */
export function gatedScript(folder: string, mode: "once" | "resident" = "once"): GatedScript {
  const own = join(folder, `gate${scripts++}`);
  mkdirSync(own);
  const path = writeScript(folder, `${mode}${scripts}.sh`, mode === "once" ? once(own) : resident(own));
  const lines = (name: string): string[] => (existsSync(join(own, name)) ? readFileSync(join(own, name), "utf8").trim().split("\n") : []);
  return {
    path,
    open: () => writeFileSync(join(own, "open"), ""),
    begun: () => lines("begun"),
    ended: () => lines("ended"),
    forget: () => rmSync(join(own, "begun"), { force: true }),
  };
}

const body = (own: string): string => `
STATUS=0
case "$CLIENT" in
  *:0${Behaviour.gate}:??|*:0${Behaviour.gateThenDrop}:??) echo "$CLIENT" >> ${own}/begun; while [ ! -e ${own}/open ]; do sleep 0.02; done ;;
  *:0${Behaviour.signal}:??) kill -SEGV $$ ;;
  *:0${Behaviour.hang}:??) echo "$CLIENT" >> ${own}/begun; sleep 1000 ;;
esac
case "$CLIENT" in
  *:0${Behaviour.drop}:??|*:0${Behaviour.gateThenDrop}:??) STATUS=2 ;;
  *:0${Behaviour.three}:??) STATUS=3 ;;
esac
echo "$CLIENT" >> ${own}/ended
`;

const once = (own: string): string => `#!/bin/sh
CLIENT="$KEA_QUERY4_HWADDR$KEA_QUERY6_CLIENT_DUID"
${body(own)}
exit $STATUS
`;

const resident = (own: string): string => `#!/bin/bash
while IFS= read -r -d '' VARIABLE; do
  case "$VARIABLE" in
    KEA_QUERY4_HWADDR=*|KEA_QUERY6_CLIENT_DUID=*) CLIENT="\${VARIABLE#*=}" ;;
    '')
${body(own)}
      echo $STATUS ;;
  esac
done
`;
