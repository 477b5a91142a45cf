// SPDX-License-Identifier: MPL-2.0
// The way of a packet must not become slower unnoticed. Instructions are counted, since times differ from run to run.
import { expect, it } from "vitest";
import { committedCounts, countInstructions, toolchain } from "../../bench/callout_instructions.ts";
import { cases } from "../../bench/places.ts";

const MOST_GROWTH = 1.03;

const committed = committedCounts();
// Another compiler or another Kea makes other instructions, which say nothing about our sources.
const comparable = committed.toolchain === toolchain();

it.runIf(comparable)("adds no more instructions to a callout than bench/instructions.json says", { timeout: 120_000 }, () => {
  const counted = countInstructions();
  const grown = cases.filter((name) => counted.cases[name].ours > committed.cases[name].ours * MOST_GROWTH);
  const sentences = grown.map((name) => `${name}: ${counted.cases[name].ours} instructions instead of ${committed.cases[name].ours}`);
  expect(sentences, "If that is worth its price, run 'npx tsx bench/callout_instructions.ts update' and commit the file.").toEqual([]);
});

if (!comparable) it.skip(`cannot compare instructions: they were counted with ${committed.toolchain}, and this is ${toolchain()}`);
