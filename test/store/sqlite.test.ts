import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../../corpus/store/open-store.ts";
import { loadReport } from "../../corpus/store/load-report.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { buildSampleReport } from "./sample-report.ts";
import { describeFacts } from "./facts-suite.ts";
import { describeFailureReasons } from "./failure-reasons-suite.ts";
import { describeFrontier } from "./frontier-suite.ts";
import { describeLikeness } from "./likeness-suite.ts";
import { describeSchedule } from "./schedule-suite.ts";
import { describeSourceCounts } from "./source-counts-suite.ts";
import { describeStore } from "./store-suite.ts";
import { openEmptyStore } from "./open-empty-store.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const reset = () => openEmptyStore(join(folder, `${(count += 1)}`, "gongkai.db"));
describeFailureReasons("SQLite", reset);
describeStore("SQLite", reset);
describeFacts("SQLite", reset);
describeFrontier("SQLite", reset);
describeSchedule("SQLite", reset);
describeSourceCounts("SQLite", reset);
describeLikeness("SQLite", reset);

it("says in one sentence what is wrong with a file that is no store", async () => {
  const file = join(folder, "not-a-store.db");
  writeFileSync(file, "plain words, and more of them than a header holds".repeat(20));
  await expect(openStore({ file })).rejects.toThrow(/not-a-store\.db cannot be opened/);
});

it("opens a store again with what it held", async () => {
  const file = join(folder, "again", "gongkai.db");
  const first = await openStore({ file });
  const { reportId } = await saveReport(first, buildSampleReport());
  await first.close();
  const second = await openStore({ file });
  expect((await loadReport(second, reportId))?.year).toBe(2023);
  await second.close();
});
