import type { Fragment } from "./fragment.ts";

/** A row by the lines of its label; `isCut` where they stand on two sheets: browsers print its cells at their top. */
export interface RowMark {
  readonly lines: readonly number[];
  readonly isCut: boolean;
}

/** The lines of each row's values, by column; null where they are not clear. */
export type Alignment = readonly (ReadonlyMap<number, readonly Fragment[]> | null)[];

/** The values of a table with their columns, and the step of its lines; null where nothing wraps. */
export interface ValuesToAlign {
  readonly columns: ReadonlyMap<Fragment, number>;
  readonly step: number | null;
}

/** Where the words of a cell stand in their row. */
type Side = "middle" | "top" | "bottom";
const sides: readonly Side[] = ["middle", "top", "bottom"];
/** How far a line may stand from its place, in steps or, where nothing wraps, in sizes. */
const near = 0.22;
/** Rows may overlap by so many steps. */
const slack = 0.3;
const mostLines = 12;
/** With more values that stand in no row, the table is not understood. */
const mostStrays = 6;

type Taken = readonly Map<number, readonly Fragment[]>[];

interface Attempt {
  readonly rows: Taken;
  readonly strays: readonly Fragment[];
}

/**
 * Gives each row its values: the lines of a cell stand in the middle of its row (or at its top or bottom), as those of
 * its label do. Null where the rows do not tell the values' places.
 */
export function alignValues(rows: readonly RowMark[], values: ValuesToAlign): Alignment | null {
  const attempts = sides
    .map((side) => tryAlign(rows, values, side))
    .filter((attempt) => attempt !== null)
    .sort((a, b) => a.strays.length - b.strays.length);
  const [best, ...others] = attempts;
  if (!best || best.strays.length > mostStrays) return null;
  const rivals = others.filter(({ strays }) => strays.length === best.strays.length);
  const clear = best.rows.map((row, at) =>
    rivals.every((rival) => isSame(row, rival.rows[at])) ? row : null,
  );
  return settleStrays(rows, best.strays, clear);
}

function tryAlign(
  rows: readonly RowMark[],
  { columns, step }: ValuesToAlign,
  side: Side,
): Attempt | null {
  const strays = new Set(columns.keys());
  const taken = rows.map((row, at) => {
    const own = new Map<number, readonly Fragment[]>();
    const room = measureRoom(rows, at, { side, step });
    const place = { side: row.isCut ? "top" : side, step, mark: row, room } as const;
    for (const column of new Set(columns.values())) {
      const lines = [...strays].filter((fragment) => columns.get(fragment) === column);
      const group = findGroup(lines, place);
      if (group.length > 0) own.set(column, group);
    }
    for (const fragment of [...own.values()].flat()) strays.delete(fragment);
    return own;
  });
  return areApart(rows, taken) ? { rows: taken, strays: [...strays] } : null;
}

/** Whether all lines of each row stand above those of the next. */
function areApart(rows: readonly RowMark[], taken: Taken): boolean {
  let end = -Infinity;
  return rows.every(({ lines, isCut }, at) => {
    const own = [...(taken[at]?.values() ?? [])].flat().map(({ depth }) => depth);
    const top = Math.min(...lines, ...own);
    const isBelow = top > end;
    end = isCut ? Math.max(end, lines[0] ?? end) : Math.max(...lines, ...own);
    return isBelow;
  });
}

interface Room {
  /** Lines of the row lie between these depths. */
  readonly from: number;
  readonly to: number;
  /** So many lines at most. */
  readonly lines: number;
}

/** What the rows above and below leave: rows are as high as the most lines of one of their cells, and lie apart. */
function measureRoom(
  rows: readonly RowMark[],
  at: number,
  { side, step }: { readonly side: Side; readonly step: number | null },
): Room {
  const [above, row, below] = [rows[at - 1], rows[at], rows[at + 1]];
  const from = above?.lines.at(-1) ?? -Infinity;
  const to = below?.lines[0] ?? Infinity;
  if (step === null || !row) return { from, to, lines: 1 };
  const counts = [above, below].flatMap((other) => {
    if (!other || other.isCut) return [];
    const apart = Math.abs(findAnchor(row, side) - findAnchor(other, side)) / step;
    if (side === "middle") return [2 * apart - other.lines.length];
    const isTowards = (other === below) === (side === "top");
    return isTowards ? [apart] : [];
  });
  return { from, to, lines: Math.floor(Math.min(mostLines, ...counts) + slack) };
}

function findAnchor({ lines }: RowMark, side: Side): number {
  const [first = NaN, last = NaN] = [lines[0], lines.at(-1)];
  if (side === "middle") return (first + last) / 2;
  return side === "top" ? first : last;
}

interface Place {
  readonly side: Side;
  readonly step: number | null;
  readonly mark: RowMark;
  readonly room: Room;
}

/** The lines of a column that stand where the value of a row does: the most that fit. */
function findGroup(lines: readonly Fragment[], place: Place): readonly Fragment[] {
  const { room } = place;
  for (let count = room.lines; count > 0; count--) {
    const places = listPlaces(count, place);
    const group = places
      .map((height) =>
        lines.find(({ depth, size }) => {
          const isNear = Math.abs(depth - height) < near * (place.step ?? size);
          return isNear && depth > room.from && depth < room.to;
        }),
      )
      .filter((fragment) => fragment !== undefined);
    if (group.length === count) return group;
  }
  return [];
}

/** The depths of so many lines of a value. A page that cuts a row cuts its cells beside the same lines. */
function listPlaces(count: number, { side, step, mark }: Place): readonly number[] {
  const unit = step ?? 0;
  const last = mark.lines.length - 1;
  const above = side === "middle" ? (count - 1) / 2 : side === "top" ? 0 : count - 1;
  const first = findAnchor(mark, side) - above * unit;
  return Array.from({ length: count }, (_, at) =>
    mark.isCut
      ? (mark.lines[at] ?? (mark.lines[last] ?? NaN) + (at - last) * unit)
      : first + at * unit,
  );
}

function isSame(
  row: ReadonlyMap<number, readonly Fragment[]>,
  other: ReadonlyMap<number, readonly Fragment[]> | undefined,
): boolean {
  return (
    row.size === other?.size &&
    [...row].every(([column, lines]) => {
      const own = other.get(column) ?? [];
      return lines.length === own.length && lines.every((line, at) => line === own[at]);
    })
  );
}

/** Beside values that stand in no row's place the rows above and below are not clear. */
function settleStrays(
  rows: readonly RowMark[],
  strays: readonly Fragment[],
  clear: Alignment,
): Alignment {
  const settled = [...clear];
  for (const { depth } of strays) {
    const above = rows.findLastIndex(({ lines }) => (lines[0] ?? Infinity) <= depth);
    for (const at of [above, above + 1]) if (at in settled) settled[at] = null;
  }
  return settled;
}
