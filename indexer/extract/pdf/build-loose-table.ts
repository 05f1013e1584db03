import { joinCell } from "./assemble-text.ts";
import type { Band } from "./band.ts";
import { joinBoxes, type Box } from "./box.ts";
import { groupHeads } from "./group-heads.ts";
import { findMiddle, type RowMarks } from "./label-blocks.ts";
import { isNumberSegment, type Segment } from "./leaf.ts";
import { placeLabels } from "./place-labels.ts";
import type { Rule } from "./sheet.ts";
import type { Table, TableCell } from "./table.ts";

/** A column that at least this share of the rows fills shows its empty cells as such. */
const regular = 0.6;

/** The lines of a table without borders, from the top down. */
export interface LooseRows {
  readonly lines: readonly (readonly Segment[])[];
  readonly sheet: number;
  readonly separators: readonly Rule[];
  /** The column of text that holds the table. */
  readonly left: number;
  readonly right: number;
}

/** A heading over a block of a table stands where its labels do. */
const blockHeading = /^第[一二三四五六七八九十]{1,4}条/u;

/** Lines of one kind: a header, or rows of numbers with their labels. */
interface Part {
  readonly isBody: boolean;
  readonly lines: (readonly Segment[])[];
}

/** A table from the places of its words alone; null where its rows and columns are not clear. */
export function buildLooseTable(rows: LooseRows): Table | null {
  const columns = findColumns(rows.lines.flat().filter(isNumberSegment));
  const start = columns[0]?.x0 ?? 0;
  const lefts = [
    ...new Set(
      rows.lines
        .flat()
        .filter(({ x1 }) => x1 <= start)
        .map(({ x0 }) => Math.round(x0)),
    ),
  ];
  const levels = groupPlaces(lefts);
  const cells: TableCell[] = [];
  let row = 0;
  for (const part of listParts(rows.lines, start)) {
    const own = part.isBody
      ? buildBody(part.lines, { ...rows, columns, levels: levels.length })
      : groupHeads(part.lines, columns, levels);
    if (own === null) return null;
    const used = Math.max(0, ...own.map((cell) => cell.row + cell.rowSpan));
    for (const cell of own) cells.push({ ...cell, row: cell.row + row, sheet: rows.sheet });
    row += used;
  }
  const box = joinBoxes(rows.lines.flat());
  if (!box) return null;
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const borders = columns.slice(1).map(({ x0 }, at) => (x0 + (columns[at]?.x1 ?? x0)) / 2);
  const xs = [
    rows.left,
    ...levels.slice(1),
    ...(levels.length > 0 ? [start] : []),
    ...borders,
    rows.right,
  ];
  return { box: { ...box, x0: rows.left, x1: rows.right }, xs, rows: row, cells };
}

function findColumns(numbers: readonly Segment[]): readonly Band[] {
  const columns: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of [...numbers].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && x0 < last.x1 + 1) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

/** Left ends of labels, one for each column of them. */
function groupPlaces(places: number[]): readonly number[] {
  places.sort((a, b) => a - b);
  return places.filter((place, at) => at === 0 || place - (places[at - 1] ?? place) > 8);
}

/** Parts the lines where headers begin; a line with labels alone goes with the numbers next to it. */
function listParts(lines: LooseRows["lines"], start: number): readonly Part[] {
  const parts: Part[] = [];
  let waiting: (readonly Segment[])[] = [];
  for (const line of lines) {
    const isLabelOnly = line.every(({ x1 }) => x1 <= start + 1);
    if (isLabelOnly) {
      waiting.push(line);
      continue;
    }
    const isBody = line.some(isNumberSegment);
    const last = parts.at(-1);
    if (last?.isBody === isBody) last.lines.push(...waiting, line);
    else if (last && !isBody) {
      const heading = waiting.findIndex(isBlockHeading);
      const end = heading === -1 ? waiting.length : heading;
      last.lines.push(...waiting.slice(0, end));
      parts.push({ isBody, lines: [...waiting.slice(end), line] });
    } else parts.push({ isBody, lines: [...waiting, line] });
    waiting = [];
  }
  parts.at(-1)?.lines.push(...waiting);
  return parts;
}

function isBlockHeading(line: readonly Segment[]): boolean {
  return blockHeading.test(line.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(""));
}

interface BodyPlace extends LooseRows {
  readonly columns: readonly Band[];
  readonly levels: number;
}

function buildBody(lines: Part["lines"], place: BodyPlace): readonly TableCell[] | null {
  const numbered = lines
    .map((line) => line.filter(isNumberSegment))
    .filter((line) => line.length > 0);
  const heights = numbered.map(([first]) => (first ? findMiddle(first) : 0));
  const marks: RowMarks = { heights, separators: place.separators };
  const labels = lines.flat().filter((segment) => !isNumberSegment(segment));
  const placed = labels.length === 0 ? [] : placeLabels(labels, marks);
  if (placed === null) return null;
  const labelCells = placed.map(({ block, level, row, rowSpan }) => {
    const glyphs = block.lines.flatMap((line) => line.glyphs);
    const box = joinBoxes(block.lines) ?? emptyBox;
    return buildCell({ text: joinCell(glyphs, box), row, rowSpan, column: level, box });
  });
  return [...labelCells, ...placeNumbers(numbered, place)];
}

function placeNumbers(
  rows: readonly (readonly Segment[])[],
  { columns, levels }: BodyPlace,
): readonly TableCell[] {
  const slots = rows.map((row) =>
    columns.map(({ x0, x1 }) => row.find((segment) => segment.x0 < x1 + 1 && segment.x1 > x0 - 1)),
  );
  const isRegular = columns.map(
    (_, column) => slots.filter((row) => row[column]).length >= regular * rows.length,
  );
  return slots.flatMap((slot, row) =>
    slot.flatMap((segment, at) => {
      if (!segment && !isRegular[at]) return [];
      const box = segment ?? emptyBox;
      const text = segment ? joinCell(segment.glyphs, segment) : "";
      return [buildCell({ text, row, rowSpan: 1, column: levels + at, box })];
    }),
  );
}

const emptyBox: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

function buildCell(
  cell: Pick<TableCell, "text" | "row" | "rowSpan" | "column" | "box">,
): TableCell {
  const { x0, y0, x1, y1 } = cell.box;
  return {
    ...cell,
    box: { x0, y0, x1, y1 },
    columnSpan: 1,
    sheet: 0,
    isFull: false,
    isOpenAbove: false,
    isOpenBelow: false,
  };
}
