import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSectionDocuments } from "../../search/build-documents.ts";
import { openSearch, type Search } from "../../search/main.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { buildFictionalReport, fictionalRegions } from "./fictional-report.ts";

const phrase = '"政府信息公开申请"';
const texts = [
  "本年收到政府信息公开申请3件。",
  "政府信息公开工作扎实，信息公开申请渠道畅通，政府网公开申请指南。",
  "收到政府信息\n公开申请5件。",
  "未收到申请，政府信息均已公开。",
];

describe("a long quoted phrase", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "gongkai-phrase-"));
  let search: Search;

  beforeAll(async () => {
    search = await openSearch({ dataFolder });
    const reports = texts.map((text, index) =>
      buildFictionalReport({
        regions: fictionalRegions.jadeTown,
        year: 2019 + index,
        sections: [["overview", "一、总体情况", text]],
      }),
    );
    const documents = reports.flatMap((report) => buildSectionDocuments(report, search.segmenter));
    await search.engine.addDocuments("sections", documents);
  });

  afterAll(async () => {
    await search.close();
    rmSync(dataFolder, { recursive: true });
  });

  it("is taken by the engine for one whose words only stand near each other in pairs", async () => {
    const { pieces } = { pieces: search.segmenter.segment(phrase.slice(1, -1)) };
    const answer = await search.engine.search({
      index: "sections",
      text: `"${pieces}"`,
      strategy: "all",
      attributes: null,
      filter: [],
      facets: [],
      sort: [],
      offset: 0,
      limit: 10,
      fields: ["year"],
    });
    expect(answer.hits).toContainEqual({ year: 2020 });
  });

  it("finds, counts and facets only sections that hold it, line breaks or not", async () => {
    const result = await search.search(searchQuerySchema.parse({ q: phrase }));
    expect(new Set(result.hits.map((hit) => hit.year))).toEqual(new Set([2019, 2021]));
    expect(result).toMatchObject({ total: 2, relaxed: false });
    expect(result.facets["year"]?.map(({ value }) => value).toSorted()).toEqual(["2019", "2021"]);
  });

  it("goes on to some of the words when nothing under the filters holds it", async () => {
    const result = await search.search(searchQuerySchema.parse({ q: phrase, year: [2020] }));
    expect(result).toMatchObject({ total: 1, exact: false, relaxed: true });
  });
});
