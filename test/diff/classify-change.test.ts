import { describe, expect, it } from "vitest";
import { classifyChange, classifyCopy } from "../../corpus/diff/classify-change.ts";
import type { Told } from "../../corpus/diff/told.ts";
import type { Fact } from "../../corpus/fact.ts";

const penalties: Fact = {
  table: "disclosure",
  row: "penalties",
  column: "decisions",
  value: 75,
  raw: "75",
  unit: "件",
  label: "行政处罚",
  at: { in: "text", table: 0, row: 9, column: 1, start: 120, end: 122 },
};

const told: Told = {
  title: "落霞乡2022年政府信息公开工作年度报告",
  published: "2023-01-18",
  indexNumber: null,
  documentNumber: null,
  sections: [
    { kind: "preamble", heading: "", text: "来源：落霞乡 浏览次数：12次 发布日期：2023-01-18" },
    { kind: "overview", heading: "一、总体情况", text: "网站浏览量：1200次。\n微信  浏览量  30次" },
  ],
  facts: [penalties],
  attachments: [],
};

function say(text: string): Told {
  return {
    ...told,
    sections: told.sections.map((section, at) => (at === 1 ? { ...section, text } : section)),
  };
}

function count(fact: Partial<Fact>): Told {
  return { ...told, facts: [{ ...penalties, ...fact }] };
}

const file = {
  address: "http://x.test/a.pdf",
  name: "统计表",
  kind: "file",
  mediaType: null,
} as const;

describe("what changed at an address", () => {
  it.each<[string, Told, string]>([
    ["nothing", told, "cosmetic"],
    [
      "white space and forms of letters",
      say("网站浏览量:1200 次。\n微信  浏览量  30次"),
      "cosmetic",
    ],
    [
      "a count of visits beside the title",
      {
        ...told,
        sections: [
          {
            kind: "preamble",
            heading: "",
            text: "来源：落霞乡 浏览次数：9813次 发布日期：2023-01-18",
          },
          ...told.sections.slice(1),
        ],
      },
      "cosmetic",
    ],
    [
      "a count that the report itself tells",
      say("网站浏览量：1300次。\n微信  浏览量  30次"),
      "text",
    ],
    ["a row of a table", say("网站浏览量：1200次。\n微信  浏览量  31次"), "text"],
    ["the title", { ...told, title: "落霞乡政府信息公开年报" }, "text"],
    ["the day of publication", { ...told, published: "2023-01-31" }, "text"],
    ["a number", count({ value: 76, raw: "76" }), "figures"],
    ["a number that is blank now", count({ value: null, raw: "" }), "figures"],
    ["a unit", count({ unit: "万件" }), "figures"],
    ["how a number is printed", count({ raw: "75 件" }), "cosmetic"],
    ["a number and words", { ...count({ value: 76 }), title: null }, "figures"],
    ["a file", { ...told, attachments: [file] }, "attachment"],
    [
      "a file with its name below the text",
      {
        ...say("网站浏览量：1200次。\n微信  浏览量  30次\n附件：\n1. 统计表"),
        attachments: [file],
      },
      "attachment",
    ],
  ])("is told of %s", (_, to, expected) => {
    expect(classifyChange(told, to)).toBe(expected);
    expect(classifyChange(to, told)).toBe(expected);
  });

  it("takes a cell that is not there for a blank one", () => {
    const blank = { ...penalties, row: "fees", value: null, raw: "—" };
    expect(classifyChange(told, { ...told, facts: [penalties, blank] })).toBe("cosmetic");
    const unclear = { ...blank, raw: "约三件" };
    expect(classifyChange(told, { ...told, facts: [penalties, unclear] })).toBe("figures");
  });
});

describe("how a copy elsewhere differs", () => {
  it("is not by what its page tells beside the report, nor by marks and rows of tables", () => {
    const copy = {
      ...say("网站浏览量，1200次；"),
      published: null,
      title: null,
      attachments: [file],
    };
    expect(classifyCopy(told, copy)).toBe("cosmetic");
  });

  it("is by its words and numbers", () => {
    expect(classifyCopy(told, say("网站浏览量：1201次。"))).toBe("text");
    expect(classifyCopy(told, count({ value: 76 }))).toBe("figures");
  });
});
