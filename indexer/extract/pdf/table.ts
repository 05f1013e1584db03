import type { Box } from "./box.ts";

/** A cell of a table in the grid of its columns and rows, from 0, with its words and where they stand. */
export interface TableCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The number of the sheet and the box on it: the borders of the cell, or its words where it has none. */
  readonly sheet: number;
  readonly box: Box;
  /** Whether the last line of its words reaches the end of the cell, so that they may go on elsewhere. */
  readonly isFull: boolean;
  /** Whether a page cuts it above or below: no line closes it there. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

/**
 * A table, or the part of one that stands on a sheet. `xs` are the borders of its columns, ascending; cells are
 * in order of rows, then columns.
 */
export interface Table {
  readonly box: Box;
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly TableCell[];
}
