import { describe, expect, it } from "vitest";
import { buildChips } from "../../../search/language/build-chips.ts";
import { parseQuery } from "../../../search/language/parse-query.ts";
import { names } from "./fictional-names.ts";

const chips = (query: string) =>
  buildChips(parseQuery(query, names), query).map(({ label, without }) => [label, without]);

describe("the chips of a query", () => {
  it("stand in the order of the query, with what is left without each", () => {
    expect(chips("年报，“不 足” -收费 year:2020 新收>5")).toEqual([
      ["年报", "“不 足” -收费 year:2020 新收>5"],
      ["“不 足”", "年报 -收费 year:2020 新收>5"],
      ["不含 收费", "年报，“不 足” year:2020 新收>5"],
      ["年份：2020", "年报，“不 足” -收费 新收>5"],
      ["本年新收政府信息公开申请数量·总计 > 5", "年报，“不 足” -收费 year:2020"],
    ]);
  });

  it("take brackets, minus and OR with them", () => {
    expect(chips("a (b OR c) d")[1]).toEqual(["b 或 c", "a d"]);
    expect(chips("-(b OR c)")).toEqual([
      ["不含 b", "-(c)"],
      ["不含 c", "-(b)"],
    ]);
    expect(chips("-(b) c")[0]).toEqual(["不含 b", "c"]);
  });

  it("never make a filter or a condition of what stood beside them", () => {
    expect(parseQuery(chips("新收 x >5")[1]?.[1] ?? "", names).conditions).toEqual([]);
    expect(parseQuery(chips("地区：(x) 青山县")[0]?.[1] ?? "", names).filters).toEqual([]);
  });
});
