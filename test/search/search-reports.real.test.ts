import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Search } from "../../search/main.ts";
import { parseSearchQuery, searchQuerySchema } from "../../search/query.ts";
import type { Mark, SearchResult } from "../../search/search-result.ts";
import { fictionalReports, openFictionalSearch } from "./fictional-search.ts";

let search: Search;
beforeAll(async () => {
  search = await openFictionalSearch();
});
afterAll(() => search.close());

/** Searches by an address, as a page does. */
async function find(q: string, filters = ""): Promise<SearchResult> {
  const query = parseSearchQuery(new URLSearchParams(`${filters}&q=${encodeURIComponent(q)}`));
  return search.search(searchQuerySchema.parse(query.data));
}

/** Hits that hold all as `<last three of the place's code>/<section>`, in the order of the alphabet. */
const listHits = (result: SearchResult): readonly string[] =>
  result.hits
    .filter(({ relaxed }) => !relaxed)
    .map(({ region, section }) => `${region.at(-1)?.code.slice(-3) ?? ""}/${section}`)
    .sort();
const listRelaxed = ({ hits, ...result }: SearchResult): readonly string[] =>
  listHits({
    ...result,
    hits: hits.filter(({ relaxed }) => relaxed).map((hit) => ({ ...hit, relaxed: false })),
  });
const readMarks = (text: string, marks: readonly Mark[]): readonly string[] =>
  marks.map(({ start, end }) => text.slice(start, end));

describe("a word finds every section that holds it, and no other", () => {
  test.each([
    ["行政处罚", ["101/disclosure", "102/overview"]],
    ["官庄镇", ["101/disclosure", "101/overview", "101/requests"]],
    ["8840", ["101/overview"]],
    ["12345", ["101/overview"]],
    ["２０２１", ["102/problems"]],
    ["IPv6", ["101/overview"]],
    ["ipv6", ["101/overview"]],
    ["www.qingxi.gov.cn", ["101/overview"]],
    ["依申请公开", ["101/requests"]],
    ["依申請公開", ["101/requests"]],
    ['"政府信息公开申请"', ["101/requests"]],
    ['"公正、公开"', ["102/overview"]],
    ['"公开，公正"', ["102/problems"]],
    ["行政处罚 -官庄镇", ["102/overview"]],
    ['行政处罚 -"12.5%"', ["101/disclosure"]],
    ["官庄镇 行政许可", ["101/disclosure"]],
  ])("%s", async (q, hits) => {
    const result = await find(q);
    expect(listHits(result)).toEqual(hits);
    expect(result).toMatchObject({ total: hits.length, relaxed: false });
  });

  test.each([
    ["官庄", "guanzhuang"],
    ["和平县", "hepingxian"],
    ["临江", "linjiang"],
  ])("the name %s finds what its pinyin finds", async (name, latin) => {
    const [byName, byPinyin] = [await find(name), await find(latin)];
    expect(byPinyin.total).toBeGreaterThan(0);
    expect([listHits(byName), byName.relaxed]).toEqual([listHits(byPinyin), false]);
  });

  test.each([
    ["guanzhuang", ["101/disclosure", "101/overview", "101/requests"]],
    ["guanzhuangzh", ["101/disclosure", "101/overview", "101/requests"]],
    ["gzz", ["101/disclosure", "101/overview", "101/requests"]],
    ["guan zhuang", ["101/disclosure", "101/overview", "101/requests"]],
    ["heping songling", ["102/overview", "102/problems"]],
    ["ljqjyj", ["119/overview"]],
    ["guanzhuang 行政许可", ["101/disclosure"]],
  ])("by pinyin: %s", async (q, hits) => {
    const result = await find(q);
    expect(listHits(result)).toEqual(hits);
    expect(result.relaxed).toBe(false);
  });
});

describe("when nothing holds every word", () => {
  test("sections that hold some are shown, not counted, and what each lacks is said", async () => {
    for (const q of ["行政处罚 火星探测", "火星探测 行政处罚"]) {
      const result = await find(q);
      expect(result).toMatchObject({ relaxed: true, exact: true, total: 0, hasMore: false });
      expect(listRelaxed(result)).toEqual(["101/disclosure", "102/overview"]);
      expect(result.facets["section"]).toEqual([]);
      for (const hit of result.hits) {
        expect(hit).toMatchObject({ relaxed: true, missing: ["火星", "探测"] });
        expect(readMarks(hit.snippet, hit.marks)).toContain("行政处罚");
      }
    }
  });

  test("few that do come first, and are followed by such", async () => {
    const result = await find("官庄镇 行政许可");
    expect(result.hits.map(({ relaxed }) => relaxed)).toEqual([false, true, true]);
    expect(result.hits.map(({ missing }) => missing)).toEqual([[], ["行政许可"], ["行政许可"]]);
    expect(result).toMatchObject({ total: 1, relaxed: false });
  });

  test("other words for the same count as nearly what was asked for", async () => {
    const [hit] = (await find("罚款")).hits;
    const instead = [{ from: "罚款", to: "行政处罚" }];
    expect(hit).toMatchObject({ relaxed: true, missing: ["罚款"], instead });
    expect(readMarks(hit?.snippet ?? "", hit?.marks ?? [])).toEqual(["行政处罚"]);
  });

  test("a phrase that nobody holds is taken as its words, which are marked", async () => {
    const { hits, ...result } = await find('"公开行政许可"');
    expect(result).toMatchObject({ total: 0, relaxed: true });
    expect(hits.length).toBeGreaterThan(0);
    for (const { snippet, marks, missing } of hits) {
      expect(missing).toEqual(["公开行政许可"]);
      expect(["公开", "行政许可"]).toEqual(expect.arrayContaining([...readMarks(snippet, marks)]));
    }
  });

  test("places and years are kept longest, and the year is that of the report", async () => {
    const names = ["松岭乡 2022年 行政许可", "松岭乡 2022 火星探测", "行政许可 2022 松岭乡"];
    for (const q of names) {
      const [first, second] = (await find(q)).hits;
      for (const hit of [first, second]) expect(hit).toMatchObject({ relaxed: true, year: 2022 });
      expect([first, second].map((hit) => hit?.region.at(-1)?.name)).toEqual(["松岭乡", "松岭乡"]);
    }
  });

  test.each(["sort=newest", "page=2"])("but not where %s asks for an order", async (filters) => {
    expect(await find("行政处罚 火星探测", filters)).toMatchObject({ hits: [], relaxed: false });
  });

  test("and nothing holds any, there are no hits but facets of what is chosen", async () => {
    const result = await find("火星探测", "year=2022");
    expect(result).toMatchObject({ total: 0, relaxed: false, hits: [] });
    expect(result.facets["year"]).toEqual([{ value: "2022", label: "2022", count: 0 }]);
  });

  test("an excluded word stays excluded", async () => {
    const result = await find("行政处罚 火星探测 -官庄镇");
    expect(listRelaxed(result)).toEqual(["102/overview"]);
  });
});

describe("places that the words name", () => {
  const list = async (q: string, filters = "") =>
    (await find(q, filters)).places.map(({ name, path }) => [...path, name].join(" › "));

  test("are offered as filters, with where they are", async () => {
    expect(await list("官庄镇 行政许可")).toEqual(["云岫省 › 青溪市 › 和平县 › 官庄镇"]);
    expect(await list("松岭乡和临江区")).toEqual([
      "云岫省 › 青溪市 › 和平县 › 松岭乡",
      "碧海市 › 临江区",
    ]);
    expect(await list("行政许可 -官庄镇")).toEqual([]);
  });

  test("but not where they are chosen already", async () => {
    expect(await list("官庄镇 行政许可", "region=910121101")).toEqual([]);
    expect(await list("官庄镇 行政许可", "region=910121")).toHaveLength(1);
  });
});

describe("filters and facets", () => {
  const counts = (result: SearchResult, facet: string): readonly string[] =>
    (result.facets[facet] ?? []).map(({ label, count }) => `${label} ${count}`);

  test("without a query everything is listed", async () => {
    const result = await find("");
    expect(result).toMatchObject({ total: 6, exact: true, relaxed: false });
    expect(counts(result, "section")).toEqual([
      "总体情况 3",
      "主动公开 1",
      "依申请公开 1",
      "问题与改进 1",
    ]);
    expect(counts(result, "year")).toEqual(["2023 3", "2022 3"]);
    expect(counts(result, "region")).toEqual(["云岫省 5", "碧海市 1"]);
    expect(counts(result, "level")).toEqual(["县级 1", "乡级 5"]);
  });

  test("a chosen value narrows hits and other facets, not its own", async () => {
    const result = await find("", "year=2022");
    expect(result.total).toBe(3);
    expect(counts(result, "year")).toEqual(["2023 3", "2022 3"]);
    expect(counts(result, "section")).toEqual(["总体情况 2", "问题与改进 1"]);
    expect((await find("", "year=2022&year=2023&section=overview")).total).toBe(3);
  });

  test.each([
    ["910121", 5, ["云岫省 5", "青溪市 5", "和平县 5", "官庄镇 3", "松岭乡 2", "碧海市 1"]],
    [
      "%E5%AE%98%E5%BA%84%E9%95%87",
      3,
      ["云岫省 5", "青溪市 5", "和平县 5", "官庄镇 3", "松岭乡 2", "碧海市 1"],
    ],
    ["92", 1, ["云岫省 5", "碧海市 1", "临江区 1"]],
    ["920119", 1, ["云岫省 5", "碧海市 1", "临江区 1"]],
    ["99", 0, ["云岫省 5", "碧海市 1", "99 0"]],
  ])("region %s opens its branch of the tree", async (region, total, tree) => {
    const result = await find("", `region=${region}`);
    expect(result.total).toBe(total);
    expect(counts(result, "region")).toEqual(tree);
  });

  test("an unknown place finds nothing", async () => {
    expect((await find("", "region=%E6%97%A0%E6%AD%A4%E5%9C%B0")).total).toBe(0);
  });

  test("order by year is one, whatever matches better", async () => {
    const years = async (sort: string): Promise<readonly number[]> =>
      (await find("公开", `sort=${sort}`)).hits.map(({ year }) => year);
    const newest = await years("newest");
    expect(newest).toEqual(newest.toSorted((a, b) => b - a));
    expect(await years("oldest")).toEqual(newest.toSorted((a, b) => a - b));
  });
});

describe("hits", () => {
  test("marks lie on the original text, which is never markup", async () => {
    const [hit] = (await find("依申请公开")).hits;
    expect(hit?.snippet).toContain("<b>粗体</b>");
    expect(readMarks(hit?.snippet ?? "", hit?.marks ?? [])).toEqual(["依申请公开"]);
    const [number] = (await find("8840")).hits;
    expect(readMarks(number?.snippet ?? "", number?.marks ?? [])).toEqual(["8840"]);
    const [place] = (await find("guanzhuang")).hits;
    expect(readMarks(place?.title ?? "", place?.titleMarks ?? [])).toEqual(["官庄镇"]);
  });

  test("a hit tells where it comes from, without separators", async () => {
    const [hit] = (await find("行政许可")).hits;
    expect(hit).toMatchObject({
      id: `${fictionalReports[0]?.id ?? ""}-1`,
      agency: "官庄镇人民政府",
      title: "官庄镇2023年政府信息公开工作年度报告",
      heading: "二、主动公开政府信息情况",
      snippet: "行政处罚  75\n行政许可  0",
      position: 1,
      url: fictionalReports[0]?.capture.address,
      published: "2024-01-20",
    });
  });

  test("the same words in another order and width have the same hits", async () => {
    expect(listHits(await find("行政许可 官庄镇"))).toEqual(
      listHits(await find("官庄镇　行政许可")),
    );
  });
});
