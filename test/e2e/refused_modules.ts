// SPDX-License-Identifier: MPL-2.0
// Refusals of what stands in the place of a policy's module.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { passing } from "./guest_module.ts";
import { bench, file, guest, written, type Refusal } from "./refusal.ts";

const compileIt = 'compile the policy\'s source with "npx asc --config asconfig.json" and name the .wasm file it writes';
const named = (name: string): string => `policies[0].wasm names the file "${file(name)}", `;
const packageHint = '(did you mean pkt4_receive instead of pkt4_recieve?)';
const lengthened = (path: string): string => `policies[0].wasm: ${path} `;

export const fileRefusals: Refusal[] = [
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
      const whole = readFileSync(bench.doorman);
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

export const moduleRefusals: Refusal[] = [
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
    policy: () => ({ wasm: guest("other.wasm", { functions: passing(bench.otherReceive) }) }),
    says: (family) => [
      `${lengthened(file("other.wasm"))}would never be called: kea-dhcp${family} has no hook point ${bench.otherReceive}; ` +
        `configure it in kea-dhcp${10 - family} instead`,
    ],
  },
  {
    what: "a hook point that the policy does not export",
    policy: () => ({ wasm: guest("one.wasm", { functions: passing(bench.ownReceive) }), "hook-points": ["pkt4_receive", "pkt6_receive"] }),
    says: () => [
      `policies[0].hook-points: ${file("one.wasm")} does not export ${bench.otherReceive}, only ${bench.ownReceive}; ` +
        `take ${bench.otherReceive} out of the list or build the policy with it`,
    ],
  },
];
