import { joinCell } from "./assemble-text.ts";
import { joinBoxes } from "./box.ts";
import { findMiddle } from "./label-blocks.ts";
import { isNumberSegment, type Segment } from "./leaf.ts";

type Line = readonly Segment[];

/** Only digits in full width go on in the next line where their cell is too narrow. */
const wrapping = /^[０-９]+$/u;
/** Halves of a number are apart by at most this many sizes, from middle to middle. */
const nearLines = 1.75;
/** Where they are as far apart as this they may be halves, with a row between them. */
const farLines = 2.6;
/** How far the row may stand from the middle of the halves, in sizes. */
const inMiddle = 0.25;

/** The halves of a number that a narrow cell wraps, by the lines that hold them. */
interface Halves {
  readonly upper: Segment;
  readonly lower: Segment;
  readonly at: number;
  readonly below: number;
}

/**
 * Joins the numbers of a table without lines that wrap: their halves stand above and below the other numbers of
 * their row. Where no row stands between, they may be numbers of two rows: their digits become U+FFFD.
 */
export function joinWrappedNumbers(lines: readonly Line[]): readonly Line[] {
  const most = Math.max(0, ...lines.map(countNumbers));
  const joined = lines.map((line) => [...line]);
  const all = listHalves(lines);
  for (const halves of all) {
    const middle = findRow(lines, halves);
    if (middle !== null && isNear(halves) && !isOfMore(halves, all)) {
      drop(joined[halves.at], halves.upper);
      drop(joined[halves.below], halves.lower);
      joined[middle]?.push(join(halves, lines[middle]?.[0] ?? halves.upper));
    } else if (middle !== null || (isNear(halves) && isPartial(lines, halves, most))) {
      blank(joined[halves.at], halves.upper);
      blank(joined[halves.below], halves.lower);
    }
  }
  return joined
    .filter((line) => line.length > 0)
    .map((line) => line.toSorted((a, b) => a.x0 - b.x0));
}

function listHalves(lines: readonly Line[]): readonly Halves[] {
  return lines.flatMap((line, at) =>
    line.flatMap((upper): readonly Halves[] => {
      const found = findLower(lines, at, upper);
      return found ? [{ upper, at, ...found }] : [];
    }),
  );
}

function findLower(
  lines: readonly Line[],
  at: number,
  upper: Segment,
): Pick<Halves, "lower" | "below"> | null {
  const words = joinCell(upper.glyphs, upper);
  if (words.length < 2 || !wrapping.test(words)) return null;
  for (let below = at + 1; below < lines.length; below++) {
    const lower = lines[below]?.find(({ x0, x1 }) => x0 < upper.x1 && x1 > upper.x0);
    if (!lower) continue;
    const isNext = findMiddle(upper) - findMiddle(lower) < farLines * upper.size;
    const isRest = lower.x1 - lower.x0 < upper.x1 - upper.x0 + 1;
    if (!isNext || !isRest || !wrapping.test(joinCell(lower.glyphs, lower))) return null;
    return { lower, below };
  }
  return null;
}

function isNear({ upper, lower }: Pick<Halves, "upper" | "lower">): boolean {
  return findMiddle(upper) - findMiddle(lower) < nearLines * upper.size;
}

/** Whether one of the halves is a half of another number, too: they are pieces of a longer one. */
function isOfMore({ upper, lower }: Halves, all: readonly Halves[]): boolean {
  return all.some((other) => other.lower === upper || other.upper === lower);
}

/** The line of the row that has more numbers of its own in the middle of the halves. */
function findRow(lines: readonly Line[], { upper, lower, at, below }: Halves): number | null {
  const middle = (findMiddle(upper) + findMiddle(lower)) / 2;
  for (let row = at + 1; row < below; row++) {
    const line = lines[row] ?? [];
    const number = line.find(isNumberSegment);
    if (!number || Math.abs(findMiddle(number) - middle) > inMiddle * upper.size) continue;
    if (countNumbers(line) > countNumbers(lines[at] ?? [])) return row;
  }
  return null;
}

/** Whether one of the halves stands in a line without numbers for all columns. */
function isPartial(lines: readonly Line[], { at, below }: Halves, most: number): boolean {
  return [at, below].some((row) => countNumbers(lines[row] ?? []) < most);
}

function countNumbers(line: Line): number {
  return line.filter(isNumberSegment).length;
}

function join({ upper, lower }: Halves, { y0, y1 }: Segment): Segment {
  const glyphs = [...upper.glyphs, ...lower.glyphs];
  return { ...upper, ...joinBoxes([upper, lower]), glyphs, y0, y1 };
}

function drop(line: Segment[] | undefined, segment: Segment): void {
  const at = line?.indexOf(segment) ?? -1;
  if (at !== -1) line?.splice(at, 1);
}

function blank(line: Segment[] | undefined, segment: Segment): void {
  const at = line?.indexOf(segment) ?? -1;
  const glyphs = segment.glyphs.map((glyph) => ({ ...glyph, text: "\ufffd" }));
  if (at !== -1) line?.splice(at, 1, { ...segment, glyphs });
}
