import type { Block, GridCell } from "../../page/page.ts";
import { isSectionTitle } from "../../sections/section-titles.ts";
import type { SheetRow } from "./build-rows.ts";

/** A cell with more text than this holds a paragraph, not a datum. */
const longestCell = 600;
/** Lines of the official form that stand over the columns of a block, across the whole table. */
const blockHeading = /^第[一二三四五六七八九十]{1,3}条/u;

/**
 * Titles, headings and paragraphs of a sheet as lines, and what stands between them as grids: a row with one text
 * is a line where it is a section's title or long, and before and after the rows of a table.
 */
export function buildBlocks(rows: readonly SheetRow[]): readonly Block[] {
  const blocks: Block[] = [];
  let table: SheetRow[] = [];
  const closeTable = (): void => {
    let end = table.length;
    while (end > 0 && isLine(table[end - 1])) end--;
    if (end > 0) blocks.push({ kind: "grid", rows: cutWidth(table.slice(0, end)) });
    for (const row of table.slice(end)) blocks.push(buildLine(row));
    table = [];
  };
  for (const row of rows) {
    const text = row.texts === 1 ? findText(row).text : "";
    const isDivider = text.length > longestCell || (text !== "" && isSectionTitle(text));
    if (isDivider) closeTable();
    const isBefore = table.length === 0 && row.texts === 1 && !blockHeading.test(text);
    if (isDivider || isBefore) blocks.push(buildLine(row));
    else table.push(row);
  }
  closeTable();
  return blocks;
}

/** A sheet is as wide as its widest table: blank cells right of all words of a narrower one are none of its cells. */
function cutWidth(rows: readonly SheetRow[]): readonly (readonly GridCell[])[] {
  const texts = rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== ""));
  const last = Math.max(...texts.map(({ gridColumn }) => gridColumn));
  return rows.map(({ cells }) => cells.filter(({ gridColumn }) => gridColumn <= last));
}

function isLine(row: SheetRow | undefined): boolean {
  return row !== undefined && row.texts === 1 && !row.isForm;
}

function buildLine(row: SheetRow): Block {
  const { text, origin } = findText(row);
  return { kind: "line", text, origin };
}

function findText({ cells }: SheetRow): GridCell {
  const cell = cells.find(({ text }) => text !== "") ?? cells[0];
  if (!cell) throw new Error("a printed row has a cell");
  return cell;
}
