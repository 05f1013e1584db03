import type { Origin } from "../page/page.ts";
import type { Words } from "../page/word-finder.ts";
import type { PrintedNumber } from "./read-number.ts";
import type { PrintedLabel } from "./scan-label.ts";

/**
 * One cell of a table as printed. `row` and `column` count printed rows of the table and cells of the row;
 * `slot` is the column of the grid it stands in, null where flat text does not tell; `isGrid` whether the page
 * itself has cells. `line` is the line of flat text in which it ends, the printed row of a grid.
 * `words` is where it stands in the text of its line, or of its cell of the page; null where that is not told.
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
  readonly words: Words | null;
}

/**
 * A table of the page: the blocks it takes up (`to` included) and its cells by printed row. `isFree` where it
 * holds statistics that no official form knows, `isContinued` where it goes on with the columns of the table before;
 * `isUnrepeated` where it prints many cells, each on a line of its own, and no two lines alike.
 */
export interface RawTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly isFree?: boolean;
  readonly isContinued?: boolean;
  readonly isUnrepeated?: boolean;
}
