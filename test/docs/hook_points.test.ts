// SPDX-License-Identifier: MPL-2.0
// The pages of hook points and the policies that they show.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../sdk/abi/generate.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { packedSdk } from "../sdk/packed_sdk.ts";

const pages = join(root, "docs/hook-points");
const examples = join(root, "examples/hook-points");
const names = schema.hookPoints.map(({ name }) => name).sort();
const read = (path: string): string => readFileSync(path, "utf8");
const policyFiles = readdirSync(examples).filter((file) => file.endsWith(".ts"));

describe("each hook point", () => {
  it("has a policy of a few lines in examples/hook-points: write NAME.ts there, and `npm run gen`", () => {
    expect(policyFiles.sort()).toEqual(names.map((name) => `${name}.ts`));
    for (const file of policyFiles) {
      const body = /^export function (\w+)\(ctx: \w+\): Verdict \{\n((?: .*\n)+)\}\n$/m.exec(read(join(examples, file)));
      expect(body?.[1], file).toBe(file.replace(".ts", ""));
      expect(body![2]!.split("\n").length - 1, `lines of ${file}`).toBeLessThanOrEqual(6);
    }
  });

  it("has a page, which shows that policy whole", () => {
    expect(readdirSync(pages).sort()).toEqual(["README.md", ...names.map((name) => `${name}.md`)].sort());
    for (const name of names) {
      const policy = read(join(examples, `${name}.ts`)).replace("// SPDX-License-Identifier: MPL-2.0\n", "");
      expect(read(join(pages, `${name}.md`)), name).toContain(`\`\`\`ts\n${policy}\`\`\`\n`);
    }
  });

  it("stands in the table of verdicts, with what Kea does on each or that it is a fault", () => {
    const table = read(join(pages, "README.md"));
    for (const { name, verdicts } of schema.hookPoints) {
      const row = new RegExp(`^\\| \\[\`${name}\`\\]\\(${name}\\.md\\) \\| (.*) \\|$`, "m").exec(table)?.[1];
      const cells = row?.split(" | ") ?? [];
      expect(cells, name).toHaveLength(schema.verdicts.length);
      schema.verdicts.forEach((verdict, index) => expect(cells[index], `${name} ${verdict.name}`).toContain(verdicts[verdict.name] ?? "**fault**"));
    }
  });
});

it("the policies compile with plain asc, without a warning", { timeout: 120_000 }, async () => {
  const { wasm, exitCode, stderr } = await (await packedSdk()).compile(examples, ...policyFiles);
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name);
  expect(exported).toEqual(expect.arrayContaining(names));
});

it("links lead somewhere, to a heading where they name one", () => {
  for (const file of readdirSync(pages).map((name) => join(pages, name)).concat(join(root, "docs/reference.md"), join(examples, "README.md"))) {
    for (const [, path, heading] of read(file).matchAll(/\]\(([\w./-]*)(?:#([\w-]+))?\)/g)) {
      const target = path ? join(dirname(file), path) : file;
      expect(existsSync(target), `${file}: ${path}`).toBe(true);
      const headings = heading ? [...read(target).matchAll(/^#+ (.*)$|<a id="([^"]*)">/gm)].map(([, title, id]) => id ?? title!.toLowerCase().replaceAll(" ", "-")) : [];
      if (heading) expect(headings, `${file}: #${heading}`).toContain(heading);
    }
  }
});
