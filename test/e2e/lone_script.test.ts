// SPDX-License-Identifier: MPL-2.0
// The one line that users of the old script hooks change: their parameters, as they are.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { hwaddr, lease, onceAndPatiently } from "./either_client.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { eventually, recording, runsIn, writeScript } from "./scripts.ts";

describe.each([4, 6] as const)("kea-dhcp%i with the parameters of", (family) => {
  let server: KeaServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  const start = async (parameters: (script: string) => object, folder = makeTemporaryFolder("lone")): Promise<string> => {
    const script = writeScript(folder, "script.sh", `#!/bin/sh\n${recording(folder)}`);
    server = await KeaServer.start({ family, multiThreading: true, scriptsFolder: folder, parameters: parameters(script) });
    return folder;
  };
  const argumentsIn = (folder: string): string[] => runsIn(folder).map(({ argument }) => argument).sort();

  it("kea-hook-runscript runs the script where that did, with its variables in both spellings", async () => {
    const folder = await start((script) => ({ script }));
    await server!.waitForLog(new RegExp(`POLICY_LOADED policy script is loaded from \\S+classic.wasm with the script "${folder}/script.sh" for pkt${family}_receive, `));
    expect(await lease(server!, hwaddr(1), onceAndPatiently)).not.toBeNull();
    const points = ["receive", "send"].flatMap((one) => [`pkt${family}_${one}`, `pkt${family}_${one}`]);
    const selects = [`lease${family}_select`, `lease${family}_select`, `subnet${family}_select`, `subnet${family}_select`];
    await eventually("all ran", () => argumentsIn(folder).length >= 8);
    expect(argumentsIn(folder)).toEqual([...points, ...selects].sort());
    const received = runsIn(folder).find(({ argument }) => argument === `pkt${family}_receive`)!.environment;
    for (const prefix of ["KEA_", ""]) expect(received.some((one) => one.startsWith(`${prefix}QUERY${family}_TYPE=`))).toBe(true);
    const statistics = await server!.statistics();
    expect(statistics["policy[script].script.calls"]).toBe(8);
    expect(statistics["policy[script].script.failed"]).toBe(0);
  });

  it("ISC's run_script runs the script where that does, and waits for nothing", async () => {
    const folder = await start((name) => ({ name, sync: false }));
    expect(await lease(server!, hwaddr(2), onceAndPatiently)).not.toBeNull();
    await eventually("it ran", () => argumentsIn(folder).length >= 1);
    expect(argumentsIn(folder)).toEqual([`leases${family}_committed`]);
    const [run] = runsIn(folder);
    expect(run!.environment.some((one) => one.startsWith(`QUERY${family}_TYPE=`))).toBe(true);
    expect(run!.environment.some((one) => one.startsWith("KEA_"))).toBe(false);
  });

  it("an entry of policies runs, one of several, in their order and each at hook points of its own", async () => {
    const folder = makeTemporaryFolder("several");
    const first = writeScript(folder, "first.sh", `#!/bin/sh\necho "first $1" >> ${folder}/order\n`);
    const second = writeScript(folder, "second.sh", `#!/bin/sh\n[ -e "$FIRST/order" ] && echo "second $1" >> "$FIRST/order"\n`);
    await start(() => ({ policies: [
      { name: "first", script: first, "hook-points": [`pkt${family}_receive`, `subnet${family}_select`] },
      { name: "second", script: second, "hook-points": [`pkt${family}_receive`], environment: { FIRST: folder } },
    ] }), folder);
    expect(await lease(server!, hwaddr(3), onceAndPatiently)).not.toBeNull();
    const round = [`first pkt${family}_receive`, `second pkt${family}_receive`, `first subnet${family}_select`];
    expect(readFileSync(join(folder, "order"), "utf8").trim().split("\n")).toEqual([...round, ...round]);
  });

  it("either refuses hook points that it has no variables for", async () => {
    const folder = await start((script) => ({ script }));
    const answer = await server!.configSet({ name: join(folder, "script.sh"), "hook-points": [`pkt${family}_receive`] });
    expect(answer.result).not.toBe(0);
    expect(answer.text).toContain(`parameters.hook-points: isc-run-script has no variables for pkt${family}_receive; take it out`);
  });
});
