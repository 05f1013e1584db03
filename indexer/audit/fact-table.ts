import type { TableKey, UnplacedFact } from "../../corpus/fact.ts";

/** Where a number stands: table, row and column by their keys. */
export type FactAddress = Pick<UnplacedFact, "table" | "row" | "column">;

type Row = Map<string, UnplacedFact>;

/** The facts of a report by their keys. */
export class FactTable {
  readonly #tables = new Map<TableKey, Map<string, Row>>();

  constructor(facts: readonly UnplacedFact[]) {
    for (const fact of facts) {
      const rows = this.#tables.get(fact.table) ?? new Map<string, Row>();
      this.#tables.set(fact.table, rows);
      const row = rows.get(fact.row) ?? new Map<string, UnplacedFact>();
      rows.set(fact.row, row);
      row.set(fact.column, fact);
    }
  }

  /** The fact, or null where the table does not print it. */
  find({ table, row, column }: FactAddress): UnplacedFact | null {
    return this.#tables.get(table)?.get(row)?.get(column) ?? null;
  }

  hasTable(table: TableKey): boolean {
    return this.#tables.has(table);
  }

  /** Keys of the rows that a table prints, in reading order, with their printed labels. */
  listRows(table: TableKey): ReadonlyMap<string, string> {
    const rows = new Map<string, string>();
    for (const [key, row] of this.#tables.get(table) ?? []) {
      const [fact] = row.values();
      rows.set(key, fact?.label ?? key);
    }
    return rows;
  }

  /** The facts of a table, row by row. */
  listFacts(table: TableKey): readonly UnplacedFact[] {
    return [...(this.#tables.get(table)?.values() ?? [])].flatMap((row) => [...row.values()]);
  }
}
