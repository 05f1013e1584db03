import { describe, expect, it } from "vitest";
import { cleanWords } from "../../indexer/extract/ocr/clean-words.ts";
import { markDoubtfulNumbers } from "../../indexer/extract/ocr/mark-doubtful-numbers.ts";
import { mendLabel, readOfficial } from "../../indexer/extract/ocr/mend-label.ts";

describe("a label that two readers read", () => {
  it.each([
    ["1.属于国家秘蜜", "1.属于国家秘密", "1.属于国家秘密"],
    ["居于二类内部事务信息", "属丁三类内部事务信息", "属于三类内部事务信息"],
    ["4无正当理由大最反复申请", "4.无正当理由大量反复中请", "4.无正当理由大量反复申请"],
    ["结转下年度纳续办难", "结转下年度继续办理", "结转下年度继续办理"],
  ])("%s and %s is %s", (first, second, label) => {
    expect(mendLabel(first, second)).toBe(label);
  });

  it.each([
    // What both read alike is printed so.
    ["属于工作秘密", "属于工作秘密"],
    ["1.属于工作秘密", "1.属于工作秘蜜"],
    // Labels that differ by their number alone are as near as each other.
    ["第二十条第（）项", "第二十条第（｜）项"],
    ["其它", "苴他"],
    ["召开新闻发布会次数统计", "召开新闻发布会次数统汁"],
  ])("%s and %s stays", (first, second) => {
    expect(mendLabel(first, second)).toBeNull();
  });
});

describe("an official label", () => {
  it.each([
    ["1.属于国家秘密", "1.属于国家秘密"],
    ["3-其他", "3.其他"],
    ["\ufffd其他", "其他"],
    ["8。属于行政查询事项", "8.属于行政查询事项"],
  ])("%s is %s", (reading, label) => {
    expect(readOfficial(reading)).toBe(label);
  });

  it("is none where a word differs", () => {
    expect(readOfficial("1.属于工作秘密")).toBeNull();
  });

  it("is what the second reader reads where the first reads nothing", () => {
    expect(mendLabel("\ufffd", "规章")).toBe("规章");
  });
});

describe("numbers in words", () => {
  it("stay where both readings have them", () => {
    const texts = ["全年公开128条，答复42", "件，占99.5%。"];
    expect(markDoubtfulNumbers(texts, "全年公开128条,答复42件,占99.5%。")).toEqual(texts);
  });

  it("are lost where the other reading has another number", () => {
    expect(markDoubtfulNumbers(["共10006。其中12件"], "共100%。其中12件")).toEqual([
      "共\ufffd\ufffd\ufffd\ufffd\ufffd。其中12件",
    ]);
  });

  it("are all lost where the other reading has fewer", () => {
    expect(markDoubtfulNumbers(["公开5条", "，答复12件"], "公开条，答复12件")).toEqual([
      "公开\ufffd条",
      "，答复\ufffd\ufffd件",
    ]);
  });

  it("are no data where they number a row", () => {
    expect(markDoubtfulNumbers(["1.属于国家秘密"], "属于国家秘密")).toEqual(["1.属于国家秘密"]);
  });
});

describe("recognized characters", () => {
  it("are joined without spaces, with signs as print has them", () => {
    const symbols = Array.from("二、公开,(一)").map((text, at) => ({
      text,
      confidence: 1,
      x0: at * 40,
      x1: at * 40 + 30,
    }));
    expect(cleanWords(symbols, 36)).toBe("二、公开，（一）");
  });

  it("keep the spaces between words in Latin letters", () => {
    const symbols = Array.from("ab").map((text, at) => ({
      text,
      confidence: 1,
      x0: at * 60,
      x1: at * 60 + 20,
    }));
    expect(cleanWords(symbols, 36)).toBe("a b");
  });
});
