// SPDX-License-Identifier: MPL-2.0
// Test files run beside each other in processes of their own: no two of them may be given the same port, bound or not.
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { freePort } from "./free_ports.ts";

const two = { lowest: 9_998, highest: 9_999 };

it("a port is given once, also to other processes, whether it is bound or not", async () => {
  const given = [await freePort(4, two), await freePort(6, two)];
  expect(given.sort()).toEqual([9_998, 9_999]);
  await expect(freePort(4, two)).rejects.toThrow("No free port was found between 9998 and 9999 after 100 attempts.");

  const other = `import { freePort } from "${import.meta.dirname}/free_ports.ts"; freePort(4, ${JSON.stringify(two)}).then(console.log, (error) => console.log(error.message))`;
  const answer = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", other], { encoding: "utf8" });
  expect(answer).toBe("No free port was found between 9998 and 9999 after 100 attempts.\n");
});
