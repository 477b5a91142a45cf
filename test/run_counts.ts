// SPDX-License-Identifier: MPL-2.0
// What the test runners report, as numbers that can be added.

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export function addCounts(...all: Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** gtest's --gtest_output=json. A test that is disabled has the status NOTRUN. */
export function countGtest(report: unknown): Counts {
  const { testsuites } = report as {
    testsuites: { testsuite: { status: string; result: string; failures?: unknown[] }[] }[];
  };
  const tests = testsuites.flatMap((suite) => suite.testsuite);
  const failed = tests.filter((test) => test.failures !== undefined).length;
  const skipped = tests.filter((test) => test.status === "NOTRUN" || test.result === "SKIPPED").length;
  return { passed: tests.length - failed - skipped, failed, skipped };
}

/** vitest's JSON reporter. A file that fails before its first test, or in a hook, has failed although none of its tests has. */
export function countVitest(report: unknown): Counts {
  const { testResults } = report as { testResults: { status: string; assertionResults: { status: string }[] }[] };
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    const failed = statuses.filter((status) => status === "failed").length;
    const passed = statuses.filter((status) => status === "passed").length;
    counts.passed += passed;
    counts.failed += failed === 0 && file.status === "failed" ? 1 : failed;
    counts.skipped += statuses.length - passed - failed;
  }
  return counts;
}

/**
 * Never lets a runner pass that did not prove anything: one that left no report, ran no test, or ended badly although its tests
 * passed has one failure more.
 */
export function judge(counts: Counts | undefined, endedWell: boolean): { counts: Counts; complaint?: string } {
  if (counts === undefined) {
    return { counts: { passed: 0, failed: 1, skipped: 0 }, complaint: "it left no report of what it ran" };
  }
  if (counts.passed + counts.failed === 0) return { counts: { ...counts, failed: 1 }, complaint: "it ran no test" };
  if (!endedWell && counts.failed === 0) {
    return { counts: { ...counts, failed: 1 }, complaint: "its tests passed, but it did not end well" };
  }
  return { counts };
}

export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
