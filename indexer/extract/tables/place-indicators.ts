import type { FormTable } from "../../../corpus/forms/form.ts";
import { alignValues, learnTemplates } from "./align-values.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { isMixed } from "./column-header.ts";
import type { FactWriter } from "./fact-writer.ts";
import { HeaderTracker } from "./header-tracker.ts";
import { listValues, readWords } from "./segment.ts";

const unitRemark = /[（(](条|件|次|人次|人|篇|个|份|元|万元)[）)]$/u;

/** An indicator table with more rows than this belongs to no report. */
const mostRows = 400;

/** Writes an indicator table: free labels, a unit, and a number for each column. */
export function placeIndicators(
  table: FormTable,
  segments: readonly PlacedSegment[],
  writer: FactWriter,
): void {
  const columns = table.blocks[0]?.columns ?? [];
  const rows = segments.filter((segment) => isIndicator(segment));
  const templates = learnTemplates(rows, columns.length);
  const tracker = new HeaderTracker(table.key);
  const used = new Set<string>();
  for (const segment of segments) {
    if (!isIndicator(segment) || isMixed(segment, columns)) {
      tracker.add(segment);
      continue;
    }
    if (used.size >= mostRows) {
      writer.warn(`指标超过 ${mostRows} 行，其余未取。`);
      break;
    }
    tracker.endRow();
    const header = tracker.read(columns);
    const cells = alignValues(segment, columns.length, { templates, header });
    const label = readWords(segment).replace(unitRemark, "");
    const found = listValues(segment).length;
    if (!cells && found > 0)
      writer.warn(`指标“${label}”读到 ${found} 个数，应有 ${columns.length} 个，未取值。`);
    const key = nameRow(segment, label, used);
    if (key === null) {
      writer.warn(`指标“${label}”印了不止一次，取第一次。`);
      continue;
    }
    const { table: position, head } = segment;
    const unit = readUnit(segment);
    if (cells?.includes(null))
      writer.warn(`指标“${label}”的表头不能一一对应各列，对应不上的未取值。`);
    // Only money is printed with fractions.
    const decimal = unit === null || unit.endsWith("元");
    const isHeaded = header.isShown;
    writer.writeRow(
      { table: table.key, key, label, position, head, unit, isHeaded },
      columns.map((column) => ({ ...column, decimal })),
      cells,
    );
  }
}

/** A row has a unit or numbers behind its label, or empty cells in their place; headers have none. */
function isIndicator({ head, tail }: PlacedSegment): boolean {
  if (!head.label && head.kind !== "text") return false;
  const entries = head.label?.entries.filter(({ table }) => table === "indicators") ?? [];
  if (entries.some(({ role }) => role !== "row")) return false;
  return tail.some(({ kind }) => kind !== "blank") || (entries.length > 0 && tail.length >= 2);
}

function nameRow({ head }: PlacedSegment, label: string, used: Set<string>): string | null {
  const known = head.label?.entries.find(
    ({ table, role }) => table === "indicators" && role === "row",
  );
  const key = [known?.key, label].find((name) => name && !used.has(name));
  if (!key) return null;
  used.add(key);
  return key;
}

function readUnit({ head, tail }: PlacedSegment): string | null {
  const cell = tail.find(({ kind }) => kind === "unit");
  if (cell) return cell.text;
  const remark = head.label?.remark;
  return unitRemark.exec(remark ? `（${remark}）` : head.text)?.[1] ?? null;
}
