import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planQuery } from "../../search/planner.ts";
import { maxQueryLength } from "../../search/query.ts";
import { maxTerms } from "../../search/query-terms.ts";
import { openSegmenter, removeSeparators } from "../../search/segmenter.ts";
import { openSimplifier } from "../../search/simplify-chinese.ts";
import { fictionalNames } from "./fictional-report.ts";

const language = {
  segmenter: openSegmenter(fictionalNames),
  simplify: openSimplifier([...fictionalNames, "乾县"]),
};
const plan = (query: string) => planQuery(query, language);
const strict = (query: string): string => removeSeparators(plan(query).steps[0].text);

describe("strict step", () => {
  test.each([
    ["行政处罚", '"行政处罚"'],
    ["官庄镇行政处罚", '"官庄镇" "行政处罚"'],
    ["官庄镇的行政处罚", '"官庄镇" "行政处罚"'],
    ["的", '"的"'],
    ["行政处罚 -官庄镇", '-"官庄镇" "行政处罚"'],
    ["－官庄镇 行政处罚", '-"官庄镇" "行政处罚"'],
    ["2019-2021", '"2019-2021"'],
    ["COVID-19", '"COVID-19"'],
    ["www.qingxi.gov.cn", '"www.qingxi.gov.cn"'],
    ["https://www.qingxi.gov.cn/a/b.html", '"https://www.qingxi.gov.cn/a/b.html"'],
    ["占12.5%", '"占" "12.5%"'],
    ['"甲、乙"', '"甲、乙"'],
    ['"要求,加强"', '"要求,加强"'],
    ["“公正、公开”原则", '"公正、公开" "原则"'],
    ["「公正」", '"公正"'],
    ['-"甲 乙" 丙', '-"甲 乙" "丙"'],
    ["行政處罰", '"行政处罚"'],
    ["８８４０", '"8840"'],
    ["１２．５％", '"12.5%"'],
    ["乾县", '"乾县"'],
    ["行\u200B政处\u00AD罚", '"行政处罚"'],
    ["行政处罚\u0000公开", '"行政处罚" "公开"'],
    ['行政处罚"', '"行政处罚"'],
    ['"行政处罚', '"行政处罚"'],
    ["！？。、", ""],
    ['""', ""],
    ["-", ""],
    ["\uD800", ""],
    ["", ""],
  ])("%s", (query, text) => {
    expect(strict(query)).toBe(text);
  });

  test("single characters side by side are one unknown name", () => {
    expect(strict("膘尔托阔")).toBe('"膘尔托阔"');
  });

  test("pieces are parted as documents are", () => {
    expect(plan('"2024年公开"').steps[0].text).toBe('"2024\u2063年\u2063公开"');
  });

  test.each([
    ["行政处罚 8840", true],
    ['"政府信息公开申请"', false],
    ['"甲、乙"', false],
    ['"IPv6"', true],
    ['-"甲。乙" 丙', false],
    ["www.qingxi.gov.cn", true],
  ])("the count of %s is exact: %s", (query, exact) => {
    expect(plan(query).steps[0].exact).toBe(exact);
  });

  test("a pasted sentence becomes phrases, and its count is not exact if some is cut off", () => {
    const sentence =
      "加强组织领导建立健全机制推进政务公开标准化规范化建设提升服务水平保障公众知情权";
    expect(strict(sentence)).toBe(`"${sentence}"`);
    const many = Array.from({ length: 30 }, (_, index) => String(1000 + index)).join(" ");
    expect(plan(many).steps[0].exact).toBe(false);
  });
});

describe("later steps", () => {
  test("Latin words alone may be the beginning of a pinyin", () => {
    const { steps, latin } = plan("guan Zhuang");
    expect(steps.map(({ name }) => name)).toEqual([
      "strict",
      "pinyin",
      "joinedPinyin",
      "last",
      "frequency",
    ]);
    expect(steps[1]).toMatchObject({
      text: "guan zhuang",
      attributes: ["py"],
      relaxed: false,
      exact: false,
    });
    expect(steps[2]?.text).toBe("guanzhuang");
    expect(latin).toEqual(["guan", "zhuang"]);
  });

  test.each(["guanzhuang 处罚", "8840", '"guanzhuang"', "IPv6"])("%s is no pinyin", (query) => {
    expect(plan(query).steps.map(({ name }) => name)).toEqual(["strict", "last", "frequency"]);
  });

  test("words are given up, exclusions and quoted phrases are not; the last step opens phrases too", () => {
    const [, last, frequency] = plan('官庄镇 "行政处罚" -复议').steps;
    expect(removeSeparators(last?.text ?? "")).toBe('-"复议" 官庄镇 "行政处罚"');
    expect(frequency?.text).toBe('-"复议" 官庄镇 行政处罚');
    expect([last?.relaxed, last?.exact, frequency?.strategy]).toEqual([true, false, "frequency"]);
  });

  test("nothing but exclusions is not relaxed", () => {
    expect(plan("-行政处罚").steps).toHaveLength(1);
  });
});

/** What the engine takes for one term: a phrase, which some punctuation parts, or a word. */
const countEngineTerms = (text: string): number =>
  (text.match(/"[^"]*"|[^\s"-]+/gu) ?? []).reduce(
    (sum, term) =>
      sum +
      term.split(/[、。；;！!？?]+|[.,]\s/u).filter((part) => /[\p{L}\p{Nd}]/u.test(part)).length,
    0,
  );

describe("any query", () => {
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

  test("gives well-formed text with balanced quotes, few enough terms, and no operator unquoted", () => {
    fc.assert(
      fc.property(typed, (query) => {
        const { steps } = plan(query);
        expect(countEngineTerms(steps[0].text)).toBeLessThanOrEqual(maxTerms);
        for (const { text } of steps) {
          expect(text).not.toMatch(/\p{Cs}|[\p{Cc}]/u);
          const outside = text.replaceAll(/-?"[^"]*"/gu, "");
          expect(outside).toMatch(/^[\p{L}\p{M}\p{N}%％‰.．,\s]*$/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
