// SPDX-License-Identifier: MPL-2.0
// A policy's configuration, as load() reads it: values of every type, and the sentences for those that are wrong.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { NodeHost, type HostSetting } from "./node_host.ts";
import { packedSdk } from "./packed_sdk.ts";
import { abortOf } from "./trap_frames.ts";

const mac = "de:ad:be:ef:00:01";

describe("a policy's configuration", { timeout: 60_000 }, () => {
  let wasm: Uint8Array;
  const host = (setting?: HostSetting): NodeHost => new NodeHost(wasm, setting);

  beforeAll(async () => {
    const compiled = await (await packedSdk()).compile(join(import.meta.dirname, "policies/config_values"));
    expect(compiled.exitCode, compiled.stderr).toBe(0);
    wasm = readFileSync(compiled.wasm);
  }, 120_000);

  it("reads every type", () => {
    const policy = host({
      config: {
        hwaddrs: [mac, "00-00-5E-00-53-01", "aabb"], ouis: ["00:16:3e"], duids: ["00030001deadbeef0001"], limit: 7, share: 0.5,
        mode: "allow – ä", strict: false, map: { plain: "1", "two words": "2", "": "x".repeat(5000) }, numbers: [1, -2, 1234567890123],
      },
    });
    expect(policy.load()).toBe(true);
    expect(policy.log.map(({ text }) => text)).toEqual([
      "config.map.plain = 1", 'config.map["two words"] = 2', `config.map[""] = ${"x".repeat(5000)}`,
      "7 0.5 allow – ä false 1234567890122 true 9",
    ]);
    expect(["00:00:5e:00:53:01", mac, "aa:bb", "00:16:3e:99:99:99"].map((hwaddr) => policy.receive4({ hwaddr }).verdict)).toEqual(
      ["Drop", "Drop", "Drop", "Drop"],
    );
    expect(["00:00:5e:00:53:02", "aa:bb:00", "00:16", ""].map((hwaddr) => policy.receive4({ hwaddr }).verdict)).toEqual(
      ["Continue", "Continue", "Continue", "Continue"],
    );
    expect(policy.receive6({ duid: "00:03:00:01:de:ad:be:ef:00:01" }).verdict).toBe("Drop");
    expect(policy.receive6({ duid: "00:03:00:01:de:ad:be:ef:00:02" }).verdict).toBe("Continue");
    expect(policy.receive6({}).verdict).toBe("Continue");
  });

  it("takes fallbacks where nothing is given, and numbers without a fraction as numbers", () => {
    const none = host();
    expect(none.load()).toBe(true);
    expect(none.log.map(({ text }) => text)).toEqual(["10 0.25 deny true 0 false 0"]);
    const whole = host({ config: { share: 3 } });
    whole.load();
    expect(whole.log[0]!.text).toBe("10 3.0 deny true 0 false 1");
  });

  it.each([
    [[], "config: expected a map, found a list"],
    [{ hwaddrs: [mac, mac, 17] }, "config.hwaddrs[2]: expected a string, found an integer"],
    [{ hwaddrs: { a: 1 } }, "config.hwaddrs: expected a list, found a map"],
    [{ hwaddrs: [null] }, "config.hwaddrs[0]: expected a string, found null"],
    [{ hwaddrs: ["de:ad:be:ef:00:zz"] }, 'config.hwaddrs[0]: "de:ad:be:ef:00:zz" is not a hardware address: write 1 to 20 bytes, such as "de:ad:be:ef:00:01".'],
    [{ hwaddrs: [""] }, 'config.hwaddrs[0]: "" is not a hardware address: write 1 to 20 bytes, such as "de:ad:be:ef:00:01".'],
    [{ ouis: ["00:16:3e:01"] }, 'config.ouis[0]: "00:16:3e:01" is not an OUI: write three bytes, such as "00:16:3e".'],
    [{ duids: ["00:03-00"] }, 'config.duids[0]: "00:03-00" is not hexadecimal: write two digits for each byte, such as "00:03:00:01" or "00030001".'],
    [{ limit: 1.5 }, "config.limit: expected an integer, found a number with a fraction"],
    [{ limit: "7" }, "config.limit: expected an integer, found a string"],
    [{ share: false }, "config.share: expected a number, found a boolean"],
    [{ mode: 1 }, "config.mode: expected a string, found an integer"],
    [{ strict: "yes" }, "config.strict: expected a boolean, found a string"],
    [{ map: { "two words": 2 } }, 'config.map["two words"]: expected a string, found an integer'],
    [{ numbers: [1, "2"] }, "config.numbers[1]: expected an integer, found a string"],
    [{ hwadrs: [] }, 'config: "hwadrs" is not known to this policy; did you mean "hwaddrs"?'],
    [{ colour: "red" }, 'config: "colour" is not known to this policy; known are: hwaddrs, ouis, duids, limit, share, mode, strict, map, numbers.'],
  ])("refuses %j", (config, sentence) => {
    const policy = host({ config });
    expect(abortOf(() => policy.load()).sentence).toBe(sentence);
  });

  it("refuses by a sentence of its own", () => {
    const policy = host({ config: { limit: 101 } });
    expect(policy.load()).toBe(false);
    expect(policy.refusal).toBe("config.limit: 101 is too much, at most 100.");
  });
});
