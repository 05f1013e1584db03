import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DictionaryTaken } from "../../search/words/jieba-dictionary.ts";
import { openSegmenter } from "../../search/words/segmenter.ts";
import { fictionalNames } from "./fictional-report.ts";

const segmenter = openSegmenter(fictionalNames);
const cut = (text: string): string => segmenter.cut(text).join("|");

describe("segmenter", () => {
  test("the pieces together are the text, whatever it is", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(...Array.from("和平县官庄镇公开2024年12.5%，IPv6 の\n👍𠀀")),
        maxLength: 200,
      }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(segmenter.cut(text).join("")).toBe(text.replaceAll(/\p{Cs}/gu, "\uFFFD"));
      }),
    );
  });

  test("a lone surrogate is replaced", () => {
    expect(segmenter.cut("a\uD800b")).toEqual(["a", "\uFFFD", "b"]);
  });

  test.each([
    ["2024年公开8840条", "2024|年|公开|8840|条"],
    ["增长12.5%，共1,234件", "增长|12.5%|，|共|1,234|件"],
    ["２０２２年占１．５％", "２０２２|年|占|１．５％"],
    ["完成IPv6改造和5G建设", "完成|IPv6|改造|和|5G|建设"],
    ["1,2,3", "1|,|2|,|3"],
    ["", ""],
  ])("numbers and Latin words stay whole: %s", (text, pieces) => {
    expect(cut(text)).toBe(pieces);
  });

  test.each([
    ["依申请公开行政规范性文件", "依申请公开|行政规范性文件"],
    ["和平县松岭乡", "和平县|松岭乡"],
    ["官庄镇依申请公开", "官庄镇|依申请公开"],
  ])("place names and terms of the field stay whole: %s", (text, pieces) => {
    expect(cut(text)).toBe(pieces);
  });

  test("one process has one dictionary", () => {
    expect(openSegmenter(fictionalNames.toReversed()).cut("和平县松岭乡")).toEqual([
      "和平县",
      "松岭乡",
    ]);
    expect(() => openSegmenter([...fictionalNames, "另一个镇"])).toThrow(DictionaryTaken);
  });
});
