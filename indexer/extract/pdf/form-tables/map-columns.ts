import type { Band } from "../band.ts";

/** Numbers of one column overlap, those of two stand side by side: by more than this, in points. */
const overlap = 0.2;

/**
 * Which column each band of numbers is of: in order where there are as many as heads, else the one whose head it
 * stands under. Null where that is not clear.
 */
export function mapColumns<T extends Band>(
  heads: readonly Band[],
  values: readonly T[],
): ReadonlyMap<T, number> | null {
  if (heads.some((head, at) => at > 0 && head.x0 < (heads[at - 1]?.x1 ?? 0) - overlap)) return null;
  const bands = groupBands(values);
  const columns = bands.map((band, at) => {
    const over = heads.flatMap((head, column) => (overlaps(head, band) ? [column] : []));
    const own = bands.length === heads.length ? at : over[0];
    return over.every((column) => column === own) ? own : undefined;
  });
  if (new Set(columns).size < columns.length) return null;
  const mapped = new Map<T, number>();
  for (const [at, band] of bands.entries()) {
    const column = columns[at];
    if (column === undefined) return null;
    for (const value of band.values) mapped.set(value, column);
  }
  return mapped;
}

interface ValueBand<T> extends Band {
  readonly values: readonly T[];
}

function groupBands<T extends Band>(values: readonly T[]): readonly ValueBand<T>[] {
  const bands: { x0: number; x1: number; values: T[] }[] = [];
  for (const value of [...values].sort((a, b) => a.x0 - b.x0)) {
    const last = bands.at(-1);
    if (!last || value.x0 > last.x1 - overlap)
      bands.push({ x0: value.x0, x1: value.x1, values: [value] });
    else {
      last.x1 = Math.max(last.x1, value.x1);
      last.values.push(value);
    }
  }
  return bands;
}

function overlaps(one: Band, other: Band): boolean {
  return Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0) > overlap;
}
