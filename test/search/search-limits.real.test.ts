import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import type { Search } from "../../search/main.ts";
import { maxQueryLength, maxReachableHits, searchQuerySchema, sorts } from "../../search/query.ts";
import { searchResultSchema } from "../../search/search-result.ts";
import type { SectionDocument } from "../../search/documents/section-document.ts";
import { buildFictionalReport } from "./fictional-report.ts";
import { openFictionalSearch } from "./fictional-search.ts";

let search: Search;
beforeAll(async () => {
  search = await openFictionalSearch();
});
afterAll(() => search.close());

describe("hostile queries", () => {
  const characters = Array.from(
    "行政处罚公开官庄镇ab12 -－\"“”「＂\\'*:;,，。、()（）|><=.%\n\u2063\u0000\uFFFD",
  );
  const names = ["year:", "region:", "agency:", "section:", " OR ", "..", "新收>", "requests."];
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: maxQueryLength }),
    fc.string({
      unit: fc.constantFrom(...characters, "\uD83D"),
      maxLength: maxQueryLength,
      size: "max",
    }),
    fc
      .array(fc.constantFrom(...characters, ...names), { maxLength: 60 })
      .map((parts) => parts.join("").slice(0, maxQueryLength)),
  );
  const shape = fc.record({
    q: typed,
    page: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 1_000_000_000 })),
    year: fc.constantFrom([], [2022]),
    region: fc.constantFrom([], ["91"], ["官庄镇", "无"]),
    sort: fc.constantFrom(...sorts, "fact:requests.newReceived.total"),
    group: fc.constantFrom("none", "report"),
    size: fc.constantFrom(1, 10, 100),
  });

  test("any text and page give a result that keeps the contract", async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (fields) => {
        const result = await search.search(searchQuerySchema.parse(fields));
        expect(() => searchResultSchema.parse(result)).not.toThrow();
        const own = result.hits.filter(({ relaxed }) => !relaxed);
        expect(own.length).toBeLessThanOrEqual(result.total);
        expect(result.hits.length).toBeLessThanOrEqual(fields.size);
        expect(result.relaxed).toBe(result.total === 0 && result.hits.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["！？。", '"', '"""""', "-", "- -", "\u0000\u0001", "\uD800"])(
    "%j has no word and lists everything",
    async (q) => {
      expect((await search.search(searchQuerySchema.parse({ q }))).total).toBe(6);
    },
  );
});

describe("a content of more words than the engine reads of a field", () => {
  const filler = "江河湖海潮汐涨落，";
  const text = `开篇灯塔。${filler.repeat(9_000)}中间桥梁。${filler.repeat(9_000)}末尾渡口。`;
  const report = buildFictionalReport({
    regions: [],
    year: 2002,
    sections: [["other", "", text]],
  });

  test.each(["灯塔", '"中间桥梁"', "渡口", '"末尾渡口"', `"涨落，${filler}"`, '"落，末尾渡口。"'])(
    "is found by %s",
    async (q) => {
      const documents = buildSectionDocuments(report, search.simplify);
      await search.engine.addDocuments("sections", documents);
      const result = await search.search(searchQuerySchema.parse({ q }));
      expect([result.total, result.exact, result.hits[0]?.id]).toEqual([1, true, documents[0]?.id]);
      await search.engine.deleteDocuments(
        "sections",
        documents.map(({ id }) => id),
      );
    },
  );
});

describe("more hits than the engine can page", () => {
  const extra = maxReachableHits + 500;

  test("are counted to the last one, and the pages beyond are empty", async () => {
    const [template] = buildSectionDocuments(
      buildFictionalReport({ regions: [], year: 2001, sections: [["other", "", "申请潮汐"]] }),
      search.simplify,
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
      expect(await pageOf(page, 100)).toMatchObject({
        total: extra,
        hits: [],
        hasMore: false,
        page,
      });
    }
    // For words that ask for a part of the reports and for choices, hits are put in an order of our own.
    for (const q of ["申请", "潮汐 OR 申请"])
      for (const sort of ["relevance", "newest"] as const) {
        const find = (page: number) =>
          search.search(searchQuerySchema.parse({ q, sort, page, size: 100 }));
        const last = await find(maxReachableHits / 100);
        expect([q, sort, last.hits.length, last.hasMore]).toEqual([q, sort, 100, false]);
        expect(await find(1_000_000_000)).toMatchObject({ hits: [], hasMore: false });
      }
    await search.engine.deleteDocuments(
      "sections",
      documents.map(({ id }) => id),
    );
  });
});
