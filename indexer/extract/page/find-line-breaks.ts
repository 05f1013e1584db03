import { classifyTitle } from "../sections/section-titles.ts";

/** A shorter line is a paragraph or a row. */
const shortestReport = 400;
const tables = /第二十条第|本年新收政府信息公开申请|指标名称|统计指标/u;
const reportTitle = /^\s{0,9}\S(?:[^。；\n]{3,70}?)(?:年度报告|工作报告|年报)(?=\s)/u;
/** A title in words of its own; a number, unit or mark behind it makes it a row of a table. */
const heading =
  /(?<=[\s。；：:]|^)[一二三四五六七八九十]{1,2}[、.．] ?(\S{2,36}?)(?=\s(?!万?元\s|人?[条件次人篇个份]\s|[/—-]|[0-9](?!\d{3}年)))/gu;
const tableStart = /(?<=\s)(?:第二十条第|[（(]本列数据的勾稽|申请人情况|指标名称|统计指标)/gu;

/**
 * The offsets at which a text that prints a whole report on one line is to be parted: around the titles of its
 * sections and before its tables. None for other lines.
 */
export function findLineBreaks(line: string): readonly number[] {
  if (line.length < shortestReport || !tables.test(line)) return [];
  const headings = [...line.matchAll(heading)].filter(([, title = ""]) => classifyTitle(title));
  if (headings.length < 2) return [];
  const breaks = new Set<number>();
  for (const { index, 0: words } of headings) breaks.add(index).add(index + words.length);
  for (const { index } of line.matchAll(tableStart)) breaks.add(index);
  const title = reportTitle.exec(line);
  if (title) breaks.add(title[0].length);
  return [...breaks].filter((at) => at > 0).toSorted((a, b) => a - b);
}
