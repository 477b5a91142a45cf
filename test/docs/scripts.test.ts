// SPDX-License-Identifier: MPL-2.0
// docs/scripts.md against the sources that it describes.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const page = read("docs/scripts.md");
const limits = read("host/src/limits.h");
const limit = (name: string): number => Number(new RegExp(`\\b${name} = ([0-9']+);`).exec(limits)![1]!.replaceAll("'", ""));

test("every key of a script is in the table", () => {
  const keys = [...read("host/src/script_config.cc").matchAll(/^ {8}\{"([a-z-]+)", [A-Za-z| ]+, (true|false),/gm)].map(([, key]) => key!);
  expect(keys).toHaveLength(11);
  for (const key of keys) expect(page, key).toMatch(new RegExp(`^\\| .*\`${key}\`.* \\| .* \\| .* \\| .* \\|$`, "m"));
});

test("defaults and ranges are those of limits.h", () => {
  const rows = [
    `| \`timeout-ms\` | integer, ${limit("script_timeout_ms_least")} to ${limit("script_timeout_ms_most")} | ${limit("script_timeout_ms_default")}; ${limit("script_timeout_ms_default_later")} without \`wait\` |`,
    `| \`max-running\` | integer, 1 to ${limit("script_max_running_most")} | ${limit("script_max_running_default")} |`,
    `| \`max-queued\` | integer, 1 to ${limit("script_max_queued_most")} | ${limit("script_max_queued_default")} |`,
    `${limit("script_lines_burst")} lines at once and ${limit("script_lines_per_second")} a second`,
  ];
  for (const row of rows) expect(page).toContain(row);
});

test("the hook points where Kea parks packets, and since when, are those of the schema", () => {
  const table = page.split("## Who waits")[1]!.split("\n## ")[0]!;
  const rows = [...table.matchAll(/^\| (`.*`) \| ([\d.]+) \|$/gm)].flatMap(([, names, since]) => names!.split(", ").map((name) => `${name.slice(1, -1)} ${since}`));
  const parking = schema.hookPoints.flatMap(({ name, parksSince }) => (parksSince ? [`${name} ${parksSince}`] : []));
  expect(rows.sort()).toEqual(parking.sort());
});

test("each item that users asked for names a test that is there", () => {
  const items = page.split("## What users of the old hook asked for")[1]!.split("\n").filter((line) => line.startsWith("- "));
  expect(items).toHaveLength(8);
  for (const item of items) {
    expect(item).toMatch(/^- \[x\] /);
    const [, file, title] = /`(test\/[^`]+)`, "([^"]+)"$/.exec(item) ?? [];
    if (file) expect(read(file)).toContain(`"${title}"`);
    else expect(item).toMatch(/: the same test$/);
  }
});
