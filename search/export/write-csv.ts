import { sectionLabels } from "../../corpus/section.ts";
import type { ExportRow, SearchExport } from "./export-row.ts";

/** A column: what stands above it and what it has of a section. */
interface CsvColumn {
  readonly label: string;
  readonly read: (row: ExportRow) => string;
}

/** The columns in their order, in words of the readers who open the file in a spreadsheet. */
export const csvColumns: readonly CsvColumn[] = [
  { label: "报告编号", read: ({ reportId }) => reportId },
  { label: "章节序号", read: ({ position }) => String(position) },
  { label: "报告标题", read: ({ title }) => title },
  { label: "地区", read: ({ region }) => region.map(({ name }) => name).join("/") },
  { label: "地区代码", read: ({ region }) => region.at(-1)?.code ?? "" },
  { label: "机构", read: ({ agency }) => agency },
  { label: "年份", read: ({ year }) => String(year) },
  { label: "章节", read: ({ section }) => sectionLabels[section] },
  { label: "章节标题", read: ({ heading }) => heading },
  { label: "正文", read: ({ text }) => text },
  { label: "原文网址", read: ({ url }) => url ?? "" },
  { label: "采集时间", read: ({ captured }) => captured ?? "" },
  { label: "示例数据", read: ({ demo }) => (demo ? "是" : "") },
];

/** By this mark a spreadsheet knows UTF-8. */
const byteOrderMark = "\uFEFF";

/** A search as CSV by RFC 4180, a line at a time. */
export async function* writeCsv({ rows }: Pick<SearchExport, "rows">): AsyncGenerator<string> {
  yield byteOrderMark + buildLine(csvColumns.map(({ label }) => label));
  for await (const row of rows) yield buildLine(csvColumns.map(({ read }) => read(row)));
}

function buildLine(cells: readonly string[]): string {
  return `${cells.map(quoteCell).join(",")}\r\n`;
}

/** A spreadsheet would compute what begins like a formula: an apostrophe before it makes it a text. */
function quoteCell(cell: string): string {
  const text = /^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
