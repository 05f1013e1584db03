import type { TableKey } from "../../../corpus/fact.ts";
import type { RawTable } from "./cell.ts";
import { recognizeTables } from "./recognize-table.ts";
import { listSegments, type Segment } from "./segment.ts";

/** A segment with the place of its table in the page, counted from 0. */
export interface PlacedSegment extends Segment {
  readonly table: number;
}

/** The segments of each official table in reading order: one may be printed in several, several in one. */
export function assignTables(
  tables: readonly RawTable[],
): ReadonlyMap<TableKey, readonly PlacedSegment[]> {
  const assigned = new Map<TableKey, PlacedSegment[]>();
  tables.forEach(({ rows }, table) => {
    const cells = rows.flat();
    const recognized = recognizeTables(cells);
    let current: TableKey | null = null;
    for (const segment of listSegments(cells)) {
      current = chooseTable(segment, current, recognized);
      if (!current) continue;
      const list = assigned.get(current) ?? [];
      list.push({ ...segment, table });
      assigned.set(current, list);
    }
  });
  return assigned;
}

/** The table goes on as long as its labels allow; words that several tables use never change it. */
function chooseTable(
  { head }: Segment,
  current: TableKey | null,
  recognized: ReadonlySet<TableKey>,
): TableKey | null {
  const possible = head.label?.entries.map(({ table }) => table) ?? [];
  if (current && possible.includes(current)) return current;
  return possible.find((table) => recognized.has(table)) ?? current;
}
