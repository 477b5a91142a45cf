// SPDX-License-Identifier: MPL-2.0
// A small host in Node: enough to run a policy on values and see what it decided. What Kea's host does beyond that (budgets, limits, Kea's
// parsers) is tested with the real one.
import { layOut, type PlacedField } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { FrameBuilder } from "../../sdk/cli/frame_builder.ts";
import * as encoders from "../../sdk/cli/generated/encode.ts";
import type { Pkt4Receive, Pkt6Receive, RelayHop } from "../../sdk/cli/generated/objects.ts";
import type { BytesValue } from "../../sdk/cli/values.ts";
import { ConfigNodes, type Json } from "./config_nodes.ts";

const model = layOut(schema);
const listKinds = ["", "hwaddr", "oui", "duid", "prefix", "string"];

export interface HostSetting {
  config?: Json;
  /** What the lists answer: `has` gets the bytes of the key. */
  lists?: Record<string, { kind: string; has(key: Uint8Array): boolean }>;
  random?: number;
  now?: bigint;
  /** The verdict of the script, given the environment's bytes. */
  script?: (environment: Buffer) => number;
}

/** What host functions bring in for the packet: options by "82", "82.1" or "16@0", relays from the server outwards, text and label. */
export interface Extras {
  options?: Record<string, BytesValue>;
  relays?: { hop: RelayHop; options?: Record<string, BytesValue> }[];
  /** Of a list: its items, each with what host functions bring in for it. */
  items?: { value: Record<string, unknown>; extras?: Extras }[];
  /** By the number that the host function `text` takes. */
  texts?: string[];
}

export interface EditEntry {
  operation: string;
  object: number;
  code: number;
  value: Uint8Array;
}

/** What a policy's abort carries. */
export class PolicyAbort extends Error {
  constructor(readonly sentence: string, readonly file: string, readonly line: number, readonly column: number) {
    super(`${sentence} (${file}:${line}:${column})`);
  }
}

interface HostObject {
  type: string;
  /** Where its record begins in the frame. */
  record: number;
  fields: Record<string, unknown>;
  extras: Extras;
}

export class NodeHost {
  readonly module: WebAssembly.Module;
  readonly log: { level: number; text: string }[] = [];
  /** How often the policy asked for a lazy field. */
  fetches = 0;
  refusal: string | undefined;
  private readonly exports: Record<string, unknown>;
  private readonly nodes: ConfigNodes;
  private readonly lists: NonNullable<HostSetting["lists"]>;
  // Smaller than the region in the policy's memory: each callout clears it, and no test needs more.
  private readonly frame = new FrameBuilder(64 * 1024);
  private copied = 0;
  private objects: HostObject[] = [];

  constructor(wasm: Uint8Array, private readonly setting: HostSetting = {}) {
    this.nodes = new ConfigNodes(setting.config);
    this.lists = setting.lists ?? {};
    this.module = new WebAssembly.Module(wasm);
    this.exports = new WebAssembly.Instance(this.module, { kea_policy_1: this.imports() }).exports;
    (this.exports.kea_policy_start as () => void)();
  }

  get memory(): ArrayBuffer {
    return (this.exports.memory as WebAssembly.Memory).buffer;
  }

  /** Value of an exported global. */
  number(name: string): number {
    return (this.exports[name] as WebAssembly.Global).value;
  }

  /** What load() returned; true where there is none. */
  load(): boolean {
    return this.exports.load ? (this.exports.load as () => number)() !== 0 : true;
  }

  receive4(query4: Pkt4Receive["query4"], extras: Extras = {}): { verdict: string; edits: EditEntry[] } {
    return this.call("pkt4_receive", { query4 }, { query4: extras });
  }

  receive6(query6: Pkt6Receive["query6"], extras: Extras = {}): { verdict: string; edits: EditEntry[] } {
    return this.call("pkt6_receive", { query6 }, { query6: extras });
  }

  /** Any hook point, with its arguments by their names, and what host functions bring in for each. */
  call(hookPoint: string, values: Record<string, unknown>, extras: Record<string, Extras> = {}): { verdict: string; edits: EditEntry[] } {
    this.copied = 0;
    const point = model.hookPoints.find(({ name }) => name === hookPoint)!;
    const encode = (encoders as unknown as Record<string, (value: unknown, frame: FrameBuilder) => Uint8Array>)[`encode${point.context}`]!;
    const bytes = encode(values, this.frame);
    const callout = 32;
    this.objects = point.arguments.map(({ name, type, offset }) => {
      const argument = callout + offset;
      const record = argument + new DataView(bytes.buffer).getUint32(argument, true);
      return { type, record, fields: (values[name] ?? {}) as Record<string, unknown>, extras: extras[name] ?? {} };
    });
    this.copyTail();
    new DataView(this.memory).setUint32(this.number("kea_policy_edits"), 0, true);
    const verdict = (this.exports[hookPoint] as (callout: number) => number)(this.frameStart + callout);
    return { verdict: model.verdicts.find(({ number }) => number === verdict)?.name ?? String(verdict), edits: this.readEdits() };
  }

  private get frameStart(): number {
    return this.number("kea_policy_frame");
  }

  /** Brings what the frame has grown by into the policy's memory; what is there already has its lazy fields filled in. */
  private copyTail(): void {
    const bytes = this.frame.finish();
    new Uint8Array(this.memory).set(bytes.subarray(this.copied), this.frameStart + this.copied);
    this.copied = bytes.length;
  }

  private readEdits(): EditEntry[] {
    const start = this.number("kea_policy_edits");
    const view = new DataView(this.memory);
    const end = start + 8 + view.getUint32(start, true);
    const entries: EditEntry[] = [];
    for (let at = start + 8; at < end; ) {
      const length = view.getUint32(at + 12, true);
      const padded = (length + 7) & ~7;
      const padding = new Uint8Array(this.memory, at + 16 + length, padded - length);
      if (view.getUint16(at + 2, true) !== 0 || padding.some((byte) => byte !== 0)) throw new Error("The padding of an edit is not zero.");
      entries.push({
        operation: model.edits.find(({ number }) => number === view.getUint16(at, true))?.name ?? "unknown",
        object: view.getUint32(at + 4, true),
        code: view.getUint32(at + 8, true),
        value: new Uint8Array(this.memory.slice(at + 16, at + 16 + length)),
      });
      at += 16 + padded;
    }
    return entries;
  }

  private utf16(address: number, bytes: number): string {
    return Buffer.from(this.memory, address, bytes).toString("utf16le");
  }

  /** Writes a text as far as there is room; returns its full length. */
  private giveText(text: string, destination: number, capacity: number): number {
    const bytes = Buffer.from(text);
    new Uint8Array(this.memory).set(bytes.subarray(0, capacity), destination);
    return bytes.length;
  }

  /** Address of a value behind what is used; its slot in the record gets that address, or 1 where it is absent. */
  private fetch(handle: number, number: number): number {
    ++this.fetches;
    const object = this.objects[handle]!;
    const field = model.objects.find(({ name }) => name === object.type)!.fields.find(({ lazy }) => lazy === number)!;
    const value = object.fields[field.name];
    const address = value === undefined || value === null ? 0 : this.frameStart + this.appendValue(field, value);
    this.copyTail();
    new DataView(this.memory).setUint32(this.frameStart + object.record + field.offset, address || 1, true);
    return address;
  }

  private appendValue(field: PlacedField, value: unknown): number {
    if (field.type === "hwaddr") return this.frame.appendHwAddr(value as BytesValue as string, field.name);
    if (field.type === "ipv6") return this.frame.appendIpv6(value as string, field.name);
    if (field.type === "byteslist") return this.frame.appendBytesList(value as BytesValue[], field.name);
    return this.frame.appendBytes(value as BytesValue, field.name);
  }

  private option(handle: number, key: string): number {
    const value = this.objects[handle]!.extras.options?.[key];
    if (value === undefined) return 0;
    const at = this.frame.appendBytes(value, `option ${key}`);
    this.copyTail();
    return this.frameStart + at;
  }

  private relay(handle: number, index: number): number {
    const relay = this.objects[handle]!.extras.relays?.[index];
    if (!relay) return 0;
    const record = encoders.writeRelayHop(this.frame, relay.hop, this.objects.length);
    this.objects.push({ type: "RelayHop", record, fields: {}, extras: { options: relay.options } });
    this.copyTail();
    return this.frameStart + record;
  }

  private item(handle: number, index: number): number {
    const list = this.objects[handle]!;
    const item = list.extras.items?.[index];
    if (!item) return 0;
    const type = model.objects.find(({ name }) => name === list.type)!.reads[0]!.returns;
    const write = (encoders as unknown as Record<string, (frame: FrameBuilder, value: unknown, handle: number) => number>)[`write${type}`]!;
    const record = write(this.frame, item.value, this.objects.length);
    this.objects.push({ type, record, fields: item.value, extras: item.extras ?? {} });
    this.copyTail();
    return this.frameStart + record;
  }

  private imports(): Record<string, unknown> {
    const { nodes } = this;
    return {
      abort: (message: number, messageBytes: number, file: number, fileBytes: number, line: number, column: number) => {
        throw new PolicyAbort(this.utf16(message, messageBytes), this.utf16(file, fileBytes), line, column);
      },
      log: (level: number, text: number, bytes: number) => void this.log.push({ level, text: this.utf16(text, bytes) }),
      refuse: (text: number, bytes: number) => void (this.refusal = this.utf16(text, bytes)),
      seed: () => this.setting.random ?? 0.5,
      now: () => this.setting.now ?? 0n,
      fetch: (handle: number, field: number) => this.fetch(handle, field),
      option: (handle: number, code: number) => this.option(handle, String(code)),
      option_at: (handle: number, code: number, index: number) => this.option(handle, `${code}@${index}`),
      sub_option: (handle: number, code: number, subCode: number) => this.option(handle, `${code}.${subCode}`),
      relay: (handle: number, index: number) => this.relay(handle, index),
      item: (handle: number, index: number) => this.item(handle, index),
      text: (handle: number, which: number, destination: number, capacity: number) =>
        this.giveText(this.objects[handle]!.extras.texts?.[which] ?? "", destination, capacity),
      run_script: (environment: number, bytes: number) => this.setting.script!(Buffer.from(this.memory.slice(environment, environment + bytes))),
      list_open: (name: number, bytes: number) => Object.keys(this.lists).indexOf(this.utf16(name, bytes)) + 1,
      list_kind: (list: number) => listKinds.indexOf(Object.values(this.lists)[list - 1]?.kind ?? ""),
      list_has: (list: number, key: number, bytes: number) =>
        Object.values(this.lists)[list - 1]!.has(new Uint8Array(this.memory.slice(key, key + bytes))) ? 1 : 0,
      config_kind: (node: number) => nodes.kind(node),
      config_size: (node: number) => nodes.size(node),
      config_item: (node: number, index: number) => nodes.item(node, index),
      config_member: (node: number, name: number, bytes: number) => nodes.member(node, this.utf16(name, bytes)),
      config_name: (node: number, index: number, destination: number, capacity: number) =>
        this.giveText(nodes.name(node, index), destination, capacity),
      config_integer: (node: number) => BigInt(Number(nodes.value(node) ?? 0)),
      config_number: (node: number) => Number(nodes.value(node) ?? 0),
      config_string: (node: number, destination: number, capacity: number) =>
        this.giveText(String(nodes.value(node) ?? ""), destination, capacity),
    };
  }
}
