import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchResult } from "../../search/search-result.ts";
import { buildRow } from "./facts/fact-rows.ts";
import { buildGrep } from "./plain-grep.ts";
import { buildTrueCorpus, listTrueSections, type TrueSection } from "./true-corpus.ts";
import { openTrueSearch, type TrueSearch } from "./true-search.ts";
import { buildTypedQueries } from "./typed-query.ts";

const key = "requests.newReceived.total";
const reports = buildTrueCorpus();
const sections = listTrueSections(reports);
/** Every third report gives no number. */
const byReport = new Map(
  reports.flatMap(({ id }, at) => (at % 3 === 0 ? [] : [[id, (at * 37) % 120] as const])),
);
const queries = buildTypedQueries(sections, { key, byReport });

let search: TrueSearch;
beforeAll(async () => {
  const facts = reports.map(({ id }) => {
    const value = byReport.get(id);
    return buildRow(id, value === undefined ? {} : { [key]: value });
  });
  search = await openTrueSearch(reports, facts);
});
afterAll(() => search.close());

const readCounts = (result: SearchResult, facet: string) =>
  Object.fromEntries((result.facets[facet] ?? []).map(({ value, count }) => [value, count]));

function countBy(held: readonly TrueSection[], read: (section: TrueSection) => string | null) {
  const counts: Record<string, number> = {};
  for (const section of held) {
    const value = read(section);
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

describe("total, hits and facets are those of a grep over the texts", () => {
  test("for words, phrases, numbers, exclusions, choices, filters and conditions", async () => {
    let exact = 0;
    let found = 0;
    const runs = 400;
    await fc.assert(
      fc.asyncProperty(queries, async ({ text, holds }) => {
        const result = await search.find({ q: text, verbatim: "1" });
        const held = sections.filter(holds);
        // What cannot be known by the engine is not called exact: see the test of exactness.
        if (!result.exact) return;
        expect(result.problems).toEqual([]);
        exact += 1;
        found += Number(held.length > 0);
        expect([text, result.total]).toEqual([text, held.length]);
        const ids = new Set(held.map(({ id }) => id));
        const own = result.hits.filter(({ relaxed }) => !relaxed);
        expect(own.filter(({ id }) => !ids.has(id))).toEqual([]);
        expect(own).toHaveLength(Math.min(10, held.length));
        const facets = ["section", "year", "level", "kind"].map((facet) =>
          readCounts(result, facet),
        );
        expect(facets).toEqual([
          countBy(held, ({ kind }) => kind),
          countBy(held, ({ report }) => String(report.year)),
          countBy(held, ({ report }) => report.level),
          countBy(held, ({ report }) => report.kind),
        ]);
        const provinces = countBy(held, ({ report }) => report.regions[0]?.code ?? null);
        expect(readCounts(result, "region")).toEqual(provinces);
      }),
      { numRuns: runs },
    );
    // Else the test would say nothing.
    expect(exact).toBeGreaterThan(runs * 0.5);
    expect(found).toBeGreaterThan(runs * 0.3);
  });

  test("under chosen values too, and of what is not chosen", async () => {
    const chosen = fc.record({
      query: queries,
      year: fc.subarray([2018, 2020, 2022], { maxLength: 2 }),
      section: fc.subarray(["overview", "requests"] as const, { maxLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(chosen, async ({ query, year, section }) => {
        const result = await search.find({ q: query.text, year, section, verbatim: "1" });
        if (!result.exact) return;
        const held = sections.filter(query.holds);
        const inYear = (one: TrueSection) => year.length === 0 || year.includes(one.report.year);
        const inSection = (one: TrueSection) =>
          section.length === 0 || section.some((kind) => kind === one.kind);
        const both = held.filter((one) => inYear(one) && inSection(one));
        expect([query.text, result.total]).toEqual([query.text, both.length]);
        const years = countBy(held.filter(inSection), ({ report }) => String(report.year));
        const kinds = countBy(held.filter(inYear), ({ kind }) => kind);
        expect(dropZeros(readCounts(result, "year"))).toEqual(years);
        expect(dropZeros(readCounts(result, "section"))).toEqual(kinds);
      }),
      { numRuns: 150 },
    );
  });

  test("for single characters of every text", async () => {
    const characters = new Set(sections.flatMap(({ text }) => Array.from(text)));
    const han = [...characters].filter((one) => /^\p{Script=Han}$/u.test(one));
    for (const one of han) {
      const grep = buildGrep(one);
      const held = sections.filter(({ texts }) => texts.some(grep));
      const result = await search.find({ q: `"${one}"`, verbatim: "1" });
      expect([one, result.total, result.exact]).toEqual([one, held.length, true]);
    }
  });
});

function dropZeros(counts: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

describe("what stands in no text", () => {
  const texts = sections.map(({ text }) => text).join("");

  test("is not found by a character that is written like the beginning of a pinyin", async () => {
    const absent = Array.from({ length: 250 }, (_, at) => String.fromCodePoint(0x4e00 + at * 80))
      .filter((one) => !texts.includes(one))
      .map((one) => `"${one}"`);
    expect(absent.length).toBeGreaterThan(100);
    for (const q of absent) {
      const { total, exact } = await search.find({ q, verbatim: "1" });
      expect([q, total, exact]).toEqual([q, 0, true]);
    }
  });

  test.each(['"qx"', '"qingxi"', '"ingxi"'])("is not found by %s, which is no word", async (q) => {
    expect((await search.find({ q, verbatim: "1" })).total).toBe(0);
  });
});

describe("a count is called exact", () => {
  test.each([
    ["行政处罚 8840", true],
    ['"政府信息公开申请"', true],
    ['"政府信息公开申请" OR "依申请公开"', true],
    ["-官庄镇", true],
    ["公", true],
    ["公 镇", true],
    ["行政处罚 -公", true],
    ['公开 -"政府信息公开申请"', true],
    ['"依申请公开" -"政府信息公开申请"', false],
    ["1 OR 2 OR 3 OR 4 OR 5", false],
  ])("for %s: %s", async (q, exact) => {
    expect((await search.find({ q, verbatim: "1" })).exact).toBe(exact);
  });
});
