import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Fact } from "../../corpus/fact.ts";
import { loadPending, markIndexed } from "../../corpus/store/indexing.ts";
import { loadReport } from "../../corpus/store/load-report.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { prepareReports } from "../../indexer/prepare-reports.ts";
import { buildSampleReport } from "../store/sample-report.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-years-"));
let store: Store;
beforeAll(async () => {
  store = await openEmptyStore(join(folder, "gongkai.db"));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function buildFact(row: string, value: number): Fact {
  const at = { in: "text", table: 1, row: 3, column: 7, start: 0, end: 1 } as const;
  const key = { table: "requests", row, column: "total" } as const;
  return { ...key, value, raw: String(value), unit: "件", label: "申请", at };
}

/** Keeps a version of a year's report; each has a capture of its own. */
async function keep(year: number, digit: string, facts: readonly Fact[]): Promise<string> {
  const { reportId } = await saveReport(
    store,
    buildSampleReport({
      extraction: { year, facts: [...facts], findings: [] },
      capture: { digest: digit.repeat(64), capturedAt: `2024-02-0${digit}T00:00:00.000Z` },
    }),
  );
  return reportId;
}

/** Audits what is pending, as indexing does; returns the reports that were. */
async function catchUp(): Promise<readonly string[]> {
  const pending = await loadPending(store, 10);
  await prepareReports(store, (text) => text, pending);
  await markIndexed(
    store,
    pending.map(({ reportId, revision }) => {
      return { reportId, revision, contentHash: "kept", documents: 0 };
    }),
  );
  return pending.map(({ reportId }) => reportId);
}

async function judge(id: string): Promise<readonly string[]> {
  const report = await loadReport(store, id);
  return (report?.findings ?? [])
    .filter(({ verdict }) => verdict !== "cannotTell")
    .map(({ rule, verdict, facts }) => `${rule} ${verdict} ${facts.join(" ")}`);
}

const facts = "requests.carriedOver.total requests.carriedForward.total@2022";

it("compares a report with that of the year before, whichever came first", async () => {
  const later = await keep(2023, "1", [buildFact("carriedOver", 4)]);
  expect(await catchUp()).toEqual([later]);
  expect(await judge(later)).toEqual([]);

  const earlier = await keep(2022, "2", [buildFact("carriedForward", 3)]);
  expect(await catchUp()).toEqual([earlier, later]);
  expect(await judge(later)).toEqual([`X-1 fails ${facts}`]);
  expect(await judge(earlier)).toEqual([]);
});

it("compares anew when the year before has another version", async () => {
  const earlier = await keep(2022, "3", [buildFact("carriedForward", 4)]);
  const later = earlier.replace(/2022$/u, "2023");
  // What was found before holds no longer, and nothing is said until it is checked again.
  expect(await judge(later)).toEqual([]);
  expect(await catchUp()).toEqual([earlier, later]);
  expect(await judge(later)).toEqual([`X-1 holds ${facts}`]);
});

it("leaves what an older version says to that version", async () => {
  const later = await keep(2023, "4", [buildFact("carriedOver", 4)]);
  await catchUp();
  expect((await loadReport(store, later))?.findings.map(({ rule }) => rule)).toContain("X-1");
  expect((await loadReport(store, later, "1".repeat(64)))?.findings).toEqual([]);
});
