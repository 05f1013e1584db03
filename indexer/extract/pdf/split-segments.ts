import { buildLine, type TextLine } from "./assemble-text.ts";
import type { Glyph } from "./sheet.ts";

/**
 * Gaps, in sizes of the font, that part a line: between numbers that operators print whole, between two digits,
 * beside a digit, and elsewhere, where the spread of a heading comes on top. Characters of one cell stand closer,
 * those of a justified line too.
 */
const widest = { numbers: 0.12, digits: 0.45, digit: 0.5, words: 0.6 };
const han = /^\p{Script=Han}/u;
const digit = /[\d０-９]$/u;

/** Parts a line where gaps are wide: at columns, tabs, and between a label and its number. */
export function splitSegments(line: TextLine): readonly TextLine[] {
  const gaps = line.glyphs.slice(1).map((glyph, at) => glyph.x0 - (line.glyphs[at]?.x1 ?? 0));
  // A heading of spread characters is one segment: its narrowest gap is the measure.
  const isHeading = gaps.length > 1 && line.glyphs.every(({ text }) => han.test(text));
  const spread = isHeading ? Math.max(0, Math.min(...gaps)) : 0;
  const runs = countRuns(line);
  const segments: Glyph[][] = [];
  line.glyphs.forEach((glyph, at) => {
    const last = segments.at(-1);
    const before = last?.at(-1);
    const gap = gaps[at - 1] ?? 0;
    if (last && before && gap <= findWidest(before, glyph, runs) * line.size + spread)
      last.push(glyph);
    else segments.push([glyph]);
  });
  return segments.map(buildLine);
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
