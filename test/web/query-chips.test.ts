import { load } from "cheerio";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { buildChips } from "../../search/language/build-chips.ts";
import { parseQuery } from "../../search/language/parse-query.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { QueryChips } from "../../web/search/query-chips.tsx";
import { names } from "../search/language/fictional-names.ts";

async function show(q: string, rest: object = {}) {
  const parsed = parseQuery(q, names);
  const query = searchQuerySchema.parse({ q, group: "report", ...rest });
  const result = {
    understood: [...buildChips(parsed, q)],
    problems: parsed.problems.map(({ message, span }) => ({ message, ...span })),
  };
  const element = QueryChips({ query, result });
  const app = new Hono().get("/", (c) => (element === null ? c.text("") : c.html(element)));
  return load(await (await app.request("/")).text());
}

describe("the chips of a query", () => {
  test("are links to the query without each, filters and order kept, from the first page", async () => {
    const $ = await show("年报 -“不 足” year:2020", {
      region: ["990121"],
      sort: "newest",
      page: 3,
    });
    const links = $(".chips a").toArray();
    expect(links.map((link) => $(link).attr("aria-label"))).toEqual([
      "去掉 年报",
      "去掉 不含 “不 足”",
      "去掉 年份：2020",
    ]);
    const address = new URL($(links[1]).attr("href") ?? "", "http://localhost");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      q: "年报 year:2020",
      region: "990121",
      sort: "newest",
    });
  });

  test("are not shown for words alone", async () => {
    const $ = await show("年报 不足");
    expect($(".query-chips").length).toBe(0);
  });
});

describe("what could not be read", () => {
  test("is told with the place marked in the query", async () => {
    const $ = await show("年报 region:火星 <b>&amp;");
    expect($(".query-problems li").first().text()).toContain("地名录里没有“火星”");
    expect($(".query-place mark").text()).toBe("火星");
    expect($(".query-place").text()).toContain("年报 region:火星 <b>");
    expect($(".query-problems b").length).toBe(0);
  });

  test("is shown with a little of a long query", async () => {
    const $ = await show(`${"年报 ".repeat(30)}“公开 ${"不足 ".repeat(30)}`);
    expect($(".query-place mark").text()).toBe("“");
    expect($(".query-place").text().length).toBeLessThan(40);
  });
});
