import type { Cell } from "./cell.ts";
import { splitGlued } from "./split-glued.ts";

/** Columns in which complete rows hold their numbers, by the shape of the row. */
export type ColumnTemplates = ReadonlyMap<string, readonly number[] | null>;

export interface Row {
  readonly head: Cell;
  readonly tail: readonly Cell[];
}

/**
 * Gives each of `count` columns its cell. Null where that is unclear, which is never guessed: with as many
 * numbers as columns each has its own; with fewer, complete rows or empty cells must tell which are missing.
 */
export function alignValues(
  row: Row,
  count: number,
  templates: ColumnTemplates,
): readonly Cell[] | null {
  const cells = row.tail.filter(({ kind }) => kind === "value" || kind === "blank");
  const values = cells.filter(({ kind }) => kind === "value");
  if (values.length === count) return values;
  if (values.length > count) return null;
  const [only] = values;
  const parts = only && values.length === 1 ? splitGlued(only, count) : null;
  if (parts) return parts;
  const slots = templates.get(describeShape(row, cells, count));
  if (slots) return alignBySlots(row, cells, slots);
  // Elements of a page are cells; in flat text an empty cell may be one that a span covers.
  if (cells.length === count && row.head.origin.in === "html") return cells;
  return values.length === 0 && cells.length >= count ? cells.slice(0, count) : null;
}

/** The cells at the columns where complete rows hold their numbers; null where another column holds one. */
function alignBySlots(
  row: Row,
  cells: readonly Cell[],
  slots: readonly number[],
): readonly Cell[] | null {
  const isFlat = row.head.slot === null;
  const bySlot = new Map(cells.map((cell, at) => [isFlat ? at : cell.slot, cell] as const));
  const aligned = slots.flatMap((slot) => bySlot.get(slot) ?? []);
  const placed = new Set(aligned);
  const isWhole = cells.every((cell) => cell.kind === "blank" || placed.has(cell));
  return isWhole && aligned.length === slots.length ? aligned : null;
}

/** Learns from the complete rows where numbers stand; a label column whose rows disagree teaches nothing. */
export function learnTemplates(rows: readonly Row[], count: number): ColumnTemplates {
  const templates = new Map<string, readonly number[] | null>();
  for (const row of rows) {
    const cells = row.tail.filter(({ kind }) => kind === "value" || kind === "blank");
    const values = cells.filter(({ kind }) => kind === "value");
    if (values.length !== count) continue;
    const slots = values.map((cell) => cell.slot ?? cells.indexOf(cell));
    const key = describeShape(row, cells, count);
    const known = templates.get(key);
    const agrees = known === undefined || known?.join() === slots.join();
    templates.set(key, agrees ? slots : null);
  }
  return templates;
}

/**
 * Rows of one shape hold their numbers in the same columns. Where flat text does not tell the columns, a row must
 * have as many cells as the complete ones that are numbered like it: a lost line would shift the rest.
 */
function describeShape({ head }: Row, cells: readonly Cell[], count: number): string {
  if (head.slot !== null) return `${head.slot}/${count}`;
  const number = (head.label?.number ?? "").normalize("NFKC");
  const style = number.replace(/[一二三四五六七八九十]+/gu, "一").replace(/\d+/gu, "1");
  return `${style}/${cells.length}/${count}`;
}
