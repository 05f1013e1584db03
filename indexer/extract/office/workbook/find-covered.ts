import type { SheetMerge } from "./visible-cells.ts";

/** The rows and columns that are printed, in order, and how many places may be looked at. */
interface PrintedTable {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly most: number;
}

/**
 * Places, counted row by row over the printed rows and columns, that lie under a merged cell which begins
 * elsewhere. Null where merged cells overlap so often that it would take too long.
 */
export function findCovered(
  { rows, columns, most }: PrintedTable,
  merges: readonly SheetMerge[],
): ReadonlySet<number> | null {
  const covered = new Set<number>();
  let left = most;
  for (const { range, first } of merges) {
    const [top, bottom] = findSpan(rows, range.s.r, range.e.r);
    const [from, to] = findSpan(columns, range.s.c, range.e.c);
    left -= (bottom - top) * (to - from) + 1;
    if (left < 0) return null;
    for (let y = top; y < bottom; y++)
      for (let x = from; x < to; x++)
        if (rows[y] !== first?.row || columns[x] !== first?.column)
          covered.add(y * columns.length + x);
  }
  return covered;
}

/** The positions of the numbers from `least` to `most` in a sorted list, the end not included. */
function findSpan(
  sorted: readonly number[],
  least: number,
  most: number,
): readonly [number, number] {
  return [findPosition(sorted, least), findPosition(sorted, most + 1)];
}

function findPosition(sorted: readonly number[], value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? Infinity) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
