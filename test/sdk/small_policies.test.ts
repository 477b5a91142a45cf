// SPDX-License-Identifier: MPL-2.0
// Policies of a line or two, as authors begin with: none makes anything for AssemblyScript's collector, and each compiles and decides.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NodeHost } from "./node_host.ts";
import { packedSdk, type PackedSdk } from "./packed_sdk.ts";

interface Small {
  what: string;
  /** Beside Pkt4Receive and Verdict. */
  imports?: string;
  before?: string;
  /** When the policy drops. */
  condition: string;
}

const policies: Small[] = [
  { what: "compares an option with a text", condition: 'packet.option(60) != null && packet.option(60)!.is("MSFT 5.0")' },
  { what: "compares the beginning of an option", condition: 'packet.option(60) != null && packet.option(60)!.startsWith("MSFT")' },
  { what: "compares the interface", condition: 'packet.iface.is("eth7")' },
  { what: "hands a literal to a function", before: "function size(text: string): i32 { return text.length; }", condition: 'size("abcdef") == <i32>packet.hlen' },
  { what: "has an arrow function", imports: "Pkt4", before: "const six = (p: Pkt4): bool => p.hlen == 6;", condition: "six(packet)" },
  { what: "passes a callback", imports: "Pkt4", before: "function ask(what: (p: Pkt4) => bool, p: Pkt4): bool { return what(p); }", condition: "ask((p) => p.hlen == 6, packet)" },
  { what: "is generic", before: "function length<T>(p: T): u8 { return p.hlen; }", condition: "length(packet) == 6" },
  { what: "asserts with a text", before: "", condition: 'assert(packet.hlen == 6, "six bytes") == true' },
  { what: "indexes an array of texts", before: 'const names = ["eth6", "eth7"];', condition: "packet.iface.is(names[1])" },
  { what: "traces", before: 'function told(): bool { trace("seen", 1, 6.0); return true; }', condition: "told() && packet.hlen == 6" },
];

describe("a small policy", { timeout: 60_000 }, () => {
  let sdk: PackedSdk;
  const folder = mkdtempSync(join(tmpdir(), "kea-policy-small-"));
  beforeAll(async () => {
    sdk = await packedSdk();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(policies)("that $what compiles and decides", async ({ what, imports, before, condition }) => {
    const name = what.replaceAll(" ", "_");
    const source = join(folder, name);
    mkdirSync(source);
    writeFileSync(join(source, "asconfig.json"), JSON.stringify({ extends: "kea-policy/asconfig.json", entries: ["./index.ts"], options: { outFile: `build/${name}.wasm` } }));
    const names = ["Pkt4Receive", "Verdict", ...(imports ? [imports] : [])].join(", ");
    writeFileSync(join(source, "index.ts"), `import { ${names} } from "kea-policy/assembly";
${before ?? ""}
export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const packet = ctx.query4;
  return ${condition} ? Verdict.Drop : Verdict.Continue;
}
`);
    const { exitCode, stderr, wasm } = await sdk.compile(source);
    expect(exitCode, stderr).toBe(0);
    const host = new NodeHost(readFileSync(wasm));
    const meant = { type: 1, hlen: 6, iface: { text: "eth7" } };
    expect(host.receive4(meant, { options: { "60": { text: "MSFT 5.0" } } }).verdict).toBe("Drop");
    if (what === "asserts with a text") return;
    expect(host.receive4({ type: 1, hlen: 5, iface: { text: "eth8" } }, { options: { "60": { text: "udhcp" } } }).verdict).toBe("Continue");
  });
});
