import { contains, findCenter, type Box } from "./box.ts";
import { buildTable } from "./build-table.ts";
import { findRunCenter, groupRuns } from "./group-runs.ts";
import { findLattices } from "./find-lattices.ts";
import type { Glyph, Sheet } from "./sheet.ts";
import type { Table } from "./table.ts";

export interface SheetTables {
  readonly tables: readonly Table[];
  /** The characters that stand in no table. */
  readonly rest: readonly Glyph[];
}

/** The tables of a sheet that lines draw. A frame around a table or around prose only lays out the page. */
export function readTables(sheet: Sheet): SheetTables {
  const lattices = [...findLattices(sheet)].sort((a, b) => measure(a.box) - measure(b.box));
  const tables: Table[] = [];
  let rest = groupRuns(sheet.glyphs);
  for (const lattice of lattices) {
    if (tables.some(({ box }) => contains(lattice.box, findCenter(box)))) continue;
    const inside = rest.filter((run) => contains(lattice.box, findRunCenter(run)));
    const table = inside.length > 0 ? buildTable(lattice, inside.flat(), sheet.number) : null;
    if (!table) continue;
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((run) => !taken.has(run));
  }
  return { tables, rest: rest.flat() };
}

function measure({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0);
}
