import { describe, expect, test } from "vitest";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { demoDivisions } from "../../demo/list-demo.ts";
import { buildRegionNames } from "../../search/places/build-region-names.ts";
import { parseQuery } from "../../search/language/parse-query.ts";

const gazetteer = loadGazetteer([demoDivisions]);
const held = new Set(["99", "9901", "990121", "990222", "990222101"]);
const regions = buildRegionNames(gazetteer, () => held);
const first = (typed: string) => regions.resolve(typed)[0];

describe("a place", () => {
  test.each([
    ["990121", ["990121"]],
    ["青山县", ["990121"]],
    ["落霞镇", ["990222101", "990121101"]],
    ["云陵", ["99"]],
    ["惠安县", ["350521"]],
    ["福建", ["35"]],
  ])("is known by its code and its name: %s", (typed, codes) => {
    expect(regions.resolve(typed)).toEqual(codes);
  });

  test.each([
    ["望川", "9901"],
    ["青山", "990121"],
    ["柳泉", "990222"],
    ["落霞", "990222101"],
    ["白鹭洲", "990121100"],
  ])("is known by its stem, with all others of it, those with reports first: %s", (typed, code) => {
    expect(first(typed)).toBe(code);
    for (const each of regions.resolve(typed))
      expect(regions.nameOf(each)?.startsWith(typed)).toBe(true);
  });

  test("has namesakes that are not left out", () => {
    const names = new Set(regions.resolve("青山").map((code) => regions.nameOf(code)));
    expect(names).toContain("青山区");
    expect(names).toContain("青山县");
    expect(regions.resolve("惠安")).toContain("350521");
  });

  test.each([
    ["云陵省青山县", ["990121"]],
    ["云陵青山县", ["990121"]],
    ["云陵省望川市青山县", ["990121"]],
    ["望川市/青山县", ["990121"]],
    ["望川市 青山", ["990121"]],
    ["云陵省 › 望川市 › 青山县", ["990121"]],
    ["云陵省-柳泉县-落霞镇", ["990222101"]],
    ["柳泉落霞", ["990222101"]],
    ["青山县落霞镇", ["990121101"]],
    ["福建惠安", ["350521"]],
    ["福建省泉州市惠安县", ["350521"]],
  ])("is known by those above it: %s", (typed, codes) => {
    expect(regions.resolve(typed)).toEqual(codes);
  });

  test.each([
    ["静海县", "120118"],
    ["青山市", "990121"],
    ["落霞乡", "990222101"],
  ])("is known by a name of another level that it may have had: %s", (typed, code) => {
    expect(first(typed)).toBe(code);
  });

  test.each([
    ["qingshan", "990121"],
    ["QingShan", "990121"],
    ["qing'shan", "990121"],
    ["qing shan xian", "990121"],
    ["qingshanxian", "990121"],
    ["luoxiazhen", "990222101"],
    ["huianxian", "350521"],
    ["chongqing", "50"],
    ["chongqingshi", "50"],
    ["lvliangshi", "1411"],
    ["yunling", "99"],
    ["yunlingsheng", "99"],
  ])("is known by its pinyin: %s", (typed, code) => {
    expect(first(typed)).toBe(code);
  });

  test.each([
    "月球背面",
    "青山公园",
    "柳泉县青山县",
    "云陵省惠安县",
    "县",
    "省县",
    "",
    "/",
    "990199",
    "x",
    "xyz",
    "qs",
    "zhen",
    "青",
  ])("is not known by %j", (typed) => {
    expect(regions.resolve(typed)).toEqual([]);
  });

  test.each([
    ["region:云陵省青山县", "地区：青山县"],
    ["region:望川市/青山县", "地区：青山县"],
    ["region:“云陵省 青山县”", "地区：青山县"],
    ["region:落霞镇", "地区：落霞镇（2 处同名）"],
    ["region:落霞", "地区：落霞镇（2 处同名）"],
    ["地区：huianxian、luoxiazhen", "地区：惠安县、落霞镇（2 处同名）"],
  ])("is a filter that says how many are meant: %s", (query, label) => {
    const { filters, problems } = parseQuery(query, { regions, simplify: (text) => text });
    expect([filters.map((filter) => filter.label), problems]).toEqual([[label], []]);
  });

  test("may share its stem with places of other names, which are counted", () => {
    const { filters } = parseQuery("region:青山", { regions, simplify: (text) => text });
    const count = regions.resolve("青山").length;
    expect(filters.map(({ label }) => label)).toEqual([`地区：青山（${count} 处）`]);
  });

  test("is held where there are reports of it or below", () => {
    expect([regions.isHeld?.("9901"), regions.isHeld?.("990201")]).toEqual([true, false]);
    expect(buildRegionNames(gazetteer).isHeld?.("990201")).toBe(true);
  });
});
