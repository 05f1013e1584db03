import { editions } from "../../demo/generator/editions.ts";
import { printTables } from "../../demo/generator/print-tables.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";
import { escapeHtml } from "./layouts.ts";

/** The cells of the printed rows of a table. */
export type Rows = readonly (readonly string[])[];

/** The lines of a report of 2012 before its table. */
export const reportLines: readonly string[] = [
  "云岫县青禾镇2012年政府信息公开工作年度报告",
  "本报告统计期限自2012年1月1日起至2012年12月31日止。",
  "一、概述",
  "公开了信息。",
  "二、附件",
];

/** A page of a report with tables. */
export function writeTablePage(...tables: readonly Rows[]): string {
  const prose = reportLines.map((line) => `<p>${line}</p>`).join("");
  return `<html><body>${prose}${tables.map(writeTable).join("")}</body></html>`;
}

function writeTable(rows: Rows): string {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<td>${escapeHtml(text)}</td>`).join("");
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
}

/** The indicator table of the edition of which the name begins so, with different numbers in all cells. */
export function printEdition(name: string): Rows {
  const edition = editions.find((one) => one.name.startsWith(name));
  if (!edition) throw new Error(`There is no edition ${name}.`);
  const { form, hasCodes } = edition;
  const tables = printTables(form, { prints: numberAll(form), year: 2012, hasCodes });
  return (tables.get("indicators") ?? []).map((row) => row.map(({ text }) => text));
}
