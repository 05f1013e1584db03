import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPhraseGrams } from "../../search/grams/build-grams.ts";
import {
  buildEngineWords,
  buildPinyinWords,
  isWhole,
  listWanted,
  planQuery,
} from "../../search/planner.ts";
import { maxQueryLength } from "../../search/query.ts";
import { language } from "./query-language.ts";

const plan = (query: string) => planQuery(query, language);
const ask = (query: string): string => buildEngineWords(plan(query).alternatives[0]).text;
const grams = (phrase: string): string => buildPhraseGrams(phrase)?.words ?? "";

describe("what the engine is asked", () => {
  test.each([
    ["行政处罚", `"${grams("行政处罚")}"`],
    ["官庄镇行政处罚", `"${grams("官庄镇")}" "${grams("行政处罚")}"`],
    ["行政处罚 -官庄镇", `-"${grams("官庄镇")}" "${grams("行政处罚")}"`],
    ['"甲、乙"', `"${grams("甲、乙")}"`],
    ["8840", '"w8840"'],
    ["IPv6", '"wipv6"'],
    ["公", `"${grams("公")}"`],
    ["公 行政处罚", `"${grams("公")}" "${grams("行政处罚")}"`],
    ["行政处罚 -公", `-"${grams("公")}" "${grams("行政处罚")}"`],
    ["", ""],
  ])("for %j", (query, text) => {
    expect(ask(query)).toBe(text);
  });

  test.each([
    ["行政处罚 8840", true],
    ["公", true],
    ["公 开", true],
    ["行政处罚 -公", true],
    ["行政处罚 -官庄镇", true],
  ])("for %j is all that was wanted: %s", (query, whole) => {
    expect(isWhole(plan(query).alternatives[0])).toBe(whole);
  });

  test("is phrases of letters and digits, whatever was typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: maxQueryLength, size: "max" }),
      fc.string({
        unit: fc.constantFrom(
          ...Array.from(
            `行政处罚公开官庄镇和平县的了12 ab-－"“”「」『』＂\\'*:;,.，。、()（）%\t\n\u2063\u200B`,
          ),
          "\uD83D",
          "👍",
        ),
        maxLength: maxQueryLength,
        size: "max",
      }),
    );
    fc.assert(
      fc.property(typed, (query) => {
        for (const terms of plan(query).alternatives)
          expect(buildEngineWords(terms).text).toMatch(/^(?:(?:^| )-?"[a-z\d]+(?: [a-z\d]+)*")*$/);
      }),
      { numRuns: 400 },
    );
  });
});

describe("pinyin", () => {
  test.each([
    ["guan Zhuang", ["guan", "zhuang"]],
    ["guanzhuang", ["guanzhuang"]],
    ["guanzhuang 处罚", []],
    ["guanzhuang OR songling", []],
    ["guanzhuang -败诉", []],
    ["8840", []],
    ['"guanzhuang"', []],
    ["IPv6", []],
    ["a", []],
    ["", []],
  ])("%j may be %j", (query, latin) => {
    expect(plan(query).latin).toEqual(latin);
  });

  test("is looked for word by word, then as one", () => {
    expect(buildPinyinWords(["guan", "zhuang"])).toEqual([
      { text: '"pguan" "pzhuang"', strategy: "all", attributes: null, isExact: true },
      { text: '"pguanzhuang"', strategy: "all", attributes: null, isExact: true },
      { text: "pguan pzhuang", strategy: "all", attributes: ["py"], isExact: false },
      { text: "pguanzhuang", strategy: "all", attributes: ["py"], isExact: false },
    ]);
    expect(buildPinyinWords(["guan"])).toHaveLength(2);
  });
});

test("all that any alternative wants is listed once, in order", () => {
  const wanted = listWanted(plan("官庄镇 收费 OR 费用"));
  expect(wanted.map(({ pieces }) => pieces.join(""))).toEqual(["官庄镇", "收费", "费用"]);
});
