// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "vitest/config";

// One file at a time and its tests in order: they share one platform, as people do.
export default defineConfig({
  test: {
    include: [process.env["SCREENSHOTS"] ? "e2e/screenshots.ts" : "e2e/*.test.ts"],
    environment: "node",
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 60_000,
    hookTimeout: 360_000,
    bail: 0,
  },
});
