import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";
import { buildEntryFinder } from "../../search/suggest/entry-finder.ts";
import { openNameMemory } from "../../search/suggest/name-memory.ts";
import { buildChips } from "../../search/language/build-chips.ts";
import { parseQuery } from "../../search/language/parse-query.ts";
import { buildSuggester } from "../../search/suggest/suggest.ts";
import type { SuggestEntry } from "../../search/suggest/suggest-entry.ts";
import { names } from "./language/fictional-names.ts";

const place = (name: string, reports: number, ...parents: readonly string[]): SuggestEntry => ({
  kind: "place",
  name,
  detail: parents.join(" "),
  value: `${name}-${parents.join("-")}`,
  reports,
  parents,
  query: { region: [`${name}-${parents.join("-")}`] },
});

const entries: readonly SuggestEntry[] = [
  place("官庄镇", 3, "云岫省", "青溪市", "和平县"),
  place("官庄镇", 9, "丹霄省", "石桥市", "临泉县"),
  place("上官庄镇", 20, "丹霄省", "石桥市", "临泉县"),
  place("和平县", 30, "云岫省", "青溪市"),
  place("绿岭乡", 1, "云岫省", "青溪市", "和平县"),
  place("重庆市", 4),
  {
    kind: "agency",
    name: "官庄镇人民政府",
    detail: "云岫省和平县",
    value: "a1",
    reports: 9,
    parents: ["丹霄省", "石桥市", "临泉县", "官庄镇"],
    query: { kind: ["government"] },
  },
  {
    kind: "agency",
    name: "和平县教育局",
    detail: "云岫省 › 青溪市 › 和平县",
    value: "和平县教育局",
    reports: 2,
    parents: ["云岫省", "青溪市", "和平县"],
    query: { q: "和平县教育局" },
  },
];
const language = { simplify: openSimplifier(), readName: openNameMemory() };
const suggest = buildSuggester(
  { names: buildEntryFinder(entries, language.readName), years: [2021, 2022, 2023, 2024] },
  language,
);
const list = (typed: string): readonly string[] =>
  suggest(typed).map(({ name, reports }) => `${name}${reports ?? ""}`);
const follow = (typed: string): readonly (readonly [string, string])[] =>
  suggest(typed).map(({ name, address }) => [name, decodeURIComponent(address)]);

describe("suggest", () => {
  test.each([
    ["官庄镇", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["官庄", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["guanzhuang", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["GuanZhuang", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["guan zh", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["gzz", ["官庄镇9", "官庄镇人民政府9", "官庄镇3"]],
    ["和平官庄", ["官庄镇3"]],
    ["和平县官庄镇", ["官庄镇3"]],
    ["lvling", ["绿岭乡1"]],
    ["lüling", ["绿岭乡1"]],
    ["綠嶺", ["绿岭乡1"]],
    ["chongqing", ["重庆市4"]],
    ["镇", ["镇长信箱"]],
    ["", []],
    ["、“", []],
    ["官".repeat(100), []],
  ])("%s", (typed, names) => {
    expect(list(typed)).toEqual(names);
  });

  test("a place names what stands above it, and no more than asked are given", () => {
    expect(suggest("官庄", 1)).toEqual([
      {
        kind: "place",
        name: "官庄镇",
        detail: "丹霄省 石桥市 临泉县",
        value: "官庄镇-丹霄省-石桥市-临泉县",
        reports: 9,
        address: `/?${new URLSearchParams({ region: "官庄镇-丹霄省-石桥市-临泉县" }).toString()}`,
      },
    ]);
  });

  test.each([
    ["观庄镇", ["官庄镇9", "官庄镇人民政府9", "官庄镇3"]],
    ["和平关庄", ["官庄镇3"]],
    ["和平 教育", ["和平县教育局2"]],
    ["临泉 官庄镇人民政府", ["官庄镇人民政府9"]],
    ["hepingguan", ["官庄镇3"]],
    ["hpjyj", []],
    ["hpxjyj", ["和平县教育局2"]],
  ])("a wrong character, words apart, places together: %s", (typed, names) => {
    expect(list(typed)).toEqual(names);
  });

  test.each([
    [
      "20",
      [
        ["2024年", "/?year=2024"],
        ["2023年", "/?year=2023"],
        ["2022年", "/?year=2022"],
        ["2021年", "/?year=2021"],
      ],
    ],
    ["2023年", [["2023年", "/?year=2023"]]],
    ["1999", []],
    ["绿岭乡 2024", [["绿岭乡 2024年", "/?region=绿岭乡-云岫省-青溪市-和平县&year=2024"]]],
    ["2024年绿岭", [["绿岭乡 2024年", "/?region=绿岭乡-云岫省-青溪市-和平县&year=2024"]]],
    ["行政处罚 2022", [["行政处罚 2022年", "/?q=行政处罚&year=2022"]]],
  ])("years, alone and beside what they belong to: %s", (typed, expected) => {
    expect(follow(typed)).toEqual(expected);
  });

  test.each([
    ["依申请", [["依申请公开", "/?q=依申请公开"]]],
    ["ysqgk", [["依申请公开", "/?q=依申请公开"]]],
    ["和平县 行政复", [["和平县 行政复议", "/?q=行政复议&region=和平县-云岫省-青溪市"]]],
    ["行政复议 绿岭", [["行政复议 绿岭乡", "/?q=行政复议&region=绿岭乡-云岫省-青溪市-和平县"]]],
    ["拆迁 行政复", [["拆迁 行政复议", "/?q=拆迁+行政复议"]]],
    ["重庆市 绿岭", [["重庆市 绿岭乡", "/?region=重庆市-&region=绿岭乡-云岫省-青溪市-和平县"]]],
  ])("terms of the field, alone and beside a place: %s", (typed, expected) => {
    expect(follow(typed)).toEqual(expected);
  });

  const 绿岭 = "region=绿岭乡-云岫省-青溪市-和平县";
  test.each([
    ["year:2020 绿岭", [["year:2020 绿岭乡", `/?q=year:2020&${绿岭}`]]],
    ["新收>100 绿岭", [["新收>100 绿岭乡", `/?q=新收>100&${绿岭}`]]],
    ["“依申请公开” 绿岭", [["“依申请公开” 绿岭乡", `/?q=“依申请公开”&${绿岭}`]]],
    ["“ＡB” 行政复", [["“ＡB” 行政复议", "/?q=“ＡB”+行政复议"]]],
    ["IPv6、綠嶺", [["IPv6、绿岭乡", `/?q=IPv6&${绿岭}`]]],
    ["a OR b 绿岭", [["a OR b 绿岭乡", `/?q=a+OR+b&${绿岭}`]]],
    ["(a b) 绿岭 2024", [["(a b) 绿岭乡 2024年", `/?q=(a+b)&${绿岭}&year=2024`]]],
    ["-败诉 2024", [["-败诉 2024年", "/?q=-败诉&year=2024"]]],
    ["-败诉 临泉 官庄镇人", [["-败诉 官庄镇人民政府", "/?q=-败诉&kind=government"]]],
  ])("what was typed before the last words is kept as it is: %s", (typed, expected) => {
    expect(follow(typed)).toEqual(expected);
  });

  test.each([
    ["行政处罚 -绿岭", ["/?q=行政处罚+-绿岭乡"]],
    ["行政处罚 NOT lvling", ["/?q=行政处罚+NOT+绿岭乡"]],
    ["行政诉讼 OR 行政复", ["/?q=行政诉讼+OR+行政复议"]],
    ["行政诉讼|行政复", ["/?q=行政诉讼|行政复议"]],
    ["年报 (绿岭", ["/?q=年报+(绿岭乡"]],
    ["-(依申请", ["/?q=-(依申请公开"]],
    ["行政处罚 -官庄镇", ["/?q=行政处罚+-官庄镇人民政府", "/?q=行政处罚+-上官庄镇"]],
  ])("an excluded word and one beside OR are completed where they stand: %s", (typed, expected) => {
    expect(follow(typed).map(([, address]) => address)).toEqual(expected);
  });

  test.each([
    ["region:绿", ["region:绿岭乡"]],
    ["行政处罚 region:lvl", ["行政处罚 region:绿岭乡"]],
    ["地区：和平县、绿", ["地区：和平县、绿岭乡"]],
    ["-region:绿", ["-region:绿岭乡"]],
    ["region: 绿", ["region: 绿岭乡"]],
    [
      "region:官庄镇",
      ["region:丹霄省石桥市临泉县官庄镇", "region:云岫省青溪市和平县官庄镇", "region:上官庄镇"],
    ],
    ["agency:教", ['agency:"和平县教育局"']],
    ["section:问", ["section:问题与改进"]],
    ["章节：复议", ['章节："行政复议、诉讼"']],
    ["year:202", ["year:2024", "year:2023", "year:2022", "year:2021"]],
    ["region:绿岭乡", []],
    ["region:", []],
    ["region:“绿", []],
  ])("the value of a filter is completed: %s", (typed, expected) => {
    expect(
      suggest(typed).map(({ address }) => new URLSearchParams(address.slice(2)).get("q")),
    ).toEqual(expected);
  });

  test.each(["“绿岭", "“依申请公开”", "绿岭 OR", "(绿岭)", "新收>1", "绿岭 -", "yaer:20", "a AND"])(
    "nothing is offered behind %s",
    (typed) => {
      expect(suggest(typed)).toEqual([]);
    },
  );

  test("a suggestion is read as what was typed before it, and no more than what it offers", () => {
    const parts = fc.constantFrom(
      "“依申请 公开”",
      '"a"',
      "-败诉",
      "-“驳 回”",
      "NOT ｘ",
      "收费 OR 费用",
      "a|ｂ",
      "（公众号 微信）",
      "-(广告 OR 招聘)",
      "year:2020",
      "年份：2019至2021年",
      "region:官庄镇",
      "-region:和平县、绿岭乡",
      "agency:教育局",
      "section:问题与改进",
      "新收>1,000",
      "requests.newReceived:10..20",
    );
    const word = fc.constantFrom(
      "绿岭",
      "官庄镇",
      "lvling",
      "和平",
      "行政复",
      "依申请",
      "2024",
      "教育",
    );
    const space = fc.constantFrom(" ", "  ", "、", "\u3000", "； ");
    const read = (q: string) => buildChips(parseQuery(q, names), q).map(({ label }) => label);
    fc.assert(
      fc.property(fc.array(fc.tuple(parts, space), { maxLength: 4 }), word, (before, last) => {
        // A comma behind a filter leads to another value of it.
        const kept = before
          .map(([part, between]) => part + (/[:：]/u.test(part) ? " " : between))
          .join("");
        const typed = read(kept);
        for (const { address } of suggest(kept + last)) {
          const q = new URLSearchParams(address.slice(2)).get("q") ?? "";
          expect(q.startsWith(kept.replace(/[\s、；]+$/u, ""))).toBe(true);
          expect(read(q).slice(0, typed.length)).toEqual(typed);
          expect(read(q).length).toBeLessThanOrEqual(typed.length + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("whatever is typed, entries come at most once and in one order", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ...Array.from('官庄镇和平县ag zhun|、\uD800-(）："“”>:2'),
            "region:",
            " OR ",
          ),
          maxLength: 12,
        }),
        (typed) => {
          const found = suggest(typed);
          expect(new Set(found.map(({ name, address }) => name + address)).size).toBe(found.length);
          expect(found.length).toBeLessThanOrEqual(10);
          expect(suggest(typed)).toEqual(found);
        },
      ),
    );
  });

  test("whatever is typed, no phrase, exclusion, filter or condition before the last word is lost", () => {
    const pieces = [
      ...Array.from('官庄镇和平县绿岭行政复ag |、，\u3000-(）："“”>:2\u200b'),
      "region:",
      "agency：",
      "year:2020",
      " OR ",
      " NOT ",
      " AND ",
      "新收>5",
      "-败诉",
    ];
    const typing = fc
      .array(fc.constantFrom(...pieces), { maxLength: 12 })
      .map((parts) => parts.join(""));
    const list = (q: string, end: number) =>
      buildChips(parseQuery(q, names), q)
        .filter(({ kind, span }) => kind !== "words" && span.end < end)
        .map(({ label }) => label);
    fc.assert(
      fc.property(typing, fc.constantFrom("", " 绿岭", " 行政复"), (before, last) => {
        const typed = before + last;
        const kept = list(typed, typed.trimEnd().length);
        for (const { address } of suggest(typed)) {
          const q = new URLSearchParams(address.slice(2)).get("q") ?? "";
          expect(list(q, Number.MAX_SAFE_INTEGER)).toEqual(expect.arrayContaining([...kept]));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
