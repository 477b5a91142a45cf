// SPDX-License-Identifier: MPL-2.0
// Each thing that an operator may get wrong is refused in the answer to config-set, with a sentence that names the file, the key and the
// mend; the clients are served all the while, by the policies that decided before.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import { ask, expectBlocked, hwaddr, lease } from "./either_client.ts";
import { makeTemporaryFolder } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { bench } from "./refusal.ts";
import { fileRefusals, moduleRefusals } from "./refused_modules.ts";
import { listRefusals, loadRefusals, parameterRefusals } from "./refused_parameters.ts";

const denied = hwaddr(0xdead);
beforeAll(async () => {
  bench.doorman = await compiledPolicy("doorman");
});

const all = [
  { of: "files", refusals: fileRefusals },
  { of: "modules", refusals: moduleRefusals },
  { of: "parameters", refusals: parameterRefusals },
  { of: "lists", refusals: listRefusals },
  { of: "load()", refusals: loadRefusals },
];

// One server without multi-threading, one with it.
describe.each([4, 6] as const)("kea-dhcp%i refuses", (family) => {
  let server: KeaServer;
  beforeAll(async () => {
    bench.ownReceive = `pkt${family}_receive`;
    bench.otherReceive = `pkt${10 - family}_receive`;
    bench.folder = makeTemporaryFolder("refusals");
    const policies = [{ name: "doorman", wasm: bench.doorman, config: { deny: [denied] } }];
    server = await KeaServer.start({ family, multiThreading: family === 6, policies });
  });
  afterAll(() => server.stop());

  let clients = 0x200;
  describe.each(all)("$of:", ({ refusals }) => {
    it.each(refusals)("$what", async ({ policy, parameters, says }) => {
      const configured = parameters?.() ?? { policies: [{ name: "doorman", wasm: bench.doorman, ...policy!() }] };
      const pid = server.pid;
      const { result, text } = await server.configSet(configured);
      expect(result).not.toBe(0);
      let from = 0;
      for (const piece of says(family)) {
        expect(text.slice(from)).toContain(piece);
        from = text.indexOf(piece, from) + piece.length;
      }
      expect(text).not.toContain("\n");
      // The last good policies decide, on the first try.
      expect(await lease(server, hwaddr(clients++))).not.toBeNull();
      expect(server.exit).toBeNull();
      expect(server.pid).toBe(pid);
    });

    it("and goes on blocking", () => expectBlocked(server, denied, hwaddr(1)));
  });

  it("nothing in the end: a good configuration is taken", async () => {
    expect(await server.configSet({ policies: [{ name: "doorman", wasm: bench.doorman, config: { deny: [hwaddr(1)] } }] })).toMatchObject({ result: 0 });
    await expectBlocked(server, hwaddr(1), denied);
    expect((await ask(server, hwaddr(clients++))).answer).not.toBeNull();
  });
});
