import type { FormBlock, FormTable } from "../../../corpus/forms/form.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { findNearRow } from "./find-near-row.ts";
import { listTableRows, type RowEvent } from "./row-event.ts";
import { listValues, readNumbering, readWords } from "./segment.ts";

/** Finds out which row each label of table 2 is, and under which item of article 20 unknown rows stand. */
export function resolveDisclosure(
  segments: readonly PlacedSegment[],
  table: FormTable,
): readonly RowEvent[] {
  const rows = listTableRows(table);
  let block: FormBlock = table.blocks[0] ?? { columns: [], rows: [] };
  return segments.map((segment) => {
    block = findHeadedBlock(segment, table) ?? block;
    const key = readRowKey(segment, table);
    const at = rows.findIndex(({ row }) => row.key === key);
    block = rows[at]?.block ?? block;
    return { segment, key, at: at === -1 ? null : at, block };
  });
}

function findHeadedBlock({ head }: PlacedSegment, { blocks }: FormTable): FormBlock | null {
  const heading = head.label?.entries.find(({ role }) => role === "heading");
  if (!heading) return null;
  const words = normalizeLabel(heading.key);
  return blocks.find((block) => normalizeLabel(block.heading ?? "") === words) ?? null;
}

function readRowKey(segment: PlacedSegment, table: FormTable): string | null {
  if (segment.head.kind !== "text")
    return (
      segment.head.label?.entries.find(
        (entry) => entry.table === "disclosure" && entry.role === "row",
      )?.key ?? null
    );
  const near = findNearRow(table, readWords(segment), readNumbering(segment));
  if (near) return near.key;
  return listValues(segment).length > 0 ? readWords(segment) : null;
}
