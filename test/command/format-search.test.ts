import { expect, test } from "vitest";
import { formatSearch } from "../../command/format-search.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { searchFixtures } from "../server/fixture-search.ts";

const find = (q: string, rest: object = {}) =>
  searchFixtures(searchQuerySchema.parse({ q, group: "report", ...rest }));

test("a hit tells its place, year, section and passage, and the other sections of its report", () => {
  const { before, hits, after } = formatSearch(find("行政处罚", { year: [2024] }));
  const [hit = ""] = hits;
  expect([before, hits.length]).toEqual([[], 1]);
  expect(hit).toContain("澜川省 › 临湖市 › 青禾县  2024  一、总体情况");
  expect(hit).toContain("行政处罚");
  expect(hit).toContain("本报告另有 1 处：五、存在的主要问题及改进情况");
  expect(after).toEqual(["共 2 个章节，显示 1 条"]);
});

test("what lacks a word says which, and is not counted", () => {
  const { before, hits, after } = formatSearch(find("行政处罚 白石镇 不足"));
  expect(before.join()).toContain("以下包含其中一部分");
  expect(hits.find((hit) => hit.includes("青禾县2024年"))).toContain("［放宽］缺：白石镇");
  expect(after).toEqual([expect.stringMatching(/^显示 \d+ 条，都只是部分相符$/)]);
});

test("other words are said to stand for the typed ones, and places can be chosen", () => {
  const { before } = formatSearch(find("青和县"));
  expect(before).toEqual([
    "没有找到“青和县”，已改为检索“青禾县”。",
    "可用 --region 限定地区：980102 青禾县（澜川省 临湖市）",
  ]);
  const correction = {
    from: "青和县",
    to: "青禾县",
    query: "青禾县 不足",
    applied: false,
    reason: "slip",
  } as const;
  expect(formatSearch({ ...find("不足"), correction }).before).toEqual([
    "您是不是要找：青禾县 不足",
  ]);
});

test("what could not be read is marked in the query, and nothing found is said", () => {
  const { before, hits, after } = formatSearch(find("飞碟 region:火星"));
  expect(before[0]).toMatch(/^地名录里没有“火星”.*（飞碟 region:.*火星.*）$/);
  expect(before.at(-1)).toContain("没有找到");
  expect([hits, after]).toEqual([[], []]);
});

test("that there is more is said", () => {
  expect(formatSearch(find("", { size: 2 })).after[0]).toContain("还有更多");
});
