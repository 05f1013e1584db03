import { describe, expect, it } from "vitest";
import { ListCounter } from "../../indexer/extract/office/lists/list-counter.ts";
import { writeNumber } from "../../indexer/extract/office/lists/number-format.ts";
import type { ListLevel, NumberedList } from "../../indexer/extract/office/lists/numbered-list.ts";

describe("numbers as Word prints them", () => {
  it.each([
    ["chineseCounting", [1, 10, 11, 20, 99], ["一", "十", "十一", "二十", "九十九"]],
    ["japaneseCounting", [3, 12], ["三", "十二"]],
    [
      "chineseCountingThousand",
      [100, 105, 110, 1_010],
      ["一百", "一百零五", "一百一十", "一千零一十"],
    ],
    ["chineseLegalSimplified", [1, 10, 21], ["壹", "壹拾", "贰拾壹"]],
    ["ideographDigital", [1, 10], ["一", "一〇"]],
    ["ideographTraditional", [1, 10, 11], ["甲", "癸", "11"]],
    ["ideographZodiac", [12], ["亥"]],
    ["decimalEnclosedCircleChinese", [1, 20, 21], ["①", "⑳", "21"]],
    ["decimalEnclosedParen", [2], ["⑵"]],
    ["decimalEnclosedFullstop", [3], ["⒊"]],
    ["ideographEnclosedCircle", [1, 10], ["㊀", "㊉"]],
    ["decimalFullWidth", [12], ["１２"]],
    ["decimalZero", [7, 12], ["07", "12"]],
    ["upperRoman", [4, 1_999], ["IV", "MCMXCIX"]],
    ["lowerRoman", [9], ["ix"]],
    ["upperLetter", [1, 26, 27], ["A", "Z", "AA"]],
    ["lowerLetter", [2], ["b"]],
    ["none", [1], [""]],
    ["decimal", [0, 15], ["0", "15"]],
    ["hebrew1", [3], ["3"]],
  ] as const)("%s", (format, values, printed) => {
    expect(values.map((value) => writeNumber(value, format))).toEqual(printed);
  });
});

describe("counting of numbered paragraphs", () => {
  const level = (text: string, more: Partial<ListLevel> = {}): ListLevel => ({
    start: 1,
    format: "decimal",
    text,
    isSpaced: true,
    isDecimal: false,
    restart: 9,
    ...more,
  });
  const list: NumberedList = {
    id: "1",
    counter: "a",
    restarts: new Map(),
    levels: new Map([
      [0, level("%1、", { format: "chineseCounting", restart: 0 })],
      [1, level("（%2）", { format: "chineseCounting", restart: 1 })],
      [2, level("%1.%3.", { restart: 0, isDecimal: true })],
      [3, level("•", { format: "bullet" })],
    ]),
  };

  it("begins deeper levels again, but those that never do", () => {
    const counter = new ListCounter();
    const printed = [0, 1, 1, 2, 0, 1, 2, 3].map((at) => counter.countNext(list, at));
    expect(printed).toEqual(["一、", "（一）", "（二）", "1.1. ", "二、", "（一）", "2.2. ", ""]);
  });

  it("goes on in a list with the same counter, and begins anew where the list says so", () => {
    const counter = new ListCounter();
    const same = { ...list, id: "2" };
    const anew = { ...list, id: "3", restarts: new Map([[0, 5]]) };
    const printed = [list, same, anew, anew].map((item) => counter.countNext(item, 0));
    expect(printed).toEqual(["一、", "二、", "五、", "六、"]);
  });

  it("prints nothing for a level that the list does not have", () => {
    expect(new ListCounter().countNext(list, 8)).toBe("");
  });
});
