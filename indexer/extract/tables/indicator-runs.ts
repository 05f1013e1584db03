import type { FormId, FormTable } from "../../../corpus/forms/form.ts";
import type { PlacedSegment } from "./assign-tables.ts";

/** The indicator tables of a report; `form` and `table` are null where their layout is unknown. */
export interface IndicatorTables {
  readonly form: FormId | null;
  readonly table: FormTable | null;
  readonly segments: readonly PlacedSegment[];
}

/** The rows under one header. `table` is null where they are of no form. */
export interface IndicatorRun {
  readonly form: FormId | null;
  readonly table: FormTable | null;
  /** Whether its table is of no official form. */
  readonly isFree: boolean;
  readonly heads: readonly PlacedSegment[];
  readonly rows: readonly PlacedSegment[];
}

interface OpenRun {
  readonly isFree: boolean;
  readonly table: number;
  readonly heads: PlacedSegment[];
  readonly rows: PlacedSegment[];
}

/** A header of more cells than this is none. */
const mostHeads = 400;

/**
 * Parts the segments at their headers. A table that goes on without a header keeps the one before; a table of no
 * form has its own.
 */
export function listIndicatorRuns({
  form,
  table,
  segments,
}: IndicatorTables): readonly IndicatorRun[] {
  const runs: OpenRun[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    const isOther =
      last?.isFree !== segment.isFree || (segment.isFree && last.table !== segment.table);
    const begins = last !== undefined && last.rows.length > 0 && isTop(segment);
    const run =
      last && !isOther && !begins
        ? last
        : { isFree: segment.isFree, table: segment.table, heads: [], rows: [] };
    if (run !== last) {
      const before = last?.rows.at(-1);
      if (begins && before?.head.label?.words === "序号") run.heads.push(before);
      runs.push(run);
    }
    if (run.rows.length > 0 || isIndicatorRow(segment)) run.rows.push(segment);
    else if (run.heads.length < mostHeads) run.heads.push(segment);
  }
  return runs.map(({ isFree, heads, rows }) =>
    isFree
      ? { form: null, table: null, isFree, heads, rows }
      : { form, table, isFree, heads, rows },
  );
}

/** A row has a unit or numbers behind its label, or empty cells in their place; headers have none. */
export function isIndicatorRow({ head, tail }: PlacedSegment): boolean {
  if (!head.label && head.kind !== "text") return false;
  const entries = head.label?.entries.filter(({ table }) => table === "indicators") ?? [];
  if (entries.some(({ role }) => role !== "row")) return false;
  return tail.some(({ kind }) => kind !== "blank") || (entries.length > 0 && tail.length >= 2);
}

/** Whether a segment behind rows begins a header. */
function isTop({ head }: PlacedSegment): boolean {
  return (
    head.label?.entries.some(
      ({ table, role }) => table === "indicators" && (role === "column" || role === "corner"),
    ) ?? false
  );
}
