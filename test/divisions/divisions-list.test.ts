import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { levels, type Level } from "../../corpus/division.ts";
import { cleanTownshipName } from "../../corpus/divisions/clean-township-name.ts";
import { generateDivisions } from "../../corpus/divisions/generate-divisions.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { DivisionListBroken, parseDivisions } from "../../corpus/divisions/parse-divisions.ts";

const gazetteer = loadGazetteer();
const names = (code: string) => gazetteer.path(code).map(({ name }) => name);

test("divisions.csv is what the generator writes", () => {
  const written = readFileSync(new URL("../../corpus/divisions.csv", import.meta.url), "utf8");
  expect(generateDivisions()).toBe(written);
});

describe("the list", () => {
  test("holds every province, city and county and all 41,341 real townships", () => {
    const count = (level: Level) =>
      gazetteer.divisions.filter((division) => division.level === level).length;
    expect(levels.map(count)).toEqual([31, 333, 2974, 41_341]);
  });

  test("has no placeholder and no place without a parent but provinces", () => {
    const odd = gazetteer.divisions.filter(
      ({ name, parent, level }) =>
        /^(市辖区|县)$|直辖.级行政?区划/u.test(name) ||
        (level === "province") !== (parent === null) ||
        (parent !== null && gazetteer.get(parent) === undefined),
    );
    expect(odd).toEqual([]);
  });

  test("names no two places of one parent alike", () => {
    const keys = gazetteer.divisions.map(({ name, parent }) => `${parent ?? ""}${name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    ["120119102", ["天津市", "蓟州区", "官庄镇"]],
    ["441900003", ["广东省", "东莞市", "东城街道"]],
    ["442000001", ["广东省", "中山市", "石岐街道"]],
    ["460400100", ["海南省", "儋州市", "那大镇"]],
    ["620201100", ["甘肃省", "嘉峪关市", "新城镇"]],
    ["500235", ["重庆市", "云阳县"]],
    ["429006", ["湖北省", "天门市"]],
    ["659001", ["新疆维吾尔自治区", "石河子市"]],
    ["411625210", ["河南省", "周口市", "郸城县", "胡集乡"]],
  ])("leads to %s by %j", (code, path) => {
    expect(names(code)).toEqual(path);
  });
});

test.each([
  ["四平市铁东区平东街道", ["铁东区", "四平市", "吉林省"], "平东街道"],
  ["博爱县清化镇街道", ["博爱县", "焦作市"], "清化镇街道"],
  ["濮阳县徐镇镇", ["濮阳县", "濮阳市"], "徐镇镇"],
  ["召陵区召陵镇", ["召陵区", "漯河市"], "召陵镇"],
  ["柏泉办事处街道", ["东西湖区"], "柏泉街道"],
  ["保康街道办事处", ["科尔沁左翼中旗"], "保康街道"],
  ["永吉经济开发区特殊乡镇", ["永吉县"], "永吉经济开发区"],
  ["经济开发区（马棚街道）", ["高邮市"], "马棚街道"],
  ["（工业园区）城南街道", ["洮北区"], "城南街道"],
  ["三星镇（叠石桥家纺产业园区）", ["海门区"], "三星镇"],
  ["开发区黎明街道", ["道里区"], "黎明街道"],
  ["新城区街道", ["新城区"], "新城区街道"],
  ["古县渡镇", ["鄱阳县"], "古县渡镇"],
  ["开发区街道", ["桃城区"], "开发区街道"],
])("cleans %s under %j to %s", (printed, ancestors, clean) => {
  expect(cleanTownshipName(printed, ancestors)).toBe(clean);
});

describe("a gazetteer", () => {
  test("finds places by name, short name and parent", () => {
    expect(gazetteer.named("官庄镇").length).toBeGreaterThanOrEqual(10);
    expect(gazetteer.named("民和县")).toEqual([]);
    expect(gazetteer.called("民和县").map(({ name }) => name)).toEqual(["民和回族土族自治县"]);
    expect(gazetteer.called("新疆").map(({ code }) => code)).toEqual(["65"]);
    expect(gazetteer.called("东乡县").map(({ name }) => name)).toEqual(["东乡族自治县"]);
    expect(gazetteer.children(null)).toHaveLength(31);
    expect(gazetteer.children("120119").map(({ name }) => name)).toContain("官庄镇");
    expect(gazetteer.path("000000")).toEqual([]);
  });
});

describe("parseDivisions", () => {
  test("reads a list with a byte order mark and Windows line ends", () => {
    const rows = parseDivisions(
      "\uFEFFcode,name,parent\r\n99,云陵省,\r\n9901,某市,99\r\n",
      "a.csv",
    );
    expect(rows).toEqual([
      { code: "99", name: "云陵省", parent: null, level: "province" },
      { code: "9901", name: "某市", parent: "99", level: "city" },
    ]);
  });

  test.each([
    ["name,code\n99,x,", "a.csv: the first line"],
    ["code,name,parent\n999,三位,", "a.csv:2"],
    ["code,name,parent\n99,省,\n9901,市,98", "a.csv:3"],
    ["code,name,parent\n99,省,99", "a.csv:2"],
    ["code,name,parent\n99", "a.csv:2"],
    ["", "a.csv: the first line"],
  ])("refuses %j and says where", (text, place) => {
    expect(() => parseDivisions(text, "a.csv")).toThrow(DivisionListBroken);
    expect(() => parseDivisions(text, "a.csv")).toThrow(place);
  });
});
