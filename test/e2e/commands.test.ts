// SPDX-License-Identifier: MPL-2.0
// What a policy is shown of commands, against what was sent to Kea's control socket and what came back.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy } from "./compiled_policy.ts";
import type { PolicyParameters } from "./kea_config.ts";
import type { Answer } from "./kea_control.ts";
import type { Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { seenDuring } from "./seen_points.ts";

interface Seen {
  name: string;
  given: unknown;
  response: unknown;
}

/** Room for texts that are longer than a frame. */
async function audit(name: string, verdict: number): Promise<PolicyParameters> {
  return { name, wasm: await compiledPolicy("commands"), config: { verdict }, "max-instructions": 100_000_000, "memory-limit-kib": 16_384 };
}

const drop = 2;

describe.each<[Family, boolean]>([[4, false], [4, true], [6, false], [6, true]])("DHCPv%s, multi-threading %s:", (family, multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await KeaServer.start({ family, multiThreading, policies: [await audit("audit", drop)] });
  });
  afterAll(() => server.stop());

  it("commands with and without arguments, done or unknown", async () => {
    const commands: [string, unknown?][] = [["status-get"], ["statistic-get", { name: `pkt${family}-received` }], ["no-such-command", { list: [1, null, "a b"] }]];
    const answers: Answer[] = [];
    const seen = await seenDuring<Seen>(server, "audit", async () => {
      for (const [name, given] of commands) answers.push(await server.command(name, given));
    });
    expect(answers.map(({ result }) => result)).toEqual([0, 0, 2]);
    // Of a long answer, as that of status-get is on some Keas, the policy shows the length.
    const shown = (name: string, answer: Answer) => (name === "status-get" ? expect.anything() : answer);
    expect(seen).toEqual(commands.map(([name, given], index) => ({ name, given: given ?? null, response: shown(name, answers[index]!) })));
  });

  it("JSON that is longer than a frame", async () => {
    const seen = await seenDuring<Seen>(server, "audit", () => server.command("no-such-command", { text: "x".repeat(300_000) }));
    expect(seen).toMatchObject([{ name: "no-such-command", given: 300_000 + '{ "text": "" }'.length, response: { result: 2 } }]);
  });

  it("Kea answers also where the policy fails, or says what Kea does not take", async () => {
    for (const [name, fault] of [["fail-please", "abort: it threw.*as you please"], ["verdict-please", "bad-verdict: it returned 2, which is no verdict"]]) {
      expect((await server.command(name!)).result).toBe(2);
      await server.waitForLog(new RegExp(`POLICY_FAULT policy audit .*command_processed.*${fault}`));
    }
    const statistics = await server.statistics();
    expect(statistics["policy[audit].command_processed.fault.abort"]).toBe(1);
    expect(statistics["policy[audit].command_processed.fault.bad-verdict"]).toBe(1);
  });

  it("a new configuration is shown to the policies that it has", async () => {
    const policies = [await audit("next", drop)];
    const seen = await seenDuring<Seen>(server, "next", () => server.configSet({ policies }));
    expect(seen).toMatchObject([{ name: "config-set", given: expect.any(Number), response: { result: 0 } }]);
  });
});
