import { findFields } from "../pdf/find-fields.ts";
import { findLattices } from "../pdf/find-lattices.ts";
import { mergeHorizontals, mergeVerticals } from "../pdf/merge-rules.ts";
import type { Sheet } from "../pdf/sheet.ts";
import type { Component } from "./find-components.ts";
import { groupPrintLines } from "./group-print-lines.ts";
import type { PixelBox } from "./pixel-box.ts";
import type { PreparedScan } from "./prepared-scan.ts";
import type { PrintLine } from "./print-line.ts";
import { toPixels, toPoints, type ScanSpace } from "./scan-space.ts";

/** A cell of a table with its lines of print; `box` are its borders. */
export interface CellRegion {
  readonly box: PixelBox;
  readonly lines: readonly PrintLine[];
}

/** Where a page holds print: the cells of its tables, and the lines outside of them. */
export interface Regions {
  /** The ruling lines of the page, without characters. */
  readonly sheet: Sheet;
  readonly cells: readonly CellRegion[];
  readonly lines: readonly PrintLine[];
}

/** Finds the tables of a page by its ruling lines and shares its print out among their cells. */
export function findRegions(scan: PreparedScan, number: number, space: ScanSpace): Regions {
  const sheet = buildEmptySheet(scan, number, space);
  const tables = findLattices(sheet).map(findFields);
  const cells = tables.map((table) => table.fields.map((): Component[] => []));
  const rest: Component[] = [];
  for (const component of scan.components) {
    const { x0, x1, y0, y1 } = toPoints(component, space);
    const middle = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
    const owner = findOwner(tables, middle);
    if (owner) cells[owner.table]?.[owner.field]?.push(component);
    else rest.push(component);
  }
  return {
    sheet,
    cells: tables.flatMap((table, at) =>
      table.fields.map((field, index) => ({
        box: toPixels(field, space),
        lines: groupPrintLines(cells[at]?.[index] ?? [], scan.em),
      })),
    ),
    lines: groupPrintLines(rest, scan.em),
  };
}

interface Owner {
  readonly table: number;
  readonly field: number;
}

/** The smallest table that holds a point, and its cell. */
function findOwner(
  tables: readonly ReturnType<typeof findFields>[],
  point: { readonly x: number; readonly y: number },
): Owner | null {
  let owner: Owner | null = null;
  let least = Infinity;
  tables.forEach(({ box, find }, table) => {
    const size = (box.x1 - box.x0) * (box.y1 - box.y0);
    const field = size < least ? find(point) : null;
    if (field === null) return;
    owner = { table, field };
    least = size;
  });
  return owner;
}

function buildEmptySheet(scan: PreparedScan, number: number, space: ScanSpace): Sheet {
  return {
    number,
    turns: 0,
    frame: { x0: 0, y0: 0, x1: space.width * space.unit, y1: space.height * space.unit },
    glyphs: [],
    horizontals: mergeHorizontals(scan.horizontals.map((stroke) => toPoints(stroke, space))),
    verticals: mergeVerticals(scan.verticals.map((stroke) => toPoints(stroke, space))),
    isRecognized: true,
  };
}
