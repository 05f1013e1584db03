import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import { openSearch, type Search } from "../../search/main.ts";
import { buildEngineWords } from "../../search/planner.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { buildTerm } from "../../search/query-terms.ts";
import { buildFictionalReport, fictionalNames, fictionalRegions } from "./fictional-report.ts";

const phrase = "政府信息公开申请";
const texts = [
  "本年收到政府信息公开申请3件。",
  // Every four characters of the phrase stand here in a row, but never all of them.
  "政府信息公布。府信息公示，信息公开了，又说息公开申报，已公开申请。",
  "收到政府信息\n公开申请5件。",
  "未收到申请，政府信息均已公开。",
];

describe("a long phrase", () => {
  let dataFolder = "";
  let search: Search;

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "gongkai-phrase-"));
    search = await openSearch({ dataFolder, placeNames: fictionalNames });
    const reports = texts.map((text, index) =>
      buildFictionalReport({
        regions: fictionalRegions.jadeTown,
        year: 2019 + index,
        sections: [["overview", "一、总体情况", text]],
      }),
    );
    const documents = reports.flatMap((report) => buildSectionDocuments(report, search.simplify));
    const titled = documents.map((document) => ({
      ...document,
      grams: { ...document.grams, title: "" },
    }));
    await search.engine.addDocuments("sections", titled);
  });

  afterAll(async () => {
    await search.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  const find = (q: string, filters: object = {}) =>
    search.search(searchQuerySchema.parse({ q, ...filters }));

  it("is taken by the engine for one of which only the parts stand in the text", async () => {
    const wanted = buildTerm([phrase], true);
    const answer = await search.engine.search({
      ...buildEngineWords({ wanted, excluded: [] }),
      index: "sections",
      filter: [],
      facets: [],
      sort: [],
      offset: 0,
      limit: 10,
      fields: ["year"],
    });
    expect(answer.hits).toContainEqual({ year: 2020 });
  });

  it.each([`"${phrase}"`, phrase])(
    "finds, counts and facets only sections that hold it, line breaks or not: %s",
    async (q) => {
      const result = await find(q);
      expect(result).toMatchObject({ exact: true, relaxed: false });
      if (!q.startsWith('"')) return;
      const strict = result.hits.filter((hit) => !hit.relaxed);
      expect(new Set(strict.map((hit) => hit.year))).toEqual(new Set([2019, 2021]));
      expect(result.total).toBe(2);
      expect(result.facets["year"]?.map(({ value }) => value)).toEqual(["2021", "2019"]);
    },
  );

  it("counts what other choices would give as truly, too", async () => {
    const { total, facets } = await find(`"${phrase}"`, { year: [2019] });
    expect(total).toBe(1);
    expect(facets["year"]?.map(({ value, count }) => [value, count])).toEqual([
      ["2021", 1],
      ["2019", 1],
    ]);
  });

  it("counts a choice between phrases as truly", async () => {
    const { total, exact } = await find(`"${phrase}" OR "均已公开"`);
    expect([total, exact]).toEqual([3, true]);
  });

  it("that is excluded leaves out only sections that hold it", async () => {
    for (const group of ["none", "report"]) {
      const { hits, total, exact } = await find(`公开 -"${phrase}"`, { group });
      expect([total, exact]).toEqual([2, true]);
      const strict = hits.filter(({ relaxed }) => !relaxed);
      expect(new Set(strict.map(({ year }) => year))).toEqual(new Set([2020, 2022]));
    }
    expect((await find(`公开 -"${phrase}"`, { year: [2020] })).total).toBe(1);
  });

  it("goes on to some of its words when nothing under the filters holds it, and marks them", async () => {
    const result = await find(`"${phrase}"`, { year: [2020] });
    expect(result).toMatchObject({ total: 0, exact: true, relaxed: true });
    expect(result.hits.map(({ year, relaxed }) => [year, relaxed])).toEqual([[2020, true]]);
  });
});
