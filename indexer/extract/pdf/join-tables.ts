import { nearness } from "./find-lattices.ts";
import type { Table, TableCell } from "./table.ts";

/** Numbering with which a label begins, so that it continues nothing: 一、 （一） 1. ① */
const numbering =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]\D|[①-⑳])/u;
const number = /^[+-]?\d[\d.,]*$/u;

/** Whether the second table can be the rest of the first on the next page: as wide, and with no other columns. */
export function isContinued(first: Table, second: Table): boolean {
  const widths = [first, second].map(({ box }) => box.x1 - box.x0);
  if (Math.abs((widths[0] ?? 0) - (widths[1] ?? 0)) > 2 * nearness) return false;
  const [one, other] = [first, second].map(({ xs, box }) => xs.map((x) => x - box.x0));
  const [fewer = [], more = []] =
    (one?.length ?? 0) < (other?.length ?? 0) ? [one, other] : [other, one];
  return fewer.every((x) => more.some((place) => Math.abs(place - x) <= nearness));
}

/** One table from two parts: the header is kept once, and cells that the page break cut are whole again. */
export function joinTables(whole: Table, second: Table): Table {
  const first = dropBlankEnd(whole);
  const xs = joinColumns(first, second);
  const above = first.cells.map((cell) => moveColumns(cell, first, xs));
  const below = second.cells.map((cell) => moveColumns(cell, second, xs));
  const header = countRepeatedRows(above, below);
  const kept = below.filter(({ row }) => row >= header);
  const shifted = kept.map((cell) => ({ ...cell, row: cell.row - header }));
  const seam = mendSeam({ above, below: shifted, rows: first.rows });
  const cells = [...seam.above, ...seam.below].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = first.rows + second.rows - header - (seam.isRowJoined ? 1 : 0);
  return { box: second.box, xs, rows, cells };
}

/** The table without a last row that a browser began and left to the next page. */
function dropBlankEnd(table: Table): Table {
  const last = table.rows - 1;
  if (table.cells.some(({ row, text }) => row === last && text !== "")) return table;
  const cells = table.cells.flatMap((cell) => {
    if (cell.row === last) return [];
    return [{ ...cell, rowSpan: Math.min(cell.rowSpan, last - cell.row) }];
  });
  return { ...table, rows: last, cells };
}

/** The borders of columns of both parts, as the second lies on its sheet. */
function joinColumns(first: Table, second: Table): readonly number[] {
  const shift = second.box.x0 - first.box.x0;
  const added = first.xs
    .map((x) => x + shift)
    .filter((x) => !second.xs.some((place) => Math.abs(place - x) <= nearness));
  return [...second.xs, ...added].sort((a, b) => a - b);
}

function moveColumns(cell: TableCell, { xs, box }: Table, joined: readonly number[]): TableCell {
  const shift = (joined[0] ?? 0) - box.x0;
  const find = (column: number): number => {
    const place = (xs[column] ?? 0) + shift;
    const distances = joined.map((x) => Math.abs(x - place));
    return distances.indexOf(Math.min(...distances));
  };
  const column = find(cell.column);
  return { ...cell, column, columnSpan: find(cell.column + cell.columnSpan) - column };
}

/** How many rows at the top of the second part print the top of the first again. */
function countRepeatedRows(above: readonly TableCell[], below: readonly TableCell[]): number {
  const most = Math.max(0, ...below.map(({ row }) => row + 1));
  const [first, second] = [above, below].map((cells) => groupRows(cells));
  let repeated = 0;
  for (let row = 0; row < most; row++) {
    const one = first?.get(row);
    const other = second?.get(row);
    if (!one || one === "" || one !== other || !/\D/u.test(one)) break;
    repeated = row + 1;
  }
  // All rows alike is a second table of the same kind, not a header.
  return repeated === most ? 0 : repeated;
}

function groupRows(cells: readonly TableCell[]): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  for (const { row, text } of cells) rows.set(row, (rows.get(row) ?? "") + text);
  return rows;
}

interface Seam {
  readonly above: readonly TableCell[];
  readonly below: readonly TableCell[];
  /** Rows above. */
  readonly rows: number;
}

/** Joins what the page break cut: cells that span it, and a row whose lines stand on both pages. */
function mendSeam(seam: Seam): Seam & { readonly isRowJoined: boolean } {
  const isRowJoined = isRowCut(seam);
  const offset = seam.rows - (isRowJoined ? 1 : 0);
  const above = [...seam.above];
  const below: TableCell[] = [];
  for (const cell of seam.below) {
    const moved = { ...cell, row: cell.row + offset };
    const isFirst = !seam.below.some((other) => isLabelBefore(other, cell));
    const at = cell.row > 0 ? -1 : findCut(above, cell, { ...seam, isRowJoined, isFirst });
    const cut = above[at];
    if (!cut) below.push(moved);
    else above[at] = joinCells(cut, moved);
  }
  return { above, below, rows: seam.rows, isRowJoined };
}

interface CutPlace {
  readonly rows: number;
  readonly isRowJoined: boolean;
  /** Whether no words stand before the cell below the break: an empty one after them is a number left out. */
  readonly isFirst: boolean;
}

function isLabelBefore(other: TableCell, cell: TableCell): boolean {
  return other.row === 0 && cell.row === 0 && other.column < cell.column && other.text !== "";
}

/** The cell above the break that goes on in a cell below it, or -1. */
function findCut(
  above: readonly TableCell[],
  cell: TableCell,
  { rows, isRowJoined, isFirst }: CutPlace,
): number {
  return above.findIndex((candidate) => {
    if (!reachesEnd(candidate, rows) || !isSameColumn(candidate, cell)) return false;
    if (isOpenBetween(candidate, cell)) return true;
    if (candidate.rowSpan === 1 && cell.rowSpan === 1) return isRowJoined;
    const repeats = cell.text === "" || cell.text === candidate.text;
    if (candidate.rowSpan > 1 && isFirst && repeats) return true;
    return isTail(candidate, cell);
  });
}

/** Whether no line ends the one or begins the other, as browsers print cells that go on; two numbers are two cells. */
function isOpenBetween(above: TableCell, below: TableCell): boolean {
  const areNumbers = number.test(above.text) && number.test(below.text);
  return above.isOpenBelow && below.isOpenAbove && !areNumbers;
}

function isTail(head: TableCell, tail: TableCell): boolean {
  return tail.text !== "" && !numbering.test(tail.text) && !number.test(tail.text) && head.isFull;
}

function reachesEnd({ row, rowSpan }: TableCell, rows: number): boolean {
  return row + rowSpan >= rows;
}

function isSameColumn(a: TableCell, b: TableCell): boolean {
  return a.column === b.column && a.columnSpan === b.columnSpan;
}

/**
 * Whether the last row above and the first below are halves of one: the same cells, and either no line between
 * them, or numbers in one of them only and a label above that filled its cell and goes on below without numbering
 * of its own.
 */
function isRowCut({ above, below, rows }: Seam): boolean {
  const last = above.filter((cell) => cell.row === rows - 1);
  const first = below.filter(({ row }) => row === 0);
  const pairs = last.flatMap((cell) => {
    const other = first.find((candidate) => isSameColumn(cell, candidate));
    return other ? [[cell, other] as const] : [];
  });
  if (pairs.length < 2 || pairs.length < last.length) return false;
  const isOpen = pairs.every(([one, other]) => isOpenBetween(one, other));
  if (isOpen && pairs.length === first.length) return true;
  const numbers = [0, 1].map(
    (side) => pairs.filter((pair) => number.test(pair[side]?.text ?? "")).length,
  );
  if (Math.min(...numbers) > 0 || Math.max(...numbers) === 0) return false;
  const labels = pairs.filter(([one, other]) => one.text !== "" && other.text !== "");
  return (
    labels.length > 0 &&
    labels.every(
      ([one, other]) => one.isFull && !numbering.test(other.text) && !number.test(other.text),
    )
  );
}

function joinCells(above: TableCell, below: TableCell): TableCell {
  const repeats = above.text === below.text;
  return {
    ...above,
    text: repeats ? above.text : above.text + below.text,
    rowSpan: Math.max(above.row + above.rowSpan, below.row + below.rowSpan) - above.row,
    ...(above.text === "" ? { sheet: below.sheet, box: below.box } : {}),
  };
}
