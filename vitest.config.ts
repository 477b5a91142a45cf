// SPDX-License-Identifier: MPL-2.0
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "policies/**/*.test.ts"],
    exclude: ["**/node_modules/**", "build/**"],
    // End-to-end tests start real servers; a busy machine with two cores is what the continuous integration has.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Each file gets a process of its own: a server that a file forgot cannot answer another file's clients.
    pool: "forks",
  },
});
