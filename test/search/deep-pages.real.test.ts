import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { maxReachableHits, sorts, type Sort } from "../../search/query.ts";
import type { Hit, SearchResult } from "../../search/search-result.ts";
import { buildFictionalReport, fictionalRegions } from "./fictional-report.ts";
import { buildRow } from "./facts/fact-rows.ts";
import { buildDice } from "./build-dice.ts";
import { openTrueSearch, type TrueSearch } from "./true-search.ts";

const key = "requests.newReceived.total";
const roll = buildDice(5);
const paths = [fictionalRegions.jadeTown, fictionalRegions.pineTown, fictionalRegions.riverCounty];

/** More sections with the words than are ranked at once; some reports hold them in several. */
const reports = Array.from({ length: 70 }, (_, at) => {
  const say = (words: string): string => `${words.repeat(1 + roll(3))}办理${roll(50)}件。`;
  const report = buildFictionalReport({
    regions: paths[at % paths.length] ?? [],
    year: 2016 + roll(9),
    sections: [
      ["overview", "一、总体情况", say("收到申请，依法答复。")],
      ["requests", "三、收到和处理政府信息公开申请情况", roll(2) === 0 ? "无。" : say("申请答复")],
      ["problems", "五、问题", roll(2) === 0 ? "无。" : say("收费不足")],
    ],
  });
  const published = roll(4) === 0 ? null : `${report.year + 1}-0${1 + roll(3)}-20`;
  const capturedAt = `2025-0${1 + roll(3)}-01T00:00:00Z`;
  const versions = report.versions.map((version) => ({
    ...version,
    capture: { ...version.capture, capturedAt },
  }));
  return { ...report, id: `r${at}`, published, versions };
});
const facts = reports.map(({ id }, at) => buildRow(id, at % 4 === 0 ? {} : { [key]: at % 9 }));

let search: TrueSearch;
beforeAll(async () => {
  search = await openTrueSearch(reports, facts);
});
afterAll(() => search.close());

interface Reading {
  readonly q: string;
  readonly size: number;
  readonly group: "none" | "report";
  readonly sort: Sort;
}

/** All pages from the first to the one that says that there is no other. */
async function readPages(reading: Reading): Promise<readonly SearchResult[]> {
  const pages: SearchResult[] = [];
  do pages.push(await search.find({ ...reading, page: pages.length + 1, verbatim: "1" }));
  while (pages.at(-1)?.hasMore === true && pages.length < 100);
  return pages;
}

const readKey = ({ id, reportId }: Hit, { group }: Pick<Reading, "group">): string =>
  group === "report" ? reportId : id;

const orders = [...sorts, `fact:${key}`, `-fact:${key}`] as const;
/** With words that ask for a part of the reports, with others, with a choice, with none. */
const asked = ["申请", "依法", "办理", "申请 OR 收费", ""];
const readings = asked.flatMap((q) =>
  [10, 7, 100].flatMap((size) =>
    (["none", "report"] as const).map((group) => ({ q, size, group })),
  ),
);

describe("the pages of a search", () => {
  describe.each(orders)("by %s", (sort) => {
    test.each(readings)("hold every hit once: $q, $size, $group", async ({ q, size, group }) => {
      const reading = { q, size, group, sort };
      const pages = await readPages(reading);
      const hits = pages.flatMap((page) => page.hits);
      const keys = hits.map((hit) => readKey(hit, reading));
      expect(hits.filter(({ relaxed }) => relaxed)).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
      const whole = await search.find({ q, sort: "newest", size: 100 });
      const reported = await search.find({ q, sort: "newest", size: 100, group: "report" });
      expect(whole.total).toBeGreaterThan(60);
      expect(keys).toHaveLength(group === "report" ? reported.hits.length : whole.total);
      for (const page of pages.slice(0, -1)) expect(page.hits).toHaveLength(size);
      expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([whole.total]));
    });

    test("are in that order", async () => {
      for (const q of ["申请", "申请 OR 收费"]) {
        const pages = await readPages({ q, size: 7, group: "none", sort });
        const hits = pages.flatMap((page) => page.hits);
        const values = hits.map((hit) => readValue(hit, sort)).filter((value) => value !== null);
        const isDescending = /^-|newest|added|publishedNewest/.test(sort);
        const sign = isDescending ? -1 : 1;
        const sorted = values.toSorted((a, b) => (a === b ? 0 : a < b ? -sign : sign));
        expect(values).toEqual(sorted);
      }
    });
  });

  test("grouped by report tell the other sections that were found", async () => {
    const { hits } = await search.find({ q: "答复", group: "report" });
    for (const hit of hits) {
      const held = reports.find(({ id }) => id === hit.reportId)?.sections ?? [];
      const positions = [...held.entries()].flatMap(([at, { text, heading }]) =>
        /答复/.test(text + heading) ? [at] : [],
      );
      expect(
        [...hit.more.map(({ position }) => position), hit.position].toSorted((a, b) => a - b),
      ).toEqual(positions);
    }
  });

  test("begin with the part that the words ask about", async () => {
    const { hits } = await search.find({ q: "申请" });
    expect(hits.slice(0, 5).map(({ section }) => section)).toEqual(Array(5).fill("requests"));
  });

  test.each(["申请", "依法", "申请 OR 收费", ""])(
    "end at some point, and the total is told there too: %s",
    async (q) => {
      const { total } = await search.find({ q });
      for (const page of [maxReachableHits / 10 + 1, 1_000_000_000])
        for (const group of ["none", "report"] as const)
          for (const sort of ["relevance", "newest", `fact:${key}`] as const)
            expect(await search.find({ q, page, group, sort })).toMatchObject({
              hits: [],
              hasMore: false,
              total,
            });
    },
  );
});

function readValue(hit: Hit, sort: Sort): string | number | null {
  if (sort.includes("fact:")) return hit.value;
  if (sort.startsWith("published")) return hit.published;
  if (sort === "added") return hit.added;
  return sort === "relevance" ? null : hit.year;
}
