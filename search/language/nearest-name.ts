/** Edits (a letter more, less or another, two swapped) that make one text of the other; at most `limit` + 1. */
export function countEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(countStep({ a, b, i, j, before, row, next }));
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return Math.min(row.at(-1) ?? 0, limit + 1);
}

interface Step {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
  readonly before: readonly number[];
  readonly row: readonly number[];
  readonly next: readonly number[];
}

function countStep({ a, b, i, j, before, row, next }: Step): number {
  const same = a.charAt(i - 1) === b.charAt(j - 1);
  const edits = Math.min(
    (row[j] ?? 0) + 1,
    (next[j - 1] ?? 0) + 1,
    (row[j - 1] ?? 0) + (same ? 0 : 1),
  );
  const swapped =
    i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
  return swapped ? Math.min(edits, (before[j - 2] ?? 0) + 1) : edits;
}

/** The name within `limit` edits that needs the fewest, the first of equals; null where none is near. */
export function findNearestName(
  text: string,
  names: readonly string[],
  limit: number,
): string | null {
  let nearest: string | null = null;
  let fewest = limit + 1;
  for (const name of names) {
    const edits = countEdits(text, name, fewest - 1);
    if (edits < fewest) [nearest, fewest] = [name, edits];
  }
  return nearest;
}
