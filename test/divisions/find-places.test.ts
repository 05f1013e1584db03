import { expect, test } from "vitest";
import { findPlaces } from "../../corpus/divisions/find-places.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";

const gazetteer = loadGazetteer();

test.each([
  ["平和县人民政府", ["平和县"]],
  ["高唐县和唐县", ["高唐县"]],
  ["高唐县、唐县", ["高唐县", "唐县"]],
  ["长沙市区", ["长沙市"]],
  ["沙市区", ["沙市区"]],
  ["泉州市和县委", ["泉州市"]],
  ["政府信息县级标准，完成县级验收", []],
  ["古县镇、古县渡镇、城固县", ["城固县"]],
  ["建设新城区，改造老城区，市中区域", []],
  ["济南市市中区", ["济南市", "市中区"]],
  ["新疆维吾尔自治区伽师县", ["新疆维吾尔自治区", "伽师县"]],
  ["民和县和石柱县", ["民和县", "石柱县"]],
])("reads the places of %s as %j", (text, words) => {
  expect(findPlaces(text, gazetteer).map((mention) => mention.words)).toEqual(words);
});

test("reads a place right after a larger one within it", () => {
  const codes = (text: string) =>
    findPlaces(text, gazetteer)
      .at(-1)
      ?.divisions.map(({ code }) => code);
  expect(codes("北京市朝阳区")).toEqual(["110105"]);
  expect(codes("朝阳区")).toEqual(["110105", "220104"]);
});

test("finds every province, city and county by its name", () => {
  const missed = gazetteer.divisions.filter(
    ({ code, name, level }) =>
      level !== "township" &&
      !findPlaces(`${name}人民政府`, gazetteer).some(({ divisions }) =>
        divisions.some((place) => place.code === code),
      ),
  );
  expect(missed).toEqual([]);
});
