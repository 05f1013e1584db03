import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSimplifier } from "../../search/simplify-chinese.ts";
import { buildSuggester, type SuggestEntry } from "../../search/suggest.ts";

const place = (name: string, reports: number, ...parents: readonly string[]): SuggestEntry => ({
  kind: "place",
  name,
  detail: parents.join(" "),
  value: `${name}-${parents.join("-")}`,
  reports,
  parents,
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
    parents: [],
  },
];
const suggest = buildSuggester(entries, openSimplifier());
const list = (typed: string): readonly string[] =>
  suggest(typed).map(({ name, reports }) => `${name}${reports}`);

describe("suggest", () => {
  test.each([
    ["官庄镇", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["官庄", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["guanzhuang", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["GuanZhuang", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["guan zh", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["gzz", ["官庄镇9", "官庄镇人民政府9", "官庄镇3", "上官庄镇20"]],
    ["和平官庄", ["官庄镇3"]],
    ["和平县官庄镇", ["官庄镇3"]],
    ["lvling", ["绿岭乡1"]],
    ["lüling", ["绿岭乡1"]],
    ["綠嶺", ["绿岭乡1"]],
    ["chongqing", ["重庆市4"]],
    ["镇", []],
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
      },
    ]);
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
          expect(new Set(found).size).toBe(found.length);
          expect(suggest(typed)).toEqual(found);
        },
      ),
    );
  });
});
