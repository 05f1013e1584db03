import { joinCell } from "./assemble-text.ts";
import { joinBoxes } from "./box.ts";
import type { Band } from "./band.ts";
import { findMiddle } from "./label-blocks.ts";
import type { Segment } from "./leaf.ts";
import type { TableCell } from "./table.ts";

/** Lines of one head are apart by at most this many sizes, from middle to middle. */
const nearLines = 1.9;

/** The cells of a header without lines: words over each other in one column are one head. */
export function groupHeads(
  lines: readonly (readonly Segment[])[],
  columns: readonly Band[],
  levels: readonly number[],
): readonly TableCell[] {
  const beside = new Map(lines.flatMap((line) => line.map((segment) => [segment, line.length])));
  const heads: Segment[][] = [];
  for (const segment of lines.flat()) {
    // A line parted further than the one above begins heads of its own.
    const head = heads.find((own) => {
      const last = own.at(-1);
      const isParted = last && (beside.get(segment) ?? 1) > (beside.get(last) ?? 1);
      return !isParted && goesOn(own, segment, columns);
    });
    if (head) head.push(segment);
    else heads.push([segment]);
  }
  const tops = [...new Set(heads.map(([first]) => Math.round(first ? findMiddle(first) : 0)))].sort(
    (a, b) => b - a,
  );
  const rows = tops.filter((top, at) => at === 0 || (tops[at - 1] ?? top) - top > 4);
  return heads.map((lines) => {
    const box = joinBoxes(lines) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    const top = lines[0] ? findMiddle(lines[0]) : 0;
    const row = Math.max(
      0,
      rows.findLastIndex((place) => place >= top - 4),
    );
    const column = findColumn(box.x0, box.x1, { columns, levels });
    const text = joinCell(
      lines.flatMap(({ glyphs }) => glyphs),
      box,
    );
    return {
      text,
      row,
      rowSpan: 1,
      column,
      columnSpan: 1,
      sheet: 0,
      box,
      isFull: false,
      isOpenAbove: false,
      isOpenBelow: false,
    };
  });
}

/** Whether a segment stands right below a head, over the same columns. */
function goesOn(head: readonly Segment[], segment: Segment, columns: readonly Band[]): boolean {
  const last = head.at(-1);
  if (!last) return false;
  const step = findMiddle(last) - findMiddle(segment);
  if (step <= 0 || step > nearLines * segment.size) return false;
  if (Math.min(last.x1, segment.x1) <= Math.max(last.x0, segment.x0)) return false;
  return listColumns(last, columns) === listColumns(segment, columns);
}

function listColumns({ x0, x1 }: Segment, columns: readonly Band[]): string {
  const start = columns[0]?.x0 ?? Infinity;
  if (x1 <= start) return "labels";
  return columns.flatMap((column, at) => (column.x0 < x1 && column.x1 > x0 ? [at] : [])).join();
}

interface Columns {
  readonly columns: readonly Band[];
  readonly levels: readonly number[];
}

function findColumn(x0: number, x1: number, { columns, levels }: Columns): number {
  const start = columns[0]?.x0 ?? Infinity;
  if (x1 <= start)
    return Math.max(
      0,
      levels.findLastIndex((place) => place <= x0 + 8),
    );
  const over = columns.findIndex((column) => column.x1 > x0);
  return levels.length + (over === -1 ? columns.length - 1 : over);
}
