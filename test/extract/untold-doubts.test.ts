import { describe, expect, it } from "vitest";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { form2014 } from "../../corpus/forms/form-2014.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { Form } from "../../corpus/forms/form.ts";
import { layouts } from "./layouts.ts";
import { readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const html = layouts.find(({ isHtml }) => isHtml);
const write = (form: Form): string =>
  html ? writeReport(form, html, numberAll(form)).replaceAll("2023", "2012") : "";

describe("a table that heads its column with a year", () => {
  const base = write(form2008);
  const column = /(?<=<span>)20\d\d年度?(?=<)/u.exec(base)?.[0] ?? "none";
  const readHead = (head: string): string =>
    readText(base.replaceAll(column, head)).warnings.join();

  it("is doubtful where that is not the report's", () => {
    expect(readHead("2011年度")).toContain("统计表的表头写的是2011年，报告年度却是2012年");
    expect(readHead("2012年度")).not.toContain("表头写的是");
  });
});

describe("a table in two halves side by side", () => {
  it("has no numbers, and one warning says why", () => {
    const rows = ["收到申请数", "当面申请数", "传真申请数", "网络申请数", "信函申请数"];
    const cells = rows.map(
      (label, at) => `<tr>${`<td>${label}</td><td>件</td><td>${at + 3}</td>`.repeat(2)}</tr>`,
    );
    const table = `<table><tr>${"<td>统计指标</td><td>单位</td><td>统计数</td>".repeat(2)}</tr>${cells.join("")}</table>`;
    const { facts, warnings } = readText(write(form2014).replace(/<table>.*<\/table>/su, table));
    expect(facts.filter(({ value }) => value !== null)).toEqual([]);
    expect(warnings.filter((warning) => warning.includes("左右两栏"))).toHaveLength(1);
    expect(warnings.join()).not.toContain("应有 1 个");
  });
});

describe("tables of a report of 2021", () => {
  const report = write(form2021);

  it("warn of a row whose label is too long to name one", () => {
    const label = "属于工作秘密的其他情形".repeat(60);
    const row = `<tr><td>9.${label}</td>${"<td>3</td>".repeat(7)}</tr>`;
    const at = report.lastIndexOf("<tr", report.indexOf("没有现成信息"));
    const { facts, warnings } = readText(report.slice(0, at) + row + report.slice(at));
    expect(warnings.join()).toMatch(/“9?\.?属于工作秘密[^”]+…”一行的名称太长/u);
    expect(facts.map(({ value }) => value)).toEqual(readText(report).facts.map((f) => f.value));
  });

  it("place a blank of table 4, where it cannot be read, at the label of its row", () => {
    const tables = [...report.matchAll(/<table>.*?<\/table>/gsu)].map(([table]) => table);
    const { facts } = readText(report.replace(tables.at(-1) ?? "", (table) => table + table));
    const own = facts.filter(({ table }) => table === "disputes");
    expect(own.map(({ value }) => value)).toEqual(own.map(() => null));
    const places = new Map(own.map(({ row, at }) => [row, `${at.row}/${at.column}`]));
    expect(new Set(places.values()).size).toBe(3);
    expect([...places.values()]).not.toContain(undefined);
  });
});
