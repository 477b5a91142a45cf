// SPDX-License-Identifier: MPL-2.0
// The golden values as a policy reads them: a module that prints every field of every object is made from the schema, compiled by
// asc and given the golden frames; the fields that it has to ask for come from a host made of the TypeScript encoder.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../../sdk/abi/generate.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import type { PlacedField, PlacedHookPoint, PlacedObject } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { FrameBuilder } from "../../sdk/cli/frame_builder.ts";
import * as encoder from "../../sdk/cli/generated/encode.ts";
import type { Pkt4, Pkt6, RelayHop } from "../../sdk/cli/generated/objects.ts";

const model = layOut(schema);
const query4 = golden<{ query4: Pkt4 }>("pkt4_receive").query4;
const query6 = golden<{ query6: Pkt6 }>("pkt6_receive").query6;
const hop = golden<{ relay: RelayHop }>("tail").relay;

function golden<Value>(name: string): Value {
  return JSON.parse(readFileSync(join(root, "test/golden", `${name}.json`), "utf8")) as Value;
}

/** "name=value" of each field, in AssemblyScript. */
function printer(object: PlacedObject): string {
  const lines = object.fields.map((field) => `  text += "${field.name}=" + ${shown(field, `value.${field.name}`)} + "\\n";`);
  return `function print${object.name}(value: ${object.name}): string {\n  let text = "";\n${lines.join("\n")}\n  return text;\n}`;
}

function shown(field: PlacedField, value: string): string {
  const forms: Partial<Record<PlacedField["type"], (view: string) => string>> = {
    bytes: (view) => `${view}.toHex(":")`,
    duid: (view) => `${view}.toHex(":")`,
    hwaddr: (view) => `${view}.toHex(":") + "/" + ${view}.htype.toString() + "/" + ${view}.source.toString()`,
    byteslist: (view) => `${view}.toStrings().join(",")`,
  };
  const form = forms[field.type] ?? ((view: string) => `${view}.toString()`);
  return field.absent === undefined ? form(value) : `(${value} ? ${form(`${value}!`)} : "null")`;
}

function probeSource(points: PlacedHookPoint[]): string {
  const classes = [...model.objects.map((object) => object.name), ...points.map((point) => point.context)];
  // A hook point that is given no object, as command_processed, shows none.
  const exported = points.filter(({ arguments: [argument] }) => model.objects.some(({ name }) => name === argument!.type)).map(({ name, context, arguments: [argument] }) => `export function ${name}(ctx: ${context}): string { return print${argument!.type}(ctx.${argument!.name}); }`);
  return [
    `import { ${classes.join(", ")} } from "kea-policy/assembly";`,
    `export { kea_policy_frame, kea_policy_edits } from "kea-policy/assembly/regions";`,
    ...model.objects.map(printer),
    ...exported,
    `export function relay(ctx: Pkt6Receive): string { const hop = ctx.query6.relay(1); return hop ? printRelayHop(hop) : "null"; }`,
    `export function option(ctx: Pkt4Receive, code: u32): string { const value = ctx.query4.option(code); return value ? value.toHex(":") : "null"; }`,
    `export function set(ctx: Ddns4Update): void { ctx.setForwardUpdate(true); ctx.setHostname("pc7."); }`,
    `export function select(ctx: Subnet4Select): void { ctx.selectSubnet(7); }`,
    `export function edit(ctx: Pkt4Receive): void { const query = ctx.query4; query.setOption(12, Uint8Array.wrap(String.UTF8.encode("host"))); query.removeOption(3); query.addClass("blöcked"); }`,
  ].join("\n");
}

/** What the host has for a call such as "fetch 0 3"; undefined is absent. */
type Given = Record<string, (frame: FrameBuilder) => number | undefined>;

type Call = (address: number, ...more: number[]) => number;

class Probe {
  readonly calls: string[] = [];
  private given: Given = {};
  private builder = new FrameBuilder();
  private instance: WebAssembly.Instance;

  constructor(module: WebAssembly.Module) {
    const unused = (): number => { throw new Error("The probe called what it does not need."); };
    const imports: Record<string, (...values: number[]) => number> = {};
    for (const { name } of WebAssembly.Module.imports(module)) imports[name] = unused;
    imports.fetch = (object: number, field: number) => this.bringIn(`fetch ${object} ${field}`);
    imports.option = (object: number, code: number) => this.bringIn(`option ${object} ${code}`);
    imports.relay = (object: number, index: number) => this.bringIn(`relay ${object} ${index}`);
    this.instance = new WebAssembly.Instance(module, { kea_policy_1: imports, env: { abort: unused } });
  }

  put(frame: Uint8Array, builder: FrameBuilder, given: Given): this {
    this.calls.length = 0;
    this.given = given;
    this.builder = builder;
    this.memory().set(frame, this.address("kea_policy_frame"));
    return this;
  }

  run(name: string, ...more: number[]): string {
    const pointer = (this.instance.exports[name] as Call)(this.address("kea_policy_frame") + 32, ...more) >>> 0;
    if (pointer === 0) return "";
    const view = new DataView(this.memory().buffer);
    return Buffer.from(this.memory().slice(pointer, pointer + view.getUint32(pointer - 4, true))).toString("utf16le");
  }

  edits(): Buffer {
    const at = this.address("kea_policy_edits");
    return Buffer.from(this.memory().slice(at, at + 8 + new DataView(this.memory().buffer).getUint32(at, true)));
  }

  /** Appends a value behind the frame in the policy's memory, as the host does. */
  private bringIn(what: string): number {
    this.calls.push(what);
    const before = this.builder.finish().length;
    const place = this.given[what]?.(this.builder);
    if (place === undefined) return 0;
    this.memory().set(this.builder.finish().subarray(before), this.address("kea_policy_frame") + before);
    return this.address("kea_policy_frame") + place;
  }

  private memory(): Uint8Array {
    return new Uint8Array((this.instance.exports.memory as WebAssembly.Memory).buffer);
  }

  address(name: string): number {
    return (this.instance.exports[name] as WebAssembly.Global).value as number;
  }
}

let probe: Probe;
beforeAll(async () => {
  const source = probeSource(model.hookPoints);
  let wasm: Uint8Array | undefined;
  // Without the repository's asconfig.json: the probe is no policy, and the SDK's transform takes nothing else.
  const { error, stderr } = await asc.main(["probe.ts", "--config", "none", "--baseDir", root, "--outFile", "probe.wasm", "--runtime", "stub", "--noAssert"], {
    readFile: (name, folder) => (name === "probe.ts" ? source : readFile(join(folder, name), "utf8").catch(() => null)),
    writeFile: (_name, contents) => { if (typeof contents !== "string") wasm = contents; },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`asc does not take the probe:\n${stderr.toString()}`);
  probe = new Probe(new WebAssembly.Module(new Uint8Array(wasm)));
});

function encoded(name: "pkt4_receive" | "pkt6_receive", given: Given = {}): Probe {
  const builder = new FrameBuilder();
  const frame = name === "pkt4_receive" ? encoder.encodePkt4Receive({ query4 }, builder) : encoder.encodePkt6Receive({ query6 }, builder);
  expect(frame).toEqual(new Uint8Array(readFileSync(join(root, "test/golden", `${name}.bin`))));
  return probe.put(frame, builder, given);
}

const lazy4 = encoder.lazyFields.Pkt4;
const lazy6 = encoder.lazyFields.Pkt6;

describe("a policy", () => {
  it("reads every field of Pkt4 as the golden file has it", () => {
    const given = {
      [`fetch 0 ${lazy4.remoteHwaddr}`]: () => undefined,
      [`fetch 0 ${lazy4.sname}`]: (frame: FrameBuilder) => frame.appendBytes("01:02", "sname"),
      [`fetch 0 ${lazy4.file}`]: (frame: FrameBuilder) => frame.appendBytes("", "file"),
      [`fetch 0 ${lazy4.classes}`]: (frame: FrameBuilder) => frame.appendBytesList([{ text: "ALL" }, { text: "" }, { text: "KNOWN" }], "classes"),
      [`fetch 0 ${lazy4.localHwaddr}`]: (frame: FrameBuilder) => frame.appendHwAddr("ff:ff:ff:ff:ff:ff", "localHwaddr"),
      [`fetch 0 ${lazy4.wire}`]: (frame: FrameBuilder) => frame.appendBytes("01:01", "wire"),
    };
    expect(encoded("pkt4_receive", given).run("pkt4_receive").split("\n")).toEqual([
      ...["type=3", "op=1", "htype=1", "hlen=6", "hops=2", "relayed=true", "secs=258", "flags=32768", "localPort=67"],
      ...["remotePort=10067", "transid=2882400018", "ciaddr=192.0.2.17", "yiaddr=0.0.0.0", "siaddr=198.51.100.1", "giaddr=10.20.30.1"],
      ...["localAddr=203.0.113.7", "remoteAddr=10.20.30.254", "ifindex=-1", "iface=65:74:68:30", "hwaddr=de:ad:be:ef:00:01/1/1"],
      ...["clientId=01:de:ad:be:ef:00:01", "remoteHwaddr=null", "sname=01:02", "file=", "classes=ALL,,KNOWN", "localHwaddr=ff:ff:ff:ff:ff:ff/1/0", "wire=01:01", "dhcp4o6=true", ""],
    ]);
  });

  it("reads every field of Pkt6 as the golden file has it", () => {
    const given = {
      [`fetch 0 ${lazy6.hwaddr}`]: (frame: FrameBuilder) => frame.appendHwAddr({ bytes: "00:16:3e:00:00:02", htype: 6, source: 8 }, "hwaddr"),
      [`fetch 0 ${lazy6.localAddr}`]: (frame: FrameBuilder) => frame.appendIpv6("ff02::1:2", "localAddr"),
      [`fetch 0 ${lazy6.remoteAddr}`]: (frame: FrameBuilder) => frame.appendIpv6("fe80::a:1", "remoteAddr"),
      [`fetch 0 ${lazy6.classes}`]: (frame: FrameBuilder) => frame.appendBytesList([{ text: "ALL" }], "classes"),
      [`fetch 0 ${lazy6.remoteHwaddr}`]: () => undefined,
      [`fetch 0 ${lazy6.wire}`]: (frame: FrameBuilder) => frame.appendBytes("0c:00", "wire"),
    };
    expect(encoded("pkt6_receive", given).run("pkt6_receive").split("\n")).toEqual([
      ...["type=1", "relayed=true", "localPort=547", "remotePort=10547", "relayCount=2", "transid=11259375", "ifindex=7"],
      ...["iface=65:6e:70:30:73:33:31:66:36:2e:34:30:39:34", "duid=00:01:00:01:12:34:56:78:de:ad:be:ef:00:01"],
      ...["hwaddr=00:16:3e:00:00:02/6/8", "localAddr=ff02::1:2", "remoteAddr=fe80::a:1", "classes=ALL", "remoteHwaddr=null", "wire=0c:00", ""],
    ]);
  });

  it("asks for each field once in a callout, present or absent", () => {
    const policy = encoded("pkt6_receive", {
      [`fetch 0 ${lazy6.localAddr}`]: (frame) => frame.appendIpv6("::1", "localAddr"),
      [`fetch 0 ${lazy6.remoteAddr}`]: (frame) => frame.appendIpv6("::2", "remoteAddr"),
      [`fetch 0 ${lazy6.classes}`]: (frame) => frame.appendBytesList([], "classes"),
    });
    const first = policy.run("pkt6_receive");
    expect(policy.run("pkt6_receive")).toBe(first);
    expect(new Set(policy.calls).size).toBe(Object.keys(lazy6).length);
    expect(policy.calls).toHaveLength(Object.keys(lazy6).length);
  });

  it("does not ask where the slot says absent or holds an address", () => {
    const asking = encoded("pkt4_receive");
    const frame = encoder.encodePkt4Receive({ query4 });
    const slots = new DataView(frame.buffer);
    const record = 56;
    for (const field of model.objects[0]!.fields) {
      if (field.lazy === undefined) continue;
      // Where absence is allowed, 1; else the address of an empty value: the 16 zero bytes of the header.
      slots.setUint32(record + field.offset, field.absent === undefined ? asking.address("kea_policy_frame") + 12 : 1, true);
    }
    asking.put(frame, new FrameBuilder(), {});
    expect(asking.run("pkt4_receive").split("\n").slice(-8)).toEqual(["remoteHwaddr=null", "sname=", "file=", "classes=", "localHwaddr=null", "wire=null", "dhcp4o6=true", ""]);
    expect(asking.calls).toEqual([]);
  });

  it("reads a relay agent's record, and null where there is none", () => {
    const given = { "relay 0 1": (frame: FrameBuilder) => encoder.writeRelayHop(frame, hop, 7) };
    expect(encoded("pkt6_receive", given).run("relay")).toBe("type=12\nhopCount=1\nlinkAddr=2001:db8:1::\npeerAddr=fe80::1\n");
    expect(encoded("pkt6_receive").run("relay")).toBe("null");
  });

  it("tells an empty option from an absent one", () => {
    const given = { "option 0 61": (frame: FrameBuilder) => frame.appendBytes("", "option") };
    expect(encoded("pkt4_receive", given).run("option", 61)).toBe("");
    expect(encoded("pkt4_receive", given).run("option", 60)).toBe("null");
  });

  it("writes its edits as docs/design.md draws them", () => {
    encoded("pkt4_receive").run("edit");
    expect(probe.edits().toString("hex").replace(/(.{16})(?=.)/g, "$1 ")).toBe(
      [
        "4000000000000000",
        ...["0100000000000000", "0c00000004000000", Buffer.from("host\0\0\0\0").toString("hex")],
        ...["0200000000000000", "0300000000000000"],
        ...["0300000000000000", "0000000008000000", Buffer.from("blöcked").toString("hex")],
      ].join(" "),
    );
  });

  it("sets arguments by their position", () => {
    encoded("pkt4_receive").run("set");
    const operation = model.edits.find(({ name }) => name === "set_argument")!.number.toString(16).padStart(2, "0");
    // The log goes on where nobody emptied it, as the host does before each call.
    const last = (words: number): string => probe.edits().subarray(-8 * words).toString("hex").replace(/(.{16})(?=.)/g, "$1 ");
    expect(last(5)).toBe([`${operation}00000004000000`, "0100000000000000", `${operation}00000003000000`, "0000000004000000", Buffer.from("pc7.\0\0\0\0").toString("hex")].join(" "));
    encoded("pkt4_receive").run("select");
    expect(last(2)).toBe(`${operation}00000001000000 0700000000000000`);
  });

  it("finds null where the client sent no identifier", () => {
    const frame = new FrameBuilder();
    probe.put(encoder.encodePkt6Receive({ query6: { ...query6, duid: null } }, frame), frame, {
      [`fetch 0 ${lazy6.localAddr}`]: (tail) => tail.appendIpv6("::", "localAddr"),
      [`fetch 0 ${lazy6.remoteAddr}`]: (tail) => tail.appendIpv6("::", "remoteAddr"),
      [`fetch 0 ${lazy6.classes}`]: (tail) => tail.appendBytesList([], "classes"),
    });
    expect(probe.run("pkt6_receive")).toContain("\nduid=null\nhwaddr=null\nlocalAddr=::\n");
  });
});
