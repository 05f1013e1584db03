import type { TableKey } from "../../../corpus/fact.ts";
import type { RawTable } from "./cell.ts";
import { findInterleaved } from "./find-interleaved.ts";
import { recognizeTables } from "./recognize-table.ts";
import { listSegments, listValues, type Segment } from "./segment.ts";

export type PrintedLines = "label" | "own" | null;

/**
 * A segment with the place of its table in the page, counted from 0. `lines` says where flat text prints most numbers:
 * on the lines of their labels, or each on a line of its own.
 */
export interface PlacedSegment extends Segment {
  readonly table: number;
  /** The first of the tables that share its columns: a page break may part one in several. */
  readonly grid: number;
  readonly lines: PrintedLines;
  /** Whether its table is of no official form. */
  readonly isFree: boolean;
  /** Whether its label is interleaved with another. */
  readonly isInterleaved: boolean;
}

const mostEarly = 20;

/** The segments of each official table in reading order: one may be printed in several, several in one. */
export function assignTables(
  tables: readonly RawTable[],
): ReadonlyMap<TableKey, readonly PlacedSegment[]> {
  const assigned = new Map<TableKey, PlacedSegment[]>();
  let grid = 0;
  tables.forEach(({ rows, isFree = false, isContinued = false }, table) => {
    const cells = rows.flat();
    const recognized = recognizeTables(cells);
    let current: TableKey | null = isContinued ? "indicators" : null;
    if (!isContinued) grid = table;
    const early: Segment[] = [];
    const segments = listSegments(rows);
    const lines = findPrintedLines(segments);
    const interleaved = findInterleaved(segments);
    const place = { table, grid, lines, isFree };
    const placed = (segment: Segment): PlacedSegment => ({
      ...segment,
      ...place,
      isInterleaved: interleaved.has(segment),
    });
    if (isFree) {
      const free = segments.map(placed);
      assigned.set("indicators", [...(assigned.get("indicators") ?? []), ...free]);
      return;
    }
    for (const segment of segments) {
      const isEarly = current === null && isUnnamed(segment);
      if (!isEarly) current = chooseTable(segment, current, recognized);
      if (!current) {
        if (isEarly && early.length < mostEarly) early.push(segment);
        continue;
      }
      const list = assigned.get(current) ?? [];
      for (const head of early.splice(0)) list.push(placed(head));
      list.push(placed(segment));
      assigned.set(current, list);
    }
  });
  return assigned;
}

/** Unknown words and a column of running numbers may begin a header before the table is known. */
function isUnnamed({ head }: Segment): boolean {
  return head.kind === "text" || head.label?.words === "序号";
}

/** Where most rows of flat text have their numbers. */
function findPrintedLines(segments: readonly Segment[]): PrintedLines {
  let onLabel = 0;
  let onOwn = 0;
  let below = 0;
  for (const segment of segments) {
    const values = listValues(segment);
    if (values.length === 0 || segment.head.isGrid) continue;
    const lines = new Set(values.map(({ line }) => line));
    if (lines.has(segment.head.line)) onLabel++;
    else if (lines.size === values.length) onOwn++;
    else below++;
  }
  if (onLabel > onOwn + below) return "label";
  return onOwn > onLabel + below ? "own" : null;
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
