import { describe, expect, it } from "vitest";
import { readPlainText } from "../../indexer/extract/page/read-plain-text.ts";
import type { Cell } from "../../indexer/extract/tables/cell.ts";
import { findTables } from "../../indexer/extract/tables/find-tables.ts";
import { lexLine } from "../../indexer/extract/tables/lex-line.ts";
import { readFacts, type TableReading } from "../../indexer/extract/tables/read-facts.ts";
import { readNumber } from "../../indexer/extract/tables/read-number.ts";
import { scanLabel } from "../../indexer/extract/tables/scan-label.ts";
import { splitGlued } from "../../indexer/extract/tables/split-glued.ts";
import { stripNumbering } from "../../indexer/extract/tables/strip-numbering.ts";

describe("a printed number", () => {
  it.each([
    ["0", 0, null],
    ["1,234", 1234, null],
    ["１２３", 123, null],
    ["+56", 56, null],
    ["-6", -6, null],
    ["－6", -6, null],
    ["-0", 0, null],
    ["2449.4638万元", 2449.4638, "万元"],
    ["251000元", 251000, "元"],
    ["12 件", 12, "件"],
    ["5件(次)", 5, "件"],
    ["/", null, null],
    ["——", null, null],
    ["空", null, null],
  ])("%s", (text, value, unit) => {
    expect(readNumber(text, 0)).toMatchObject({ value, unit, end: text.length });
  });

  it.each(["约10", "十二", "", "a1", "。"])("is not %s", (text) => {
    expect(readNumber(text, 0)).toBeNull();
  });
});

describe("a label", () => {
  it.each([
    ["1.属于国家秘密", "属于国家秘密", "1."],
    ["1. 属于国家机密", "属于国家机密", "1."],
    ["（三）不予公开", "不予公开", "（三）"],
    ["(三)\n不予公开", "不予公开", "(三)"],
    ['3.危及"三安全一稳定"', '危及"三安全一稳定"', "3."],
    ["2.其他法律行政法规禁止公\n开", "其他法律行政法规禁止公开", "2."],
    ["商业 企业", "商业 企业", null],
    ["其中:1.政府网站公开", "政府网站公开", "其中:1."],
  ])("%s", (text, words, number) => {
    const label = scanLabel(text, 0);
    expect([label?.words, label?.number, label?.end]).toEqual([words, number, text.length]);
  });

  it("is the longest that fits, and keeps a remark apart", () => {
    expect(scanLabel("其他结果", 0)?.entries.map(({ key }) => key)).toEqual(["otherResult"]);
    expect(scanLabel("采购总金额（万元）", 0)).toMatchObject({
      words: "采购总金额",
      remark: "万元",
    });
    expect(
      scanLabel("（二）部分公开(区分处理的,只计这一情形,不计其他情形) 0", 0)?.entries[0]?.key,
    ).toBe("partial");
  });

  it("is not found in other words", () => {
    expect(scanLabel("石溪镇", 0)).toBeNull();
    expect(scanLabel("1234", 0)).toBeNull();
  });

  it("loses its numbering", () => {
    expect(stripNumbering("其中：1. 当面")).toEqual({ number: "其中：1.", label: "当面" });
    expect(stripNumbering("12.5")).toEqual({ number: null, label: "12.5" });
  });
});

describe("a line", () => {
  const kinds = (text: string): string | null => {
    const line = lexLine(text, 0);
    return line && `${line.strength}: ${line.items.map(({ kind }) => kind).join(" ")}`;
  };

  it.each([
    ["规章 0 0 0", "strong: label value value value"],
    ["规章 |", "strong: label"],
    ["0 | ||", "strong: value blank blank"],
    ["\t3\t\t0", "strong: blank value blank value"],
    ["| 规章 | 0 |  | 0 |", "strong: label value blank value"],
    ["|---|---|", "strong: "],
    ["9.属于工作秘密 0 0 0 0 0 0 0", "weak: text value value value value value value value"],
    ["规章制度 | 3 |", "weak: text value"],
    ["属于工作秘密", "bare: text"],
    ["主动公开文件数 条 67 227", "strong: label unit value value"],
    ["0 1.属于国家秘密 0", "strong: value label value"],
    ["规章000", "strong: label value"],
  ])("%s", (text, expected) => {
    expect(kinds(text)).toBe(expected);
  });

  it.each([
    "2024年，本镇公开信息120条。",
    "行政许可0件，行政处罚75件。",
    "规章制度得到落实，公开及时。",
  ])("of prose is none: %s", (text) => {
    expect(kinds(text)).toBeNull();
  });
});

function read(text: string): TableReading {
  return readFacts(findTables(readPlainText(text).blocks));
}

function value(text: string, row: string, column: string): number | null | undefined {
  return read(text).facts.find((fact) => fact.row === row && fact.column === column)?.value;
}

const item = (number: string, header: string, rows: string): string =>
  `第二十条第（${number}）项\n信息内容 ${header}\n${rows}\n`;
const first = item(
  "一",
  "本年制发件数 本年废止件数 现行有效件数",
  "规章 1 2 3\n行政规范性文件 4 5 6",
);
const rest =
  item("五", "本年处理决定数量", "行政许可 7") +
  item("六", "本年处理决定数量", "行政处罚 8\n行政强制 9") +
  item("八", "本年收费金额（单位：万元）", "行政事业性收费 10.5");

describe("table 2", () => {
  it("is read by labels", () => {
    expect(read(first + rest).facts.map((fact) => fact.value)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5,
    ]);
    expect(read(first + rest).facts.map((fact) => fact.unit)).toEqual([
      ...Array(6).fill("件"),
      null,
      null,
      null,
      "万元",
    ]);
  });

  it.each([
    ["规章 1 2 3\n行政规范性文件", "规章 1 2 3", "a lost row label"],
    ["规章 1", "1", "a lost first label"],
    ["行政许可 7", "7", "a lost label under its header"],
    ["行政强制 9", "9", "a label lost behind its neighbour"],
  ])("is read by the count of values without %s", (from, to) => {
    expect(read((first + rest).replace(from, to)).facts.map((fact) => fact.value)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5,
    ]);
  });

  it("leaves a row open whose values do not fit, and says so", () => {
    const { facts, warnings } = read((first + rest).replace("规章 1 2 3", "规章 1 3"));
    expect(facts.slice(0, 4).map((fact) => fact.value)).toEqual([null, null, null, 4]);
    expect(warnings).toContain("“规章”一行读到 2 个数，应有 3 个，无法对应各列，未取值。");
  });

  it("is no list of numbers in prose", () => {
    expect(read("行政许可 12\n行政处罚 3\n行政强制 0\n").facts).toEqual([]);
  });

  it("of an unknown layout keeps its text and no numbers", () => {
    const { form, facts, warnings } = read("第二十条第（一）项\n规章 1 2\n规范性文件 3 4\n");
    expect([form, facts]).toEqual([null, []]);
    expect(warnings).toHaveLength(1);
  });

  it("is told by the count of values where all headers are gone", () => {
    const bare = read(
      "规章 1 2 3\n规范性文件 4 5 6\n行政许可 7\n行政处罚 8\n行政强制 9\n行政事业性收费 10\n",
    );
    expect(bare.form?.id).toBe("2021");
    expect(bare.facts.map((fact) => fact.value)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const trial =
      "规章 1 2 3\n规范性文件 4 5 6\n行政许可 7 -8 9\n其它对外管理服务事项 1 1 1\n行政处罚 1 1 1\n行政强制 1 1 1\n行政事业性收费 2 +2\n政府集中采购 3 8040\n";
    expect(value(trial, "permits", "change")).toBe(-8);
  });
});

const seven = (n: number): string => Array.from({ length: 7 }, (_, at) => n * 10 + at).join(" ");

describe("table 3", () => {
  const text = `申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n一、本年新收政府信息公开申请数量 ${seven(1)}\n二、上年结转政府信息公开申请数量 ${seven(2)}\n三、本年度办理结果 （一）予以公开 ${seven(3)}\n（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ${seven(4)}\n3.其他 ${seven(5)}\n（七）总计 ${seven(6)}\n四、结转下年度继续办理 ${seven(7)}\n`;

  it("tells the rows 其他 and 总计 from the columns", () => {
    expect(value(text, "other.other", "naturalPerson")).toBe(50);
    expect(value(text, "resultTotal", "total")).toBe(66);
    expect(read(text).facts).toHaveLength(49);
  });

  it("ignores a header that is printed again within the table", () => {
    const again = text.replace(
      "（七）总计",
      "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n（七）总计",
    );
    expect(read(again).facts.map((fact) => fact.value)).toEqual(
      read(text).facts.map((fact) => fact.value),
    );
  });

  it("keeps 其他 of another group and sums of a group apart", () => {
    const more = text.replace(
      "（六）其他处理 1.",
      `（四）无法提供 ${seven(8)}\n4.其他 ${seven(9)}\n（六）其他处理 1.`,
    );
    expect(value(more, "unable", "naturalPerson")).toBe(80);
    expect(value(more, "unable.其他", "naturalPerson")).toBe(90);
    expect(value(more, "other.other", "naturalPerson")).toBe(50);
  });
});

describe("table 4", () => {
  const fifteen = Array.from({ length: 15 }, (_, at) => at + 1).join(" ");

  it("is read by its count, whatever is left of the headers", () => {
    const { facts } = read(
      `行政复议 行政诉讼 结果 未经复议直接起诉 复议后起诉 总计\n${fifteen}\n纠正\n结果\n审结\n`,
    );
    expect(facts.map((fact) => fact.value)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
    expect(facts[14]).toMatchObject({
      row: "litigationAfterReview",
      column: "total",
      label: "复议后起诉",
    });
  });

  it("is read by its labels where each has five numbers", () => {
    const { facts } = read(
      "未经复议直接起诉 6 7 8 9 10\n复议后起诉 11 12 13 14 15\n行政复议 1 2 3 4 5\n",
    );
    expect(facts.map((fact) => fact.value)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  });

  it("is left open with another count", () => {
    const { facts, warnings } = read(`行政复议 未经复议直接起诉 复议后起诉\n${fifteen} 16\n`);
    expect(facts.every((fact) => fact.value === null)).toBe(true);
    expect(warnings[0]).toContain("读到 16 个数");
    expect(read("行政复议 未经复议直接起诉 复议后起诉 总计 0\n").facts).toHaveLength(15);
  });
});

describe("an indicator table", () => {
  const text =
    "指标名称 计量单位 2017年度 历年累计\n主动公开文件数 条 67 227\n其中：1.政府网站公开 条 60 200\n政务微博公开数 条 7 27\n行政复议数 件 / 0\n";

  it("keeps labels that nobody knows, units, and the keys of those that are known", () => {
    const { form, facts } = read(text);
    expect(form?.id).toBe("2008");
    expect(facts.map(({ row, column, value, unit }) => [row, column, value, unit])).toEqual([
      ["published", "thisYear", 67, "条"],
      ["published", "cumulative", 227, "条"],
      ["published.website", "thisYear", 60, "条"],
      ["published.website", "cumulative", 200, "条"],
      ["政务微博公开数", "thisYear", 7, "条"],
      ["政务微博公开数", "cumulative", 27, "条"],
      ["review", "thisYear", null, "件"],
      ["review", "cumulative", 0, "件"],
    ]);
  });

  it("leaves a label open that is printed twice with other numbers", () => {
    const { facts, warnings } = read(`${text}政务微博公开数 条 7 28\n`);
    expect(facts).toHaveLength(8);
    const own = facts.filter(({ row }) => row === "政务微博公开数");
    expect(own.map((fact) => fact.value)).toEqual([7, null]);
    expect(warnings).toEqual(["“政务微博公开数”一行印了两次，数字不同，未取值。"]);
  });
});

describe("glued digits", () => {
  const cell = (raw: string): Cell => ({
    kind: "value",
    text: raw,
    label: null,
    number: { value: Number(raw), unit: null, raw, end: 0 },
    row: 0,
    column: 0,
    slot: null,
    isGrid: false,
    line: 0,
    origin: { in: "text", start: 0, end: 0 },
    words: null,
  });

  it.each([
    ["000", 3, [0, 0, 0]],
    ["0012", 3, [0, 0, 12]],
    ["0120", 3, null],
    ["0120", 2, [0, 120]],
    ["111", 3, null],
    ["00", 3, null],
  ])("%s in %i cells", (raw, count, values) => {
    expect(splitGlued(cell(raw), count)?.map(({ number }) => number?.value) ?? null).toEqual(
      values,
    );
  });
});
