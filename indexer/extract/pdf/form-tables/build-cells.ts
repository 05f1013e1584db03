import { joinBoxes, type Box } from "../box.ts";
import type { TableCell } from "../table.ts";
import type { PrintedWords } from "./find-words.ts";
import type { Fragment } from "./fragment.ts";

/** Where a cell stands in the grid of its table. */
export type CellPlace = Pick<TableCell, "row" | "column"> &
  Partial<Pick<TableCell, "rowSpan" | "columnSpan">>;

/** A value's lines where its cell could have held more of the number than this, in points, are no wrapped number. */
const room = 0.1;

export function buildWordsCell({ fragments }: PrintedWords, place: CellPlace): TableCell {
  return buildCell(fragments.map(({ text }) => text).join(""), fragments, place);
}

/** The cell of a value. `width` is that of the widest words in its column, which a line that wraps fills, in points. */
export function buildValueCell(
  lines: readonly Fragment[],
  width: number,
  place: CellPlace,
): TableCell {
  const isWrapped = lines.every((line, at) => at === 0 || isFull(lines[at - 1], line, width));
  const text = isWrapped ? lines.map((line) => line.text).join("") : "\ufffd";
  return buildCell(text, lines, place);
}

/** Whether the first character of a line had no room in the line above it. */
function isFull(above: Fragment | undefined, { glyphs }: Fragment, width: number): boolean {
  const [first] = glyphs;
  if (!above || !first) return false;
  return above.x1 - above.x0 + first.x1 - first.x0 > width + room;
}

/** A cell that holds nothing, or nothing that is clear, at a place of its row and column. */
export function buildPlainCell(
  text: string,
  { sheet, box }: { readonly sheet: number; readonly box: Box },
  place: CellPlace,
): TableCell {
  return {
    rowSpan: 1,
    columnSpan: 1,
    ...place,
    text,
    sheet,
    box,
    isFull: false,
    isOpenAbove: false,
    isOpenBelow: false,
  };
}

function buildCell(text: string, fragments: readonly Fragment[], place: CellPlace): TableCell {
  const sheet = fragments[0]?.sheet ?? 0;
  const box = joinBoxes(fragments.filter((fragment) => fragment.sheet === sheet));
  return buildPlainCell(text, { sheet, box: box ?? { x0: 0, y0: 0, x1: 0, y1: 0 } }, place);
}
