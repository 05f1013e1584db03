import type { TableKey } from "../../../corpus/fact.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { Cell } from "./cell.ts";
import { isBrokenNumber } from "./is-broken-number.ts";
import { stripNumbering } from "./strip-numbering.ts";

/** A label or unknown words, with the numbers, units and empty cells printed after it. */
export interface Segment {
  readonly head: Cell;
  readonly tail: readonly Cell[];
}

interface OpenSegment {
  readonly head: Cell;
  readonly tail: Cell[];
}

/**
 * Parts the cells of a table at its labels, and those of a grid at the ends of its rows. Numbers before the first
 * label of a row are left out; a row of a grid without any label is a segment of its own, with a blank head.
 */
export function listSegments(rows: readonly (readonly Cell[])[]): readonly Segment[] {
  const segments: OpenSegment[] = [];
  for (const row of rows) {
    let last = row[0]?.isGrid ? null : (segments.at(-1) ?? null);
    for (const cell of skipIndent(row)) {
      if (isHead(cell, last)) segments.push((last = { head: cell, tail: [] }));
      else last?.tail.push(cell);
    }
    const [first] = row;
    if (!last && first?.isGrid && row.some(({ kind }) => kind === "value"))
      segments.push({ head: { ...first, kind: "blank", text: "", number: null }, tail: [...row] });
  }
  return segments;
}

/** The cells from the label on where a row begins with empty ones: they are no part of the row above. */
function skipIndent(row: readonly Cell[]): readonly Cell[] {
  const first = row.findIndex(({ kind }) => kind !== "blank");
  const start = row[first];
  return start?.kind === "label" && start.slot !== null ? row.slice(first) : row;
}

/** Words behind the label of a row, in a cell of their own, are a value that cannot be read. */
function isHead(cell: Cell, last: OpenSegment | null): boolean {
  if (cell.kind === "label") return true;
  if (cell.kind !== "text" || isBrokenNumber(cell.text)) return false;
  const isSameRow = last !== null && cell.slot !== null && last.head.row === cell.row;
  if (!isSameRow) return !cell.isGrid || stripNumbering(cell.text).label !== "";
  if (last.tail.some(({ kind }) => kind !== "blank") || isRowLabel(last.head)) return false;
  return isHeaderLabel(last.head) || isWords(cell.text);
}

function isRowLabel({ label }: Cell): boolean {
  const roles = label?.entries.map(({ role }) => role) ?? [];
  if (!roles.includes("row")) return false;
  return label?.number ? !roles.includes("group") : roles.every((role) => role === "row");
}

function isHeaderLabel({ label }: Cell): boolean {
  return label?.entries.some(({ role }) => role !== "row" && role !== "group") ?? false;
}

function isWords(text: string): boolean {
  const words = stripNumbering(text).label;
  return words !== "" && !/[\p{Nd}〇零一二两三四五六七八九十百千万]$|^[约近]?\p{Nd}/u.test(words);
}

export function listValues({ tail }: Segment): readonly Cell[] {
  return tail.filter(({ kind }) => kind === "value");
}

/** The numbers, marks and values that cannot be read: each takes the place of one number. */
export function listPrinted({ tail }: Segment): readonly Cell[] {
  return tail.filter(({ kind }) => kind === "value" || kind === "text");
}

/**
 * What a row prints where it is unclear which number is whose: the one cell that holds all, or everything where
 * there is one column. Else nothing, for no column prints the whole row.
 */
export function readUnclear({ tail }: Segment, columns: number): string {
  const cells = tail.filter(({ kind }) => kind === "value" || kind === "text");
  if (columns !== 1 && cells.length !== 1) return "";
  return cells.map(({ text }) => text).join(" ");
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
