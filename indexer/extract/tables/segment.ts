import type { TableKey } from "../../../corpus/fact.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { Cell } from "./cell.ts";
import { stripNumbering } from "./strip-numbering.ts";

/** A label or unknown words, with the numbers, units and empty cells printed after it. */
export interface Segment {
  readonly head: Cell;
  readonly tail: readonly Cell[];
}

/** Parts the cells of a table at its labels. Numbers before the first label are left out. */
export function listSegments(cells: readonly Cell[]): readonly Segment[] {
  const segments: { head: Cell; tail: Cell[] }[] = [];
  for (const cell of cells) {
    if (cell.kind === "label" || cell.kind === "text") segments.push({ head: cell, tail: [] });
    else segments.at(-1)?.tail.push(cell);
  }
  return segments;
}

export function listValues({ tail }: Segment): readonly Cell[] {
  return tail.filter(({ kind }) => kind === "value");
}

/** The label as printed, without numbering and 其中. */
export function readWords({ head }: Segment): string {
  return head.label?.words ?? stripNumbering(head.text).label;
}

/** The numbering printed before the label, or null. */
export function readNumbering({ head }: Segment): string | null {
  return head.label?.number ?? stripNumbering(head.text).number;
}

/** Whether a label of this role and key is among the meanings of the segment's label. */
export function means(segment: Segment, table: TableKey, role: string): boolean {
  return (
    segment.head.label?.entries.some((entry) => entry.table === table && entry.role === role) ??
    false
  );
}

/** The words as they are compared. */
export function readComparedWords(segment: Segment): string {
  return normalizeLabel(readWords(segment));
}
