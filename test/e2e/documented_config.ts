// SPDX-License-Identifier: MPL-2.0
// Configurations as documents show them, so that a test can run what a reader copies.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PolicyParameters } from "./kea_config.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** A file of this repository by its path in it. */
export function repositoryFile(path: string): string {
  return join(repository, path);
}

/** The block that a document marks with a language and a file name, as in "```json kea-dhcp4.conf". */
export function documentedFile(document: string, name: string): string {
  const blocks = readFileSync(repositoryFile(document), "utf8").matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm);
  for (const [, title, text] of blocks) {
    if (title === name) return text!;
  }
  throw new Error(`${document} has no block named ${name}.`);
}

export interface DocumentedConfig {
  /** What stands in Dhcp4 or Dhcp6. */
  server: Record<string, unknown>;
  /** The parameters of our hook library. */
  parameters: Record<string, unknown>;
  /** The policies in them. */
  policies: PolicyParameters[];
}

/** Kea's configuration: JSON whose lines may be comments. */
export function parseKeaConfig(text: string): DocumentedConfig {
  const config = JSON.parse(text.replace(/^\s*(\/\/|#).*$/gm, "")) as Record<string, Record<string, unknown>>;
  const server = (config["Dhcp4"] ?? config["Dhcp6"])!;
  const [hook] = server["hooks-libraries"] as [{ library: string; parameters: Record<string, unknown> }];
  if (!hook.library.endsWith("/libdhcp_policy.so")) throw new Error(`The configuration loads ${hook.library}, not libdhcp_policy.so.`);
  return { server, parameters: hook.parameters, policies: (hook.parameters["policies"] ?? []) as PolicyParameters[] };
}
