import type { FormBlock } from "../../../corpus/forms/form.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import type { Cell } from "./cell.ts";

/** `cells` is null where the labels do not tell; `isOrdered` false where they stand otherwise than in the form. */
export interface CrossedDisputes {
  readonly cells: readonly Cell[] | null;
  readonly isOrdered: boolean;
}

interface Label {
  readonly cell: Cell;
  readonly row: string | null;
  readonly column: string | null;
}

/** Reads table 4 as its grid prints it: each number has one label of a row and one of a column, above or before. */
export function crossDisputes(
  segments: readonly PlacedSegment[],
  block: FormBlock,
): CrossedDisputes {
  const labels = segments.flatMap(({ head }) => (head.label ? [readLabel(head, block)] : []));
  const isOrdered = isFormOrder(labels, block);
  const [first] = segments;
  const isOneGrid = segments.every(({ head, table }) => head.isGrid && table === first?.table);
  if (!isOneGrid) return { cells: null, isOrdered };
  const tails = segments.flatMap(({ tail }) => tail.filter(({ kind }) => kind !== "unit"));
  const found = new Map<string, Cell>();
  for (const cell of tails) {
    const key = findKey(cell, labels);
    const isTaken = key !== null && found.has(key);
    if (key !== null && !isTaken) found.set(key, cell);
    else if (cell.kind !== "blank" || isTaken)
      return { cells: null, isOrdered: isOrdered && !isLed(segments, block) };
  }
  const keys = block.rows.flatMap(({ key }) =>
    block.columns.map((column) => `${key}.${column.key}`),
  );
  const cells = keys.flatMap((key) => found.get(key) ?? []);
  const isWhole = cells.length === keys.length;
  return { cells: isWhole ? cells : null, isOrdered: isOrdered && !isLed(segments, block) };
}

function readLabel(cell: Cell, { rows, columns }: FormBlock): Label {
  const own = cell.label?.entries.filter(({ table }) => table === "disputes") ?? [];
  const row = own.find(({ role, key }) => role === "row" && rows.some((one) => one.key === key));
  const column = own.find(
    ({ role, key }) => role === "column" && columns.some((one) => one.key === key),
  );
  return { cell, row: row?.key ?? null, column: column?.key ?? null };
}

/** `review.total`, or null where the labels of a cell do not name one row and one column. */
function findKey(cell: Cell, labels: readonly Label[]): string | null {
  const before = labels.filter(({ cell: head }) => head.row === cell.row && isLeft(head, cell));
  const above = labels.filter(({ cell: head }) => head.row < cell.row);
  const leaf = above.findLast(({ cell: head }) => head.slot === cell.slot);
  const own = [...before].reverse();
  const row = own.find((label) => label.row)?.row ?? null;
  const column = own.find((label) => label.column)?.column ?? null;
  if (row && column) return null;
  if (row) return leaf?.column ? `${row}.${leaf.column}` : null;
  if (column) return leaf?.row ? `${leaf.row}.${column}` : null;
  const group = findGroup(cell, above);
  return group && leaf?.column ? `${group}.${leaf.column}` : null;
}

function isLeft(head: Cell, cell: Cell): boolean {
  return head.slot !== null && cell.slot !== null && head.slot < cell.slot;
}

/** The label of a row that spans the column: in each printed row the last that begins at or before it. */
function findGroup(cell: Cell, above: readonly Label[]): string | null {
  const spanning = new Map<number, Label>();
  for (const label of above) {
    const { row, slot } = label.cell;
    const known = spanning.get(row);
    const isBehind = slot === null || cell.slot === null || slot > cell.slot;
    if (!isBehind && (known?.cell.slot ?? -1) < slot) spanning.set(row, label);
  }
  return [...spanning.values()].findLast((label) => label.row !== null)?.row ?? null;
}

/** Whether what is left of the labels stands in the order of the form. */
function isFormOrder(labels: readonly Label[], { rows, columns }: FormBlock): boolean {
  const printed = labels.flatMap(({ column }) => (column ? [column] : []));
  const order = columns.map(({ key }) => key).join();
  const times = printed.length / columns.length;
  if (Number.isInteger(times) && times > 0 && printed.join() !== Array(times).fill(order).join())
    return false;
  const groups = labels.flatMap(({ row }) => (row ? [row] : []));
  return (
    groups.length !== rows.length ||
    isAnyRowOrder(
      labels,
      rows.map(({ key }) => key),
    )
  );
}

/** The order of rows matters only where no numbers stand behind them; then it must be that of the form. */
function isAnyRowOrder(labels: readonly Label[], keys: readonly string[]): boolean {
  const printed = labels.flatMap(({ row }) => (row ? [row] : []));
  const rows = labels.filter(({ row }) => row).map(({ cell }) => cell.row);
  return new Set(rows).size === keys.length || printed.join() === keys.join();
}

/** Whether labels of columns lead printed rows of numbers: the table is turned. */
function isLed(segments: readonly PlacedSegment[], block: FormBlock): boolean {
  return segments.some(
    ({ head, tail }) =>
      readLabel(head, block).column !== null && tail.some(({ kind }) => kind === "value"),
  );
}
