// SPDX-License-Identifier: MPL-2.0
// Each thing that an operator may get wrong is refused in the answer to config-set, with a sentence that names the file, the key and the
// mend; the clients are served all the while, by the policies that decided before.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledPolicy, lineOf } from "./compiled_policy.ts";
import { ask, expectBlocked, hwaddr, lease } from "./either_client.ts";
import { passing, writeGuest, type Guest } from "./guest_module.ts";
import { makeTemporaryFolder, type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";

const denied = hwaddr(0xdead);
let doorman: string;
let folder: string;
beforeAll(async () => {
  doorman = await compiledPolicy("doorman");
  folder = makeTemporaryFolder("refusals");
});

const file = (name: string): string => join(folder, name);
const written = (name: string, content: string): string => {
  writeFileSync(file(name), content);
  return file(name);
};
const guest = (name: string, what: Guest): string => writeGuest(file(name), what);

interface Refusal {
  what: string;
  /** Keys of the one policy, laid over a name and the doorman's file; or all parameters. */
  policy?: () => Record<string, unknown>;
  parameters?: () => unknown;
  /** Every piece must stand in the answer, in this order. */
  says: (family: Family) => string[];
}

const compileIt = 'compile the policy\'s source with "npx asc --config asconfig.json" and name the .wasm file it writes';
const named = (name: string): string => `policies[0].wasm names the file "${file(name)}", `;
const packageHint = '(did you mean pkt4_receive instead of pkt4_recieve?)';
const lengthened = (path: string): string => `policies[0].wasm: ${path} `;

const fileRefusals: Refusal[] = [
  {
    what: "a file that is not there",
    policy: () => ({ wasm: file("absent.wasm") }),
    says: () => [`${named("absent.wasm")}which cannot be read (No such file or directory): put the file there or correct the path.`],
  },
  {
    what: "a folder",
    policy: () => (mkdirSync(file("folder.wasm")), { wasm: file("folder.wasm") }),
    says: () => [`${named("folder.wasm")}which is a directory: name a file in it.`],
  },
  {
    what: "a symbolic link that leads nowhere",
    policy: () => (symlinkSync(file("gone"), file("link.wasm")), { wasm: file("link.wasm") }),
    says: () => [`${named("link.wasm")}which cannot be read (No such file or directory): put the file there or correct the path.`],
  },
  {
    what: "symbolic links in a circle",
    policy: () => (symlinkSync(file("circle.wasm"), file("circle.wasm")), { wasm: file("circle.wasm") }),
    says: () => [`${named("circle.wasm")}which cannot be read (`, "): correct the symbolic links, which lead in a circle."],
  },
  {
    what: "a pipe that nobody writes to",
    policy: () => (execFileSync("mkfifo", [file("pipe.wasm")]), { wasm: file("pipe.wasm") }),
    says: () => [`${named("pipe.wasm")}which is a pipe, a socket or a device: name a regular file.`],
  },
  {
    what: "a device",
    policy: () => ({ wasm: "/dev/zero" }),
    says: () => ['policies[0].wasm names the file "/dev/zero", which is a pipe, a socket or a device: name a regular file.'],
  },
  {
    what: "an empty file",
    policy: () => ({ wasm: written("empty.wasm", "") }),
    says: () => [`${named("empty.wasm")}which is empty: ${compileIt}.`],
  },
  {
    what: "a file that is too large",
    policy: () => (truncateSync(written("large.wasm", "\0asm"), 17 << 20), { wasm: file("large.wasm") }),
    says: () => [`${named("large.wasm")}which has 17825792 bytes where at most 16777216 are read: name the right file or make it smaller.`],
  },
  {
    what: "something that is no wasm",
    policy: () => ({ wasm: written("text.wasm", "hello\nworld") }),
    says: () => [`${named("text.wasm")}which does not start with the bytes "\\0asm" of a wasm module but with "hell": ${compileIt}.`],
  },
  {
    what: "the policy's source",
    policy: () => ({ wasm: written("index.ts", 'import { Verdict } from "kea-policy/assembly";') }),
    says: () => [`${named("index.ts")}which is AssemblyScript source, not a compiled module: ${compileIt}.`],
  },
  {
    what: "WebAssembly's text",
    policy: () => ({ wasm: written("policy.wat", "(module)") }),
    says: () => [`${named("policy.wat")}which is WebAssembly text, not a compiled module: translate it with wat2wasm, or ${compileIt}.`],
  },
  {
    what: "a wasm module that is cut off",
    policy: () => {
      const whole = readFileSync(doorman);
      writeFileSync(file("cut.wasm"), whole.subarray(0, whole.length >> 1));
      return { wasm: file("cut.wasm") };
    },
    says: () => [`${named("cut.wasm")}which is cut off or damaged, its section at byte `, ` does not fit into the file: ${compileIt}.`],
  },
  {
    what: "a wasm module that does not validate",
    policy: () => {
      const wrong = guest("invalid.wasm", {});
      const bytes = readFileSync(wrong);
      // The last i32.const 0 of a function's body becomes an i64.const 0.
      bytes[bytes.lastIndexOf(Buffer.from([0x41, 0x00, 0x0b]))] = 0x42;
      writeFileSync(wrong, bytes);
      return { wasm: wrong };
    },
    says: () => [`${lengthened(file("invalid.wasm"))}is not a valid wasm module: `, "; build it again and copy it whole"],
  },
];

const moduleRefusals: Refusal[] = [
  {
    what: "a module that is not a policy",
    policy: () => ({ wasm: guest("plain.wasm", { noPolicy: true, functions: '(func (export "add") (result i32) (i32.const 1))' }) }),
    says: () => [
      `${lengthened(file("plain.wasm"))}is a wasm module but not a policy: it does not export the constant kea_policy_abi; ` +
        'build it with the SDK\'s asconfig.json ("extends": "kea-policy/asconfig.json")',
    ],
  },
  {
    what: "a policy of a newer interface, by its constant",
    policy: () => ({ wasm: guest("newer.wasm", { abi: 1000 }) }),
    says: () => [
      file("newer.wasm"), "was built for version 1000 of the policy interface", "knows versions ",
      "; install a newer libdhcp_policy.so, or build the policy with an older kea-policy package",
    ],
  },
  {
    what: "a policy of a newer interface, by its metadata",
    policy: () => ({ wasm: guest("newer_still.wasm", { abi: 1000, imports: '(import "kea_policy_1" "tomorrow" (func))', metadata: { abi: 1000 } }) }),
    says: () => [
      `${lengthened(file("newer_still.wasm"))}was built for version 1000 of the policy interface`,
      "; install a newer libdhcp_policy.so, or build the policy with an older kea-policy package",
    ],
  },
  {
    what: "an import that no policy is given",
    policy: () => ({ wasm: guest("import.wasm", { imports: '(import "kea_policy_1" "format_disk" (func (param i32)))' }) }),
    says: () => [
      `${lengthened(file("import.wasm"))}imports kea_policy_1.format_disk, which a policy is not given; ` +
        "build it with the kea-policy package of this libdhcp_policy.so's version",
    ],
  },
  {
    what: "asc's own imports, where the SDK's asconfig.json was not used",
    policy: () => ({ wasm: guest("env.wasm", { imports: '(import "env" "abort" (func (param i32 i32 i32 i32)))' }) }),
    says: () => [
      `${lengthened(file("env.wasm"))}imports env.abort, which a policy is not given; ` +
        'build it with the SDK\'s asconfig.json ("extends": "kea-policy/asconfig.json")',
    ],
  },
  {
    what: "a start section",
    policy: () => ({ wasm: guest("start.wasm", { functions: `(func $begin) (start $begin) ${passing("pkt4_receive")}` }) }),
    says: () => [`${lengthened(file("start.wasm"))}has a wasm start section, which would run without a budget; build it with the SDK's asconfig.json`],
  },
  {
    what: "a misspelt hook point",
    policy: () => ({ wasm: guest("misspelt.wasm", { functions: passing("pkt4_recieve") }) }),
    says: () => [
      `${lengthened(file("misspelt.wasm"))}exports no hook point that this library knows ${packageHint}; ` +
        "a policy exports at least one function named as Kea names the hook point, such as pkt4_receive",
    ],
  },
  {
    what: "a hook point with other parameters",
    policy: () => ({ wasm: guest("parameters.wasm", { functions: '(func (export "pkt4_receive") (param i32 i32) (result i32) (i32.const 0))' }) }),
    says: () => [
      `${lengthened(file("parameters.wasm"))}exports pkt4_receive with other parameters or another result than that hook point's; ` +
        "write it as `export function pkt4_receive(ctx: Pkt4Receive): Verdict`",
    ],
  },
  {
    what: "hook points of the other server only",
    policy: () => ({ wasm: guest("other.wasm", { functions: passing(otherReceive) }) }),
    says: (family) => [
      `${lengthened(file("other.wasm"))}would never be called: kea-dhcp${family} has no hook point ${otherReceive}; ` +
        `configure it in kea-dhcp${10 - family} instead`,
    ],
  },
  {
    what: "a hook point that the policy does not export",
    policy: () => ({ wasm: guest("one.wasm", { functions: passing(ownReceive) }), "hook-points": ["pkt4_receive", "pkt6_receive"] }),
    says: () => [
      `policies[0].hook-points: ${file("one.wasm")} does not export ${otherReceive}, only ${ownReceive}; ` +
        `take ${otherReceive} out of the list or build the policy with it`,
    ],
  },
];

const parameterRefusals: Refusal[] = [
  {
    what: "no policies",
    parameters: () => ({}),
    says: () => ['parameters name no policy: add the key "policies", as in "parameters": { "policies": [ { "name": '],
  },
  { what: "an empty list of policies", parameters: () => ({ policies: [] }), says: () => ["policies is an empty list: name at least one policy, as in "] },
  {
    what: "an unknown key at the top",
    parameters: () => ({ policy: [{ name: "doorman", wasm: doorman }] }),
    says: () => ['policy is not a known key: did you mean "policies"?'],
  },
  {
    what: "an unknown key of a policy",
    policy: () => ({ "memory-limit": 4096 }),
    says: () => ['policies[0].memory-limit is not a known key: did you mean "memory-limit-kib"?'],
  },
  {
    what: "an unknown key that is near to none",
    policy: () => ({ zzzzzzzzzzzzzzzz: 1 }),
    says: () => ["policies[0].zzzzzzzzzzzzzzzz is not a known key: the keys here are name, wasm, config, lists, hook-points"],
  },
  { what: "no name", policy: () => ({ name: undefined }), says: () => ['policies[0].name is missing: add it, as in "name": "blocklist".'] },
  { what: "no file", policy: () => ({ wasm: undefined }), says: () => ['policies[0].wasm is missing: add it, as in "wasm": "/etc/'] },
  { what: "a name that is a number", policy: () => ({ name: 7 }), says: () => ['policies[0].name must be a string, as in "blocklist", but is 7.'] },
  {
    what: "a name with a space",
    policy: () => ({ name: "door man" }),
    says: () => ["policies[0].name must be 1 to 64 of the letters A-Z, a-z, 0-9, dot, underscore and hyphen", 'but is "door man".'],
  },
  {
    what: "a mistyped parameter far down",
    policy: () => ({ lists: { denied: { file: ["a"], kind: "hwaddr" } } }),
    says: () => ['policies[0].lists.denied.file must be a string, as in "/etc/kea/denied.txt", but is a list of 1 item.'],
  },
  {
    what: "a fraction where an integer belongs",
    policy: () => ({ "max-instructions": 1000.5 }),
    says: () => ["policies[0].max-instructions must be an integer, as in 1000000, but is 1000.5."],
  },
  {
    what: "too few instructions",
    policy: () => ({ "max-instructions": 999 }),
    says: () => ["policies[0].max-instructions must be from 1000 to 1000000000, but is 999."],
  },
  {
    what: "too many instructions",
    policy: () => ({ "max-instructions": 1_000_000_001 }),
    says: () => ["policies[0].max-instructions must be from 1000 to 1000000000, but is 1000000001."],
  },
  {
    what: "too little memory",
    policy: () => ({ "memory-limit-kib": 1023 }),
    says: () => ["policies[0].memory-limit-kib must be from 1024 to 1048576, but is 1023."],
  },
  {
    what: "too much memory",
    policy: () => ({ "memory-limit-kib": 1_048_577 }),
    says: () => ["policies[0].memory-limit-kib must be from 1024 to 1048576, but is 1048577."],
  },
  {
    what: "two policies of one name",
    parameters: () => ({ policies: [{ name: "doorman", wasm: doorman }, { name: "doorman", wasm: doorman }] }),
    says: () => ['policies[1].name is "doorman", the name of policies[0]: give each policy a name of its own.'],
  },
  {
    what: "a relative path",
    policy: () => ({ wasm: "policies/doorman.wasm" }),
    says: () => [
      'policies[0].wasm must be an absolute path, as in "/etc/kea/policies/blocklist.wasm", since a relative one depends on the folder ' +
        'that Kea was started in, but is "policies/doorman.wasm".',
    ],
  },
  {
    what: "an unknown hook point",
    policy: () => ({ "hook-points": ["pkt4_recieve"] }),
    says: () => ['policies[0].hook-points[0] is "pkt4_recieve", which is not a known hook point: did you mean "pkt4_receive"?'],
  },
  {
    what: "no hook points",
    policy: () => ({ "hook-points": [] }),
    says: () => ['policies[0].hook-points is an empty list: name a hook point, as in [ "pkt4_receive" ], or leave the key out'],
  },
  {
    what: "an unknown verdict",
    policy: () => ({ "on-error": "dorp" }),
    says: () => ['policies[0].on-error is "dorp", which is not a known verdict: did you mean "drop"?'],
  },
  {
    what: "an unknown verdict of one hook point",
    policy: () => ({ "on-error": { default: "continue", pkt4_receive: "zzzzzzzz" } }),
    says: () => ['policies[0].on-error.pkt4_receive is "zzzzzzzz", which is not a known verdict: it must be one of continue, skip, drop.'],
  },
  {
    what: "an unknown hook point of on-error",
    policy: () => ({ "on-error": { pkt4_recieve: "drop" } }),
    says: () => ['policies[0].on-error.pkt4_recieve is not a known key: did you mean "pkt4_receive"?'],
  },
  {
    what: "on-error of a wrong type",
    policy: () => ({ "on-error": 2 }),
    says: () => ['policies[0].on-error must be a string or a map, as in "continue" or { "default": "continue", "pkt4_receive": "drop" }, but is 2.'],
  },
];

const listRefusals: Refusal[] = [
  {
    what: "a list that is not there",
    policy: () => ({ lists: { denied: { file: file("absent.txt"), kind: "hwaddr" } } }),
    says: () => [
      `policies[0].lists.denied.file names the file "${file("absent.txt")}", which cannot be read (No such file or directory): ` +
        "put the file there or correct the path.",
    ],
  },
  {
    what: "a list with a broken line",
    policy: () => ({ lists: { denied: { file: written("broken.txt", "# denied\n02:00:00:00:00:01\n\n0200.0000.0002\n"), kind: "hwaddr" } } }),
    says: () => [
      `${file("broken.txt")}:4: found "0200.0000.0002", expected a hardware address of 1 to 20 bytes such as de:ad:be:ef:00:01; ` +
        "write it as 02:00:00:00:00:02 (the file is named by policies[0].lists.denied.file).",
    ],
  },
  {
    what: "a list of an unknown kind",
    policy: () => ({ lists: { denied: { file: written("fine.txt", ""), kind: "mac" } } }),
    says: () => ['policies[0].lists.denied.kind is "mac", which is not a known kind of list: ', "."],
  },
  {
    what: "a list that the policy never asks for",
    policy: () => ({ lists: { denyed: { file: written("fine.txt", ""), kind: "hwaddr" } } }),
    says: () => ["policies[0].lists.denyed: policy doorman never asks for this list", "; correct the name or take the list out"],
  },
  {
    what: "a prefix with bits behind it",
    policy: () => ({ lists: { inside: { file: written("prefixes.txt", "192.0.2.1/24\n"), kind: "prefix" } } }),
    says: () => [`${file("prefixes.txt")}:1: found "192.0.2.1/24", whose address has bits behind the prefix; write 192.0.2.0/24 for the whole network`],
  },
];

const loadRefusals: Refusal[] = [
  {
    what: "what the policy's load() refuses",
    policy: () => ({ config: { limit: 11 } }),
    says: () => [`policies[0]: policy doorman (${doorman}) refuses its configuration: config.limit: give at most 10.`],
  },
  {
    what: "a config whose type the policy refuses",
    policy: () => ({ config: { deny: ["02:00:00:00:00:01", 7] } }),
    says: () => [`policies[0]: policy doorman (${doorman}) failed in load() (abort): it threw "config.deny[1]: expected a string, found an integer"`],
  },
  {
    what: "a key that the policy does not know",
    policy: () => ({ config: { denied: [] } }),
    says: () => [`policy doorman (${doorman}) failed in load() (abort): it threw "config: "denied" is not known to this policy; did you mean "deny"?"`],
  },
  {
    what: "a load() that throws, with file and line",
    policy: () => ({ config: { throw: "no such luck" } }),
    says: () => [
      `policies[0]: policy doorman (${doorman}) failed in load() (abort): it threw "no such luck" at `,
      `doorman/index.ts:${lineOf("doorman", "// thrown by load()")}:`,
    ],
  },
  {
    what: "a load() that does not end",
    policy: () => ({ config: { loop: true }, "max-instructions": 1000 }),
    says: () => [
      `policies[0]: policy doorman (${doorman}) failed in load() (budget): it used more than 100000000 instructions in `,
      `doorman/index.ts:${lineOf("doorman", "while (config")}:`,
    ],
  },
  {
    what: "a load() that refuses without a reason",
    policy: () => ({ wasm: guest("mute.wasm", { functions: `(func (export "load") (result i32) (i32.const 0)) ${passing(ownReceive)}` }) }),
    says: () => [`(${file("mute.wasm")}) refuses its configuration: its load() returned false without a reason`],
  },
  {
    what: "a memory limit that the policy cannot start in",
    policy: () => ({ wasm: hugeGuest(), "memory-limit-kib": 1024 }),
    says: () => [
      `policies[0].memory-limit-kib: ${file("huge.wasm")} has 2048 KiB of memory from its start, more than the 1024 that it may have; ` +
        "raise memory-limit-kib to that and some room for what it allocates",
    ],
  },
];

let ownReceive: string;
let otherReceive: string;

/** Its memory is larger at its start than its limit: two MiB. */
function hugeGuest(): string {
  return guest("huge.wasm", { pages: 32 });
}

const all = [
  { of: "files", refusals: fileRefusals },
  { of: "modules", refusals: moduleRefusals },
  { of: "parameters", refusals: parameterRefusals },
  { of: "lists", refusals: listRefusals },
  { of: "load()", refusals: loadRefusals },
];

// The parameters are the same for both servers; the one takes all, the other those that depend on the family and some of each sort.
describe.each([4, 6] as const)("kea-dhcp%i refuses", (family) => {
  let server: KeaServer;
  beforeAll(async () => {
    ownReceive = `pkt${family}_receive`;
    otherReceive = `pkt${10 - family}_receive`;
    folder = makeTemporaryFolder("refusals");
    const policies = [{ name: "doorman", wasm: doorman, config: { deny: [denied] } }];
    server = await KeaServer.start({ family, multiThreading: family === 6, policies });
  });
  afterAll(() => server.stop());

  let clients = 0x200;
  describe.each(all)("$of:", ({ refusals }) => {
    it.each(refusals)("$what", async ({ policy, parameters, says }) => {
      const configured = parameters?.() ?? { policies: [{ name: "doorman", wasm: doorman, ...policy!() }] };
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
    expect(await server.configSet({ policies: [{ name: "doorman", wasm: doorman, config: { deny: [hwaddr(1)] } }] })).toMatchObject({ result: 0 });
    await expectBlocked(server, hwaddr(1), denied);
    expect((await ask(server, hwaddr(clients++))).answer).not.toBeNull();
  });
});
