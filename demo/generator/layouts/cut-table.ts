import type { TableKey } from "../../../corpus/fact.ts";
import { isHeaderRow, type PrintedRow, type PrintedTable } from "../printed-table.ts";

/**
 * Cuts a table before these rows. Cells that reach over a cut end there; the part below goes on with an empty
 * cell, as a table does that a page break parted. Cuts within a header are left out.
 */
export function cutTable(table: PrintedTable, cuts: readonly number[]): readonly PrintedTable[] {
  const lawful = cuts.filter((cut) => cut > 0 && cut < table.length && !isWithinHeader(table, cut));
  const borders = [0, ...new Set(lawful.sort((a, b) => a - b)), table.length];
  return borders.slice(0, -1).map((from, at) => cutOut(table, from, borders[at + 1] ?? from));
}

function isWithinHeader(table: PrintedTable, cut: number): boolean {
  const [above, below] = [table[cut - 1], table[cut]];
  return above !== undefined && below !== undefined && isHeaderRow(above);
}

function cutOut(table: PrintedTable, from: number, to: number): PrintedTable {
  const rows = table.slice(from, to).map((row, at): PrintedRow => {
    const room = to - from - at;
    return row.map((cell) => {
      const { rowspan = 1 } = cell;
      return rowspan > room ? { ...cell, rowspan: room } : cell;
    });
  });
  const [first = [], ...rest] = rows;
  return [[...continueCells(table, from, to), ...first], ...rest];
}

/** Empty cells for those that reach into a part from above; groups stand left of all labels. */
function continueCells(table: PrintedTable, from: number, to: number): PrintedRow {
  return table.slice(0, from).flatMap((row, at) =>
    row.flatMap((cell): PrintedRow => {
      const left = at + (cell.rowspan ?? 1) - from;
      return left > 0 ? [{ ...cell, text: "", rowspan: Math.min(left, to - from) }] : [];
    }),
  );
}

/** Where editors part a table: table 2 before each block, long ones in three. */
export function splitInThree(table: PrintedTable, key: TableKey): readonly PrintedTable[] {
  if (key === "disclosure")
    return cutTable(
      table,
      table.flatMap((row, at) => (row[0]?.role === "heading" ? [at] : [])),
    );
  if (key === "disputes") return [table];
  const third = Math.ceil(table.length / 3);
  return cutTable(table, [third, 2 * third]);
}
