import { findCenter } from "./box.ts";
import { findMargins } from "./find-margins.ts";
import type { ProseLine } from "./join-paragraphs.ts";
import { isContinued, joinTables } from "./join-tables.ts";
import type { Leaf } from "./leaf.ts";
import { orderLeaf } from "./order-leaf.ts";
import type { Table } from "./table.ts";

/** A table, or the lines of prose between tables. */
export type Part = { readonly table: Table } | { readonly lines: ProseLine[] };

/** Lines that a cell leaves below the last border of a page: no more than this. */
const mostOverflow = 4;

/** The tables and lines of all sheets in reading order; a table that goes on over sheets is one. */
export function joinSheets(leaves: readonly Leaf[]): readonly Part[] {
  const margins = findMargins(leaves);
  const parts: Part[] = [];
  for (const leaf of leaves) {
    let isFirst = true;
    for (const item of orderLeaf(leaf, margins.get(leaf.sheet.number) ?? { left: 0, right: 0 })) {
      if (!("cells" in item)) addLine(parts, item);
      else if (!isFirst || !addRest(parts, item)) parts.push({ table: item });
      isFirst = false;
    }
  }
  return parts;
}

function addLine(parts: Part[], line: ProseLine): void {
  const last = parts.at(-1);
  if (last && "lines" in last) last.lines.push(line);
  else parts.push({ lines: [line] });
}

/** Joins a table that begins a sheet to the one that ended the sheet before; false where that is another. */
function addRest(parts: Part[], table: Table): boolean {
  const last = parts.at(-1);
  if (!last) return false;
  if ("lines" in last) return addOverflown(parts, last.lines, table);
  if (!isContinued(last.table, table)) return false;
  parts[parts.length - 1] = { table: joinTables(last.table, table) };
  return true;
}

/** Joins a table to the one before it where the lines between them are the end of a cell that the page cut. */
function addOverflown(parts: Part[], lines: readonly ProseLine[], table: Table): boolean {
  const before = parts.at(-2);
  if (!before || !("table" in before) || lines.length > mostOverflow) return false;
  if (!isContinued(before.table, table)) return false;
  const filled = lines.reduce<Table | null>(
    (whole, line) => whole && addToCells(whole, line),
    before.table,
  );
  if (!filled) return false;
  parts.splice(-2, 2, { table: joinTables(filled, table) });
  return true;
}

/**
 * The table with a line below it added to the cells above it; null where one of its characters stands under no
 * cell that the page cuts.
 */
function addToCells(table: Table, line: ProseLine): Table | null {
  const isNear = line.y0 > table.box.y0 - (mostOverflow + 1) * 2 * line.size;
  if (!isNear) return null;
  const cells = [...table.cells];
  for (const glyph of line.glyphs) {
    const { x } = findCenter(glyph);
    const at = cells.findIndex(({ isOpenBelow, box }) => isOpenBelow && box.x0 < x && x < box.x1);
    const cell = cells[at];
    if (!cell) return null;
    cells[at] = { ...cell, text: cell.text + glyph.text, isFull: true };
  }
  return { ...table, cells };
}
