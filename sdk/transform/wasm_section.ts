// SPDX-License-Identifier: MPL-2.0
// A custom section behind all others: what stands before it keeps its place, so that the source map's offsets stay true.

/** An unsigned number as LEB128. */
function leb128(value: number): number[] {
  const bytes: number[] = [];
  do {
    const rest = value >>> 7;
    bytes.push((value & 0x7f) | (rest > 0 ? 0x80 : 0));
    value = rest;
  } while (value > 0);
  return bytes;
}

/** The module with one more custom section at its end. */
export function appendCustomSection(module: Uint8Array, name: string, content: string): Uint8Array {
  const encoder = new TextEncoder();
  const nameBytes = encoder.encode(name);
  const body = [...leb128(nameBytes.length), ...nameBytes];
  const contentBytes = encoder.encode(content);
  const head = [0, ...leb128(body.length + contentBytes.length), ...body];
  const result = new Uint8Array(module.length + head.length + contentBytes.length);
  result.set(module, 0);
  result.set(head, module.length);
  result.set(contentBytes, module.length + head.length);
  return result;
}
