// The long torture: fifty times the usual cases of everything that reads files, and a crawl
// killed fifty times, from a seed of the day.
//   npm run nightly [-- <seed>]
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const seed = process.argv[2] ?? new Date().toISOString().slice(0, 10).replaceAll("-", "");
const suites = [
  "test/fuzz",
  "test/extract",
  "test/generator",
  "test/accuracy",
  "test/end-to-end/kill",
  "test/crawler/faults",
  "test/crawler/links/hostile-pages",
];
process.stdout.write(`seed ${seed}: give it again to repeat this night\n`);
const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", ...suites, "--testTimeout", String(12 * 3_600_000)],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      FUZZ_FACTOR: "50",
      FUZZ_CASES: "3000",
      FUZZ_SEED: seed,
      GONGKAI_CRAWL_KILLS: "50",
    },
  },
);
process.exitCode = status ?? 1;
