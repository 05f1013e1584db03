import { joinProse } from "./assemble-text.ts";
import { isNumberSegment, type Segment } from "./leaf.ts";

/** Lines of a table without borders: `from` to `to`, the last included. */
export interface LooseRange {
  readonly from: number;
  readonly to: number;
}

type Line = readonly Segment[];

/** A heading of the report ends a table; so does a sentence. */
const heading = /^[一二三四五六七八]、(?!本年)[^\d０-９]{5,40}$/u;
const sentence = /[。；！？]$/u;
/** Lines of a table are apart by at most this many sizes; a header goes on above for so many lines. */
const widestStep = 4;
const highestHeader = 12;
/** Lines of a label that stand below its number. */
const longestTail = 3;
/** A line printed larger or smaller by this share is no part of the table. */
const otherSize = 0.2;

/** The runs of lines that read as a table without borders: rows that end in numbers, and what belongs to them. */
export function findLooseRanges(lines: readonly Line[], width: number): readonly LooseRange[] {
  const ranges: LooseRange[] = [];
  let at = 0;
  while (at < lines.length) {
    if (!isNumberRow(lines[at])) {
      at++;
      continue;
    }
    const floor = (ranges.at(-1)?.to ?? -1) + 1;
    const to = findEnd(lines, at, width);
    const rows = lines.slice(at, to + 1).filter(isNumberRow);
    if (rows.length > 1 || (rows[0]?.filter(isNumberSegment).length ?? 0) > 4)
      ranges.push({ from: findStart(lines, { at, floor, width }), to });
    at = to + 1;
  }
  return ranges;
}

/** A line whose last segments are numbers, with a label or another number before. */
function isNumberRow(line: Line | undefined): boolean {
  const last = line?.at(-1);
  return line !== undefined && line.length > 1 && last !== undefined && isNumberSegment(last);
}

/** The last line of a table that has numbers from `from` on, with the end of a wrapped label below it. */
function findEnd(lines: readonly Line[], from: number, width: number): number {
  let end = from;
  for (let at = from + 1; isNext(lines, at) && isCells(lines[at], width); at++)
    if (isNumberRow(lines[at])) end = at;
  const numbers = lines.slice(from, end + 1).flatMap((line) => line.filter(isNumberSegment));
  const start = Math.min(...numbers.map(({ x0 }) => x0));
  const last = end + longestTail;
  while (end < last && isTail(lines, end + 1, start) && isCells(lines[end + 1], width)) end++;
  return end;
}

/** Whether a line stands close below the one before, in the column of the labels. */
function isTail(lines: readonly Line[], at: number, start: number): boolean {
  const line = lines[at];
  return line !== undefined && measureStep(lines, at) < 2 && line.every(({ x1 }) => x1 <= start);
}

interface HeaderEnd {
  readonly at: number;
  readonly floor: number;
  readonly width: number;
}

/** The first line of the header above a row of numbers. */
function findStart(lines: readonly Line[], { at, floor, width }: HeaderEnd): number {
  let start = at;
  while (start > floor && at - start < highestHeader) {
    if (!isNext(lines, start) || !isCells(lines[start - 1], width)) break;
    start--;
  }
  return start;
}

/** Whether a line stands near the one before and is printed as large. */
function isNext(lines: readonly Line[], at: number): boolean {
  const [above, below] = [lines[at - 1]?.[0], lines[at]?.[0]];
  if (!above || !below || measureStep(lines, at) > widestStep) return false;
  return Math.abs(above.size - below.size) < otherSize * Math.max(above.size, below.size);
}

/** Whether a line can be cells: neither a heading nor a sentence, and no part of it as wide as prose. */
function isCells(line: Line | undefined, width: number): boolean {
  const words = (line ?? []).map(joinProse).join("");
  if (words === "" || heading.test(words) || sentence.test(words)) return false;
  return (line ?? []).every(({ x0, x1 }) => x1 - x0 < 0.55 * width);
}

/** The distance of a line from the one before, in sizes. */
function measureStep(lines: readonly Line[], at: number): number {
  const [above, below] = [lines[at - 1]?.[0], lines[at]?.[0]];
  if (!above || !below) return 0;
  return (above.y0 - below.y0) / Math.max(above.size, below.size, 1);
}
