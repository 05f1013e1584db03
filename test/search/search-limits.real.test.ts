import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSectionDocuments } from "../../search/build-documents.ts";
import type { Search } from "../../search/main.ts";
import { maxQueryLength, maxReachableHits, searchQuerySchema } from "../../search/query.ts";
import { searchResultSchema } from "../../search/search-result.ts";
import type { SectionDocument } from "../../search/section-document.ts";
import { buildFictionalReport } from "./fictional-report.ts";
import { openFictionalSearch } from "./fictional-search.ts";

let search: Search;
beforeAll(async () => {
  search = await openFictionalSearch();
});
afterAll(() => search.close());

describe("hostile queries", () => {
  test("any text and page give a result that keeps the contract", async () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: maxQueryLength }),
      fc.string({
        unit: fc.constantFrom(
          ...Array.from("行政处罚公开官庄镇ab12 -－\"“”「＂\\'*:,，。、()%\n\u2063\u0000\uFFFD"),
          "\uD83D",
        ),
        maxLength: maxQueryLength,
        size: "max",
      }),
    );
    const shape = fc.record({
      q: typed,
      page: fc.integer({ min: 1, max: 1_000_000_000 }),
      year: fc.constantFrom([], [2022]),
      region: fc.constantFrom([], ["91"], ["官庄镇", "无"]),
    });
    await fc.assert(
      fc.asyncProperty(shape, async (fields) => {
        const result = await search.search(searchQuerySchema.parse(fields));
        expect(() => searchResultSchema.parse(result)).not.toThrow();
        expect(result.hits.length).toBeLessThanOrEqual(result.total);
      }),
      { numRuns: 150 },
    );
  });

  test.each(["！？。", '"', '"""""', "-", "- -", "\u0000\u0001", "\uD800"])(
    "%j has no word and lists everything",
    async (q) => {
      expect((await search.search(searchQuerySchema.parse({ q }))).total).toBe(6);
    },
  );
});

describe("more hits than the engine can page", () => {
  const extra = maxReachableHits + 500;

  test("are counted to the last one, and the pages beyond are empty", async () => {
    const [template] = buildSectionDocuments(
      buildFictionalReport({ regions: [], year: 2001, sections: [["other", "", "潮汐"]] }),
      search.segmenter,
    );
    if (template === undefined) throw new Error("no document");
    const documents: readonly SectionDocument[] = Array.from({ length: extra }, (_, index) => ({
      ...template,
      id: `tide-${index}`,
    }));
    await search.engine.addDocuments("sections", documents);
    const pageOf = (page: number, size: number) =>
      search.search(searchQuerySchema.parse({ q: "潮汐", page, size }));
    expect(await pageOf(1, 10)).toMatchObject({ total: extra, exact: true });
    expect((await pageOf(maxReachableHits / 100, 100)).hits).toHaveLength(100);
    expect((await pageOf(Math.ceil(maxReachableHits / 30), 30)).hits).toHaveLength(10);
    for (const page of [maxReachableHits / 100 + 1, 1_000_000_000]) {
      expect(await pageOf(page, 100)).toMatchObject({ total: extra, hits: [], page });
    }
    await search.engine.deleteDocuments(
      "sections",
      documents.map(({ id }) => id),
    );
  });
});
