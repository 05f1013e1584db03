import { buildLine } from "./assemble-text.ts";
import type { Box } from "./box.ts";
import type { Margins } from "./find-margins.ts";
import { isNumberSegment, type Segment } from "./leaf.ts";

type Line = readonly Segment[];

/** Lines that are read one after the other, and the column of text that holds them. */
export interface Column {
  readonly lines: readonly Line[];
  readonly margins: Margins;
}

/** Where the second of two columns begins, and how wide its lines are at least, in shares of the sheet's width. */
const gutter = { from: 0.4, to: 0.65, width: 0.2 };
/** Each column has at least so many lines, of so many characters in the mean. */
const least = { lines: 5, characters: 9 };

/** Lines in reading order: where text is printed in two columns, the first column goes before the second. */
export function splitColumns(
  lines: readonly Line[],
  margins: Margins,
  frame: Box,
): readonly Column[] {
  const start = findSecondColumn(lines, frame);
  if (start === null) return [{ lines, margins }];
  const columns: Column[] = [];
  let run: Line[] = [];
  let whole: Line[] = [];
  const flush = (): void => {
    const end = findColumnsEnd(run, start);
    const split = splitRun(run.slice(0, end), start, margins);
    if (split) {
      if (whole.length > 0) columns.push({ lines: whole, margins });
      columns.push(...split);
      whole = run.slice(end);
    } else whole.push(...run);
    run = [];
  };
  for (const line of lines) {
    if (!line.some(({ x0, x1 }) => x0 < start - 6 && x1 > start - 3)) run.push(line);
    else {
      flush();
      whole.push(line);
    }
  }
  flush();
  if (whole.length > 0) columns.push({ lines: whole, margins });
  return columns;
}

/** Where most long lines begin that begin in the middle of the sheet. */
function findSecondColumn(lines: readonly Line[], frame: Box): number | null {
  const width = frame.x1 - frame.x0;
  const starts = new Map<number, number>();
  for (const { x0, x1 } of lines.flat()) {
    const place = (x0 - frame.x0) / width;
    if (place < gutter.from || place > gutter.to || x1 - x0 < gutter.width * width) continue;
    starts.set(Math.round(x0 / 2), (starts.get(Math.round(x0 / 2)) ?? 0) + 1);
  }
  const [best] = [...starts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= least.lines ? best[0] * 2 : null;
}

/** How many lines belong to the columns: a heading below both, set apart or in another size, begins what follows. */
function findColumnsEnd(run: readonly Line[], start: number): number {
  const last = run.findLastIndex((line) => line.some(({ x0 }) => x0 >= start - 6));
  for (let at = last + 1; at < run.length; at++) {
    const [above, below] = [run[at - 1]?.[0], run[at]?.[0]];
    if (!above || !below) continue;
    const isOtherSize = Math.abs(above.size - below.size) > 0.08 * above.size;
    if (isOtherSize || above.y0 - below.y0 > 2.4 * above.size) return at;
  }
  return run.length;
}

function splitRun(run: readonly Line[], start: number, margins: Margins): readonly Column[] | null {
  const [first, second] = [
    run.map((line) => line.filter(({ x0 }) => x0 < start - 6)),
    run.map((line) => line.filter(({ x0 }) => x0 >= start - 6)),
  ].map((side) => side.filter((line) => line.length > 0));
  if (!first || !second || !isProse(first) || !isProse(second)) return null;
  const ends = first.flat().map(({ x1 }) => x1);
  const left = Math.min(...first.flat().map(({ x0 }) => x0));
  return [
    { lines: first, margins: { left, right: Math.max(...ends) } },
    { lines: second, margins: { left: start, right: Math.max(margins.right, start + 1) } },
  ];
}

function isProse(lines: readonly Line[]): boolean {
  if (lines.length < least.lines) return false;
  const whole = lines.map((line) => buildLine(line.flatMap(({ glyphs }) => glyphs)));
  const characters = whole.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  const numbers = lines.flat().filter(isNumberSegment).length;
  return characters >= least.characters * lines.length && numbers * 4 < lines.length;
}
