import { buildLine, type TextLine } from "./assemble-text.ts";
import { labelNumbering } from "./label-blocks.ts";
import { unitWord } from "./place-labels.ts";
import type { Glyph } from "./sheet.ts";

/**
 * Gaps, in sizes of the font, that part a line: between numbers that operators print whole, between two digits,
 * beside a digit, and elsewhere, where the spread of a heading comes on top. Characters of one cell stand closer,
 * those of a justified line too.
 */
const widest = { numbers: 0.12, digits: 0.45, digit: 0.5, words: 0.6 };
const han = /^\p{Script=Han}/u;
/** Signs of prose, which heads of columns have none of. */
const inSentence = /^[，。；：、]/u;
const labelEnd = /[\p{Script=Han}）)”"]$/u;
const longestNumbering = 8;
const inNumber = /^[\d０-９.,，%—–/-]$/u;
const digit = /[\d０-９]$/u;

/** Parts a line where gaps are wide: at columns, tabs, and between a label and its number. */
export function splitSegments(line: TextLine): readonly TextLine[] {
  const gaps = line.glyphs.slice(1).map((glyph, at) => glyph.x0 - (line.glyphs[at]?.x1 ?? 0));
  // A heading of spread characters is one segment: its narrowest gap is the measure.
  const isHeading = gaps.length > 1 && line.glyphs.every(({ text }) => han.test(text));
  const spread = isHeading ? Math.max(0, Math.min(...gaps)) : 0;
  const runs = countRuns(line);
  const isHeads = line.glyphs.every(({ text }) => !inSentence.test(text));
  const jump = findInnerGap(line, gaps) + widest.numbers * line.size;
  const segments: Glyph[][] = [];
  line.glyphs.forEach((glyph, at) => {
    const last = segments.at(-1);
    const before = last?.at(-1);
    const gap = gaps[at - 1] ?? 0;
    const isNear = gap <= findWidest(before ?? glyph, glyph, runs) * line.size + spread;
    const isCell =
      gap > jump &&
      before &&
      (beginsLabel(line, at) ||
        beginsNumbers(line, at, last ?? []) ||
        (isHeads && areWords([before, glyph], runs)));
    if (last && isNear && !isCell) last.push(glyph);
    else segments.push([glyph]);
  });
  return segments.map(buildLine);
}

/** The widest gap between characters of one operator. */
function findInnerGap({ glyphs }: TextLine, gaps: readonly number[]): number {
  const inner = gaps.filter((_, at) => {
    const run = glyphs[at]?.run;
    return run !== undefined && run === glyphs[at + 1]?.run;
  });
  return Math.max(0, ...inner);
}

/** Whether two characters belong to words that operators print whole: heads of columns side by side. */
function areWords(pair: readonly Glyph[], runs: ReadonlyMap<number, number>): boolean {
  const [before, after] = pair.map(({ run }) => run);
  if (before === after || !pair.every(({ text }) => han.test(text))) return false;
  return pair.every(({ run = -1 }) => (runs.get(run) ?? 1) > 1);
}

/**
 * Whether a numbered label begins at a character: in a row of numbers, where an operator goes on after a word. The
 * label of a group stands close before it where its cell has room for no further character.
 */
function beginsLabel({ glyphs }: TextLine, at: number): boolean {
  const [before, glyph] = [glyphs[at - 1], glyphs[at]];
  if (!before || !glyph || before.run === glyph.run || !han.test(before.text)) return false;
  if (!digit.test(glyphs.at(-1)?.text ?? "")) return false;
  const words = glyphs.slice(at, at + longestNumbering).map(({ text }) => text);
  return labelNumbering.test(words.join(""));
}

/** Whether the numbers of a row begin at a character: several that stand apart, or one behind its unit. */
function beginsNumbers({ glyphs, size }: TextLine, at: number, last: readonly Glyph[]): boolean {
  if (!labelEnd.test(last.at(-1)?.text ?? "")) return false;
  const rest = glyphs.slice(at);
  if (!rest.every(({ text }) => inNumber.test(text))) return false;
  if (unitWord.test(last.map(({ text }) => text).join(""))) return true;
  return rest.slice(1).some(({ x0 }, index) => x0 - (rest[index]?.x1 ?? x0) > widest.digit * size);
}

/** How many characters of the line each operator prints. */
function countRuns({ glyphs }: TextLine): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { run } of glyphs) if (run !== undefined) counts.set(run, (counts.get(run) ?? 0) + 1);
  return counts;
}

function findWidest(before: Glyph, after: Glyph, runs: ReadonlyMap<number, number>): number {
  const digits = [before, after].filter(({ text }) => digit.test(text)).length;
  if (digits < 2) return digits === 1 ? widest.digit : widest.words;
  const isWhole = [before, after].some(({ run = -1 }) => (runs.get(run) ?? 1) > 1);
  return before.run !== after.run && isWhole ? widest.numbers : widest.digits;
}
