import { expect, test } from "vitest";
import { splitSyllables } from "../../../search/correction/split-syllables.ts";

const syllables = new Set(["xian", "xi", "an", "lv", "hua", "gong", "kai", "fang", "fan", "gan"]);
const split = (typed: string) => splitSyllables(typed, (one) => syllables.has(one));

test.each([
  ["gongkai", [["gong", "kai"]]],
  ["xian", [["xian"], ["xi", "an"]]],
  ["xi'an", [["xi", "an"]]],
  ["Xi An", [["xi", "an"]]],
  ["lühua", [["lv", "hua"]]],
  ["lu:hua", [["lv", "hua"]]],
  [
    "fangan",
    [
      ["fang", "an"],
      ["fan", "gan"],
    ],
  ],
  ["gongx", []],
  ["xi'anx", []],
])("%s is %j", (typed, ways) => {
  const found = split(typed);
  expect(found).toHaveLength(ways.length);
  expect(found).toEqual(expect.arrayContaining(ways));
});

test("the ways stay few, however many there could be", () => {
  expect(split("xian".repeat(12)).length).toBeLessThanOrEqual(12);
  expect(split("xi an ".repeat(10))).toEqual([]);
});
