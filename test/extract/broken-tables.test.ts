import { describe, expect, it } from "vitest";
import type { Extraction } from "../../corpus/extraction.ts";
import { NotAReport } from "../../indexer/extract/not-a-report.ts";
import { escapeHtml, layouts } from "./layouts.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { listNumbers, readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const [inHtml] = layouts;
if (!inHtml) throw new Error("There is no layout of pages.");

const lines = [
  "云岫县青禾镇2012年政府信息公开工作年度报告",
  "本报告统计期限自2012年1月1日起至2012年12月31日止。",
  "一、概述",
  "公开了信息。",
  "二、主动公开政府信息的情况",
  "在门户网站公开信息。",
  "三、附件",
];

type Rows = readonly (readonly string[])[];

function writeTable(rows: Rows): string {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<td>${escapeHtml(text)}</td>`).join("");
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
}

function readTables(...tables: readonly Rows[]): Extraction {
  const prose = lines.map((line) => `<p>${line}</p>`).join("");
  return readText(`<html><body>${prose}${tables.map(writeTable).join("")}</body></html>`);
}

function readLines(table: string): Extraction {
  return readText([...lines, table].join("\n"));
}

function list({ facts }: Extraction): readonly (readonly unknown[])[] {
  return facts.map(({ row, column, value }) => [row, column, value]);
}

const header = ["指标名称", "计量单位", "代码", "本期实际", "本年累计"];
const rows: Rows = [
  ["主动公开信息数", "条", "01", "3", "40"],
  ["其中：全文电子化", "条", "02", "2", "39"],
  ["公文类信息数", "条", "03", "1", "9"],
  ["提供服务类信息数", "条", "04", "5", "8"],
  ["申请总数", "条", "10", "6", "7"],
];

describe("a code of Shanghai's table", () => {
  it("is no number where both numbers of its row are blank", () => {
    const blank = rows.map((row, at) => (at === 0 ? [...row.slice(0, 3), "", ""] : row));
    const reading = readTables([header, ...blank]);
    expect(list(reading).slice(0, 4)).toEqual([
      ["published", "本期实际", null],
      ["published", "thisYear", null],
      ["published.electronic", "本期实际", 2],
      ["published.electronic", "thisYear", 39],
    ]);
  });

  it("is part of the digits where a row has lost its borders", () => {
    const glued = rows.map((row, at) => (at === 2 ? [row.join(""), "", "", "", ""] : row));
    const reading = readTables([header, ...glued]);
    const own = reading.facts.filter(({ row }) => row === "published.officialDocuments");
    expect(own.map(({ value }) => value)).toEqual([null, null]);
    expect(reading.warnings.join()).toContain("公文类信息数");
  });
});

describe("an indicator table that a page break parts", () => {
  it("goes on with its columns, though one row has no header or known words", () => {
    const whole = readTables([header, ...rows]);
    const parted = readTables([header, ...rows.slice(0, 2)], rows.slice(2, 4), rows.slice(4));
    expect(list(parted)).toEqual(list(whole));
    expect(list(whole)).toContainEqual(["received", "thisYear", 7]);
  });

  it("does not take in a table of another width", () => {
    const other: Rows = [["申请总数", "6", "7"]];
    const reading = readTables([header, ...rows.slice(0, 4)], other);
    expect(reading.facts.filter(({ row }) => row === "received")).toEqual([]);
  });

  it("knows the year in a header cell that is broken within its digits", () => {
    const fujian: Rows = [
      ["指标\n名称", "计量\n单位", "200\n9年度", "历年\n累计"],
      ["主动公开信息数", "条", "3", "40"],
      ["申请总数", "条", "6", "7"],
    ];
    expect(list(readTables(fujian))).toContainEqual(["published", "thisYear", 3]);
  });
});

describe("a number that fell apart", () => {
  const indicators = "指标名称 计量单位 2012年度 历年累计 行政复议数 件 7 9 ";

  it.each([
    ["behind a comma", "主动公开信息数 条 9,999,9 85 4 申请总数 条 6 7"],
    ["over a line end", "主动公开信息数 条 0 9115\n895 申请总数 条 9,999,9 85 7"],
    ["before its comma", "主动公开信息数 条 0 4\n,235,651 申请总数 条 6 7"],
  ])("%s leaves its row open", (_, text) => {
    const reading = readLines(indicators + text);
    const own = reading.facts.filter(({ row }) => row === "published");
    expect(own.map(({ value }) => value)).toEqual([null, null]);
    expect(list(reading)).toContainEqual(["review", "cumulative", 9]);
    expect(reading.warnings.join()).toContain("主动公开信息数");
  });

  it("is no row, whatever number follows it", () => {
    const reading = readLines(`${indicators}\n主动公开信息数\n条\n9,999,9 85\n4\n申请总数 条 6 7`);
    expect(reading.facts.map(({ row }) => row)).toEqual([
      "review",
      "review",
      "published",
      "published",
      "received",
      "received",
    ]);
  });

  it("keeps its place in table 4, where the count tells", () => {
    const reading = readLines(
      "行政复议 行政诉讼 结果维持 未经复议直接起诉 复议后起诉\n0\t5,378, 325\t0\t1\n3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t1",
    );
    expect(reading.facts).toHaveLength(15);
    expect(reading.facts.every(({ value }) => value === null)).toBe(true);
    expect(reading.warnings.join()).toContain("无法对应各列");
  });
});

describe("wrapped labels whose lines are interleaved", () => {
  it("leave both rows open", () => {
    const reading = readLines(
      "统计指标 单位 统计数\n制发规范性文件总数 件 2\n1.政府公报公开政\n2.政府网站公开政\n府信息数 条 7\n府信息数 条 6\n3.政务微博公开政\n府信息数 条 156",
    );
    const numbers = listNumbers(reading);
    expect(numbers.get("indicators.published.website.value")).toBeNull();
    expect(numbers.get("indicators.published.microblog.value")).toBe(156);
    expect([...numbers.values()]).not.toContain(6);
  });
});

describe("what a form since 2019 prints and a page does not", () => {
  const page = writeReport(form2021, inHtml, numberAll(form2021));

  it("is nothing in a whole report", () => {
    expect(readText(page).warnings.join()).not.toContain("没有找到");
  });

  it("is told by its rows", () => {
    const lost = page.replace(/<tr><td><p><span>行政许可.*?<\/tr>/u, "");
    const { warnings } = readText(lost);
    expect(warnings).toContain(
      "“主动公开政府信息情况”表没有找到 1 行：“行政许可”，其中的数字未取。",
    );
  });
});

describe("an indicator table that is not as forms print it", () => {
  it("says that numbers go by the printed words", () => {
    const misprinted = header.map((word) => word.replace("本年累计", "本累计"));
    const reading = readTables([misprinted, ...rows]);
    expect(reading.facts.map(({ column }) => column)).not.toContain("thisYear");
    expect(reading.warnings.join()).toContain("没有找到“本年度”一列");
  });
});

describe("a table that no form knows", () => {
  it("makes no report of a paper", () => {
    const statistics: Rows = [
      ["序号", "培训类别", "期数", "参加人次"],
      ["1", "业务培训", "2", "30"],
      ["2", "保密培训", "1", "12"],
    ];
    const page = `<html><body><p>2012年青禾镇培训安排</p><p>统计期限自2012年1月1日起至2012年12月31日止。</p>${writeTable(statistics)}</body></html>`;
    expect(() => readText(page)).toThrow(NotAReport);
  });
});

describe("a row whose name cannot be read", () => {
  it("is told and not taken, in whatever form", () => {
    const page = writeReport(form2021, inHtml, numberAll(form2021));
    const lost = page.replace("行政许可", "\ufffd\ufffd许\ufffd");
    const { facts, warnings } = readText(lost);
    expect(facts.filter(({ row }) => row.includes("\ufffd"))).toEqual([]);
    expect(warnings.join()).toContain("名称有无法辨认的字，未取值");
    const indicators = readTables([
      header,
      ["\ufffd动公开\ufffd\ufffd数", "条", "7", "8"],
      ...rows,
    ]);
    expect(indicators.facts.filter(({ row }) => row.includes("\ufffd"))).toEqual([]);
  });
});

describe("numbers in pieces between spaces", () => {
  it("are none of the row's, whichever piece stands alone", () => {
    const inOneLine = layouts.find(({ name }) => name === "one line");
    const page = writeReport(form2021, inOneLine ?? inHtml, numberAll(form2021));
    const row = /3\.其他(?: \d+){7}/u.exec(page)?.[0] ?? "";
    expect(row).not.toBe("");
    const broken = page.replace(row, "3.其他 7 5 ,132,443 2 3 2 6,827\n,097 1");
    const numbers = listNumbers(readText(broken));
    for (const column of ["naturalPerson", "business", "research", "other", "total"])
      expect(numbers.get(`requests.other.other.${column}`) ?? null).toBeNull();
  });
});
