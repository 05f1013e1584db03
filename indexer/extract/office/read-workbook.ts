import type { WorkBook } from "@e965/xlsx";
import { decodeText } from "../../../corpus/charset.ts";
import { detectMediaType } from "../../../corpus/media-type.ts";
import type { Block, DocumentPage } from "../page/page.ts";
import { readHtml } from "../page/read-html.ts";
import { readPlainText } from "../page/read-plain-text.ts";
import { isSectionTitle } from "../sections/section-titles.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { buildBlocks } from "./workbook/build-blocks.ts";
import { buildPrintedRow, buildRows } from "./workbook/build-rows.ts";
import { loadOleWorkbook, loadXmlWorkbook, loadZippedWorkbook } from "./workbook/load-workbook.ts";
import { listVisibleCells } from "./workbook/visible-cells.ts";

/**
 * Reads a workbook: XLSX, XLS, ET, and pages and text that a portal calls a workbook. What is hidden is left out
 * with a warning. Throws UnreadableFile.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<DocumentPage> {
  if (isSpreadsheetXml(bytes)) return readSheets(loadXmlWorkbook(bytes));
  switch (detectMediaType(bytes)) {
    case "text/html":
      return readHtmlWorkbook(decodeText(bytes).text);
    case "text/plain":
      return { ...readPlainText(decodeText(bytes).text), warnings: [] };
    case "application/vnd.ms-excel":
    case "application/x-ole-storage":
      return readSheets(await loadOleWorkbook(bytes));
    case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
    case "application/zip":
      return readSheets(loadZippedWorkbook(bytes));
    default:
      throw new UnreadableFile("The file is no workbook; save it again as .xlsx.");
  }
}

/** Whether the file is a workbook of Excel 2003 in one XML file, whose `<Table>` looks like a page's. */
export function isSpreadsheetXml(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 4096));
  return /^\s*<\?xml\s/u.test(text) && /<(?:\w{1,9}:)?Workbook[\s>]/u.test(text);
}

/** Programs write a whole sheet as one table of a page: titles and headings in it are lines, as in a sheet. */
function readHtmlWorkbook(html: string): DocumentPage {
  const page = readHtml(html);
  const split = (block: Block): readonly Block[] =>
    block.kind === "line" ? [block] : buildBlocks(block.rows.map(buildPrintedRow));
  const blocks = page.blocks.flatMap(split);
  return { ...page, blocks, body: page.body.flatMap(split), warnings: [] };
}

function readSheets(book: WorkBook): DocumentPage {
  const blocks: Block[] = [];
  const warnings: string[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    const isHidden = Boolean(book.Workbook?.Sheets?.[index]?.Hidden);
    if (!sheet || isHidden) {
      warnings.push(`工作表“${name}”${isHidden ? "是隐藏的" : "已损坏"}，未读取。`);
      continue;
    }
    const visible = listVisibleCells(sheet);
    const rows = buildRows(name, visible);
    if (!rows) warnings.push(`工作表“${name}”过大，不像年度报告，未读取。`);
    if (visible.hasMore) warnings.push(`工作表“${name}”行数过多，后面的行未读取。`);
    if (visible.hasHidden) warnings.push(`工作表“${name}”中隐藏的行或列未读取。`);
    warnings.push(...visible.rounded.slice(0, 20).map((cell) => `工作表“${name}”的 ${cell}。`));
    if (isSectionTitle(name))
      blocks.push({ kind: "line", text: name, origin: { in: "sheet", sheet: name, cell: "A1" } });
    blocks.push(...buildBlocks(rows ?? []));
  }
  return { blocks, body: blocks, meta: readProperties(book), title: null, warnings };
}

function readProperties({ Props = {} }: WorkBook): ReadonlyMap<string, string> {
  const { Title, CreatedDate, ModifiedDate } = Props;
  const dates = { "dcterms:created": CreatedDate, "dcterms:modified": ModifiedDate };
  const meta = new Map<string, string>();
  if (typeof Title === "string" && Title.trim() !== "") meta.set("dc:title", Title.trim());
  for (const [name, date] of Object.entries(dates))
    if (date instanceof Date && !Number.isNaN(date.getTime())) meta.set(name, date.toISOString());
  return meta;
}
