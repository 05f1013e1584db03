import { joinCell } from "./assemble-text.ts";
import { joinBoxes, type Box } from "./box.ts";
import { fillFields, type FilledField } from "./fill-fields.ts";
import { findFields } from "./find-fields.ts";
import type { Lattice } from "./find-lattices.ts";
import type { Glyph } from "./sheet.ts";
import { splitRows } from "./split-rows.ts";
import type { Table, TableCell } from "./table.ts";

/** A cell with more text than this holds part of the page, not a datum. */
const longestCell = 600;
/** Room beside the words of a cell that is full, in points. */
const padding = 7;

/**
 * Reads the cells of a lattice; null where it only lays out the page (one cell, or cells
 * of prose) or does not part its rows.
 */
export function buildTable(
  lattice: Lattice,
  glyphs: readonly Glyph[],
  sheet: number,
): Table | null {
  const filled = fillFields(findFields(lattice), glyphs);
  if (filled.filter((field) => field.glyphs.length > 0).length < 2) return null;
  const cells = splitRows(filled)?.map((field) => buildCell(field, sheet));
  if (!cells || cells.some(({ text }) => text.length > longestCell)) return null;
  return { box: lattice.box, xs: lattice.xs, ...dropEmptyRows(cells) };
}

function buildCell(field: FilledField, sheet: number): TableCell {
  const { glyphs, x0, y0, x1, y1, ...place } = field;
  const box = { x0, y0, x1, y1 };
  return { ...place, text: joinCell(glyphs, box), sheet, box, isFull: isFull(glyphs, box) };
}

function isFull(glyphs: readonly Glyph[], cell: Box): boolean {
  const lowest = glyphs.reduce((y, glyph) => Math.min(y, (glyph.y0 + glyph.y1) / 2), Infinity);
  const last = glyphs.filter(({ y0, y1 }) => y0 < lowest && lowest < y1);
  const words = joinBoxes(last);
  const size = last[0]?.size ?? 0;
  // One more character, and the margins that browsers and word processors leave.
  return words !== null && cell.x1 - cell.x0 - (words.x1 - words.x0) < size + 2 * padding;
}

/** Renumbers rows so that each has a cell that begins in it. */
function dropEmptyRows(cells: readonly TableCell[]): Pick<Table, "rows" | "cells"> {
  const used = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const numbers = new Map(used.map((row, at) => [row, at]));
  const renumbered = cells.map((cell) => {
    const after = used.findIndex((row) => row >= cell.row + cell.rowSpan);
    const row = numbers.get(cell.row) ?? 0;
    return { ...cell, row, rowSpan: (after === -1 ? used.length : after) - row };
  });
  renumbered.sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows: used.length, cells: renumbered };
}
