import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { FormRow, FormTable } from "../../../corpus/forms/form.ts";

const shortestLabel = 6;
const longestLabel = 60;

/**
 * The row that a misprinted label means: the only one whose label differs by one character, and whose numbering
 * does not contradict. Short labels are never mended.
 */
export function findNearRow(
  table: FormTable,
  words: string,
  numbering: string | null,
): FormRow | null {
  const own = normalizeLabel(words);
  if (own.length < shortestLabel || own.length > longestLabel) return null;
  const near = table.blocks
    .flatMap(({ rows }) => rows)
    .filter((row) => isNear(own, normalizeLabel(row.label)))
    .filter(({ number }) => agrees(numbering, number ?? null));
  return near.length === 1 ? (near[0] ?? null) : null;
}

function agrees(printed: string | null, official: string | null): boolean {
  return (
    printed === null || official === null || normalizeLabel(printed) === normalizeLabel(official)
  );
}

/** Whether one character replaced, added or left out makes one text of the other. */
function isNear(a: string, b: string): boolean {
  if (b.length < shortestLabel || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  let tail = 0;
  const rest = Math.min(a.length, b.length) - same;
  while (tail < rest && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - same - tail <= 1;
}
