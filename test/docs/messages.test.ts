// SPDX-License-Identifier: MPL-2.0
import { describe, expect, test } from "vitest";
import { readMessages } from "../../host/messages/generate.ts";

describe("messages.mes", () => {
  test("each message has an id, a level, a text and a paragraph", () => {
    expect(readMessages("# comment\n\n% A_B INFO one %1\nWhat it\nimplies.\n")).toEqual([
      { id: "A_B", level: "INFO", text: "one %1", description: "What it implies." },
    ]);
  });

  test.each([
    ["% A LOUD x\nWhy.\n", "messages.mes:1: LOUD is no level"],
    ["% A INFO x\nWhy.\n% A INFO y\nWhy.\n", "messages.mes:3: A stands there twice"],
    ["Text.\n", "messages.mes:1: text before the first message"],
    ["% A INFO x\n", "A has no paragraph"],
  ])("refuses %j", (source, sentence) => {
    expect(() => readMessages(source)).toThrow(sentence);
  });
});
