// SPDX-License-Identifier: MPL-2.0
// The rule of Kea 3.0 for the scripts of hook libraries: they lie in the one folder of Kea's build, or in the one that KEA_HOOK_SCRIPTS_PATH
// names where Kea is started. A real script in either, and what the operator is told.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { hwaddr, lease } from "./either_client.ts";
import { keaVersion, makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { eventually, recording, runsIn, writeScript } from "./scripts.ts";

const keasFolder = "/usr/share/kea/scripts";
const name = `kea-policy-test-${process.pid}.sh`;
const hasRule = keaVersion(4).atLeast("3.0.0");
const rootfs = process.env["KEA_POLICY_ROOTFS"];

describe.skipIf(!hasRule || !rootfs)("since Kea 3.0, in a root filesystem that may be written to:", () => {
  let server: KeaServer | undefined;
  afterEach(async () => {
    await server?.stop();
    rmSync(join(rootfs!, keasFolder, name), { force: true });
  });

  /** A script that Kea sees at that place, and which records its runs in a folder of its own. */
  function scriptAt(folder: string, seenFrom = ""): { script: string; runs: string } {
    const runs = makeTemporaryFolder("runs");
    mkdirSync(join(seenFrom, folder), { recursive: true });
    writeScript(join(seenFrom, folder), name, `#!/bin/sh\n${recording(runs)}`);
    return { script: join(folder, name), runs };
  }

  async function expectTaken({ script, runs }: { script: string; runs: string }, client: string): Promise<void> {
    expect(await server!.configSet({ script, "hook-points": ["pkt4_receive"] })).toMatchObject({ result: 0 });
    expect(await lease(server!, client)).not.toBeNull();
    await eventually("the script ran", () => runsIn(runs).length >= 2);
  }

  async function expectRefused(script: string, folder: string, supported: string): Promise<void> {
    const { result, text } = await server!.configSet({ script, "hook-points": ["pkt4_receive"] });
    expect(result).not.toBe(0);
    expect(text).toContain(`script: Kea wants the scripts of hook libraries in ${supported} (invalid path specified: '${folder}', supported path is '${supported}'): ` +
      "put it there, or start Kea with KEA_HOOK_SCRIPTS_PATH set to its folder");
  }

  it("a script is taken from Kea's folder and from no other", async () => {
    const elsewhere = makeTemporaryFolder("elsewhere");
    server = await KeaServer.start({ family: 4, multiThreading: true, scriptsFolder: null });
    const outside = scriptAt(elsewhere);
    await expectTaken(scriptAt(keasFolder, rootfs), hwaddr(1));
    await expectRefused(outside.script, elsewhere, keasFolder);
    await expectRefused(`${keasFolder}/../scripts/${name}`, `${keasFolder}/../scripts`, keasFolder);
    expect(runsIn(outside.runs)).toEqual([]);
    // The script before goes on.
    expect(await lease(server!, hwaddr(2))).not.toBeNull();
  });

  it("KEA_HOOK_SCRIPTS_PATH names another folder, in place of Kea's", async () => {
    const elsewhere = makeTemporaryFolder("elsewhere");
    server = await KeaServer.start({ family: 4, multiThreading: true, scriptsFolder: elsewhere });
    await expectTaken(scriptAt(elsewhere), hwaddr(3));
    scriptAt(keasFolder, rootfs);
    await expectRefused(join(keasFolder, name), keasFolder, elsewhere);
  });
});
