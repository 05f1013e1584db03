import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSimplifier } from "../../search/simplify-chinese.ts";
import { buildEntryFinder } from "../../search/entry-finder.ts";
import { openNameMemory } from "../../search/name-memory.ts";
import { buildSuggester } from "../../search/suggest.ts";
import type { SuggestEntry } from "../../search/suggest-entry.ts";

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
  ])("terms of the field, alone and beside a place: %s", (typed, expected) => {
    expect(follow(typed)).toEqual(expected);
  });

  test("whatever is typed, entries come at most once and in one order", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from("官庄镇和平县ag zhun|、\uD800")),
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
});
