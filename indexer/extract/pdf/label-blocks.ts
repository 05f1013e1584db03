import type { TextLine } from "./assemble-text.ts";
import type { Rule } from "./sheet.ts";

/** The lines of one label of a column, from the top down. */
export interface LabelBlock {
  readonly lines: readonly TextLine[];
  readonly top: number;
  readonly bottom: number;
  /** The row, from 0, at whose height one of its lines stands or which it surrounds; null if none or several. */
  readonly row: number | null;
  /** Whether its first line stands at the height of a row. */
  readonly isTopAligned: boolean;
}

/** What parts the labels of a column. */
export interface RowMarks {
  /** The heights of the rows' numbers, from the top down. */
  readonly heights: readonly number[];
  readonly separators: readonly Rule[];
  /** Rows whose label stands further in: a label at their height is one of several rows. */
  readonly labelled?: ReadonlySet<number>;
}

/** With what a label begins: 一、 （一） 1. ① 其中： 第二十条 */
export const labelNumbering =
  /^(?:其中[:：]|第[一二三四五六七八九十]{1,4}条|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])/u;
/** Lines of one label are apart by at most this many times the least distance in the column. */
const looser = 1.35;

/** Groups the lines of a column of labels: a wrapped label is one block. */
export function groupLabels(lines: readonly TextLine[], marks: RowMarks): readonly LabelBlock[] {
  const ordered = [...lines].sort((a, b) => findMiddle(b) - findMiddle(a));
  const steps = ordered
    .slice(1)
    .map((line, at) => findMiddle(ordered[at] ?? line) - findMiddle(line));
  const least = Math.min(...steps.filter((step) => step > 0));
  const blocks: TextLine[][] = [];
  ordered.forEach((line, at) => {
    const current = blocks.at(-1);
    const isNear = (steps[at - 1] ?? Infinity) <= least * looser;
    if (current && isNear && belongs(current, line, marks)) current.push(line);
    else blocks.push([line]);
  });
  return blocks.map((block) => buildBlock(block, marks));
}

function belongs(block: readonly TextLine[], line: TextLine, marks: RowMarks): boolean {
  const last = block.at(-1);
  if (!last || isNumbered(line)) return false;
  if (marks.separators.some((rule) => isBetween(rule, last, line))) return false;
  if (hasOwnRow([line], marks) && hasOwnRow(block, marks)) return false;
  // Where labels are numbered, one without a number goes on.
  if (block[0] && isNumbered(block[0])) return true;
  const hasRow = block.some((own) => findRow(own, marks.heights) !== null);
  return !(hasRow && findRow(line, marks.heights) !== null);
}

/** Whether a line stands at the height of a row that has no label further in: it is that row's label. */
function hasOwnRow(lines: readonly TextLine[], { heights, labelled }: RowMarks): boolean {
  return lines.some((line) => {
    const row = findRow(line, heights);
    return row !== null && labelled?.has(row) === false;
  });
}

function isNumbered({ glyphs }: TextLine): boolean {
  return labelNumbering.test(glyphs.map(({ text }) => text).join(""));
}

function isBetween({ at, from, to }: Rule, above: TextLine, below: TextLine): boolean {
  const middle = (below.x0 + below.x1) / 2;
  return at < findMiddle(above) && at > findMiddle(below) && from <= middle && middle <= to;
}

function buildBlock(lines: readonly TextLine[], { heights }: RowMarks): LabelBlock {
  const top = Math.max(...lines.map(({ y1 }) => y1));
  const bottom = Math.min(...lines.map(({ y0 }) => y0));
  const own = lines.flatMap((line) => findRow(line, heights) ?? []);
  const around = heights.flatMap((height, row) => (height > bottom && height < top ? [row] : []));
  const [row = null, second = null] = own.length > 0 ? own : around;
  const [first] = lines;
  return {
    lines,
    top,
    bottom,
    row: second === null ? row : null,
    isTopAligned: first !== undefined && findRow(first, heights) !== null,
  };
}

function findRow(line: TextLine, heights: readonly number[]): number | null {
  const row = heights.findIndex((height) => Math.abs(height - findMiddle(line)) < 0.45 * line.size);
  return row === -1 ? null : row;
}

export function findMiddle({ y0, y1 }: Pick<TextLine, "y0" | "y1">): number {
  return (y0 + y1) / 2;
}
