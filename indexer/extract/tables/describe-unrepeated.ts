import type { TableKey } from "../../../corpus/fact.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import type { RawTable } from "./cell.ts";
import { nameTable } from "./name-table.ts";

/** A sentence for each table that was printed without lines which repeat others. */
export function describeUnrepeated(
  tables: readonly RawTable[],
  assigned: ReadonlyMap<TableKey, readonly PlacedSegment[]>,
): readonly string[] {
  return [...assigned].flatMap(([key, segments]) =>
    segments.some(({ table }) => tables[table]?.isUnrepeated === true)
      ? [`${nameTable(key)}没有两行文字相同，重复的行可能已被删去，缺少的数字未取。`]
      : [],
  );
}
