// SPDX-License-Identifier: MPL-2.0
// The AppArmor rules of docs/apparmor.md, compiled together with the profiles of Debian's Kea. Nothing is loaded into the kernel.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentedFile, repositoryFile } from "../e2e/documented_config.ts";

const document = "docs/apparmor.md";
const profiles = "/etc/apparmor.d";
const searched = { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin` };
const reason =
  spawnSync("apparmor_parser", ["--version"], { env: searched }).status !== 0
    ? "apparmor_parser is not there (the Debian package apparmor)"
    : !existsSync(join(profiles, "usr.sbin.kea-dhcp4"))
      ? `this Kea has no AppArmor profile in ${profiles}`
      : null;
if (reason) it.skip(`the documented rules are not compiled, because ${reason}`);

describe.runIf(!reason)("the documented rules", () => {
  const starter = documentedFile(document, "kea-policy-starter");
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "apparmor-"));
    cpSync(profiles, folder, { recursive: true });
    mkdirSync(join(folder, "local"), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Compiles a profile of the folder and returns it with everything that it includes. */
  function compile(name: string): { text: string; complaints: string } {
    const parser = (...more: string[]) =>
      spawnSync("apparmor_parser", ["--skip-kernel-load", "--skip-cache", "--base", folder, ...more, join(folder, name)], { encoding: "utf8", env: searched });
    const { stderr, status } = parser();
    const warnings = stderr.split("\n").filter((line) => line && !/interface file missing|^Cache/.test(line));
    return { text: parser("--preprocess").stdout, complaints: status === 0 ? warnings.join("\n") : `exit ${status}: ${stderr}` };
  }

  it.each([4, 6])("let kea-dhcp%i start the starter, by its file of local rules", (family) => {
    const name = `usr.sbin.kea-dhcp${family}`;
    writeFileSync(join(folder, "local", name), documentedFile(document, "local"));
    const shipped = readFileSync(join(profiles, name), "utf8");
    if (!shipped.includes(`include <local/${name}>`)) {
      // Debian 12's does nothing with the file, as the document says.
      expect(compile(name).text).not.toContain("kea-policy-starter");
      const include = documentedFile(document, "include").replace("kea-dhcp4", `kea-dhcp${family}`);
      writeFileSync(join(folder, name), shipped.replace(/\}\s*$/, `${include}}\n`));
    }
    const { text, complaints } = compile(name);
    expect(complaints).toBe("");
    expect(text).toMatch(/kea-policy-starter Px -> kea-policy-starter,/);
    // The library, and the policies and lists in /etc/kea, as shipped.
    expect(text).toMatch(/^\s*\/\{usr\/,\}lib\/@\{multiarch\}\/\*\*\.so\*\s+mr,$/m);
    expect(text).toMatch(/^\s*\/etc\/kea\/\*\* r,$/m);
    // Kea itself may not run a script.
    expect(text).toMatch(/address_routes\.sh r,/);
  });

  it("let the starter start the named script only, each example with what it needs", () => {
    const rows = [...readFileSync(repositoryFile(document), "utf8").matchAll(/^\| (`.*`) \| (.*) \|$/gm)];
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const examples = rows.flatMap(([, names, lines]) => names!.split(", ").map((name) => [name.replaceAll("`", ""), lines!] as const));
    for (const [example, lines] of examples) {
      expect(existsSync(repositoryFile(`examples/scripts/${example}/script.sh`)), example).toBe(true);
      const needs = lines.startsWith("as above") ? null : [...lines.matchAll(/`([^`]*)`/g)].map(([, line]) => `    ${line}\n`).join("");
      const place = /(# What this one needs\.\n)[^]*?(?=  \}\n\}\n$)/;
      expect(starter).toMatch(place);
      const profile = (needs === null ? starter : starter.replace(place, (_, head: string) => head + needs)).replaceAll("address_routes.sh", `${example}.sh`);
      writeFileSync(join(folder, "kea-policy-starter"), profile);
      const { text, complaints } = compile("kea-policy-starter");
      expect(complaints, example).toBe("");
      expect(text.match(/\bCx\b.*/g), example).toEqual(["Cx -> script,"]);
      expect(text, example).not.toMatch(/\b[pPuU]x\b/);
    }
  });

  it("would be refused with a mistake in them", () => {
    writeFileSync(join(folder, "kea-policy-starter"), starter.replace("mrix,", "mrix"));
    expect(compile("kea-policy-starter").complaints).toMatch(/^exit 1: [^]*missing an end of line/);
  });
});
