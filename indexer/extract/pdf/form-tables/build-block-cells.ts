import { joinBoxes } from "../box.ts";
import type { TableCell } from "../table.ts";
import { buildPlainCell, buildValueCell, buildWordsCell } from "./build-cells.ts";
import type { PrintedWords } from "./find-words.ts";
import type { PrintedBlock, PrintedRow } from "./read-block.ts";

/** Where a block begins in the grid of its table, and how many columns its labels take. */
export interface BlockPlace {
  readonly row: number;
  readonly labels: number;
}

/** The cells of a block, from the row of its heading on, as the form prints them. */
export function buildBlockCells(printed: PrintedBlock, place: BlockPlace): readonly TableCell[] {
  const header = buildHeader(printed, place);
  const next = Math.max(place.row - 1, ...header.map(({ row }) => row)) + 1;
  const rows = printed.rows.flatMap((_, at) => buildRow(printed, at, { ...place, row: next + at }));
  return [...header, ...rows];
}

function buildHeader(printed: PrintedBlock, { row, labels }: BlockPlace): readonly TableCell[] {
  const { block, heads, heading, corner, spanning } = printed;
  const isDeep = spanning !== null;
  const below = row + 1;
  const cell = (words: PrintedWords | null, at: number, column: number): readonly TableCell[] =>
    words ? [buildWordsCell(words, { row: at, column })] : [];
  const leaves = heads.flatMap((head, at) => {
    const isLower = isDeep && block.columns[at]?.group !== undefined;
    return cell(head, isLower ? below + 1 : below, labels + at);
  });
  const first = block.columns.findIndex(({ group }) => group !== undefined);
  return [
    ...cell(corner, isDeep ? row : below, 0),
    ...cell(heading, row, isDeep ? labels : 0),
    ...cell(spanning, below, labels + first),
    ...leaves,
  ];
}

function buildRow(
  { block, rows, groups, heads }: PrintedBlock,
  at: number,
  { row, labels }: BlockPlace,
): readonly TableCell[] {
  const printed = rows[at];
  if (!printed) return [];
  const above = rows[at - 1]?.row.groups ?? [];
  const own = printed.row.groups ?? [];
  const opened = own.flatMap((group, depth) => {
    const words = groups.get(group);
    return words && above[depth] !== group ? [buildWordsCell(words, { row, column: depth })] : [];
  });
  const label = buildWordsCell(printed.label, { row, column: own.length });
  const values = block.columns.map((_, column) =>
    buildValue(printed, column, { row, column: labels + column, head: heads[column], rows }),
  );
  return [...opened, label, ...values];
}

interface ValuePlace {
  readonly row: number;
  readonly column: number;
  readonly head: PrintedWords | undefined;
  readonly rows: readonly PrintedRow[];
}

function buildValue(
  { values, label }: PrintedRow,
  at: number,
  { row, column, head, rows }: ValuePlace,
): TableCell {
  const lines = values?.get(at);
  if (lines) return buildValueCell(lines, measureWidth(rows, at, head), { row, column });
  const [first] = label.fragments;
  const sheet = first?.sheet ?? 0;
  const height = joinBoxes(label.fragments.filter((fragment) => fragment.sheet === sheet));
  const box = { x0: head?.x0 ?? 0, y0: height?.y0 ?? 0, x1: head?.x1 ?? 0, y1: height?.y1 ?? 0 };
  return buildPlainCell(values ? "" : "\ufffd", { sheet, box }, { row, column });
}

/** How wide the widest words of a column are. */
function measureWidth(
  rows: readonly PrintedRow[],
  column: number,
  head: PrintedWords | undefined,
): number {
  const lines = rows.flatMap(({ values }) => values?.get(column) ?? []);
  return Math.max(...[...lines, ...(head?.fragments ?? [])].map(({ x0, x1 }) => x1 - x0));
}
