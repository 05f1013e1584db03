/** What a cell is for. `group` names the rows below it, `heading` and `header` name columns. */
export type CellRole = "heading" | "header" | "group" | "label" | "unit" | "value";

/** A cell as a page prints it, with its spans. */
export interface PrintedCell {
  readonly text: string;
  readonly role: CellRole;
  readonly colspan?: number;
  readonly rowspan?: number;
}

export type PrintedRow = readonly PrintedCell[];

/** Rows of cells as markup lists them: a cell over several rows stands in the first. */
export type PrintedTable = readonly PrintedRow[];

/** What each cell prints, by fact key (`requests.granted.total`). */
export type Prints = ReadonlyMap<string, string>;

/** A cell with the grid column in which it begins. */
export interface PlacedCell extends PrintedCell {
  readonly at: number;
}

/** The cells of a table with their grid columns, all spans resolved. */
export function placeCells(table: PrintedTable): readonly (readonly PlacedCell[])[] {
  const deep: number[] = [];
  return table.map((row) => {
    let at = 0;
    const ends = deep.map((rows) => Math.max(rows - 1, 0));
    const placed = row.map((cell) => {
      while ((deep[at] ?? 0) > 0) at++;
      const { colspan = 1, rowspan = 1 } = cell;
      const begin = at;
      for (; at < begin + colspan; at++) ends[at] = rowspan - 1;
      return { ...cell, at: begin };
    });
    deep.splice(0, deep.length, ...Array.from(ends, (rows) => rows ?? 0));
    return placed;
  });
}

/** How many columns the grid of a table has. */
export function measureWidth(table: PrintedTable): number {
  const ends = placeCells(table)
    .flat()
    .map(({ at, colspan = 1 }) => at + colspan);
  return Math.max(0, ...ends);
}

/** Whether a row is part of the header of its columns. */
export function isHeaderRow(row: PrintedRow): boolean {
  return row.length > 0 && row.every(({ role }) => role === "header" || role === "heading");
}

/** A table without some rows: cells that reach over a lost row end a row earlier. */
export function dropRows(
  table: PrintedTable,
  isKept: (row: PrintedRow, at: number) => boolean,
): PrintedTable {
  const kept = table.map(isKept);
  return table.flatMap((row, at) => {
    if (!kept[at]) return [];
    const cells = row.map((cell) => {
      const { rowspan = 1 } = cell;
      return { ...cell, rowspan: kept.slice(at, at + rowspan).filter(Boolean).length };
    });
    return [cells];
  });
}
