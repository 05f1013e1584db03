import { utils, type CellObject, type Range, type WorkSheet } from "@e965/xlsx";
import { readCellText } from "./read-cell-text.ts";

/** Row and column of a sheet, from 0. */
export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell that shows something, where it shows it; `address` is its own (`B7`). */
export interface VisibleCell extends SheetPlace {
  readonly text: string;
  readonly address: string;
}

/** Cells that are merged into one, and the place where that one begins to be seen; null where it never is. */
export interface SheetMerge {
  readonly range: Range;
  readonly first: SheetPlace | null;
}

/** Rows behind these belong to no report. */
export const mostRows = 20_000;

/**
 * What a sheet shows, and what of it is left out (`hasHidden`, `hasMore` rows) or shown as less than it holds
 * (`rounded`).
 */
export interface VisibleCells {
  readonly cells: readonly VisibleCell[];
  readonly merges: readonly SheetMerge[];
  /** Places of all cells that exist, the blank ones of a form too, as `row column`. */
  readonly existing: ReadonlySet<string>;
  readonly hasHidden: boolean;
  readonly hasMore: boolean;
  readonly rounded: readonly string[];
}

const longestSearch = 1_000;

/** The visible cells of a sheet. A merged cell whose first rows or columns are hidden shows in the next ones. */
export function listVisibleCells(sheet: WorkSheet): VisibleCells {
  const finder = buildFinder(sheet);
  const merges = (sheet["!merges"] ?? []).map((range) => ({ range, first: finder(range) }));
  const firstOf = new Map(merges.map(({ range, first }) => [utils.encode_cell(range.s), first]));
  const cells: VisibleCell[] = [];
  const existing = new Set<string>();
  const rounded: string[] = [];
  let hasHidden = false;
  let hasMore = false;
  for (const address in sheet) {
    if (address.startsWith("!")) continue;
    const own = utils.decode_cell(address);
    if (own.r >= mostRows) {
      hasMore = true;
      continue;
    }
    const place = firstOf.get(address) ?? finder({ s: own, e: own });
    const { text, stored } = readCellText(sheet[address] as CellObject);
    if (place) existing.add(buildKey(place));
    else hasHidden ||= text !== "";
    if (!place || text === "") continue;
    cells.push({ ...place, text, address });
    if (stored !== null) rounded.push(`${address} 显示 ${text}，实为 ${stored}`);
  }
  return { cells, merges, existing, hasHidden, hasMore, rounded };
}

/** A place as the key of a map. */
export function buildKey({ row, column }: SheetPlace): string {
  return `${row} ${column}`;
}

/** Finds the first visible place of a range. */
function buildFinder(sheet: WorkSheet): (range: Range) => SheetPlace | null {
  const rows = sheet["!rows"] ?? [];
  const columns = sheet["!cols"] ?? [];
  return ({ s, e }) => {
    let row = s.r;
    let column = s.c;
    const lastRow = Math.min(e.r, s.r + longestSearch);
    const lastColumn = Math.min(e.c, s.c + longestSearch);
    while (row < lastRow && rows[row]?.hidden === true) row++;
    while (column < lastColumn && columns[column]?.hidden === true) column++;
    const isHidden = rows[row]?.hidden === true || columns[column]?.hidden === true;
    return isHidden ? null : { row, column };
  };
}
