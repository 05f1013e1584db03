import type { RawTable } from "./cell.ts";
import type { LabelRole } from "./label-entry.ts";
import { recognizeTables } from "./recognize-table.ts";
import type { PrintedLabel } from "./scan-label.ts";

type Rows = RawTable["rows"];

/**
 * Whether rows go on with the indicator table right before it, as a page break leaves them: as many
 * columns, no header of their own, and a label of that table.
 */
export function isContinuation(rows: Rows, before: RawTable): boolean {
  const isIndicators =
    before.isContinued === true || recognizeTables(before.rows.flat()).has("indicators");
  const columns = countColumns(before.rows);
  if (!isIndicators || before.isFree || columns === 0 || countColumns(rows) !== columns)
    return false;
  const roles = rows.flat().flatMap(({ label }) => readRole(label));
  return roles.find((role) => role !== "group") === "row";
}

/** What the label is for in an indicator table. */
function readRole(label: PrintedLabel | null): readonly LabelRole[] {
  const own = label?.entries.filter(({ table }) => table === "indicators") ?? [];
  const header = own.find(({ role }) => role !== "row" && role !== "group");
  return (header ? [header] : own.slice(0, 1)).map(({ role }) => role);
}

/** The columns of a table; 0 for flat text that shows none. */
function countColumns(rows: Rows): number {
  const slots = rows.flat().flatMap(({ slot }) => (slot === null ? [] : [slot]));
  return slots.reduce((most, slot) => Math.max(most, slot + 1), 0);
}
