import type { FormColumn, FormRow, FormTable } from "../../../corpus/forms/form.ts";
import { alignValues, noAlignment } from "./align-values.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import type { Cell } from "./cell.ts";
import { describeBlankTable } from "./describe-blank-table.ts";
import type { FactWriter } from "./fact-writer.ts";
import { listPrinted, listValues } from "./segment.ts";
import { crossDisputes } from "./cross-disputes.ts";
import { splitGlued } from "./split-glued.ts";

/**
 * Writes table 4: fifteen numbers on one line, whose headers flat text destroys, so that the count decides;
 * or five behind each of the three labels.
 */
export function placeDisputes(
  table: FormTable,
  segments: readonly PlacedSegment[],
  writer: FactWriter,
): void {
  const [block] = table.blocks;
  const [first] = segments;
  if (!block || !first) return;
  const { columns, rows } = block;
  const crossed = crossDisputes(segments, block);
  const count = rows.length * columns.length;
  const cells =
    crossed.cells ??
    (crossed.isOrdered
      ? (readLabelledRows(segments, rows, columns) ?? readLine(segments, count))
      : null);
  const found = segments.flatMap(listValues).length;
  if (!cells) {
    if (found === 0) {
      writer.warn(describeBlankTable("disputes"));
      return;
    }
    writer.warn(`行政复议、行政诉讼情况表读到 ${found} 个数，应有 15 个，无法对应各列，未取值。`);
  }
  rows.forEach(({ key, label, unit = null }, at) => {
    const own = cells?.slice(at * columns.length, (at + 1) * columns.length) ?? null;
    const position = findTable(segments, own?.[0]) ?? first.table;
    writer.writeRow(
      {
        table: table.key,
        key,
        label,
        position,
        head: findHead(segments, key) ?? first.head,
        unit,
        isHeaded: true,
      },
      columns,
      own,
    );
  });
}

/** The label of a row, which stands for its cells that were not read. */
function findHead(segments: readonly PlacedSegment[], key: string): Cell | null {
  const own = segments.find(({ head }) =>
    head.label?.entries.some((entry) => entry.table === "disputes" && entry.key === key),
  );
  return own?.head ?? null;
}

function findTable(segments: readonly PlacedSegment[], cell: Cell | undefined): number | undefined {
  return segments.find(({ tail }) => cell !== undefined && tail.includes(cell))?.table;
}

/** Five numbers behind each of the three labels, in the order of the form. */
function readLabelledRows(
  segments: readonly PlacedSegment[],
  rows: readonly FormRow[],
  columns: readonly FormColumn[],
): readonly Cell[] | null {
  const found = rows.map(({ key }) => {
    const own = segments.filter(
      ({ head, tail }) =>
        tail.length > 0 &&
        head.label?.entries.some((entry) => entry.role === "row" && entry.key === key),
    );
    const [only] = own;
    return only && own.length === 1 ? alignValues(only, columns.length, noAlignment) : null;
  });
  const cells = found.flatMap((row) => row?.flatMap((cell) => cell ?? []) ?? []);
  return cells.length === rows.length * columns.length ? cells : null;
}

function readLine(segments: readonly PlacedSegment[], count: number): readonly Cell[] | null {
  const values = segments.flatMap(listPrinted);
  const cells = segments.flatMap(({ tail }) => tail.filter(({ kind }) => kind !== "unit"));
  // Where nothing shows the cells, a number that broke makes the count doubtful.
  // A grid with more cells than the form has columns that are not the form's.
  const isDoubtful = values.some(({ kind, slot }) => kind === "text" && slot === null);
  if (isDoubtful || isShared(values) || (cells[0]?.isGrid && cells.length > count)) return null;
  if (values.length === count) return values;
  const [only] = values;
  if (only && values.length === 1) return splitGlued(only, count);
  return values.length < count ? readPrintedRow(segments, count) : null;
}

/** Whether some numbers share a cell or a line, and others stand apart from them. */
function isShared(values: readonly Cell[]): boolean {
  const places = new Map<string, number>();
  for (const { row, slot, line } of values) {
    const place = slot === null ? `${line}` : `${row}/${slot}`;
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const isPlaced = values.some(({ slot }) => slot !== null);
  const counts = [...places.values()];
  if (isPlaced) return counts.length > 1 && counts.some((count) => count > 1);
  return counts.includes(1) && counts.some((count) => count > 1);
}

/** A printed row with a cell for each number, some of them empty, that holds all numbers of the table. */
function readPrintedRow(segments: readonly PlacedSegment[], count: number): readonly Cell[] | null {
  const values = segments.flatMap(listPrinted);
  const rows = new Map<string, Cell[]>();
  for (const { tail, table } of segments)
    for (const cell of tail) {
      const key = `${table}/${cell.row}`;
      rows.set(key, [...(rows.get(key) ?? []), cell]);
    }
  const fitting = [...rows.values()].filter((cells) => cells.length === count && isFramed(cells));
  const [only] = fitting;
  return only && fitting.length === 1 && values.every((cell) => only.includes(cell)) ? only : null;
}

/** In flat text a row may lose empty cells at its ends, or have some that stand for nothing. */
function isFramed(cells: readonly Cell[]): boolean {
  const [first] = cells;
  return first?.origin.in === "html" || (first?.kind === "value" && cells.at(-1)?.kind === "value");
}
