import { describe, expect, it } from "vitest";
import type { Extraction } from "../../corpus/extraction.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { layouts } from "./layouts.ts";
import { listNumbers, readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const [inHtml] = layouts;
if (!inHtml) throw new Error("There is no layout of pages.");
const withTabs = layouts.find(({ name }) => name === "rows with tabs") ?? inHtml;
const numbers = numberAll(form2021);
const page = writeReport(form2021, inHtml, numbers);
const text = writeReport(form2021, withTabs, numbers);

function find(reading: Extraction, row: string, column: string) {
  return reading.facts.find((fact) => fact.row === row && fact.column === column);
}

function replaceRow(label: string, row: string): string {
  return page.replace(new RegExp(`<tr><td><p><span>${label}.*?</tr>`, "u"), `<tr>${row}</tr>`);
}

describe("a fee", () => {
  it.each([
    ["本年收费金额（单位：元）", "元"],
    ["本年收费金额（千元）", "千元"],
    ["本年收费金额（单位：万元）", "万元"],
  ])("under %s is in %s", (header, unit) => {
    for (const report of [page, text]) {
      const reading = readText(report.replace("本年收费金额（单位：万元）", header));
      expect(find(reading, "fees", "amount")).toMatchObject({ value: 10, unit });
    }
  });
});

describe("numbers in prose above a table", () => {
  const prose = ["行政许可 812件", "行政处罚 899件"];

  it("lose against the table", () => {
    const flat = readText(text.replace("第二十条第（一）项", `${prose.join("\n")}\n$&`));
    const grid = readText(page.replace("<table>", `<p>${prose.join("</p><p>")}</p><table>`));
    for (const reading of [flat, grid])
      expect(listNumbers(reading)).toEqual(listNumbers(readText(page)));
  });

  it("do not blank the table", () => {
    const reading = readText(
      page.replace(
        /<table>(?=(?:(?!<table>).)*本年新收)/su,
        "<p>本年新收政府信息公开申请数量 812 件</p>$&",
      ),
    );
    expect(listNumbers(reading)).toEqual(listNumbers(readText(page)));
  });
});

describe("a number of a page", () => {
  it("is not the value of the row above it", () => {
    const value = numbers.get("disclosure.permits.decisions") ?? "";
    const reading = readText(text.replace(`行政许可\t${value}`, "行政许可\n3"));
    expect(find(reading, "permits", "decisions")?.value).toBeNull();
    expect(reading.warnings.some((warning) => warning.includes("行政许可"))).toBe(true);
  });
});

describe("a cell", () => {
  it.each(["约5", "（1）", "1.4万件", "-5", "2.5"])("with %s is kept and told", (raw) => {
    const reading = readText(
      replaceRow("行政许可", `<td>行政许可</td><td colspan="3">${raw}</td>`),
    );
    expect(find(reading, "permits", "decisions")).toMatchObject({ value: null, raw });
    expect(reading.warnings.filter((warning) => warning.includes("行政许可"))).toHaveLength(1);
    expect(reading.facts).toHaveLength(numbers.size);
  });

  it("of the next row is none of the row before", () => {
    const reading = readText(
      replaceRow("行政许可", '<td>行政许可</td><td colspan="3"></td></tr><tr><td>2</td>'),
    );
    expect(find(reading, "permits", "decisions")?.value).toBeNull();
  });
});

describe("a group without numbers", () => {
  it("is no row", () => {
    const blank = "<td></td>".repeat(7);
    const row = `<tr><td colspan="2">（三）不予公开</td>${blank}</tr>`;
    const reading = readText(
      page.replace(/<tr>(?=<td[^>]*><p><span>（三）不予公开)/u, `${row}<tr>`),
    );
    expect(reading.facts).toHaveLength(numbers.size);
  });
});

describe("table 4", () => {
  const leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const read = (table: string): ReadonlyMap<string, number | null> =>
    listNumbers(
      readText(
        page.replace(/<table>(?:(?!<table>).)*结果维持.*?<\/table>/su, `<table>${table}</table>`),
      ),
    );
  const line = (cells: readonly (string | number)[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

  it("may be turned", () => {
    const rows = leaves.map((leaf, at) => line([leaf, at + 1, at + 11, at + 21]));
    const found = read(line(["", "行政复议", "未经复议直接起诉", "复议后起诉"]) + rows.join(""));
    expect(found.get("disputes.review.total")).toBe(5);
    expect(found.get("disputes.litigationDirect.upheld")).toBe(11);
  });

  it("with another order of columns is read by its header", () => {
    const turned = leaves.toReversed();
    const header = `<tr><td colspan="5">行政复议</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>`;
    const values = Array.from({ length: 15 }, (_, at) => at + 1);
    const found = read(header + line([...turned, ...turned, ...turned]) + line(values));
    expect(found.get("disputes.review.total")).toBe(1);
    expect(found.get("disputes.review.upheld")).toBe(5);
  });

  it("with a cell too many gives no number", () => {
    const header = `<tr><td colspan="5">行政复议</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>`;
    const cells = ["1", "1", "", ...Array<string>(13).fill("2")];
    const found = read(header + line([...leaves, ...leaves, ...leaves]) + line(cells));
    expect(found.get("disputes.review.corrected") ?? null).toBeNull();
  });
});

describe("many rows", () => {
  it("that no form knows are bounded", () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `<tr><td colspan="3">行${at}甲</td>${"<td>1</td>".repeat(7)}</tr>`,
    );
    const reading = readText(
      page.replace(
        /(?=<\/tbody><\/table>(?:(?!<table>).)*<table>(?:(?!<table>).)*结果维持)/su,
        rows.join(""),
      ),
    );
    expect(reading.facts.length).toBeLessThan(2000);
    expect(reading.warnings.some((warning) => warning.includes("超过"))).toBe(true);
  });
});
