// SPDX-License-Identifier: MPL-2.0
// The module that asc leaves: what it exports and imports, and what its custom section tells the host.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { NodeHost } from "./node_host.ts";
import { packedSdk, type PackedSdk } from "./packed_sdk.ts";
import { mappedFrames, metadataOf, trapOf } from "./trap_frames.ts";

const policies = join(import.meta.dirname, "policies");

/** Sections of a module in their order: number, custom name where it has one, bytes. */
function sectionsOf(wasm: Uint8Array): { id: number; name: string; bytes: Uint8Array }[] {
  const sections = [];
  let at = 8;
  const leb128 = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < wasm.length) {
    const id = wasm[at++]!;
    const length = leb128();
    const end = at + length;
    const start = at;
    const nameLength = id === 0 ? leb128() : 0;
    sections.push({ id, name: Buffer.from(wasm.subarray(at, at + nameLength)).toString(), bytes: wasm.slice(start, end) });
    at = end;
  }
  return sections;
}

describe("a compiled policy", { timeout: 60_000 }, () => {
  let sdk: PackedSdk;

  async function compile(name: string, ...more: string[]): Promise<Uint8Array> {
    const { exitCode, stderr, wasm } = await sdk.compile(join(policies, name), ...more);
    expect(exitCode, stderr).toBe(0);
    return readFileSync(wasm);
  }

  beforeAll(async () => {
    sdk = await packedSdk();
  });

  it("comes out of npx asc --config asconfig.json, nothing else given", async () => {
    const { exitCode, stderr, wasm } = await sdk.compileWithNpx(join(policies, "oui"));
    expect(exitCode, stderr).toBe(0);
    expect(Buffer.compare(readFileSync(wasm), await compile("oui"))).toBe(0);
  });

  it("exports the interface and the hook points", async () => {
    const wasm = await compile("config_values");
    const module = new WebAssembly.Module(wasm);
    expect(WebAssembly.Module.exports(module).map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      "function kea_policy_start", "function load", "function pkt4_receive", "function pkt6_receive",
      "global kea_policy_abi", "global kea_policy_edits", "global kea_policy_edits_size", "global kea_policy_frame", "global kea_policy_frame_size",
      "memory memory",
    ]);
    const host = new NodeHost(wasm);
    expect(host.number("kea_policy_abi")).toBe(schema.abi);
    expect(host.number("kea_policy_frame_size")).toBe(256 * 1024);
    expect(host.number("kea_policy_edits_size")).toBe(64 * 1024);
    expect(host.number("kea_policy_frame") % 8).toBe(0);
    expect(host.number("kea_policy_edits") % 8).toBe(0);
    expect(Math.abs(host.number("kea_policy_frame") - host.number("kea_policy_edits"))).toBeGreaterThanOrEqual(64 * 1024);
    const globals = WebAssembly.Module.exports(module).filter(({ kind }) => kind === "global");
    const exports = new WebAssembly.Instance(module, { kea_policy_1: Object.fromEntries(schema.hostFunctions.map(({ name }) => [name, () => 0])) }).exports;
    for (const { name } of globals) expect(() => ((exports[name] as { value: number }).value = 1), name).toThrow(TypeError);
    // No start section: everything that a policy runs, it runs when the host calls.
    expect(sectionsOf(wasm).map(({ id }) => id)).not.toContain(8);
  });

  it("tells the host what it is, in the last section", async () => {
    const wasm = await compile("config_values");
    const { sourceMap, ...metadata } = metadataOf(wasm);
    expect({ ...metadata, imports: [...metadata.imports].sort() }).toEqual({
      name: "config_values",
      version: "1.2.3",
      sdk: JSON.parse(readFileSync(join(import.meta.dirname, "../../sdk/package.json"), "utf8")).version,
      abi: schema.abi,
      hookPoints: ["pkt4_receive", "pkt6_receive"],
      imports: WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name).sort(),
      fields: ["Pkt4.giaddr", "Pkt4.hwaddr", "Pkt6.duid"],
    });
    expect(Object.keys(sourceMap).sort()).toEqual(["mappings", "names", "sources", "version"]);
    expect(sourceMap.sources).toContain("index.ts");
    // Names of the machine that built it have no place in it.
    expect(sourceMap.sources.filter((name) => name.startsWith("/") || name.includes(sdk.folder))).toEqual([]);
    expect(sectionsOf(wasm).at(-1)).toMatchObject({ id: 0, name: "kea_policy" });
  });

  it("tells the host which fields it reads, and none that only unused code names", async () => {
    expect(metadataOf(await compile("some_fields")).fields).toEqual([
      "Pkt4.hops", "Pkt4.secs", "Pkt4.transid", "Pkt4.giaddr", "Pkt4.clientId",
    ]);
    const shown = schema.objects.filter(({ name }) => ["Pkt4", "Pkt6", "RelayHop"].includes(name));
    const eager = shown.flatMap((object) => object.fields.filter(({ lazy }) => lazy === undefined).map(({ name }) => `${object.name}.${name}`));
    expect(metadataOf(await compile("every_field")).fields).toEqual(eager);
  });

  it("maps a trap to its line, with --debug and without, and the same code runs", async () => {
    const lines = readFileSync(join(policies, "view_tools/index.ts"), "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes("q.hops / <u32>q.hlen")) + 1;
    const modules = [await compile("view_tools"), await compile("view_tools", "--debug"), await compile("view_tools", "--converge")];
    for (const wasm of modules) {
      const host = new NodeHost(wasm);
      const trap = trapOf(() => host.receive4({ secs: 12, hlen: 0 }, { options: { 12: "" } }));
      expect(trap.message).toBe("divide by zero");
      expect(mappedFrames(wasm, trap)[0]).toMatchObject({ file: "index.ts", line });
    }
    const [plain, debug] = modules.map((wasm) => sectionsOf(wasm).find(({ id }) => id === 10)!.bytes);
    expect(Buffer.compare(plain!, debug!)).toBe(0);
    expect(sectionsOf(modules[1]!).map(({ name }) => name)).toContain("name");
  });

  it("is compiled from what the package has, and the package has nothing else", () => {
    const entries = readdirSync(join(sdk.folder, "node_modules/kea-policy"), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).split("/kea-policy/").at(-1)!);
    expect(files).toEqual(expect.arrayContaining([
      "README.md", "LICENSE", "asconfig.json", "tsconfig.json", "package.json", "assembly/index.ts", "assembly/entry.ts", "dist/transform/index.js",
    ]));
    expect(files.filter((file) => /test|generate\.ts|emit_|node_modules/.test(file))).toEqual([]);
  });
});
