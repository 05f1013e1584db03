import { utils } from "@e965/xlsx";
import type { GridCell } from "../../page/page.ts";
import { findCovered } from "./find-covered.ts";
import { buildKey, type VisibleCells } from "./visible-cells.ts";

/**
 * A printed row. `texts` counts the cells that say something, `isForm` is whether blank cells stand beside them
 * to be filled in.
 */
export interface SheetRow {
  readonly cells: readonly GridCell[];
  readonly texts: number;
  readonly isForm: boolean;
}

/** Rows times columns of a sheet; one with more is no report. */
const mostPlaces = 400_000;

/**
 * The rows of a sheet that show something, with merged cells printed once. Columns without any text are left out,
 * blank cells of the others are kept. Null for a sheet that is too large to be a report.
 */
export function buildRows(sheet: string, visible: VisibleCells): readonly SheetRow[] | null {
  const rows = sortNumbers(visible.cells.map(({ row }) => row));
  const columns = sortNumbers(visible.cells.map(({ column }) => column));
  if (rows.length * columns.length > mostPlaces) return null;
  const covered = findCovered({ rows, columns, most: 4 * mostPlaces }, visible.merges);
  if (!covered) return null;
  const texts = new Map(visible.cells.map((cell) => [buildKey(cell), cell]));
  return rows.map((row, y) => {
    const places = columns
      .map((column, gridColumn) => ({ row, column, gridColumn }))
      .filter(({ gridColumn }) => !covered.has(y * columns.length + gridColumn));
    const cells = places.map(({ gridColumn, ...place }, column) => {
      const { text = "", address = utils.encode_cell({ r: row, c: place.column }) } =
        texts.get(buildKey(place)) ?? {};
      return { text, column, gridColumn, origin: { in: "sheet", sheet, cell: address } as const };
    });
    const existing = places.filter((place) => visible.existing.has(buildKey(place))).length;
    return { ...buildPrintedRow(cells), isForm: existing > countTexts(cells) };
  });
}

/** A row of which all cells, the blank ones too, are printed. */
export function buildPrintedRow(cells: readonly GridCell[]): SheetRow {
  const texts = countTexts(cells);
  return { cells, texts, isForm: cells.length > texts };
}

function countTexts(cells: readonly GridCell[]): number {
  return cells.filter(({ text }) => text !== "").length;
}

function sortNumbers(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
