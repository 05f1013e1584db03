import type { FormBlock, FormTable } from "../../../../corpus/forms/form.ts";
import type { TableCell } from "../table.ts";
import { buildPlainCell, buildValueCell, buildWordsCell } from "./build-cells.ts";
import { findWords, type PrintedWords } from "./find-words.ts";
import type { Fragment } from "./fragment.ts";
import { mapColumns } from "./map-columns.ts";
import { findStep, valueWords } from "./read-block.ts";
import type { TableReading } from "./table-reading.ts";

/** Lines of one cell are apart by its step, but for this share of it. */
const near = 0.22;

/**
 * Reads the table whose rows stand side by side on one line (table 4) among fragments that belong to it or stand below.
 * Null where its heads are not all there, or the numbers below are not one line of cells.
 */
export function readDisputes(
  { blocks }: FormTable,
  pool: readonly Fragment[],
): TableReading | null {
  const [block] = blocks;
  const heads = block ? findHeads(block, pool) : null;
  if (!heads) return null;
  const all = [...heads.leaves, ...heads.rows, ...(heads.group ? [heads.group] : [])];
  const known = new Set(all.flatMap(({ fragments }) => fragments));
  const end = pool.findLastIndex((fragment) => known.has(fragment)) + 1;
  if (!pool.slice(0, end).every((fragment) => known.has(fragment))) return null;
  const values = takeValues(pool.slice(end));
  const columns = mapColumns(heads.leaves, values);
  if (!columns || values.length === 0) return null;
  const cells = heads.leaves.map((_, column) =>
    values.filter((value) => columns.get(value) === column),
  );
  if (!areOneLine(cells, findStep(all))) return null;
  const own = buildValues(cells, heads.leaves, values);
  return {
    cells: [...buildHeader(heads), ...own],
    heads: heads.leaves,
    labels: 0,
    fragments: new Set([...known, ...values]),
  };
}

interface Heads {
  /** Of each row its columns, from left to right. */
  readonly leaves: readonly PrintedWords[];
  readonly rows: readonly PrintedWords[];
  readonly group: PrintedWords | null;
}

function findHeads({ columns, rows }: FormBlock, pool: readonly Fragment[]): Heads | null {
  const labels = rows.map(({ label, variants = [] }) => findWords([label, ...variants], pool)[0]);
  const found = columns.map(({ label, variants = [] }) =>
    findWords([label, ...variants], pool)
      .slice(0, rows.length)
      .sort((a, b) => a.x0 - b.x0),
  );
  const leaves = rows.flatMap((_, row) => found.flatMap((own) => own[row] ?? []));
  const whole = labels.flatMap((label) => label ?? []);
  const isWhole = leaves.length === rows.length * columns.length && whole.length === rows.length;
  const group = rows.find((row) => row.groups !== undefined)?.groups?.[0];
  return isWhole
    ? { leaves, rows: whole, group: group ? (findWords([group], pool)[0] ?? null) : null }
    : null;
}

/** The numbers below the heads, down to the first line that holds words. */
function takeValues(pool: readonly Fragment[]): readonly Fragment[] {
  const [first] = pool;
  const end = pool.findIndex(
    ({ text, sheet, depth, size }, at) =>
      !valueWords.test(text) ||
      sheet !== first?.sheet ||
      depth - (pool[at - 1]?.depth ?? depth) > 2.5 * size,
  );
  return end === -1 ? pool : pool.slice(0, end);
}

/** Whether the cells, of one line or several at the step of lines, stand beside each other at their middle, top or bottom. */
function areOneLine(cells: readonly (readonly Fragment[])[], step: number | null): boolean {
  const filled = cells.filter((lines) => lines.length > 0);
  const unit = step ?? filled[0]?.[0]?.size ?? 0;
  const isStacked = (lines: readonly Fragment[]): boolean =>
    lines.every((line, at) => {
      const above = lines[at - 1];
      return !above || (step !== null && Math.abs(line.depth - above.depth - step) < near * unit);
    });
  if (!filled.every(isStacked)) return false;
  const ends = filled.map((lines) => [lines[0]?.depth ?? 0, lines.at(-1)?.depth ?? 0] as const);
  const places = [
    ends.map(([top, bottom]) => (top + bottom) / 2),
    ends.map(([top]) => top),
    ends.map(([, bottom]) => bottom),
  ];
  return places.some((own) => Math.max(...own) - Math.min(...own) < 2 * near * unit);
}

function buildHeader({ leaves, rows, group }: Heads): readonly TableCell[] {
  const width = leaves.length / rows.length;
  return [
    ...leaves.map((head, column) => buildWordsCell(head, { row: column < width ? 1 : 2, column })),
    ...rows.map((head, at) => buildWordsCell(head, { row: at === 0 ? 0 : 1, column: at * width })),
    ...(group ? [buildWordsCell(group, { row: 0, column: width })] : []),
  ];
}

function buildValues(
  cells: readonly (readonly Fragment[])[],
  heads: readonly PrintedWords[],
  values: readonly Fragment[],
): readonly TableCell[] {
  const bottom = Math.min(...values.map(({ y0 }) => y0));
  const top = Math.max(...values.map(({ y1 }) => y1));
  return cells.map((lines, column) => {
    const place = { row: 3, column };
    const head = heads[column];
    const own = [...lines, ...(head?.fragments ?? [])];
    const width = Math.max(...own.map(({ x0, x1 }) => x1 - x0));
    if (lines.length > 0) return buildValueCell(lines, width, place);
    const box = { x0: head?.x0 ?? 0, y0: bottom, x1: head?.x1 ?? 0, y1: top };
    return buildPlainCell("", { sheet: values[0]?.sheet ?? 0, box }, place);
  });
}
