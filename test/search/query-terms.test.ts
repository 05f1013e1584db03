import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery } from "../../search/language/parse-query.ts";
import { maxQueryLength } from "../../search/query.ts";
import {
  buildQueryTerms,
  type Conjunction,
  maxTerms,
  type QueryTerms,
} from "../../search/query-terms.ts";
import { language } from "./query-language.ts";

const read = (query: string): QueryTerms =>
  buildQueryTerms(parseQuery(query, language).text, language);

function write({ wanted, excluded }: Conjunction): string {
  const show = (sign: string) => (term: Conjunction["wanted"][number]) =>
    `${sign}${term.pieces.join("")}${term.quoted && sign === "" ? "!" : ""}`;
  return [...wanted.map(show("")), ...excluded.map(show("-"))].join(" ");
}

/** The alternatives, each as its terms; `!` is behind a quoted one. */
const terms = (query: string): readonly string[] => read(query).alternatives.map(write);

describe("the terms of a query", () => {
  test.each([
    ["行政处罚", "行政处罚"],
    ["官庄镇行政处罚", "官庄镇 行政处罚"],
    ["官庄镇的行政处罚", "官庄镇 行政处罚"],
    ["行政处罚、官庄镇，行政处罚", "行政处罚 官庄镇"],
    ['"行政处罚"', "行政处罚!"],
    ["“公正、公开”原则", "公正、公开! 原则"],
    ["「公正」", "公正!"],
    ['"政府信息 公开"', "政府信息 公开!"],
    ["行政處罰", "行政处罚"],
    ["乾县", "乾县"],
    ["行\u200B政处\u00AD罚", "行政处罚"],
    ["行政处罚\u0000公开", "行政处罚 公开"],
    ['行政处罚"', "行政处罚"],
    ['"行政处罚', "行政处罚"],
    ["膘尔托阔", "膘尔托阔"],
  ])("words and phrases: %j", (query, written) => {
    expect(terms(query)).toEqual([written]);
  });

  test.each([
    ["石鼓渡", "石鼓渡"],
    ["清山县", "清山县"],
    ["未公开原因", "未公开 原因"],
    ["不予公开的不公开理由", "不予公开 不公开 理由"],
    ["县政务公开", "县 政务公开"],
    ["哪个县申请多", "县 申请"],
    ["收费 高", "收费 高"],
  ])("a single character goes with the short word beside it: %j", (query, written) => {
    expect(terms(query)).toEqual([written]);
  });

  test.each([
    ["８８４０", "8840"],
    ["1,234", "1,234"],
    ["１２．５％", "12.5%"],
    ["占12.5%", "占 12.5%"],
    ["2023年", "2023年"],
    ["12件申请", "12件 申请"],
    ["2019-2021", "2019-2021"],
    ["COVID-19", "COVID-19"],
    ["www.qingxi.gov.cn", "www.qingxi.gov.cn"],
    ["https://www.qingxi.gov.cn/a/b.html", "https://www.qingxi.gov.cn/a/b.html"],
  ])("numbers with their units, addresses and codes stay whole: %j", (query, written) => {
    expect(terms(query)).toEqual([written]);
  });

  test.each([
    ["行政处罚 -官庄镇", "行政处罚 -官庄镇"],
    ["－官庄镇 行政处罚", "行政处罚 -官庄镇"],
    ['行政处罚 -"公正 公开"', "行政处罚 -公正 公开"],
    ["-官庄镇行政处罚", "-官庄镇行政处罚"],
    ["行政处罚 -(官庄镇 OR 松岭乡)", "行政处罚 -官庄镇 -松岭乡"],
  ])("what is excluded is one phrase: %j", (query, written) => {
    expect(terms(query)).toEqual([written]);
  });

  test.each([
    ["收费 OR 费用", ["收费", "费用"]],
    ["年报 收费 OR 费用", ["年报 收费", "年报 费用"]],
    ["收费 OR -费用", ["收费", "-费用"]],
    ["(年报 收费) OR 微博", ["年报 收费", "微博"]],
    ["行政处罚 -(官庄镇 松岭乡)", ["行政处罚 -官庄镇", "行政处罚 -松岭乡"]],
    ["(收费 OR 费用) (年报 OR 报告)", ["收费 年报", "收费 报告", "费用 年报", "费用 报告"]],
  ])("choices are alternatives: %j", (query, written) => {
    expect(terms(query)).toEqual(written);
    expect(read(query).cut).toBe(false);
  });

  test.each([
    ["官庄镇有多少行政处罚？", "官庄镇 行政处罚"],
    ["为什么收费", "收费"],
    ["请问怎么申请公开", "申请公开"],
    ["什么是行政复议", "行政复议"],
    ["有没有行政处罚的", "行政处罚"],
  ])("words that make a question of others are left out: %j", (query, written) => {
    expect(terms(query)).toEqual([written]);
  });

  test.each([
    ["的", "的"],
    ["为什么", "为什么"],
    ["有没有", "有没有"],
    ["多少", "多少"],
  ])("but not where there are no others: %j", (query, written) => {
    expect(terms(query)).toEqual([written]);
  });

  test.each(["", "！？。、", '""', "-", "- -", "\uD800", "（）"])("%j has none", (query) => {
    expect(read(query)).toEqual({
      alternatives: [{ wanted: [], excluded: [] }],
      cut: false,
      left: [],
      used: [],
    });
  });
});

describe("more than the engine takes", () => {
  const sentence = "加强组织领导建立健全机制推进政务公开标准化规范化建设提升服务水平保障公众知情权";

  test("a pasted sentence is looked for as it stands", () => {
    expect(terms(sentence)).toEqual([sentence]);
    expect(read(sentence).cut).toBe(false);
    expect(terms(`${sentence}，${sentence.slice(4)}`)).toEqual([
      `${sentence} ${sentence.slice(4)}`,
    ]);
  });

  test("words behind the tenth are cut off, and it is said", () => {
    const many = Array.from({ length: maxTerms + 1 }, (_, at) => String(1000 + at));
    const { alternatives, cut } = read(many.join(" "));
    expect([alternatives[0].wanted.length, cut]).toEqual([maxTerms, true]);
    expect(read(many.slice(1).join(" ")).cut).toBe(false);
  });

  test("exclusions have a half of them at most, and the words the rest", () => {
    const words = Array.from({ length: 9 }, (_, at) => String(1000 + at));
    const exclusions = Array.from({ length: 7 }, (_, at) => `-${2000 + at}`);
    const [first] = read([...words, ...exclusions].join(" ")).alternatives;
    expect([first.wanted.length, first.excluded.length]).toEqual([5, 5]);
    expect(read([...words, ...exclusions].join(" ")).cut).toBe(true);
    expect(read([...words.slice(0, 5), ...exclusions.slice(0, 5)].join(" ")).cut).toBe(false);
  });

  test("of more than four alternatives the first four are asked, and it is said", () => {
    expect(terms("1 OR 2 OR 3 OR 4")).toEqual(["1", "2", "3", "4"]);
    expect(read("1 OR 2 OR 3 OR 4").cut).toBe(false);
    expect(terms("1 OR 2 OR 3 OR 4 OR 5")).toEqual(["1", "2", "3", "4"]);
    expect(read("1 OR 2 OR 3 OR 4 OR 5").left).toEqual([
      expect.objectContaining({ span: { start: 20, end: 21 } }),
    ]);
    expect(read("1 OR 2 OR 3 OR 4 OR 5").cut).toBe(true);
  });

  test("whatever is typed, there are an alternative and few enough terms", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: maxQueryLength, size: "max" }),
      fc
        .array(
          fc.constantFrom("行政处罚", "官庄镇", "的", "12", "a", " ", " OR ", "-", '"', "（", "）"),
          { maxLength: 120, size: "max" },
        )
        .map((parts) => parts.join("").slice(0, maxQueryLength)),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const { alternatives } = read(query);
        expect(alternatives.length).toBeGreaterThan(0);
        expect(alternatives.length).toBeLessThanOrEqual(4);
        for (const { wanted, excluded } of alternatives) {
          expect(wanted.length + excluded.length).toBeLessThanOrEqual(maxTerms);
          const all = [wanted, excluded].map((list) => list.map(({ grams }) => grams.words));
          for (const words of all) expect(new Set(words).size).toBe(words.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});
