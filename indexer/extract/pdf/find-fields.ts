import type { Box } from "./box.ts";
import { nearness, type Lattice } from "./find-lattices.ts";
import type { Rule } from "./sheet.ts";

/** A border counts where lines cover at least this share of a field's side. */
const coveredShare = 0.5;

/**
 * A cell of a lattice: the fields from `row` and `column` on that no line parts. Rows count from the top.
 * `x0` to `y1` are its borders.
 */
export interface Field extends Box {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Whether no line closes it at the upper or lower end of the table: a page cuts it there. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

/** The cells of a lattice by row and column, its outer borders, and which cell holds a point. */
export interface Fields {
  readonly box: Box;
  readonly fields: readonly Field[];
  readonly find: (point: { readonly x: number; readonly y: number }) => number | null;
}

/** Finds the cells of a lattice: where no line parts two fields, one cell spans both. */
export function findFields({ box, xs, ys, horizontals, verticals }: Lattice): Fields {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const heights = [...ys].reverse();
  const hasRight = buildBorders(verticals, xs, heights);
  const hasBottom = buildBorders(horizontals, heights, xs);
  const owner = new Int32Array(rows * columns).fill(-1);
  const fields: Field[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      let to = column + 1;
      while (to < columns && owner[row * columns + to] === -1 && !hasRight(to, row)) to++;
      let below = row + 1;
      while (below < rows && isOpen(below, column, to)) below++;
      for (let r = row; r < below; r++)
        owner.fill(fields.length, r * columns + column, r * columns + to);
      fields.push({
        row,
        column,
        rowSpan: below - row,
        columnSpan: to - column,
        x0: xs[column] ?? 0,
        x1: xs[to] ?? 0,
        y1: heights[row] ?? 0,
        y0: heights[below] ?? 0,
        isOpenAbove: row === 0 && !hasBottom(row, column),
        isOpenBelow: below === rows && !hasBottom(rows, column),
      });
    }

  /** Whether no line parts the fields of a row from those above or from each other, and no cell has them. */
  function isOpen(row: number, from: number, to: number): boolean {
    for (let column = from; column < to; column++) {
      if (owner[row * columns + column] !== -1 || hasBottom(row, column)) return false;
      if (column > from && hasRight(column, row)) return false;
    }
    return true;
  }

  return {
    box,
    fields,
    find: ({ x, y }) => {
      const column = findInterval(xs, x);
      const fromBottom = findInterval(ys, y);
      if (column === null || fromBottom === null) return null;
      return owner[(rows - 1 - fromBottom) * columns + column] ?? null;
    },
  };
}

/** Whether lines at the place `line` cover the side between the places `side` and `side + 1`. */
function buildBorders(
  rules: readonly Rule[],
  places: readonly number[],
  sides: readonly number[],
): (line: number, side: number) => boolean {
  const covered = places.map((place) => {
    const near = rules.filter(({ at }) => Math.abs(at - place) <= nearness);
    return sides.slice(1).map((end, at) => isCovered(near, sides[at] ?? 0, end));
  });
  return (line, side) => covered[line]?.[side] ?? false;
}

function isCovered(rules: readonly Rule[], start: number, end: number): boolean {
  const [low, high] = start < end ? [start, end] : [end, start];
  let covered = 0;
  for (const { from, to } of rules)
    covered += Math.max(0, Math.min(high, to) - Math.max(low, from));
  return covered >= coveredShare * (high - low);
}

function findInterval(places: readonly number[], at: number): number | null {
  if (places.length < 2 || at < (places[0] ?? 0) || at > (places.at(-1) ?? 0)) return null;
  let low = 0;
  let high = places.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
