// SPDX-License-Identifier: MPL-2.0
// Runs every test there is and ends with one line that sums them up. What it runs was built by host/setup/build.sh before. Arguments
// are vitest's, such as folders whose tests alone are to be run: tsx test/run.ts test/e2e
//   KEA_POLICY_BUILD   the build folder, where it is not build/host
//   KEA_POLICY_HOOK    the hook library, where it is not build/libdhcp_policy.so
//   KEA_POLICY_ROOTFS  a root filesystem with another Kea: the C++ tests run inside of it, and of the others only those end to end
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { addCounts, type Counts, countGtest, countVitest, judge, summaryLine } from "./run_counts.ts";

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const buildFolder = process.env.KEA_POLICY_BUILD || join(repository, "build", "host");
const outputFolder = process.env.KEA_POLICY_OUTPUT || process.env.KEA_POLICY_BUILD || join(repository, "build");
const hookLibrary = process.env.KEA_POLICY_HOOK || join(outputFolder, "libdhcp_policy.so");
const rootfs = process.env.KEA_POLICY_ROOTFS;
const reports = mkdtempSync(join(tmpdir(), "kea-policy-tests-"));
const environment = {
  ...process.env,
  KEA_POLICY_HOOK: hookLibrary,
  // From 2.6.3 on Kea loads hook libraries from this folder only.
  KEA_HOOKS_PATH: dirname(hookLibrary),
  // Kea's logging locks a file in here; its own folder belongs to root and need not exist.
  KEA_LOCKFILE_DIR: reports,
};

/** Runs one program with our own output, and counts what its JSON report says. */
function run(title: string, command: string[], report: string, count: (report: unknown) => Counts): Counts {
  console.log(`\n── ${title}`);
  const [program = "", ...args] = command;
  const ended = spawnSync(program, args, { cwd: repository, env: environment, stdio: ["ignore", "inherit", "inherit"] });
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : undefined;
  const how = ended.error?.message ?? (ended.signal ? `signal ${ended.signal}` : `exit code ${ended.status}`);
  const judged = judge(counts, ended.status === 0);
  if (judged.complaint) console.error(`${title}: ${judged.complaint} (${how}).`);
  return judged.counts;
}

function runGtest(): Counts {
  const report = join(reports, "gtest.json");
  const command = [join(buildFolder, "host_tests"), `--gtest_output=json:${report}`, "--gtest_brief=1"];
  return run("C++ tests (gtest)", rootfs ? ["chroot", rootfs, ...command] : command, report, countGtest);
}

function runVitest(): Counts {
  const report = join(reports, "vitest.json");
  const vitest = join(repository, "node_modules", "vitest", "vitest.mjs");
  const command = [process.execPath, vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  command.push(...(rootfs ? ["test/e2e"] : process.argv.slice(2)));
  return run("TypeScript and end-to-end tests (vitest)", command, report, countVitest);
}

const total = addCounts(runGtest(), runVitest());
rmSync(reports, { recursive: true });
console.log(`\n${summaryLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
