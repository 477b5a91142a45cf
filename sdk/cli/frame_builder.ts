// SPDX-License-Identifier: MPL-2.0
// Builds a frame in Node: the counterpart of the host's frame_cursor.h, used by the generated encoder. docs/design.md draws the bytes.
import { bytesOf, hwAddrOf, ipv4Of, ipv6Of } from "./values.ts";
import type { BytesValue, HwAddrValue } from "./values.ts";

const alignment = 8;
const headerBytes = 32;
const calloutHandle = 0xffffffff;
const ranges = {
  u8: [1, 0n, 0xffn],
  u16: [2, 0n, 0xffffn],
  u32: [4, 0n, 0xffffffffn],
  u64: [8, 0n, 0xffffffffffffffffn],
  i32: [4, -0x80000000n, 0x7fffffffn],
  i64: [8, -0x8000000000000000n, 0x7fffffffffffffffn],
} as const;

export type NumberType = keyof typeof ranges;

export class FrameBuilder {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private used = 0;

  /** The size is that of the region in a policy's memory. */
  constructor(size = 256 * 1024) {
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Writes header and callout record; the record's distance from the frame's start. */
  begin(abi: number, hookPoint: number, recordBytes: number): number {
    this.bytes.fill(0);
    this.used = 0;
    this.take(headerBytes, alignment);
    this.view.setUint32(0, abi, true);
    this.view.setUint32(8, hookPoint, true);
    return this.beginRecord(recordBytes, calloutHandle);
  }

  beginRecord(recordBytes: number, handle: number): number {
    const at = this.take(recordBytes, alignment);
    this.view.setUint32(at, recordBytes, true);
    this.view.setUint32(at + 4, handle, true);
    return at;
  }

  setPresent(record: number, bit: number): void {
    this.view.setBigUint64(record + 8, this.view.getBigUint64(record + 8, true) | (1n << BigInt(bit)), true);
  }

  /** Leads a field to what it stands for. */
  link(field: number, target: number): void {
    this.view.setUint32(field, target - field, true);
  }

  /** Notes how many bytes are used and returns them. More may be appended after; call it again then. */
  finish(): Uint8Array {
    this.view.setUint32(4, this.used, true);
    return this.bytes.slice(0, this.used);
  }

  placeNumber(at: number, type: NumberType, value: number | bigint, name: string): void {
    const [size, least, most] = ranges[type];
    if (typeof value === "number" && !Number.isInteger(value)) throw new Error(`${name}: ${value} is no integer.`);
    const integer = BigInt(value);
    if (integer < least || integer > most) throw new Error(`${name}: ${value} does not fit; it must be ${least} to ${most}.`);
    for (let index = 0; index < size; index++) this.bytes[at + index] = Number((integer >> BigInt(8 * index)) & 0xffn);
  }

  placeIpv4(at: number, address: string, name: string): void {
    this.bytes.set(ipv4Of(address, name), at);
  }

  placeIpv6(at: number, address: string, name: string): void {
    this.bytes.set(ipv6Of(address, name), at);
  }

  placeBytes(at: number, value: BytesValue, name: string): void {
    const bytes = bytesOf(value, name);
    if (bytes.length === 0) return;
    const start = this.take(bytes.length, 1);
    this.bytes.set(bytes, start);
    this.link(at, start);
    this.view.setUint32(at + 4, bytes.length, true);
  }

  placeHwAddr(at: number, value: HwAddrValue, name: string): void {
    const { bytes, htype, source } = hwAddrOf(value, name);
    this.placeBytes(at, bytes, name);
    this.placeNumber(at + 8, "u16", htype, `${name}.htype`);
    this.placeNumber(at + 12, "u32", source, `${name}.source`);
  }

  // Values that a policy asks for during its callout: each returns its distance from the frame's start.

  appendBytes(value: BytesValue, name: string): number {
    const at = this.take(8, 4);
    this.placeBytes(at, value, name);
    return at;
  }

  appendHwAddr(value: HwAddrValue, name: string): number {
    const at = this.take(16, 4);
    this.placeHwAddr(at, value, name);
    return at;
  }

  appendIpv4(address: string, name: string): number {
    const at = this.take(4, 4);
    this.placeIpv4(at, address, name);
    return at;
  }

  appendIpv6(address: string, name: string): number {
    const at = this.take(16, 8);
    this.placeIpv6(at, address, name);
    return at;
  }

  appendBytesList(items: BytesValue[], name: string): number {
    const at = this.take(8, 4);
    if (items.length === 0) return at;
    const table = this.take(items.length * 8, 4);
    this.link(at, table);
    this.view.setUint32(at + 4, items.length, true);
    items.forEach((item, index) => this.placeBytes(table + index * 8, item, `${name}[${index}]`));
    return at;
  }

  private take(size: number, step: number): number {
    const start = Math.ceil(this.used / step) * step;
    if (start + size > this.bytes.length) throw new Error(`The frame has no room: ${this.bytes.length} bytes are too few for this object.`);
    this.used = start + size;
    return start;
  }
}
