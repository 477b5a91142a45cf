// SPDX-License-Identifier: MPL-2.0
import { describe, expect, test } from "vitest";
import { addCounts, countGtest, countVitest, judge, summaryLine } from "../run_counts.ts";

describe("counting gtest's report", () => {
  test("tells passed, failed, skipped and disabled tests apart", () => {
    const report = {
      testsuites: [
        {
          testsuite: [
            { status: "RUN", result: "COMPLETED" },
            { status: "RUN", result: "COMPLETED", failures: [{ failure: "expected 1" }] },
          ],
        },
        {
          testsuite: [
            { status: "RUN", result: "SKIPPED" },
            { status: "NOTRUN", result: "SUPPRESSED" },
          ],
        },
      ],
    };
    expect(countGtest(report)).toEqual({ passed: 1, failed: 1, skipped: 2 });
  });
});

describe("counting vitest's report", () => {
  test("tells passed, failed, skipped and planned tests apart", () => {
    const statuses = ["passed", "passed", "failed", "skipped", "pending", "todo"];
    const report = { testResults: [{ status: "failed", assertionResults: statuses.map((status) => ({ status })) }] };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  test("counts a file that could not be loaded as a failure", () => {
    expect(countVitest({ testResults: [{ status: "failed", assertionResults: [] }] }).failed).toBe(1);
  });

  test("counts a file whose clean-up failed after its tests passed as a failure", () => {
    const report = { testResults: [{ status: "failed", assertionResults: [{ status: "passed" }] }] };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe("judging a runner", () => {
  const passing = { passed: 3, failed: 0, skipped: 0 };

  test("takes passed tests of a runner that ended well as they are", () => {
    expect(judge(passing, true)).toEqual({ counts: passing });
  });

  test("fails a runner that crashed without a report", () => {
    expect(judge(undefined, false).counts.failed).toBe(1);
  });

  test("fails a runner that ran nothing, or skipped everything", () => {
    expect(judge({ passed: 0, failed: 0, skipped: 0 }, true).counts.failed).toBe(1);
    expect(judge({ passed: 0, failed: 0, skipped: 7 }, true).counts.failed).toBe(1);
  });

  test("fails a runner that ended badly after its tests passed", () => {
    expect(judge(passing, false)).toMatchObject({ counts: { passed: 3, failed: 1 } });
  });
});

test("the summary names skipped tests only where there are some", () => {
  expect(summaryLine({ passed: 2, failed: 0, skipped: 0 })).toBe("2 passed, 0 failed");
  const sum = addCounts({ passed: 2, failed: 0, skipped: 0 }, { passed: 1, failed: 4, skipped: 3 });
  expect(summaryLine(sum)).toBe("3 passed, 4 failed, 3 skipped");
});
