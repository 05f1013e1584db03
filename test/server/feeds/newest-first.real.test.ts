import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Report, ReportVersion } from "../../../corpus/report.ts";
import { buildSectionDocuments } from "../../../search/documents/build-documents.ts";
import type { Search } from "../../../search/main.ts";
import { createApp } from "../../../server/app.ts";
import { buildFictionalReport, fictionalRegions } from "../../search/fictional-report.ts";
import { openFictionalSearch } from "../../search/fictional-search.ts";
import { buildDeps } from "../fixtures.ts";

let search: Search;

/** A report of one year whose versions were captured on these days, the newest first. */
function buildReport(year: number, days: readonly [string, ...string[]]): Report {
  const sections = (["overview", "requests", "problems"] as const).map(
    (kind) => [kind, "一、情况", `第${year}年的水库移民安置信息已经公开。`] as const,
  );
  const report = buildFictionalReport({ regions: fictionalRegions.riverCounty, year, sections });
  const versions = days.map((day, i): ReportVersion => {
    const capturedAt = `${day}T00:00:00.000Z`;
    return {
      capture: { ...report.capture, capturedAt },
      extractedAt: capturedAt,
      current: i === 0,
    };
  });
  return { ...report, capture: versions[0]?.capture ?? report.capture, versions };
}

const reports = [
  buildReport(2023, ["2026-01-05"]),
  buildReport(2019, ["2026-03-01"]),
  // A version came last, but the report had long been here.
  buildReport(2022, ["2026-05-01", "2025-02-01"]),
  buildReport(2021, ["2026-02-01"]),
];

async function loadFeed(path: string) {
  const response = await createApp(buildDeps({ search: search.search })).request(path);
  const { items } = z
    .object({
      items: z.array(z.object({ id: z.string(), url: z.url(), date_published: z.string() })),
    })
    .parse(await response.json());
  return { items, etag: response.headers.get("etag") };
}
const path = `/feed.json?q=${encodeURIComponent('"水库移民"')}`;
const readYears = (items: readonly { readonly url: string }[]) =>
  items.map(({ url }) => Number(/-(\d{4})\?/.exec(url)?.[1]));
const addToIndex = (added: readonly Report[]) =>
  search.engine.addDocuments(
    "sections",
    added.flatMap((report) => buildSectionDocuments(report, search.simplify)),
  );

beforeAll(async () => {
  search = await openFictionalSearch();
  await addToIndex(reports);
});
afterAll(() => search.close());

test("the reports that came last come first, whatever their year, one entry each", async () => {
  const { items } = await loadFeed(path);
  expect(readYears(items)).toEqual([2019, 2021, 2023, 2022]);
  expect(items.map((item) => item.date_published.slice(0, 10))).toEqual([
    "2026-03-01",
    "2026-02-01",
    "2026-01-05",
    "2025-02-01",
  ]);
});

test("a report that comes is the first entry; the others stay as they were", async () => {
  const before = await loadFeed(path);
  expect((await loadFeed(path)).etag).toBe(before.etag);
  await addToIndex([buildReport(2015, ["2026-06-01"])]);
  const after = await loadFeed(path);
  expect(readYears(after.items)[0]).toBe(2015);
  expect(after.items.slice(1)).toEqual(before.items);
  expect(after.etag).not.toBe(before.etag);
  const { items } = await loadFeed(`${path}&year=2022&year=2023`);
  expect(readYears(items)).toEqual([2023, 2022]);
});
