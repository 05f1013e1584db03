import { describe, expect, it } from "vitest";
import { form2014 } from "../../corpus/forms/form-2014.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { escapeHtml, layouts, type Layout } from "./layouts.ts";
import { listNumbers, readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const [inHtml] = layouts;
if (!inHtml) throw new Error("There is no layout of pages.");
const inLines = layouts.find(({ isHtml }) => !isHtml) ?? inHtml;

const lines = [
  "云岭县石溪镇2016年政府信息公开工作年度报告",
  "本报告统计期限自2016年1月1日起至2016年12月31日止。",
  "一、概述",
  "公开了信息。",
  "二、主动公开政府信息的情况",
  "在门户网站公开信息。",
  "三、附件",
];

type Rows = readonly (readonly string[])[];

function readIn(layout: Layout, rows: Rows): Extraction {
  const table = layout.write(rows.map((row) => row.map((text) => ({ text, role: "value" }))));
  if (!layout.isHtml) return readText([...lines, table].join("\n"));
  const prose = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
  return readText(`<html><body>${prose}${table}</body></html>`);
}

const read = (rows: Rows): Extraction => readIn(inHtml, rows);

function readHtml(table: string): Extraction {
  const prose = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
  return readText(`<html><body>${prose}${table}</body></html>`);
}

const list = (reading: Extraction): readonly (readonly unknown[])[] =>
  reading.facts.map(({ row, column, value, unit }) => [row, column, value, unit]);

/** The table of Shanghai's family, with its line of column letters. */
const shanghai: Rows = [
  ["指标名称", "计量单位", "代码", "本期实际", "本年累计"],
  ["甲", "乙", "丙", "1", "2"],
  ["申请总数", "条", "10", "3", "21"],
  ["1.当面申请数", "条", "11", "3", "20"],
  ["2.其它形式申请数", "条", "16", "0", "1"],
  ["对申请的答复总数", "条", "17", "2", "22"],
  ["1.同意公开答复数", "条", "18", "1", "12"],
  ["3.否决公开答复总数", "条", "20", "1", "10"],
  ["(1)非《规定》所指政府信息", "条", "21", "1", "4"],
  ["(5)免予公开范围1", "条", "25", "0", "6"],
  ["行政诉讼数", "件", "35*", "0", "7"],
];

describe("Shanghai's indicator table", () => {
  it.each(layouts)("in $name: 本年累计 is the year, a code is no value", (layout) => {
    const reading = readIn(layout, shanghai);
    expect(reading.form).toBe("2008");
    expect(list(reading)).toEqual(
      [
        ["received", 3, 21, "条"],
        ["received.inPerson", 3, 20, "条"],
        ["received.other", 0, 1, "条"],
        ["answered", 2, 22, "条"],
        ["answered.granted", 1, 12, "条"],
        ["answered.denied", 1, 10, "条"],
        ["answered.denied.notGovernmentInformation", 1, 4, "条"],
        ["answered.denied.stateSecret", 0, 6, "条"],
        ["litigation", 0, 7, "件"],
      ].flatMap(([row, month, year, unit]) => [
        [row, "本期实际", month, unit],
        [row, "thisYear", year, unit],
      ]),
    );
    expect(reading.warnings.filter((warning) => warning.includes("未取值"))).toEqual([]);
  });

  it("tells answers beside the refusals from reasons below them", () => {
    const { facts } = read([
      ["指标名称", "计量单位", "代码", "本年累计"],
      ["对申请的答复总数", "条", "19", "9"],
      ["4.信息不存在", "条", "23", "4"],
      ["8.不予公开答复总数", "条", "27", "5"],
      ["(1)国家秘密", "条", "28", "5"],
    ]);
    expect(facts.map(({ row, column, value }) => [row, column, value])).toEqual([
      ["answered", "thisYear", 9],
      ["answered.notFound", "thisYear", 4],
      ["answered.denied", "thisYear", 5],
      ["answered.denied.stateSecret", "thisYear", 5],
    ]);
  });

  it("leaves a row open whose code is not there", () => {
    const rows = shanghai.map((row) => (row[2] === "17" ? row.toSpliced(2, 1) : row));
    const numbers = listNumbers(readIn(inLines, rows));
    expect(numbers.get("indicators.answered.thisYear")).toBeNull();
    expect(numbers.get("indicators.answered.granted.thisYear")).toBe(12);
  });
});

const national: Rows = [
  ["统计指标", "单位", "统计数"],
  ["四、行政复议数量", "件", "3"],
  ["（一）维持具体行政行为数", "件", "2"],
  ["（二）被依法纠错数", "件", "1"],
  ["五、行政诉讼数量", "件", "5"],
  ["（二）被依法纠错数", "件", "4"],
  ["六、制度建设情况", "——", "——"],
  ["（一）制定制度数", "件", "/"],
];

describe("the national table of 2014", () => {
  it.each(layouts)("in $name tells one label by the rows above it", (layout) => {
    const reading = readIn(layout, national);
    expect(reading.form).toBe("2014");
    expect(list(reading)).toEqual([
      ["review", "value", 3, "件"],
      ["review.upheld", "value", 2, "件"],
      ["review.corrected", "value", 1, "件"],
      ["litigation", "value", 5, "件"],
      ["litigation.corrected", "value", 4, "件"],
      ["制定制度数", "value", null, "件"],
    ]);
  });

  it("is read where label, unit and number are glued", () => {
    const rows = national.map((row) => [row.join("")]);
    const numbers = listNumbers(readIn(inHtml, rows));
    expect(numbers.get("indicators.review.corrected.value")).toBe(1);
    expect(numbers.get("indicators.litigation.value")).toBe(5);
  });

  it("keeps the columns of a local form, without its running numbers", () => {
    const table = `<table><tr><td rowspan="2">序号</td><td rowspan="2">统计指标</td><td rowspan="2">单位</td><td colspan="2">统计数</td></tr><tr><td>区政府</td><td>乡镇街道</td></tr><tr><td>1</td><td>收到申请数</td><td>件</td><td>7</td><td>8</td></tr><tr><td>2</td><td>申请办结数</td><td>件</td><td></td><td>9</td></tr></table>`;
    const reading = readHtml(table);
    expect(reading.form).toBe("2014");
    expect(list(reading)).toEqual([
      ["received", "区政府", 7, "件"],
      ["received", "乡镇街道", 8, "件"],
      ["concluded", "区政府", null, "件"],
      ["concluded", "乡镇街道", 9, "件"],
    ]);
  });

  it("names the years that it prints side by side", () => {
    const reading = read([
      ["统计指标", "单位", "2015年", "2016年"],
      ["收到申请数", "件", "7", "8"],
      ["申请办结数", "件", "6", "9"],
    ]);
    expect(list(reading).map(([row, column, value]) => [row, column, value])).toEqual([
      ["received", "2015年", 7],
      ["received", "2016年", 8],
      ["concluded", "2015年", 6],
      ["concluded", "2016年", 9],
    ]);
  });

  it("keeps rows of one label apart by their groups", () => {
    const reading = read([
      ["统计指标", "单位", "统计数"],
      ["收到申请数", "件", "1"],
      ["十、咨询处理情况", "——", "——"],
      ["1.现场接待", "人次", "2"],
      ["十一、投诉处理情况", "——", "——"],
      ["1.现场接待", "人次", "3"],
    ]);
    expect(list(reading)).toEqual([
      ["received", "value", 1, "件"],
      ["咨询处理情况.现场接待", "value", 2, "人次"],
      ["投诉处理情况.现场接待", "value", 3, "人次"],
    ]);
  });

  it("prints what is unclear in its only column", () => {
    const rows = national.map((row) => (row[0] === "五、行政诉讼数量" ? [...row, "6"] : row));
    const { facts } = readIn(inLines, rows);
    expect(facts.find(({ row }) => row === "litigation")).toMatchObject({
      value: null,
      raw: "5 6",
    });
  });

  it.each(layouts)(
    "in $name leaves the sections around it that are titled as its chapters",
    (layout) => {
      const before = [
        ...lines.slice(0, 2),
        "一、主动公开情况",
        "公开了信息。",
        "八、机构建设和保障经费情况",
      ];
      const after = ["九、政府信息公开会议和培训情况", "召开会议3次。"];
      const table = layout.write(
        national.map((row) => row.map((text) => ({ text, role: "value" }))),
      );
      const write = (line: string): string => (layout.isHtml ? `<p>${escapeHtml(line)}</p>` : line);
      const text = [...before.map(write), table, ...after.map(write)].join("\n");
      const reading = readText(layout.isHtml ? `<html><body>${text}</body></html>` : text);
      expect(reading.facts).toHaveLength(6);
      expect(reading.sections.map(({ heading }) => heading)).toEqual([
        "一、主动公开情况",
        "八、机构建设和保障经费情况",
        "九、政府信息公开会议和培训情况",
      ]);
    },
  );

  it("does not tell the form where a report has the tables of a later one", () => {
    const older = inHtml.write(national.map((row) => row.map((text) => ({ text, role: "value" }))));
    const report = writeReport(form2021, inHtml, numberAll(form2021));
    const reading = readText(report.replace("</div></body>", `${older}</div></body>`));
    expect(reading.form).toBe("2021");
    expect(listNumbers(reading).get("indicators.review.value")).toBe(3);
    expect(reading.facts.filter(({ table }) => table !== "indicators")).toHaveLength(200);
  });

  it("does not give its sums away: they hold where the numbers do", () => {
    const zeros = new Map([...numberAll(form2014).keys()].map((key) => [key, "0"]));
    const { findings } = readText(writeReport(form2014, inHtml, zeros));
    const rules = findings.filter(({ rule }) => rule.startsWith("I-"));
    expect(new Set(rules.map(({ rule }) => rule))).toEqual(
      new Set(["I-a", "I-b", "I-c", "I-d", "I-e", "I-f", "I-g"]),
    );
    expect(rules.filter(({ verdict }) => verdict !== "holds")).toEqual([]);
  });
});

describe("a table of no form", () => {
  it("of statistics is kept by its labels, and tells no form", () => {
    const reading = read([
      ["序号", "培训类别", "期数", "参加人次"],
      ["1", "业务培训", "2", "30"],
      ["2", "保密培训", "", "12"],
    ]);
    expect(reading.form).toBeNull();
    expect(list(reading)).toEqual([
      ["业务培训", "期数", 2, null],
      ["业务培训", "参加人次", 30, null],
      ["保密培训", "期数", null, null],
      ["保密培训", "参加人次", 12, null],
    ]);
  });

  it.each<[string, Rows]>([
    [
      "of contacts",
      [
        ["科室", "联系人数量", "电话"],
        ["办公室", "2", "6123456"],
        ["档案室", "1", "6123457"],
      ],
    ],
    [
      "of files",
      [
        ["文件名", "大小", "下载次数"],
        ["年报", "12", "3"],
        ["附件", "5", "4"],
      ],
    ],
    [
      "that arranges a page",
      [
        ["主动公开", "依申请公开"],
        ["1", "2"],
        ["公开指南", "公开目录"],
      ],
    ],
    [
      "with words among its numbers",
      [
        ["项目", "数量"],
        ["会议", "多次"],
        ["培训", "2"],
      ],
    ],
  ])("%s gives no facts", (_, rows) => {
    expect(read(rows).facts).toEqual([]);
  });
});
