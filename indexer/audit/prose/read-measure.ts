import { buildFactKey } from "../../../corpus/fact.ts";
import type { Form } from "../../../corpus/forms/form.ts";
import { findFormTable } from "../../../corpus/forms/forms.ts";
import type { FactAddress, FactTable } from "../fact-table.ts";
import type { MeasureKey } from "./claim.ts";
import { measures } from "./measures.ts";

/** A number of the tables: the sum of its cells, null where one is blank, unclear or missing. */
export interface MeasuredValue {
  readonly value: number | null;
  readonly facts: readonly string[];
}

export interface Tables {
  readonly table: FactTable;
  readonly form: Form | null;
}

/** The ways in which the report's tables print a measure, the expected one first; none where it has no such table. */
export function readMeasure(key: MeasureKey, tables: Tables): readonly MeasuredValue[] {
  return measures[key].ways.flatMap((way) => {
    const cells = way.flatMap((address) => listCells(address, tables));
    if (cells.length === 0) return [];
    const facts = cells.map((address) => tables.table.find(address));
    if (facts.every((fact) => fact === null)) return [];
    const value = facts.reduce<number | null>(
      (sum, fact) => (sum === null || fact?.value == null ? null : sum + fact.value),
      0,
    );
    const printed = facts.flatMap((fact) => (fact === null ? [] : [buildFactKey(fact)]));
    return [{ value, facts: printed }];
  });
}

/** A cell, or for a row that ends in `.*` the cells of all rows that the form demands or the table prints. */
function listCells(address: FactAddress, { table, form }: Tables): readonly FactAddress[] {
  if (!address.row.endsWith(".*")) return [address];
  const prefix = address.row.slice(0, -1);
  const official = form && findFormTable(form, address.table)?.blocks.flatMap(({ rows }) => rows);
  const rows = new Set((official ?? []).map(({ key }) => key));
  for (const row of table.listRows(address.table).keys()) rows.add(row);
  return [...rows].filter((row) => row.startsWith(prefix)).map((row) => ({ ...address, row }));
}
