// SPDX-License-Identifier: MPL-2.0
// How a policy failed: what its abort says, and where a trap happened by the source map that the module carries: what the host does for its log lines.
import { SourceMap, type SourceMapPayload } from "node:module";
import { PolicyAbort } from "./node_host.ts";

export interface Metadata {
  name: string;
  version: string;
  sdk: string;
  abi: number;
  hookPoints: string[];
  imports: string[];
  fields: string[];
  sourceMap: SourceMapPayload;
}

/** The custom section "kea_policy". */
export function metadataOf(wasm: Uint8Array): Metadata {
  const sections = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), "kea_policy");
  if (sections.length !== 1) throw new Error(`The module has ${sections.length} sections named kea_policy.`);
  return JSON.parse(new TextDecoder().decode(sections[0])) as Metadata;
}

/** The trap that an action ends in. */
export function trapOf(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return error;
    throw error;
  }
  throw new Error("Nothing trapped.");
}

/** The abort that an action ends in. */
export function abortOf(action: () => unknown): PolicyAbort {
  try {
    action();
  } catch (error) {
    if (error instanceof PolicyAbort) return error;
    throw error;
  }
  throw new Error("The policy did not abort.");
}

/** The frames of a trap, innermost first, with file and line where the map knows them. */
export function mappedFrames(wasm: Uint8Array, trap: Error): { file: string; line: number; column: number }[] {
  const map = new SourceMap(metadataOf(wasm).sourceMap);
  // V8 writes wasm://wasm/<hash>:wasm-function[7]:0x1a3, the offset in the module: the column of asc's map.
  return [...trap.stack!.matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)].map(([, offset]) => {
    const entry = map.findEntry(0, parseInt(offset!, 16));
    return "originalSource" in entry
      ? { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
      : { file: "", line: 0, column: 0 };
  });
}
