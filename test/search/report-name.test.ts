import { describe, expect, test } from "vitest";
import { parseQuery } from "../../search/language/parse-query.ts";
import { readReportName } from "../../search/places/report-name.ts";
import { names } from "./language/fictional-names.ts";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";

const simplify = openSimplifier();
const regions = { resolve: (name: string) => (name === "临江区" ? ["920119"] : []) };
const read = (query: string) =>
  readReportName(query, parseQuery(query, names), { simplify, regions });

describe("the everyday name of a report", () => {
  test.each([
    ["临江区2021年年报", "2021年年报", "临江区 year:2021"],
    ["临江区2021年报", "2021年报", "临江区 year:2021"],
    ["临江区 2021 年报", "2021 年报", "临江区 year:2021"],
    ["临江区2021年政府信息公开年报", "2021年政府信息公开年报", "临江区 year:2021"],
    ["臨江區２０２１年年報", "２０２１年年報", "臨江區 year:2021"],
    ["2021年年报", "2021年年报", "year:2021"],
    ["2021年临江区年报", "2021年临江区年报", "临江区 year:2021"],
    ["临江区年报", "年报", "临江区 年度报告"],
    ["临江区的政务公开年报 收费", "政务公开年报", "临江区的 年度报告 收费"],
    ["2021年年报 行政诉讼", "2021年年报", "year:2021 行政诉讼"],
  ])("%s", (query, from, to) => {
    expect(read(query)).toMatchObject({ from, query: to });
  });

  test.each([
    "年报",
    "企业年报",
    "2021年企业年报",
    "2021年年报公示",
    "“2021年年报”",
    "临江区 -2021年年报",
    "year:2020 2021年年报",
    "年报 OR 报告",
    "12021年报",
    "临江区2021年年度报告",
  ])("is not %s", (query) => {
    expect(read(query)).toBeNull();
  });
});
