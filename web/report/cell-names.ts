import { buildFactKey } from "../../corpus/fact.ts";
import type { ShownTable } from "./shown-table.ts";

/** What a number is called (`本年新收政府信息公开申请数量·自然人`) and what it is; `空` for none. */
export interface CellName {
  readonly name: string;
  readonly value: string;
}

/** The names of all numbers of the tables, by the keys of their facts. */
export function nameCells(tables: readonly ShownTable[]): ReadonlyMap<string, CellName> {
  const names = new Map<string, CellName>();
  for (const { layout, facts } of tables) {
    const rows = new Map(
      layout.blocks.flatMap(({ rows }) => rows.map((row) => [row.key, row.label])),
    );
    const columns = new Map(
      layout.blocks.flatMap(({ columns }) => columns.map((column) => [column.key, column.label])),
    );
    for (const fact of facts) {
      const name = `${rows.get(fact.row) ?? fact.label}·${columns.get(fact.column) ?? fact.column}`;
      names.set(buildFactKey(fact), { name, value: String(fact.value ?? "空") });
    }
  }
  return names;
}
