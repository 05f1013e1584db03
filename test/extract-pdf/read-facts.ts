import type { Form, FormRow, FormTable } from "../../corpus/forms/form.ts";
import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";
import type { Block, Grid, GridCell } from "../../indexer/extract/page/page.ts";

/** Printed values by `table.row.column`; a value whose row was not found is missing. */
export type PrintedFacts = Readonly<Record<string, string>>;

/**
 * Takes the values from the grids of a page by the labels of the form and their order alone: the row with the
 * label, its last cells as values. It repairs nothing, so that what it finds is what the grids say.
 */
export function readFacts(blocks: readonly Block[], form: Form): PrintedFacts {
  const grids = blocks.filter((block): block is Grid => block.kind === "grid");
  const rows = grids.flatMap((grid) => grid.rows);
  return Object.fromEntries(form.tables.flatMap((table) => [...listFacts(table, rows)]));
}

function* listFacts(table: FormTable, rows: Grid["rows"]): Generator<readonly [string, string]> {
  if (table.layout === "line") {
    yield* listLine(table, rows);
    return;
  }
  let next = rows.findIndex((row) => startsTable(table, row));
  for (const { rows: labels, columns } of table.blocks)
    for (const label of labels) {
      const at = rows.findIndex(
        (row, index) => index >= next && hasLabel(row, label, columns.length),
      );
      if (at === -1 || next === -1) continue;
      next = at + 1;
      const values = rows[at]?.slice(-columns.length) ?? [];
      for (const [index, column] of columns.entries())
        yield [`${table.key}.${label.key}.${column.key}`, values[index]?.text ?? ""];
    }
}

/** The first row whose words belong to a table: its first heading. */
function startsTable({ blocks }: FormTable, row: readonly GridCell[]): boolean {
  const heading = normalizeLabel(blocks[0]?.heading ?? "");
  return row.some(({ text }) => normalizeLabel(text) === heading);
}

function hasLabel(row: readonly GridCell[], label: FormRow, values: number): boolean {
  const cell = row.at(-values - 1);
  if (!cell) return false;
  const words = normalizeLabel(cell.text);
  const wordings = [label.label, ...(label.variants ?? [])].map(normalizeLabel);
  const number = normalizeLabel(label.number ?? "");
  return wordings.some((wording) => words === wording || words === number + wording);
}

function* listLine(table: FormTable, rows: Grid["rows"]): Generator<readonly [string, string]> {
  const start = rows.findIndex((row) => row.some(({ text }) => text === "未经复议直接起诉"));
  const keys = table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => `${table.key}.${row.key}.${column.key}`),
    ),
  );
  const line = rows.find(
    (row, at) => at > start && row.length === keys.length && /^\d*$/u.test(row[0]?.text ?? ""),
  );
  if (start === -1 || !line) return;
  for (const [at, key] of keys.entries()) yield [key, line[at]?.text ?? ""];
}
