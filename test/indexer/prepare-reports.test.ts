import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Fact } from "../../corpus/fact.ts";
import { loadPending } from "../../corpus/store/indexing.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { prepareReports } from "../../indexer/prepare-reports.ts";
import { buildSampleReport } from "../store/sample-report.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const documentSchema = z.object({ findings: z.string() });

const folder = mkdtempSync(join(tmpdir(), "gongkai-prepare-"));
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

it("tells at once what the audit beside the year before has just found", async () => {
  const keep = (year: number, fact: Fact, digit: string) =>
    saveReport(
      store,
      buildSampleReport({
        extraction: { year, facts: [fact], findings: [] },
        capture: { digest: digit.repeat(64), capturedAt: `2024-02-0${digit}T00:00:00.000Z` },
      }),
    );
  await keep(2022, buildFact("carriedForward", 3), "1");
  await keep(2023, buildFact("carriedOver", 4), "2");
  const states = new Map<string, readonly string[]>();
  const prepared = await prepareReports(store, (text) => text, await loadPending(store, 10));
  for (const { before, sections } of prepared) {
    const found = sections.map(
      ({ line }) => documentSchema.parse(JSON.parse(line.toString())).findings,
    );
    states.set(before.reportId.slice(-4), [...new Set(found)]);
  }
  expect(Object.fromEntries(states)).toEqual({ 2022: ["unchecked"], 2023: ["fails"] });
});
