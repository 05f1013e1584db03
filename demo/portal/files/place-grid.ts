import type { Grid } from "../../build-grids.ts";

/** A cell with the place of its first row and column. */
export interface PlacedGridCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The cells of a grid with all spans resolved, row by row, and how many columns it has. */
export function placeGrid(grid: Grid): {
  readonly cells: readonly PlacedGridCell[];
  readonly width: number;
} {
  const taken = new Set<string>();
  const cells = grid.flatMap((line, row) => {
    let column = 0;
    return line.map(({ text, rows, columns }) => {
      while (taken.has(`${row} ${column}`)) column++;
      const from = column;
      for (let below = 0; below < rows; below++)
        for (let right = 0; right < columns; right++) taken.add(`${row + below} ${from + right}`);
      column += columns;
      return { text, row, column: from, rows, columns };
    });
  });
  return { cells, width: Math.max(0, ...cells.map(({ column, columns }) => column + columns)) };
}
