import { buildFactKey } from "../../corpus/fact.ts";
import type { ShownTable } from "./shown-table.ts";

/** What each number of the tables is called, with its value: `本年新收政府信息公开申请数量·自然人 11`. */
export function nameCells(tables: readonly ShownTable[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { layout, facts } of tables) {
    const rows = new Map(
      layout.blocks.flatMap(({ rows }) => rows.map((row) => [row.key, row.label])),
    );
    const columns = new Map(
      layout.blocks.flatMap(({ columns }) => columns.map((column) => [column.key, column.label])),
    );
    for (const fact of facts) {
      const place = `${rows.get(fact.row) ?? fact.label}·${columns.get(fact.column) ?? fact.column}`;
      names.set(buildFactKey(fact), `${place} ${fact.value ?? "空"}`);
    }
  }
  return names;
}
