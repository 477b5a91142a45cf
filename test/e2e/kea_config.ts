// SPDX-License-Identifier: MPL-2.0
// The configuration of a server on loopback that needs no root and keeps nothing on disk.
import { join } from "node:path";
import { hookLibrary, type Family } from "./kea_installation.ts";

export interface PolicyParameters {
  name: string;
  wasm?: string;
  script?: string;
  config?: unknown;
  lists?: Record<string, { file: string; kind: string }>;
  "hook-points"?: string[];
  "on-error"?: string | Record<string, string>;
  "max-instructions"?: number;
  "memory-limit-kib"?: number;
  /** Those of a script. */
  [key: string]: unknown;
}

export interface HookLibrary {
  library: string;
  parameters?: unknown;
}

export interface ConfigInput {
  family: Family;
  folder: string;
  multiThreading: boolean;
  threads?: number;
  /** The parameters of our hook library; undefined: Kea runs without it. */
  hookParameters?: unknown;
  otherHooks?: HookLibrary[];
  /** Those that Kea calls after ours. */
  laterHooks?: HookLibrary[];
  /** Laid over the keys of Dhcp4 or Dhcp6. */
  extraConfig?: Record<string, unknown>;
}

export const DEFAULT_THREADS = 4;

export const controlSocket = (folder: string): string => join(folder, "control.sock");
export const logFile = (folder: string): string => join(folder, "kea.log");

export function keaConfig(input: ConfigInput): Record<string, unknown> {
  const { family, folder } = input;
  const hooks = [...(input.otherHooks ?? [])];
  if (input.hookParameters !== undefined) hooks.push({ library: hookLibrary, parameters: input.hookParameters });
  hooks.push(...(input.laterHooks ?? []));
  const server = {
    ...(family === 4 ? dhcp4() : dhcp6()),
    // Said explicitly both ways: the default differs between Kea 2.2 and later ones.
    "multi-threading": input.multiThreading
      ? { "enable-multi-threading": true, "thread-pool-size": input.threads ?? DEFAULT_THREADS }
      : { "enable-multi-threading": false },
    "lease-database": { type: "memfile", persist: false },
    "control-socket": { "socket-type": "unix", "socket-name": controlSocket(folder) },
    "hooks-libraries": hooks,
    loggers: loggers(family, folder),
    ...input.extraConfig,
  };
  return { [`Dhcp${family}`]: server };
}

function dhcp4(): Record<string, unknown> {
  return {
    "interfaces-config": { interfaces: ["lo"], "dhcp-socket-type": "udp" },
    "valid-lifetime": 3600,
    // Clients speak as a relay agent at an address of 127.0.0.0/8, which is how Kea finds this subnet.
    subnet4: [{ id: 1, subnet: "127.0.0.0/8", pools: [{ pool: "127.16.0.0 - 127.31.255.255" }] }],
  };
}

function dhcp6(): Record<string, unknown> {
  return {
    "interfaces-config": { interfaces: ["lo/::1"] },
    "server-id": { type: "EN", "enterprise-id": 2495, identifier: "0123456789", persist: false },
    "preferred-lifetime": 3000,
    "valid-lifetime": 4000,
    // Holds every link-address that a relaying client may name.
    subnet6: [
      {
        id: 1,
        subnet: "::/0",
        pools: [{ pool: "2001:db8:1::/64" }],
        "pd-pools": [{ prefix: "2001:db8:8000::", "prefix-len": 33, "delegated-len": 56 }],
      },
    ],
  };
}

function loggers(family: Family, folder: string): unknown[] {
  const outputs = [{ output: logFile(folder), flush: true, maxsize: 1_000_000_000 }];
  return [
    { name: `kea-dhcp${family}`, severity: "INFO", output_options: outputs },
    { name: `kea-dhcp${family}.policy-hooks`, severity: "DEBUG", debuglevel: 99, output_options: outputs },
  ];
}
