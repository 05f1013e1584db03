import { normalizeSpace } from "../page/normalize-space.ts";
import type { Line, Origin } from "../page/page.ts";
import type { Cell } from "./cell.ts";
import { joinDigits } from "./join-digits.ts";
import type { Item, LexedLine } from "./lex-line.ts";

interface Source {
  readonly text: string;
  readonly starts: readonly number[];
  readonly lines: readonly Line[];
}

/** Where a row of flat text begins, seen from the cell before. */
type Part = "start" | "header" | "rowLabel" | "value";

/**
 * Cells of flat text by printed row. Where a line has borders and several cells it is a row; elsewhere a row
 * begins with a label behind numbers, with a heading, and with the first row label or number behind a header.
 */
export function groupRows(
  source: Source,
  lexed: readonly LexedLine[],
): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let current: Cell[] = [];
  let part: Part = "start";
  const begin = (): void => {
    if (current.length > 0) rows.push(current);
    current = [];
    part = "start";
  };
  let line = 0;
  for (const { items: printed, slots } of lexed) {
    const items = slots > 0 ? joinPieces(source.text, printed) : printed;
    const isRow = slots > 0 && items.filter(({ kind }) => kind !== "blank").length > 1;
    if (isRow) begin();
    for (const item of items) {
      if (!isRow && beginsRow(item, part)) begin();
      line = findLine(source, line, item.start);
      const slot = isRow ? item.slot : null;
      const place = { row: rows.length, column: current.length, slot, isGrid: false };
      current.push({ ...place, ...readCell(source, item, line) });
      part = findPart(item, part);
    }
    if (isRow) begin();
  }
  begin();
  return rows;
}

/** The items of a line with borders; the pieces of a number in one cell are one value that cannot be read. */
function joinPieces(text: string, items: readonly Item[]): readonly Item[] {
  const cells = new Map<number, Item[]>();
  for (const item of items) cells.set(item.slot, [...(cells.get(item.slot) ?? []), item]);
  return [...cells.values()].flatMap((own) => {
    const [first] = own;
    const end = own.at(-1)?.end ?? 0;
    const isPieces = first && own.length > 1 && own.every(({ kind }) => kind === "value");
    if (!isPieces || !joinDigits(text.slice(first.start, end))) return own;
    return [{ ...first, kind: "text" as const, end, number: null }];
  });
}

function findLine({ starts }: Pick<Source, "starts">, from: number, offset: number): number {
  let line = from;
  while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
  return line;
}

function beginsRow(item: Item, part: Part): boolean {
  if (item.kind === "value") return part === "header";
  if (part === "start" || (item.kind !== "label" && item.kind !== "text")) return false;
  if (part === "value") return true;
  const roles = item.label?.entries.map(({ role }) => role) ?? [];
  if (roles.some((role) => role === "heading" || role === "corner")) return true;
  return part === "header" && isRowLabel(item);
}

function isRowLabel({ kind, label }: Item): boolean {
  return (
    kind === "label" &&
    label !== null &&
    label.entries.every(({ role }) => role === "row" || role === "group")
  );
}

function findPart(item: Item, part: Part): Part {
  if (item.kind === "value") return "value";
  if (item.kind === "label") return isRowLabel(item) ? "rowLabel" : "header";
  return item.kind === "text" ? "rowLabel" : part;
}

function readCell(
  { text, starts, lines }: Source,
  item: Item,
  line: number,
): Omit<Cell, "row" | "column" | "slot" | "isGrid"> {
  const { kind, start, end, label, number } = item;
  const lineStart = starts[line] ?? 0;
  const origin = placeItem(item, lines[line], lineStart);
  const of = lines[line]?.text ?? "";
  return {
    kind,
    text: normalizeSpace(text.slice(start, end)),
    label,
    number,
    origin,
    words: { of, start: start - lineStart, end: end - lineStart },
    line: findLine({ starts }, line, end),
  };
}

/** Only text is placed by its characters; elsewhere the place of a line is that of all that it says. */
function placeItem({ start, end }: Item, line: Line | undefined, lineStart: number): Origin {
  const origin = line?.origin;
  if (origin && origin.in !== "text") return origin;
  const shift = (origin?.start ?? lineStart) - lineStart;
  const lineEnd = lineStart + (line?.text.length ?? 0);
  return { in: "text", start: start + shift, end: Math.min(end, lineEnd) + shift };
}
