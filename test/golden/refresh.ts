// SPDX-License-Identifier: MPL-2.0
// Writes the .bin and .txt beside each .json anew; see README.md.
import { writeFileSync } from "node:fs";
import { annotate } from "../../sdk/abi/annotate.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { folder, goldenFrames } from "./golden_frames.ts";

for (const [name, encode] of Object.entries(goldenFrames)) {
  const frame = encode();
  writeFileSync(`${folder}${name}.bin`, frame);
  writeFileSync(`${folder}${name}.txt`, annotate(layOut(schema), frame));
}
