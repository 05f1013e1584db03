import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import { openSearch, type Search } from "../../search/main.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFictionalReport, fictionalNames } from "./fictional-report.ts";

/** Names that no list has, beside others of the same sound. */
const texts = [
  "整治翎澜渠沿线环境，灵兰曲调不在其内。",
  "修缮翎绿阁，掠影展照常。",
  "办理西安岸线事项，先锋闸未动。",
  "普通的一段文字，公开信息若干。",
];

let folder = "";
let search: Search;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-pinyin-"));
  search = await openSearch({ dataFolder: folder, placeNames: fictionalNames });
  const documents = texts.flatMap((text, at) =>
    buildSectionDocuments(
      buildFictionalReport({ regions: [], year: 2018 + at, sections: [["other", "", text]] }),
      search.simplify,
    ),
  );
  await search.engine.addDocuments("sections", documents);
});
afterAll(async () => {
  await search.close();
  await rm(folder, { recursive: true });
});

describe("a word that no list has is found by its pinyin", () => {
  test.each([
    ["linglanquyanxian", "翎澜渠沿线"],
    ["ling lan qu yan xian", "翎澜渠沿线"],
    ["ling'lan'qu", "翎澜渠"],
    ["整治linglanqu", "整治翎澜渠"],
    ["linglvge", "翎绿阁"],
    ["linglüge", "翎绿阁"],
    ["lveyingzhan", "掠影展"],
    ["lueyingzhan", "掠影展"],
    ["xi'an'anxian", "西安岸线"],
    ["xianfengzha", "先锋闸"],
    ["linglvge lveyingzhan -普通", "翎绿阁 掠影展 -普通"],
    ["翎绿阁 lveyingzhan", "翎绿阁 掠影展"],
  ])("%s is %s", async (q, meant) => {
    const { correction } = await search.search(searchQuerySchema.parse({ q }));
    expect(correction).toMatchObject({ query: meant, applied: true });
  });

  test("and not by that of what stands nowhere", async () => {
    const { total, correction } = await search.search(
      searchQuerySchema.parse({ q: "lanquling", group: "none" }),
    );
    expect([total, correction]).toEqual([0, null]);
  });
});
