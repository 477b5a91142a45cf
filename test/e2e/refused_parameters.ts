// SPDX-License-Identifier: MPL-2.0
// Refusals of parameters, of lists, and by a policy's own load().
import { lineOf } from "./compiled_policy.ts";
import { passing } from "./guest_module.ts";
import { bench, file, guest, written, type Refusal } from "./refusal.ts";

export const parameterRefusals: Refusal[] = [
  {
    what: "no policies",
    parameters: () => ({}),
    says: () => ['parameters name no policy: add the key "policies", as in "parameters": { "policies": [ { "name": '],
  },
  { what: "an empty list of policies", parameters: () => ({ policies: [] }), says: () => ["policies is an empty list: name at least one policy, as in "] },
  {
    what: "variables of nobody",
    parameters: () => ({ script: "/bin/true", variables: "kea-hook-run-script" }),
    says: () => ["variables", '"kea-hook-runscript"'],
  },
  {
    what: "an exit status that could do nothing",
    parameters: () => ({ script: "/bin/true", "hook-points": [bench.ownReceive.replace(/pkt(.)_receive/, "lease$1_renew")], "exit-status": { 1: "drop" } }),
    says: (family) => [
      `exit-status.1 is "drop", which no hook point of the script takes (lease${family}_renew): write "skip", which Kea takes at lease${family}_renew (Kea keeps the lease as it was before`,
    ],
  },
  {
    what: "on-error that some hook points do not take",
    parameters: () => ({ script: "/bin/true", "on-error": "drop" }),
    says: (family) => [
      `parameters.on-error is "drop" for lease${family}_select, lease${family}_renew, `,
      ` and Kea does not take that there: name another for each, as in {"default": "drop", `,
      `"lease${family}_select": "continue"`,
    ],
  },
  {
    what: "a script for the other server's hook point",
    parameters: () => ({ script: "/bin/true", "hook-points": [bench.otherReceive] }),
    says: () => [`parameters.hook-points: the script "/bin/true" would never be called: `],
  },
  {
    what: "an unknown key at the top",
    parameters: () => ({ policy: [{ name: "doorman", wasm: bench.doorman }] }),
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
    parameters: () => ({ policies: [{ name: "doorman", wasm: bench.doorman }, { name: "doorman", wasm: bench.doorman }] }),
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

export const listRefusals: Refusal[] = [
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

export const loadRefusals: Refusal[] = [
  {
    what: "what the policy's load() refuses",
    policy: () => ({ config: { limit: 11 } }),
    says: () => [`policies[0]: policy doorman (${bench.doorman}) refuses its configuration: config.limit: give at most 10.`],
  },
  {
    what: "a config whose type the policy refuses",
    policy: () => ({ config: { deny: ["02:00:00:00:00:01", 7] } }),
    says: () => [`policies[0]: policy doorman (${bench.doorman}) failed in load() (abort): it threw "config.deny[1]: expected a string, found an integer"`],
  },
  {
    what: "a key that the policy does not know",
    policy: () => ({ config: { denied: [] } }),
    says: () => [`policy doorman (${bench.doorman}) failed in load() (abort): it threw "config: "denied" is not known to this policy; did you mean "deny"?"`],
  },
  {
    what: "a load() that throws, with file and line",
    policy: () => ({ config: { throw: "no such luck" } }),
    says: () => [
      `policies[0]: policy doorman (${bench.doorman}) failed in load() (abort): it threw "no such luck" at `,
      `doorman/index.ts:${lineOf("doorman", "// thrown by load()")}:`,
    ],
  },
  {
    what: "a load() that does not end",
    policy: () => ({ config: { loop: true }, "max-instructions": 1000 }),
    says: () => [
      `policies[0]: policy doorman (${bench.doorman}) failed in load() (budget): it used more than 100000000 instructions in `,
      `doorman/index.ts:${lineOf("doorman", "while (config")}:`,
    ],
  },
  {
    what: "a load() that refuses without a reason",
    policy: () => ({ wasm: guest("mute.wasm", { functions: `(func (export "load") (result i32) (i32.const 0)) ${passing(bench.ownReceive)}` }) }),
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

/** Its memory is larger at its start than its limit: two MiB. */
function hugeGuest(): string {
  return guest("huge.wasm", { pages: 32 });
}
