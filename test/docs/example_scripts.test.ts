// SPDX-License-Identifier: MPL-2.0
// What belongs to each example of examples/scripts is there: the script, the policy, a configuration for each, and pages whose links lead somewhere.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseKeaConfig, repositoryFile } from "../e2e/documented_config.ts";
import { packedSdk } from "../sdk/packed_sdk.ts";

const folder = repositoryFile("examples/scripts");
const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const read = (...path: string[]): string => readFileSync(join(...path), "utf8");

describe.each(names)("%s", (name) => {
  const example = join(folder, name);
  const configsIn = (path: string): string[] => readdirSync(path).filter((file) => file.endsWith(".conf")).sort();

  it("has the same configurations for the script and for the policy, with the paths that the README installs to", () => {
    const configs = configsIn(example);
    expect(configs.length).toBeGreaterThan(0);
    expect(configsIn(join(example, "policy"))).toEqual(configs);
    for (const file of configs) {
      expect(parseKeaConfig(read(example, file)).parameters["script"]).toBe(`/usr/share/kea/scripts/${name}.sh`);
      const { policies } = parseKeaConfig(read(example, "policy", file));
      expect(policies).toEqual([expect.objectContaining({ name: name.replaceAll("_", "-"), wasm: `/etc/kea/policies/${name}.wasm` })]);
      // A policy that runs a program runs the same one.
      expect([undefined, `/usr/share/kea/scripts/${name}.sh`]).toContain(policies[0]!["script"]);
    }
  });

  it("has a policy that compiles without a warning to the file that the README installs", { timeout: 180_000 }, async () => {
    const copy = join(mkdtempSync(join(tmpdir(), "example-")), name);
    cpSync(join(example, "policy"), copy, { recursive: true, filter: (path) => !path.endsWith("/build") });
    const { wasm, exitCode, stderr } = await (await packedSdk()).compile(copy);
    rmSync(dirname(copy), { recursive: true });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(existsSync(wasm)).toBe(true);
  });

  it("is in the list of examples and in that of AppArmor's rules", () => {
    expect(read(folder, "README.md")).toContain(`](${name}/README.md)`);
    expect(read(repositoryFile("docs/apparmor.md"))).toContain(`\`${name}\``);
  });
});

it("links lead somewhere", () => {
  const pages = [join(folder, "README.md"), repositoryFile("docs/apparmor.md"), ...names.map((name) => join(folder, name, "README.md"))];
  for (const page of pages) {
    for (const [, path] of read(page).matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)) {
      expect(existsSync(join(dirname(page), path!)), `${page}: ${path}`).toBe(true);
    }
  }
});
