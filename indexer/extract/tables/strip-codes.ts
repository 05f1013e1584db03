import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { listPrinted, readWords } from "./segment.ts";

/**
 * Rows of flat text below a header with a column 代码, by the row as printed: without the code, where the first
 * number has two digits (`09`, `35*`), is greater than the code before, and leaves one number for each column.
 * Rows that show their columns are not among them: the header tells which is the code.
 */
export function stripCodes(
  rows: readonly PlacedSegment[],
  columns: number,
): ReadonlyMap<PlacedSegment, PlacedSegment> {
  const stripped = new Map<PlacedSegment, PlacedSegment>();
  let last = 0;
  for (const segment of rows) {
    const values = listPrinted(segment);
    const [first] = values;
    const code = Number(/^(\d{2})\*{0,3}$/u.exec(first?.number?.raw ?? "")?.[1] ?? 0);
    if (!first || first.slot !== null || values.length !== columns + 1 || code <= last) continue;
    last = code;
    stripped.set(segment, { ...segment, tail: segment.tail.filter((cell) => cell !== first) });
  }
  const coded = rows.filter((segment) => listPrinted(segment).length > columns).length;
  return stripped.size * 2 > coded ? stripped : new Map();
}

export function isCodeHead(segment: PlacedSegment): boolean {
  return normalizeLabel(readWords(segment)) === "代码";
}

/** The code that a row prints: what was stripped of it, or what stands below the head of the codes; null if none. */
export function readCode(
  row: PlacedSegment,
  stripped: PlacedSegment | undefined,
  { head }: PlacedSegment,
): number | null {
  const cell = row.tail.find((one) =>
    stripped ? !stripped.tail.includes(one) : one.slot !== null && one.slot === head.slot,
  );
  const code = /^(\d{1,2})\*{0,3}$/u.exec(cell?.number?.raw ?? "")?.[1];
  return code === undefined ? null : Number(code);
}
