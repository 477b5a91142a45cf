// SPDX-License-Identifier: MPL-2.0
// The environment that policies/classic hands to a script, in Node.
import { expect } from "vitest";
import type { Json } from "../sdk/config_nodes.ts";
import { type Extras, NodeHost } from "../sdk/node_host.ts";

/** The time of every callout, in seconds. */
export const now = 1_700_000_100n;

/** The environment that a script gets at one callout. */
export function scriptEnvironment(
  wasm: Uint8Array, hookPoint: string, values: Record<string, unknown>, extras: Record<string, Extras> = {}, config?: Json,
): Buffer {
  let environment: Buffer | undefined;
  const host = new NodeHost(wasm, { config, now: now * 1000n, script: (bytes) => ((environment = bytes), 0) });
  expect(host.load()).toBe(true);
  host.call(hookPoint, values, extras);
  return environment!;
}

export function expectLines(environment: Buffer, lines: string[]): void {
  // Lines are easier to read where they differ; the bytes are what counts.
  expect(environment.toString("latin1").split("\0")).toEqual([...lines, ""]);
  expect(environment.equals(Buffer.concat(lines.map((line) => Buffer.from(`${line}\0`, "latin1"))))).toBe(true);
}
