import fc from "fast-check";
import { buildFactKey } from "../../corpus/fact.ts";
import type { Form, FormBlock, FormTable } from "../../corpus/forms/form.ts";
import type { Prints } from "./printed-table.ts";
import { printsOf } from "./written-numbers.ts";

/** Prints of a report that adds up, with the small numbers that most reports have. */
export function balancedPrintsOf(form: Form): fc.Arbitrary<Prints> {
  const small = fc.oneof(
    { weight: 5, arbitrary: fc.constant("0") },
    { weight: 3, arbitrary: fc.nat(9).map(String) },
    { weight: 1, arbitrary: fc.nat(999).map(String) },
  );
  return printsOf(form, () => small).map((prints) => balancePrints(form, prints));
}

/** The same numbers with all sums of the form computed. */
export function balancePrints(form: Form, prints: Prints): Prints {
  const balanced = new Map(prints);
  for (const table of form.tables)
    for (const block of table.blocks) {
      if (table.key === "requests") balanceRequests(block, balanced);
      if (table.key === "indicators") balanceIndicators(block, balanced);
      addTotals(table, block, balanced);
    }
  return balanced;
}

function readCell(prints: Prints, key: string): number {
  return Number(prints.get(key) ?? 0);
}

/** A column `total` is the sum of the columns beside it. */
function addTotals({ key: table }: FormTable, block: FormBlock, prints: Map<string, string>): void {
  const parts = block.columns.filter(({ key }) => key !== "total");
  if (parts.length === block.columns.length) return;
  for (const { key: row } of block.rows) {
    const values = parts.map(({ key: column }) =>
      readCell(prints, buildFactKey({ table, row, column })),
    );
    const sum = values.reduce((total, value) => total + value, 0);
    prints.set(buildFactKey({ table, row, column: "total" }), String(sum));
  }
}

const intake = new Set(["newReceived", "carriedOver", "resultTotal", "carriedForward"]);

/** What came in is what was answered and what is carried forward. */
function balanceRequests({ columns, rows }: FormBlock, prints: Map<string, string>): void {
  for (const { key: column } of columns) {
    const name = (row: string): string => buildFactKey({ table: "requests", row, column });
    const results = rows.flatMap(({ key }) =>
      intake.has(key) ? [] : [readCell(prints, name(key))],
    );
    const answered = results.reduce((sum, value) => sum + value, 0);
    const received = answered + readCell(prints, name("carriedForward"));
    const carriedOver = Math.min(readCell(prints, name("carriedOver")), received);
    prints.set(name("resultTotal"), String(answered));
    prints.set(name("carriedOver"), String(carriedOver));
    prints.set(name("newReceived"), String(received - carriedOver));
  }
}

/** A row is the sum of those below it (`received.fax` below `received`); all years hold no less than the last. */
function balanceIndicators({ columns, rows }: FormBlock, prints: Map<string, string>): void {
  const name = (row: string, column: string): string =>
    buildFactKey({ table: "indicators", row, column });
  for (const { key } of rows) {
    if (!columns.some((column) => column.key === "cumulative")) break;
    const most = Math.max(...columns.map((column) => readCell(prints, name(key, column.key))));
    prints.set(name(key, "cumulative"), String(most));
  }
  for (const { key: row } of rows.toReversed())
    for (const { key: column } of columns) {
      const parts = rows.filter(
        ({ key }) => key.startsWith(`${row}.`) && !key.slice(row.length + 1).includes("."),
      );
      const values = parts.map(({ key }) => readCell(prints, name(key, column)));
      const sum = values.reduce((total, value) => total + value, 0);
      if (parts.length > 0) prints.set(name(row, column), String(sum));
    }
}
