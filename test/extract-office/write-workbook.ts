import { Buffer } from "node:buffer";
import * as XLSX from "@e965/xlsx";
import { placeCells, type SampleReport } from "./sample-report.ts";

const hanNumbers = "一二三四五六七八九十";

/** A report on one sheet, as a clerk types it: numbers are numbers, cells are merged. */
export function buildReportSheet({ title, preamble, sections }: SampleReport): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  const merges: XLSX.Range[] = [];
  const width = Math.max(...sections.flatMap(({ tables }) => tables.map((table) => table.width)));
  let y = 0;
  const put = (text: string, at: { x: number; columns: number; rows: number }): void => {
    const isNumber = /^-?\d+$/u.test(text);
    const cell: XLSX.CellObject = isNumber ? { t: "n", v: Number(text) } : { t: "s", v: text };
    sheet[XLSX.utils.encode_cell({ r: y, c: at.x })] = cell;
    if (at.columns * at.rows > 1)
      merges.push({ s: { r: y, c: at.x }, e: { r: y + at.rows - 1, c: at.x + at.columns - 1 } });
  };
  const putLine = (text: string): void => {
    put(text, { x: 0, columns: width, rows: 1 });
    y++;
  };
  putLine(title);
  putLine(preamble);
  for (const [at, { heading, paragraphs, tables }] of sections.entries()) {
    putLine(`${hanNumbers.charAt(at)}、${heading}`);
    paragraphs.forEach(putLine);
    for (const table of tables)
      for (const row of placeCells(table)) {
        for (const { text, columns, rows, at: x } of row) put(text, { x, columns, rows });
        y++;
      }
  }
  sheet["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: y - 1, c: width - 1 } });
  sheet["!merges"] = merges;
  return sheet;
}

export function buildWorkbook(sheets: Readonly<Record<string, XLSX.WorkSheet>>): XLSX.WorkBook {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, sheet, name);
  return book;
}

export function writeWorkbook(book: XLSX.WorkBook, bookType: XLSX.BookType): Uint8Array {
  const data: unknown = XLSX.write(book, {
    type: "buffer",
    bookType,
    cellStyles: true,
    codepage: 936,
  });
  if (!Buffer.isBuffer(data)) throw new Error("no bytes");
  return new Uint8Array(data);
}
