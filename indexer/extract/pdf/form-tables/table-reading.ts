import type { TableCell } from "../table.ts";
import type { PrintedWords } from "./find-words.ts";
import type { Fragment } from "./fragment.ts";

/** The cells of a form's table that is printed without lines, and everything that it takes from its sheets. */
export interface TableReading {
  readonly cells: readonly TableCell[];
  /** The heads of its columns of numbers, from left to right, and how many columns of labels stand before them. */
  readonly heads: readonly PrintedWords[];
  readonly labels: number;
  readonly fragments: ReadonlySet<Fragment>;
}
