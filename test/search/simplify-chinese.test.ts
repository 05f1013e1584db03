import fc from "fast-check";
import { Converter } from "opencc-js/t2cn";
import { expect, test } from "vitest";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";

const convert = Converter({ from: "t", to: "cn" });
const simplify = openSimplifier();

const pieces = [
  ...Array.from("政府信息公开，。\n 8840乾著覆沈瞭藉處罰條\uFA19𠀀\uD83D"),
  "批覆",
  "一目瞭然",
  "反覆",
  "沈阳",
  "乾坤",
  "藉口",
  "顯著",
  "土坏",
];

test("a text is simplified as OpenCC does, whether it holds much or nothing of it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      expect(simplify(text)).toBe(convert(text));
    }),
    { numRuns: 2000 },
  );
});

test("every character is simplified as OpenCC does", () => {
  const all = Array.from({ length: 0x3_0000 }, (_, point) => String.fromCodePoint(point));
  expect(all.filter((char) => simplify(char) !== convert(char))).toEqual([]);
});

test("names of places stay as they are printed", () => {
  expect(openSimplifier(["乾丰镇"])("乾丰镇乾部")).toBe("乾丰镇干部");
});
