// SPDX-License-Identifier: MPL-2.0
// docs/operating.md against the sources that it describes.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const page = read("docs/operating.md");
const limits = read("host/src/limits.h");

/** Value of a number in limits.h. */
function limit(name: string): number {
  const found = new RegExp(`\\b${name}(?: =|\\{) ?([0-9' *]+)`).exec(limits);
  if (!found?.[1]) throw new Error(`limits.h has no ${name}`);
  return found[1].replaceAll("'", "").split("*").reduce((product, factor) => product * Number(factor), 1);
}

test("every key of a policy is in the table, with its default and range", () => {
  const keys = [...read("host/src/config.cc").matchAll(/^ {8}\{"([a-z-]+)", [A-Za-z| ]+, (true|false),/gm)].map(([, key]) => key as string);
  expect(keys).toContain("memory-limit-kib");
  for (const key of keys) expect([`\`${key}\``, `"${key}"`].some((spelling) => page.includes(spelling)), key).toBe(true);
  for (const key of ["max_instructions", "memory_limit_kib", "log_lines_per_second"]) {
    const range = `${limit(`${key}_least`)} to ${limit(`${key}_most`)}`;
    expect(page).toContain(`| \`${key.replaceAll("_", "-")}\` | integer, ${range} | ${limit(`${key}_default`)} |`);
  }
});

test("the limits are those of limits.h", () => {
  const mebibytes = (name: string): string => `${limit(name) / 1024 / 1024} MiB`;
  const rows = [
    `policies in one configuration; lists of one policy | ${limit("policies_most")}; ${limit("lists_most")} |`,
    `size of a policy's file | ${mebibytes("wasm_file_bytes")} |`,
    `size of a list's file; length of a line | ${mebibytes("list_file_bytes")}; ${limit("list_line_bytes")} bytes |`,
    `wasm stack | ${limit("wasm_stack_bytes") / 1024} KiB |`,
    `edits of one call | ${limit("edit_log_entries")}, ${limit("edit_log_bytes") / 1024} KiB in all |`,
    `a log line of a policy; lines about its faults | ${limit("log_line_bytes") / 1024} KiB; ${limit("fault_lines_burst")} at once, ${limit("fault_lines_per_second")} a second |`,
    `spare instances of one policy | ${limit("spare_instances")} |`,
    `log lines of one script | ${limit("script_lines_burst")} at once, ${limit("script_lines_per_second")} a second;`,
  ];
  for (const row of rows) expect(page).toContain(row);
  expect(limit("time_every_call")).toBe(16);
  expect(limit("faults_until_suspension")).toBe(10);
});

test("every kind of fault and every kind of list is told", () => {
  const faults = /names\[kFaultKinds\] = \{([^}]*)\}/.exec(read("host/src/fault.h"))?.[1] ?? "";
  const kinds = [...faults.matchAll(/"([a-z-]+)"/g)].map(([, kind]) => kind as string);
  expect(kinds).toHaveLength(9);
  for (const kind of kinds) expect(page).toContain(`| \`${kind}\` |`);
  for (const kind of ["hwaddr", "oui", "duid", "prefix", "string"]) expect(page).toContain(`| \`${kind}\` |`);
});
