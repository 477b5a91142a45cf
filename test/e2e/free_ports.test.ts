// SPDX-License-Identifier: MPL-2.0
// Test files run beside each other in processes of their own: no two of them may be given the same port, bound or not.
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { freePort } from "./free_ports.ts";

// Below those that servers are given, and hardly what another run of the tests takes.
const lowest = 2_000 + 2 * Math.floor(Math.random() * 3_900);
const two = { lowest, highest: lowest + 1 };
const exhausted = `No free port was found between ${two.lowest} and ${two.highest} after 100 attempts.`;

it("a port is given once, also to other processes, whether it is bound or not", async () => {
  const given = [await freePort(4, two), await freePort(6, two)];
  expect(given.sort()).toEqual([two.lowest, two.highest]);
  await expect(freePort(4, two)).rejects.toThrow(exhausted);

  const other = `import { freePort } from "${import.meta.dirname}/free_ports.ts"; freePort(4, ${JSON.stringify(two)}).then(console.log, (error) => console.log(error.message))`;
  const answer = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", other], { encoding: "utf8" });
  expect(answer).toBe(`${exhausted}\n`);
});
