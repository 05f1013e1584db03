import { utils, write, type BookType, type Range } from "@e965/xlsx";
import type { DemoPage } from "../../build-page.ts";
import { placeGrid } from "./place-grid.ts";

/** A report on one sheet of a workbook, new (`xlsx`) or of Excel 97 (`biff8`). */
export function writeBook({ report, blocks }: DemoPage, type: BookType): Uint8Array {
  const lines: string[][] = [[report.title]];
  const merges: Range[] = [];
  for (const block of blocks) {
    const from = lines.length;
    if (block.is !== "table") {
      lines.push([block.text]);
      continue;
    }
    const { cells, width } = placeGrid(block.grid);
    lines.push(...block.grid.map(() => Array<string>(width).fill("")));
    for (const { text, row, column, rows, columns } of cells) {
      const line = lines[from + row];
      if (line) line[column] = text;
      if (rows > 1 || columns > 1)
        merges.push({
          s: { r: from + row, c: column },
          e: { r: from + row + rows - 1, c: column + columns - 1 },
        });
    }
  }
  const sheet = utils.aoa_to_sheet(lines);
  sheet["!merges"] = merges;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "年报");
  const bytes: unknown = write(book, { type: "buffer", bookType: type });
  if (bytes instanceof Uint8Array) return bytes;
  throw new Error("The workbook was not written.");
}
