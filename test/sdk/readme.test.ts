// SPDX-License-Identifier: MPL-2.0
// The SDK's README is true: its commands run in an empty folder with the files it shows, and every policy in it compiles.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metadataOf } from "./trap_frames.ts";
import { packedSdk } from "./packed_sdk.ts";

const readme = readFileSync(join(import.meta.dirname, "../../sdk/README.md"), "utf8");
const blocks = [...readme.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, text]) => ({ language: language!, text: text! }));
const ofLanguage = (language: string): string[] => blocks.filter((block) => block.language === language).map(({ text }) => text);

describe("the SDK's README", { timeout: 240_000 }, () => {
  it("has commands that make a policy of an empty folder", async () => {
    const { tarball } = await packedSdk();
    const folder = mkdtempSync(join(tmpdir(), "kea-policy-readme-"));
    const [prepare, compile, ...others] = ofLanguage("sh");
    expect(others).toEqual([]);
    const [config, tsconfig] = ofLanguage("json");
    // The package as it is here, not what a registry may have.
    const commands = prepare!.replace("npm install kea-policy", `npm install --prefer-offline "${tarball}"`);
    expect(commands).not.toBe(prepare);
    const shell = (text: string, cwd: string): string => execFileSync("sh", ["-ec", text], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    shell(commands, folder);
    const project = join(folder, "my-policy");
    writeFileSync(join(project, "index.ts"), ofLanguage("ts")[0]!);
    writeFileSync(join(project, "asconfig.json"), config!);
    writeFileSync(join(project, "tsconfig.json"), tsconfig!);
    expect(shell(compile!, project)).toContain("build/my-policy.wasm");
    const metadata = metadataOf(readFileSync(join(project, "build/my-policy.wasm")));
    expect(metadata).toMatchObject({ name: "my-policy", hookPoints: ["pkt4_receive"] });
    rmSync(folder, { recursive: true });
  });

  it.each(ofLanguage("ts").map((text, index) => [index + 1, text]))("has policies that compile: number %i", async (index, text) => {
    const sdk = await packedSdk();
    const folder = join(mkdtempSync(join(tmpdir(), "kea-policy-readme-")), "example");
    mkdirSync(folder);
    writeFileSync(join(folder, "index.ts"), text as string);
    writeFileSync(join(folder, "asconfig.json"), ofLanguage("json")[0]!.replace("my-policy", "example"));
    const { exitCode, stderr } = await sdk.compile(folder);
    expect(exitCode, stderr).toBe(0);
    expect(stderr, `policy ${index}`).toBe("");
    rmSync(join(folder, ".."), { recursive: true });
  });
});
