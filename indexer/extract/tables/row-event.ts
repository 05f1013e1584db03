import type { FormBlock, FormRow, FormTable } from "../../../corpus/forms/form.ts";
import type { PlacedSegment } from "./assign-tables.ts";

/**
 * What a label of a table with rows turned out to be: a row of the form (`at` its position among all rows),
 * a row that no form knows (`at` null), or part of a header (`key` null).
 */
export interface RowEvent {
  readonly segment: PlacedSegment;
  readonly key: string | null;
  readonly at: number | null;
  readonly block: FormBlock;
}

/** A row of a form with the block it stands in. */
export interface TableRow {
  readonly row: FormRow;
  readonly block: FormBlock;
}

export function listTableRows(table: FormTable): readonly TableRow[] {
  return table.blocks.flatMap((block) => block.rows.map((row) => ({ row, block })));
}
