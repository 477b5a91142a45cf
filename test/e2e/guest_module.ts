// SPDX-License-Identifier: MPL-2.0
// Modules that the SDK would never make, from WebAssembly's text.
import binaryen from "binaryen";
import { writeFileSync } from "node:fs";

export interface Guest {
  /** kea_policy_abi. */
  abi?: number;
  /** Of 64 KiB that its memory has at the start. */
  pages?: number;
  /** Imports, in the text format; they stand before everything else. */
  imports?: string;
  /** All of its functions; by default a pkt4_receive and a pkt6_receive that let every packet pass. */
  functions?: string;
  /** Leaves out what every policy exports. */
  noPolicy?: boolean;
  /** JSON for the custom section "kea_policy". */
  metadata?: unknown;
}

/** An exported hook point that answers Continue. */
export const passing = (name: string): string => `(func (export "${name}") (param i32) (result i32) (i32.const 0))`;

const policyExports = (abi: number, pages: number): string => `
  (memory (export "memory") ${pages})
  (global (export "kea_policy_abi") i32 (i32.const ${abi}))
  (global (export "kea_policy_frame") i32 (i32.const 1024))
  (global (export "kea_policy_frame_size") i32 (i32.const 262144))
  (global (export "kea_policy_edits") i32 (i32.const 263168))
  (global (export "kea_policy_edits_size") i32 (i32.const 65536))`;

export function guestBytes(guest: Guest): Buffer {
  const functions = guest.functions ?? passing("pkt4_receive") + passing("pkt6_receive");
  const module = binaryen.parseText(`(module ${guest.imports ?? ""} ${guest.noPolicy ? "" : policyExports(guest.abi ?? 1, guest.pages ?? 8)} ${functions})`);
  try {
    const bytes = Buffer.from(module.emitBinary());
    return guest.metadata === undefined ? bytes : Buffer.concat([bytes, customSection("kea_policy", JSON.stringify(guest.metadata))]);
  } finally {
    module.dispose();
  }
}

/** Writes the module to a file and returns its path. */
export function writeGuest(file: string, guest: Guest): string {
  writeFileSync(file, guestBytes(guest));
  return file;
}

function customSection(name: string, content: string): Buffer {
  const body = Buffer.concat([leb128(name.length), Buffer.from(name), Buffer.from(content)]);
  return Buffer.concat([Buffer.from([0]), leb128(body.length), body]);
}

function leb128(value: number): Buffer {
  const bytes: number[] = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}
