import { defineConfig } from "vitest/config";

/** Two projects: `fast` needs no child process and runs within a minute; `real` starts engines, servers and browsers. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    setupFiles: ["test/fix-seed.ts"],
    // Waiting for a page has no hurry: a slow machine must not break a test.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          testTimeout: 60_000,
          // Nothing here keeps state in a module: files share those that are loaded, lists of places among them.
          isolate: false,
          // One for each of two cores: by itself vitest leaves one of them idle.
          maxWorkers: 2,
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/**/*.real.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "real",
          include: ["test/**/*.real.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
    reporters: ["default"],
  },
});
