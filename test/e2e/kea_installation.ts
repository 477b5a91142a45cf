// SPDX-License-Identifier: MPL-2.0
// Which Kea the tests run, where it lives, and which hook library it loads. The environment decides:
//   KEA_POLICY_ROOTFS  a root filesystem with another Kea; servers then run as `chroot ROOTFS /usr/sbin/kea-dhcpN`
//   KEA_POLICY_TMP     folder for temporary files; must be the same absolute path inside of that root filesystem
//   KEA_POLICY_KEEP    when set, the folders of servers (configuration, log) are kept
//   KEA_POLICY_HOOK    the hook library; else build/libdhcp_policy.so of this checkout
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export type Family = 4 | 6;

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

export const hookLibrary = resolve(process.env["KEA_POLICY_HOOK"] ?? join(checkout, "build/libdhcp_policy.so"));

/** Whether the hook library has been built; suites that need it say so when they skip. */
export function hookIsBuilt(): boolean {
  return existsSync(hookLibrary);
}

const folders = new Set<string>();
process.on("exit", () => folders.forEach(removeTemporaryFolder));

/** A folder that is gone when this process ends, unless KEA_POLICY_KEEP is set. */
export function makeTemporaryFolder(name: string): string {
  const parent = process.env["KEA_POLICY_TMP"] ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  // Kea 3.0 compares paths as strings, and a unix socket's path has at most 107 bytes: keep it short and plain.
  const folder = mkdtempSync(join(parent, `${name}-`));
  folders.add(folder);
  return folder;
}

export function removeTemporaryFolder(folder: string): void {
  folders.delete(folder);
  if (!process.env["KEA_POLICY_KEEP"]) rmSync(folder, { recursive: true, force: true });
}

/** The command line that runs a program of the chosen Kea installation. */
export function keaCommand(program: string): string[] {
  const rootfs = process.env["KEA_POLICY_ROOTFS"];
  const path = `/usr/sbin/${program}`;
  return rootfs ? ["chroot", rootfs, path] : [path];
}

export class KeaVersion {
  constructor(readonly text: string) {}

  atLeast(text: string): boolean {
    const mine = this.text.split(".").map(Number);
    const wanted = text.split(".").map(Number);
    for (let i = 0; i < wanted.length; i++) {
      const difference = (mine[i] ?? 0) - (wanted[i] ?? 0);
      if (difference !== 0) return difference > 0;
    }
    return true;
  }
}

/** One of Kea's own hook libraries, by its file's name; undefined where this Kea has none of that name. */
export function keaLibrary(name: string): string | undefined {
  const theirs = `/usr/lib/x86_64-linux-gnu/kea/hooks/${name}`;
  if (!existsSync(`${process.env["KEA_POLICY_ROOTFS"] ?? ""}${theirs}`)) return undefined;
  if (!keaVersion(4).atLeast("2.6.3")) return theirs;
  // Later Keas take hook libraries from one folder only, which is ours: theirs is linked there.
  const link = join(dirname(hookLibrary), name);
  try {
    symlinkSync(theirs, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return link;
}

const versions = new Map<Family, KeaVersion>();

export function keaVersion(family: Family): KeaVersion {
  let version = versions.get(family);
  if (!version) {
    const [command, ...args] = keaCommand(`kea-dhcp${family}`);
    // Kea 3.0 writes a warning about running as root to stderr; only stdout is the version.
    const text = execFileSync(command!, [...args, "-v"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    const found = /(\d+\.\d+\.\d+)/.exec(text);
    if (!found) throw new Error(`kea-dhcp${family} -v printed "${text}", in which no version number was found.`);
    version = new KeaVersion(found[1]!);
    versions.set(family, version);
  }
  return version;
}
