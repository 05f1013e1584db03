import type { PlacedSegment } from "./assign-tables.ts";
import type { Cell } from "./cell.ts";
import { noHeader, type ColumnHeader } from "./column-header.ts";
import { isBrokenNumber } from "./is-broken-number.ts";
import { splitGlued } from "./split-glued.ts";

/** Columns in which complete rows hold their numbers, by the shape of the row. */
export type ColumnTemplates = ReadonlyMap<string, readonly number[] | null>;

/** What tells which cell of a row belongs to which column. */
export interface Alignment {
  readonly templates: ColumnTemplates;
  readonly header: ColumnHeader;
}

export const noAlignment: Alignment = { templates: new Map(), header: noHeader };

/** The cell of each column, null where the row has none. */
export type AlignedCells = readonly (Cell | null)[];

/**
 * Gives each of `count` columns its cell. Null where that is unclear, which is never guessed: a printed header
 * tells it; else with as many numbers as columns each has its own; with fewer, complete rows or empty cells must
 * tell which are missing.
 */
export function alignValues(
  row: PlacedSegment,
  count: number,
  { header, templates }: Alignment,
): AlignedCells | null {
  const cells = listCells(row);
  const values = cells.filter(({ kind }) => kind !== "blank");
  const [only] = values;
  const isGluable = header.isOrdered && !header.hasOthers && !row.isInterleaved;
  const parts = only && values.length === 1 && isGluable ? splitGlued(only, count) : null;
  if (parts) return parts;
  if (row.isInterleaved || isShared(row, values) || isLone(row, values)) return null;
  const isPlaced = isInColumns(row, cells);
  if (!isPlaced && !row.head.isGrid && values.some(isBroken)) return null;
  if (isPlaced && header.grid === row.grid) {
    if (isUnderLabels(values, header)) return null;
    const isMoved = hasMovedUnit(row, header);
    const own = (isMoved ? null : alignByHeader(cells, header)) ?? alignShifted(row, header);
    if (own) return own;
    if (row.head.isGrid && header.isWhole && !header.slots.includes(null))
      return header.hasOthers ? null : alignByRank(cells, header);
  }
  if (header.hasOthers && values.length > 0) return null;
  if (!header.isOrdered) return row.head.isGrid ? alignByRank(cells, header) : null;
  const slots = templates.get(describeShape(row, cells, count));
  if (values.length > count) return null;
  if (values.length === count && (!isPlaced || !row.head.isGrid || cells.length === count))
    return values;
  if (slots) return alignBySlots(row, cells, slots);
  // Cells of a grid are cells; in flat text an empty one may be one that a span covers.
  if (cells.length === count && row.head.isGrid) return cells;
  return values.length === 0 && cells.length >= count ? cells.slice(0, count) : null;
}

function listCells({ tail }: PlacedSegment): readonly Cell[] {
  return tail.filter(({ kind }) => kind !== "unit");
}

/** Whether two numbers stand in one cell, or on one line where each of the others has its own. */
function isShared({ head, lines: printed }: PlacedSegment, values: readonly Cell[]): boolean {
  const isAllInOne = values.every(({ row, slot }) => row === head.row && slot === head.slot);
  if (isAllInOne && head.slot !== null) return false;
  const places = new Set<string>();
  for (const { row, slot } of values)
    if (slot !== null) {
      const place = `${row}/${slot}`;
      if (places.has(place)) return true;
      places.add(place);
    }
  if (head.isGrid || values.some(({ slot }) => slot !== null)) return false;
  const lines = new Set(values.map(({ line }) => line)).size;
  return lines < values.length && (lines > 1 || printed === "own");
}

/** Whether a number stands on a line below the label where the table prints them behind it: a page number. */
function isLone({ head, lines }: PlacedSegment, values: readonly Cell[]): boolean {
  return lines === "label" && !head.isGrid && values.some(({ line }) => line !== head.line);
}

/** A piece of a number: where nothing but spaces parts the numbers, others may lie in pieces too. */
function isBroken({ kind, text }: Cell): boolean {
  return kind === "text" && isBrokenNumber(text);
}

/** Whether the cells stand in columns of their own, apart from the label. */
function isInColumns({ head }: PlacedSegment, cells: readonly Cell[]): boolean {
  return head.slot !== null && cells.every(({ slot }) => slot !== null && slot !== head.slot);
}

/** Whether a number stands under the head of the labels: the row begins too early. */
function isUnderLabels(values: readonly Cell[], { labels }: ColumnHeader): boolean {
  return values.some(({ kind, slot }) => kind === "value" && slot !== null && labels.has(slot));
}

/** The cells under the columns of the header, where all numbers stand under some header. */
function alignByHeader(cells: readonly Cell[], header: ColumnHeader): AlignedCells | null {
  const { slots, others, isWhole } = header;
  const placed = slots.filter((slot) => slot !== null);
  // A column that is printed twice is neither; one that is not legible could be anywhere.
  if (!isWhole && (header.isOrdered || placed.length === 0)) return null;
  if (slots.some((slot) => slot === null) && isWhole) return null;
  const bySlot = new Map(cells.map((cell) => [cell.slot, cell] as const));
  if (bySlot.size < cells.length || placed.some((slot) => !bySlot.has(slot))) return null;
  const isUnder = cells.every(
    ({ kind, slot }) =>
      kind === "blank" || slot === null || placed.includes(slot) || others.has(slot),
  );
  return isUnder ? slots.map((slot) => (slot === null ? null : (bySlot.get(slot) ?? null))) : null;
}

/** Whether the unit of a row stands under another column than that of units: so do its numbers. */
function hasMovedUnit({ tail }: PlacedSegment, { unit }: ColumnHeader): boolean {
  return unit !== null && tail.some(({ kind, slot }) => kind === "unit" && slot !== unit);
}

/** A row that begins a column too late has a cell for each column of the header behind that of its label. */
function alignShifted(
  { head, tail }: PlacedSegment,
  { slots, others, corner, isWhole }: ColumnHeader,
): AlignedCells | null {
  if (!isWhole || corner === null || head.slot === null || head.slot <= corner) return null;
  const by = head.slot - corner;
  const expected = [...new Set([...slots, ...others])].filter((slot) => slot !== corner);
  const moved = new Map(tail.map((cell) => [(cell.slot ?? 0) - by, cell] as const));
  const isFitting = expected.length === tail.length && expected.every((at) => moved.has(at ?? -1));
  if (!isFitting || head.isGrid !== tail.every(({ isGrid }) => isGrid)) return null;
  return slots.map((slot) => (slot === null ? null : (moved.get(slot) ?? null)));
}

/** With a cell for each column of a whole header, they follow one another as the header does. */
function alignByRank(all: readonly Cell[], { slots, isWhole }: ColumnHeader): AlignedCells | null {
  const ranks = slots.filter((slot) => slot !== null).sort((a, b) => a - b);
  const cells = dropTrailing(all, ranks.length);
  if (!isWhole || ranks.length !== cells.length || ranks.length !== slots.length) return null;
  return slots.map((slot) => (slot === null ? null : (cells[ranks.indexOf(slot)] ?? null)));
}

/** The numbers of all columns without the empty cells behind them, which a row has that begins too early. */
function dropTrailing(cells: readonly Cell[], count: number): readonly Cell[] {
  const isFilled = cells.every(({ kind }, at) => kind === (at < count ? "value" : "blank"));
  return isFilled ? cells.slice(0, count) : cells;
}

/** The cells at the columns where complete rows hold their numbers; null where another column holds one. */
function alignBySlots(
  row: PlacedSegment,
  cells: readonly Cell[],
  slots: readonly number[],
): AlignedCells | null {
  const isFlat = row.head.slot === null;
  const bySlot = new Map(cells.map((cell, at) => [isFlat ? at : cell.slot, cell] as const));
  const aligned = slots.flatMap((slot) => bySlot.get(slot) ?? []);
  const placed = new Set(aligned);
  const isWhole = cells.every((cell) => cell.kind === "blank" || placed.has(cell));
  return isWhole && aligned.length === slots.length ? aligned : null;
}

/** Learns from the complete rows where numbers stand; a label column whose rows disagree teaches nothing. */
export function learnTemplates(rows: readonly PlacedSegment[], count: number): ColumnTemplates {
  const templates = new Map<string, readonly number[] | null>();
  for (const row of rows) {
    const cells = listCells(row);
    const values = cells.filter(({ kind }) => kind !== "blank");
    if (values.length < count || isShared(row, values) || isLone(row, values)) continue;
    if (values.length > count && !row.head.isGrid) continue;
    const slots = values.map((cell) => cell.slot ?? cells.indexOf(cell));
    const key = describeShape(row, cells, count);
    const known = templates.get(key);
    const agrees = known === undefined || known?.join() === slots.join();
    templates.set(key, agrees && values.length === count ? slots : null);
  }
  return templates;
}

/**
 * Rows of one shape hold their numbers in the same columns. Where flat text does not tell the columns, a row must
 * have as many cells as the complete ones that are numbered like it: a lost line would shift the rest.
 */
function describeShape(
  { head, grid }: PlacedSegment,
  cells: readonly Cell[],
  count: number,
): string {
  if (head.slot !== null) return `${head.isGrid ? grid : ""}/${head.slot}/${count}`;
  const number = (head.label?.number ?? "").normalize("NFKC");
  const style = number.replace(/[一二三四五六七八九十]+/gu, "一").replace(/\d+/gu, "1");
  return `${style}/${cells.length}/${count}`;
}
