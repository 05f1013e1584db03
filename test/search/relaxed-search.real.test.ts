import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EngineQuery } from "../../search/engine/engine.ts";
import { buildMarker } from "../../search/passage/build-marker.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { searchReports } from "../../search/search-reports.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { buildFictionalReport, fictionalRegions } from "./fictional-report.ts";
import { openTrueSearch, type TrueSearch } from "./true-search.ts";

const disputes = "行政诉讼 3 件，诉讼均已办结。";
const build = (year: number, text: string, regions = fictionalRegions.jadeTown) =>
  buildFictionalReport({
    regions,
    year,
    sections: [
      ["overview", "一、总体情况", text],
      ["disputes", "四、政府信息公开行政复议、行政诉讼情况", disputes],
    ],
  });
const reports = [
  build(2023, "公开办协助整理。本报告截至2021年3月10日。"),
  build(2022, "2021年年报已公开，办理及时。"),
  build(2021, "公开信息若干。"),
  build(2021, "存在不足。", fictionalRegions.pineTown),
];

let search: TrueSearch;
beforeAll(async () => {
  search = await openTrueSearch(reports);
});
afterAll(() => search.close());

const list = ({ hits }: SearchResult) =>
  hits.map(({ region, year }) => `${region.at(-1)?.name ?? ""} ${year}`);

describe("the everyday name of a report", () => {
  test("leads to the report of that year, and it is said", async () => {
    const result = await search.find({ q: "官庄镇2021年年报" });
    expect(result).toMatchObject({ total: 2, exact: true, relaxed: false });
    expect(result.correction).toEqual({
      from: "2021年年报",
      to: "year:2021",
      query: "官庄镇 year:2021",
      applied: true,
      reason: "name",
    });
    expect(new Set(list(result))).toEqual(new Set(["官庄镇 2021"]));
  });

  test("and as typed to the words, where that is asked for", async () => {
    const result = await search.find({ q: "官庄镇2021年年报", verbatim: "1" });
    expect(result).toMatchObject({ total: 1, correction: null });
    expect(list(result)[0]).toBe("官庄镇 2022");
  });

  test("is no year that is not held", async () => {
    const result = await search.find({ q: "官庄镇2019年年报" });
    expect(result).toMatchObject({ total: 0, relaxed: true, correction: null });
    expect(list(result)[0]).toContain("官庄镇");
  });
});

describe("an expression that stays one word", () => {
  test("is counted where it stands as a whole", async () => {
    const result = await search.find({ q: "公开办" });
    expect(result).toMatchObject({ total: 1, relaxed: false });
    expect(result.understood.map(({ label }) => label)).toEqual(["公开办"]);
  });

  test("and what is cut is shown as cut", async () => {
    const { understood } = await search.find({ q: "公开信息若干" });
    expect(understood.map(({ label }) => label)).toEqual(["公开 + 信息 + 若干"]);
  });
});

describe("other words for the same", () => {
  test("are named, marked and lead to the passage in the report", async () => {
    const { hits, ...result } = await search.find({ q: "打官司" });
    expect(result).toMatchObject({ total: 0, relaxed: true });
    expect(hits.length).toBe(reports.length);
    for (const { snippet, marks, instead } of hits) {
      expect(instead).toEqual([{ from: "打官司", to: "行政诉讼" }]);
      expect(marks.map(({ start, end }) => snippet.slice(start, end))).toContain("行政诉讼");
    }
    const marker = buildMarker("打官司", [disputes], search.parts.language);
    const [mark] = marker.findMarks(disputes);
    expect(disputes.slice(mark?.start, mark?.end)).toBe("行政诉讼");
    expect(marker.findPassage(disputes)).not.toBeNull();
  });

  test("the unit of a number is no word by itself", () => {
    const text = "2023年公开多条，全年3次。";
    const marker = buildMarker("2021年", [text], search.parts.language);
    expect([marker.findMarks(text), marker.findPassage(text)]).toEqual([[], null]);
  });
});

test("first it is counted, then few questions give hits, then these are loaded", async () => {
  const asked: (readonly EngineQuery[])[] = [];
  const { engine } = search.parts;
  const parts = {
    ...search.parts,
    engine: {
      search: (query: EngineQuery) => {
        asked.push([query]);
        return engine.search(query);
      },
      multiSearch: (queries: readonly EngineQuery[]) => {
        asked.push(queries);
        return engine.multiSearch(queries);
      },
    },
  };
  const query = searchQuerySchema.parse({ q: "松岭乡 2021年 火星 不足 打官司 若干" });
  const result = await searchReports(query, parts);
  expect(result).toMatchObject({ total: 0, relaxed: true });
  expect(list(result)[0]).toBe("松岭乡 2021");
  const counts = asked.findIndex((round) => round.every(({ limit }) => limit === 0));
  const rounds = asked.slice(counts + 1).filter((round) => round.some(({ limit }) => limit > 0));
  expect(counts).toBeGreaterThan(0);
  for (const round of rounds) expect(round.length).toBe(1);
  const [documents, ...hits] = rounds.flat().toReversed();
  expect(documents?.fields).toContain("content");
  for (const { fields, facets } of hits) expect([fields, facets]).toEqual([["id"], []]);
});
