import type { Origin } from "../page/page.ts";
import type { PrintedNumber } from "./read-number.ts";
import type { PrintedLabel } from "./scan-label.ts";

/**
 * One cell of a table as printed. `row` and `column` count printed rows of the table and cells of the row;
 * `slot` is the column of the grid it stands in, null where flat text does not tell; `isGrid` whether the page
 * itself has cells. `line` is the line of flat text in which it ends, the printed row of a grid.
 * A `text` in the tail of a row is a value that cannot be read.
 */
export interface Cell {
  readonly kind: "label" | "value" | "unit" | "blank" | "text";
  readonly text: string;
  readonly label: PrintedLabel | null;
  readonly number: PrintedNumber | null;
  readonly row: number;
  readonly column: number;
  readonly slot: number | null;
  readonly isGrid: boolean;
  readonly line: number;
  readonly origin: Origin;
}

/**
 * A table of the page: the blocks it takes up (`to` included) and its cells by printed row. `isFree` where it
 * holds statistics that no official form knows, `isContinued` where it goes on with the columns of the table before.
 */
export interface RawTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly isFree?: boolean;
  readonly isContinued?: boolean;
}
