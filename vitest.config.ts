import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

/**
 * Words are cut by one dictionary a process, and the other tests fill it with the names of fictional places: these cut by
 * other names.
 */
const ownDictionary = [
  "test/bench/relevance-systems.real.test.ts",
  "test/search/engine/embedded-engine.real.test.ts",
  "test/search/facet-truth.real.test.ts",
  "test/search/pinyin.real.test.ts",
];

/** Half of their time is spent waiting for pages, paces and time-outs: others may have the cores meanwhile. */
const real = {
  // They end what hangs, and nothing that is slow.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  maxWorkers: 4,
  sequence: { groupOrder: 0 },
};

/**
 * `fast` needs no child process and runs within a minute; `real` starts engines, servers and browsers. Nothing keeps
 * state in a module: files share a process, and what is loaded there, lists of places among it.
 */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    setupFiles: ["test/fix-seed.ts"],
    globalSetup: ["test/store/write-empty-store.ts"],
    // Waiting for a page has no hurry: a slow machine must not break a test.
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...real,
          name: "real",
          isolate: false,
          include: ["test/**/*.real.test.{ts,tsx}"],
          exclude: ownDictionary,
        },
      },
      {
        extends: true,
        test: { ...real, name: "alone", isolate: true, include: ownDictionary },
      },
      {
        extends: true,
        test: {
          name: "fast",
          isolate: false,
          testTimeout: 60_000,
          // One for each of two cores: by itself vitest leaves one of them idle.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/**/*.real.test.{ts,tsx}"],
        },
      },
    ],
    reporters: ["default"],
  },
});
