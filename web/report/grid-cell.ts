import { buildFactKey, type Fact } from "../../corpus/fact.ts";
import { buildCellId } from "./cell-id.ts";
import type { FormBlock, FormColumn, FormRow } from "../../corpus/forms/form.ts";

/** A header cell. `headers` are the ids of the headers above it. */
export interface HeaderCell {
  readonly kind: "header";
  readonly id: string;
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly scope: "col" | "colgroup" | "row" | "rowgroup";
}

/** A cell for a number. `headers` are the ids of every header that it stands under; `fact` is null where none was read. */
export interface ValueCell {
  readonly kind: "value";
  readonly id: string;
  readonly row: string;
  readonly column: string;
  readonly fact: Fact | null;
  readonly unit: string | null;
  readonly headers: readonly string[];
  readonly colspan: number;
}

export type GridCell = HeaderCell | ValueCell;
export type GridRow = readonly GridCell[];

/** A run of rows under one header. */
export interface GridBlock {
  readonly head: readonly GridRow[];
  readonly body: readonly GridRow[];
}

/** What the cells of one block are made of. `width` counts value columns, `depth` columns of row headers. */
export interface BlockPlan {
  readonly block: FormBlock;
  readonly width: number;
  readonly depth: number;
  readonly byKey: ReadonlyMap<string, Fact>;
  readonly table: Fact["table"];
  readonly prefix: string;
  readonly split: boolean;
}

export function buildHeader(cell: Omit<HeaderCell, "kind">): HeaderCell {
  return { kind: "header", ...cell };
}

/** The cell of a row and a column, with its number if one was read. */
export function buildValue(
  { table, byKey }: BlockPlan,
  { row, column }: { readonly row: FormRow; readonly column: FormColumn },
  { headers, colspan }: Pick<ValueCell, "headers" | "colspan">,
): ValueCell {
  const fact = byKey.get(buildFactKey({ table, row: row.key, column: column.key })) ?? null;
  const known = column.unit ?? row.unit;
  const unit =
    fact?.unit && fact.unit !== known && !column.label.includes(fact.unit) ? fact.unit : null;
  const place = { row: row.key, column: column.key };
  return {
    kind: "value",
    id: buildCellId({ table, ...place }),
    ...place,
    fact,
    unit,
    headers,
    colspan,
  };
}

/** `（一）予以公开`: a row's label with its numbering, and its unit where the row has one. */
export function buildRowLabel(row: FormRow): string {
  return `${row.number ?? ""}${row.label}${row.unit ? `（${row.unit}）` : ""}`;
}
