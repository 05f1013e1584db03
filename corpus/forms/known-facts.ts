import { buildFactKey, type TableKey } from "../fact.ts";
import type { FormBlock, FormId, FormTable } from "./form.ts";
import { forms } from "./forms.ts";

/**
 * A number that an official layout asks for. `label` is the row and the column as the newest layout that has both
 * prints them, remarks in brackets left out (`行政处罚·本年处理决定数量`); `unit` what the layout fixes, else null.
 */
export interface KnownFact {
  readonly key: string;
  readonly table: TableKey;
  readonly label: string;
  readonly unit: string | null;
  readonly forms: readonly FormId[];
}

/** Every number that a layout asks for, by its key, in the order of the layouts from the oldest on. */
export const knownFacts: ReadonlyMap<string, KnownFact> = buildKnownFacts();

function buildKnownFacts(): ReadonlyMap<string, KnownFact> {
  const known = new Map<string, KnownFact>();
  for (const { id, tables } of forms)
    for (const fact of tables.flatMap((table) => listFacts(table))) {
      const earlier = known.get(fact.key)?.forms ?? [];
      known.set(fact.key, { ...fact, forms: [...new Set([...earlier, id])] });
    }
  return known;
}

function listFacts(table: FormTable): readonly Omit<KnownFact, "forms">[] {
  return table.blocks.flatMap((block) => listBlockFacts(table.key, block));
}

function listBlockFacts(table: TableKey, block: FormBlock): readonly Omit<KnownFact, "forms">[] {
  return block.rows.flatMap((row) =>
    block.columns.map((column) => ({
      key: buildFactKey({ table, row: row.key, column: column.key }),
      table,
      label: `${dropRemarks(row.label)}·${dropRemarks(column.label)}`,
      unit: row.unit ?? column.unit ?? null,
    })),
  );
}

function dropRemarks(label: string): string {
  return label.replaceAll(/（[^（）]*）/g, "");
}
