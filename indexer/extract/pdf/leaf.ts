import { joinCell, type TextLine } from "./assemble-text.ts";
import { isNumber } from "./is-number.ts";
import type { Sheet } from "./sheet.ts";
import type { Table } from "./table.ts";

/** Words of one line that stand together: wide gaps part a line. */
export type Segment = TextLine;

/** A sheet parted into its tables and, from the top down, the lines outside them. */
export interface Leaf {
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
  readonly lines: readonly (readonly Segment[])[];
}

export function isNumberSegment(segment: Segment): boolean {
  return isNumber(joinCell(segment.glyphs, segment));
}
