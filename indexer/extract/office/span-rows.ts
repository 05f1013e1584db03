/**
 * A cell as Word stores it: the columns that it covers, and whether a cell over several rows begins in it or goes
 * on. One that goes on is there, but nobody sees it.
 */
export interface MergedCell {
  readonly content: string;
  readonly columns: number;
  readonly merge: "restart" | "continue" | null;
}

/** A cell as it is printed, with the columns and rows that it covers. */
export interface SpannedCell {
  readonly content: string;
  readonly columns: number;
  readonly rows: number;
}

/** Counts the rows of merged cells. A cell that goes on where none began above it is a cell of its own. */
export function spanRows(
  rows: readonly (readonly MergedCell[])[],
): readonly (readonly SpannedCell[])[] {
  let above = new Map<number, OpenCell>();
  const printed = rows.map((row) => {
    const open = new Map<number, OpenCell>();
    const cells: OpenCell[] = [];
    let column = 0;
    for (const { content, columns, merge } of row) {
      const begun = merge === "continue" ? above.get(column) : undefined;
      const cell = begun ?? { content, columns, rows: 0 };
      cell.rows++;
      if (!begun) cells.push(cell);
      if (merge !== null) open.set(column, cell);
      column += columns;
    }
    above = open;
    return cells;
  });
  return printed;
}

interface OpenCell {
  readonly content: string;
  readonly columns: number;
  rows: number;
}
