import type { Fact } from "../../../corpus/fact.ts";
import type { Form, FormTable } from "../../../corpus/forms/form.ts";
import { listTableRows } from "./row-event.ts";

const mostNames = 3;

/** An indicator table that prints so much of the form prints all of it; with less it is a choice of rows. */
const wholeShare = 0.8;

/** A sentence about the rows that were not found of an indicator table that a notice prescribes as a whole. */
export function describeLostIndicators(form: Form, facts: readonly Fact[]): readonly string[] {
  const [table] = form.tables;
  if (form.id !== "2014" || !table) return [];
  const found = new Set(facts.flatMap((fact) => (fact.table === table.key ? [fact.row] : [])));
  const rows = listTableRows(table);
  const share = rows.filter(({ row }) => found.has(row.key)).length / rows.length;
  return share < wholeShare ? [] : describeTable(table, found);
}

/** A sentence for each table of the form of which rows were not found, in a report that prints the form. */
export function describeLostRows(form: Form, facts: readonly Fact[]): readonly string[] {
  return form.tables.flatMap((table) => {
    const found = new Set(facts.flatMap((fact) => (fact.table === table.key ? [fact.row] : [])));
    return describeTable(table, found);
  });
}

function describeTable(table: FormTable, found: ReadonlySet<string>): readonly string[] {
  if (found.size === 0) return [`没有找到“${table.caption}”表，其中的数字未取。`];
  const lost = listTableRows(table).filter(({ row }) => !found.has(row.key));
  if (lost.length === 0) return [];
  const names = lost.slice(0, mostNames).map(({ row }) => `“${row.label}”`);
  const more = lost.length > names.length ? "等" : "";
  return [
    `“${table.caption}”表没有找到 ${lost.length} 行：${names.join("、")}${more}，其中的数字未取。`,
  ];
}
