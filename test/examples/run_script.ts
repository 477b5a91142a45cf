// SPDX-License-Identifier: MPL-2.0
// Runs an example's script as Kea's library does: one argument, exactly the variables given, their values bytes. No Kea is needed.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { NetworkNamespace } from "../e2e/network_namespace.ts";

export type Variables = Record<string, string | Buffer>;

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

// Node passes variables on as UTF-8 only; Perl takes them as they are.
const becomeScript = `
  local $/ = "\\0";
  chomp(my ($script, $argument, @variables) = <STDIN>);
  %ENV = map { split /=/, $_, 2 } @variables;
  exec { $script } $script, $argument or die "$script: $!";
`;

export function exampleScript(name: string): string {
  return fileURLToPath(new URL(`../../examples/scripts/${name}/script.sh`, import.meta.url));
}

export function runScript(name: string, hookPoint: string, variables: Variables, namespace?: NetworkNamespace): Ended {
  const words = [exampleScript(name), hookPoint, ...Object.entries(variables).map(([key, value]) => Buffer.concat([Buffer.from(`${key}=`), Buffer.from(value)]))];
  const input = Buffer.concat(words.map((word) => Buffer.concat([Buffer.from(word), Buffer.from([0])])));
  const [program, ...args] = [...(namespace?.prefix ?? []), "perl", "-e", becomeScript];
  const { status, stdout, stderr } = spawnSync(program!, args, { input, encoding: "utf8", timeout: 10_000 });
  return { status, stdout, stderr };
}
