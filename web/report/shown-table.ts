import type { Fact, TableKey } from "../../corpus/fact.ts";
import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";
import type { Form, FormBlock, FormColumn, FormRow, FormTable } from "../../corpus/forms/form.ts";

/** A table to draw: an official layout, with the rows and columns that only this report has, and its facts. */
export interface ShownTable {
  readonly layout: FormTable;
  readonly facts: readonly Fact[];
}

const captions: Readonly<Record<TableKey, string>> = {
  disclosure: "主动公开政府信息情况",
  requests: "收到和处理政府信息公开申请情况",
  disputes: "政府信息公开行政复议、行政诉讼情况",
  indicators: "政府信息公开情况统计表",
};

/** The tables that a report's facts fill, in the order of the form; a table without facts is left out. */
export function buildShownTables(form: Form | null, facts: readonly Fact[]): readonly ShownTable[] {
  const official = form?.tables ?? [];
  const keys = new Set([...official.map((table) => table.key), ...facts.map((fact) => fact.table)]);
  return [...keys].flatMap((key) => {
    const own = facts.filter((fact) => fact.table === key);
    if (own.length === 0) return [];
    const layout = official.find((table) => table.key === key) ?? buildEmptyLayout(key);
    return [{ layout: fitLayout(layout, own), facts: own }];
  });
}

/** Everything that a table prints besides numbers, as `normalizeLabel` writes it. */
export function listLabels(tables: readonly ShownTable[]): ReadonlySet<string> {
  const blocks = tables.flatMap(({ layout }) => layout.blocks);
  const labels = blocks.flatMap(({ heading = "", corner = "", columns, rows }) => [
    heading,
    corner,
    ...columns.flatMap((column) => [column.label, column.group ?? "", ...(column.variants ?? [])]),
    ...rows.flatMap((row) => [
      row.label,
      `${row.number ?? ""}${row.label}`,
      ...(row.groups ?? []),
      ...(row.variants ?? []),
    ]),
  ]);
  return new Set(labels.map(normalizeLabel).filter((label) => label !== ""));
}

/** For facts of a table that the form does not have: everything in it comes from the facts. */
function buildEmptyLayout(key: TableKey): FormTable {
  return { key, caption: captions[key], layout: "rows", blocks: [{ columns: [], rows: [] }] };
}

function fitLayout(table: FormTable, facts: readonly Fact[]): FormTable {
  const known = new Set(table.blocks.flatMap((block) => block.rows.map((row) => row.key)));
  const homes = assignBlocks(listUnknownRows(facts, known), table.blocks);
  const blocks = table.blocks.map((block, i) => {
    const rows = insertRows(chooseRows(table, block, facts), homes.get(i) ?? []);
    return { ...block, rows, columns: fitColumns(table, { ...block, rows }, facts) };
  });
  return { ...table, blocks };
}

/** Indicator tables print a choice of the rows that the form knows, each in words and units of its own. */
function chooseRows(
  table: FormTable,
  block: FormBlock,
  facts: readonly Fact[],
): readonly FormRow[] {
  if (table.key !== "indicators") return block.rows;
  const printed = new Map(facts.map((fact) => [fact.row, fact]));
  return block.rows.flatMap((row) => {
    const fact = printed.get(row.key);
    return fact ? [{ ...row, label: fact.label, ...(fact.unit && { unit: fact.unit }) }] : [];
  });
}

/** A row that no form knows. `after` is the key of the row before it in the report. */
interface UnknownRow extends FormRow {
  readonly after: string | null;
}

function listUnknownRows(
  facts: readonly Fact[],
  known: ReadonlySet<string>,
): readonly UnknownRow[] {
  const rows = new Map<string, UnknownRow>();
  let after: string | null = null;
  for (const fact of facts) {
    if (!known.has(fact.row) && !rows.has(fact.row)) {
      rows.set(fact.row, { key: fact.row, label: fact.label, after });
    }
    after = fact.row;
  }
  return [...rows.values()];
}

/** Each unknown row by the block it belongs to: that of the row before it, else the last. */
function assignBlocks(
  unknown: readonly UnknownRow[],
  blocks: readonly FormBlock[],
): ReadonlyMap<number, readonly UnknownRow[]> {
  const homes = new Map(blocks.flatMap(({ rows }, i) => rows.map((row) => [row.key, i] as const)));
  const assigned = new Map<number, UnknownRow[]>();
  for (const row of unknown) {
    const home = homes.get(row.after ?? "") ?? blocks.length - 1;
    homes.set(row.key, home);
    assigned.set(home, [...(assigned.get(home) ?? []), row]);
  }
  return assigned;
}

/** Puts each unknown row at the end of its group where its key names one, else after the row before it. */
function insertRows(rows: readonly FormRow[], unknown: readonly UnknownRow[]): readonly FormRow[] {
  const result = [...rows];
  for (const row of unknown) {
    const mates = result.filter(
      (mate) => mate.groupKey !== undefined && mate.groupKey === row.key.split(".")[0],
    );
    const mate = mates.at(-1) ?? result.find((other) => other.key === row.after);
    const shown = { key: row.key, label: row.label, ...pickGroup(mates.at(-1)) };
    result.splice(mate ? result.indexOf(mate) + 1 : result.length, 0, shown);
  }
  return result;
}

function pickGroup(mate: FormRow | undefined): Pick<FormRow, "groups" | "groupKey"> {
  return {
    ...(mate?.groups && { groups: mate.groups }),
    ...(mate?.groupKey && { groupKey: mate.groupKey }),
  };
}

function fitColumns(
  table: FormTable,
  block: FormBlock,
  facts: readonly Fact[],
): readonly FormColumn[] {
  const keys = new Set(block.rows.map((row) => row.key));
  const known = new Set(block.columns.map((column) => column.key));
  const own = facts.filter((fact) => keys.has(fact.row) && !known.has(fact.column));
  const extra = [...new Set(own.map((fact) => fact.column))];
  // An indicator table prints a choice of the columns too.
  const printed = new Set(facts.map((fact) => fact.column));
  const columns =
    table.key === "indicators"
      ? block.columns.filter(({ key }) => printed.has(key))
      : block.columns;
  return [...columns, ...extra.map((key) => ({ key, label: key }))];
}
