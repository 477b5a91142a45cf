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

  it("reads addresses and prefixes, and keeps values by bytes", () => {
    const policy = host({
      config: {
        networks: ["10.0.0.0/8", "192.0.2.7", "::/0"], router: "192.0.2.1", server: "2001:db8::1",
        labels: { "00:01": "one", "0002": "two", "00-01": "one again" },
      },
    });
    expect(policy.load()).toBe(true);
    expect(policy.log[0]!.text).toBe("router 3221225985 server 32,1,13,184,0,0,0,0,0,0,0,0,0,0,0,1");
    expect(["10.9.9.9", "192.0.2.7", "192.0.2.8", "0.0.0.0"].map((giaddr) => policy.receive4({ giaddr }).verdict)).toEqual(["Drop", "Drop", "Continue", "Continue"]);
    policy.log.length = 0;
    for (const duid of ["00:01", "00:02", "00:03", ""]) policy.receive6({ duid });
    expect(policy.log.map(({ text }) => text)).toEqual(["2 one again", "2 two", "none", "none"]);
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
    [{ networks: ["10.0.0.0/8", "10.0.0.1/8"] }, 'config.networks[1]: "10.0.0.1/8" is not a prefix: write it as "192.0.2.0/24" or "2001:db8::/32", with no bits behind the length.'],
    [{ router: "10.0.0" }, 'config.router: "10.0.0" is not an IPv4 address: write it as "192.0.2.1".'],
    [{ router: "10.0.0.1", server: "10.0.0.1" }, 'config.server: "10.0.0.1" is not an IPv6 address: write it as "2001:db8::1".'],
    [{ hwadrs: [] }, 'config: "hwadrs" is not known to this policy; did you mean "hwaddrs"?'],
    [{ colour: "red" }, 'config: "colour" is not known to this policy; known are: hwaddrs, ouis, duids, limit, share, mode, strict, map, numbers, networks, router, server, labels.'],
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
