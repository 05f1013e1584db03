import { normalizeLabel } from "../../../../corpus/forms/normalize-label.ts";
import { buildLine, joinCell, type TextLine } from "../assemble-text.ts";
import { findMiddle } from "../label-blocks.ts";
import type { Leaf, Segment } from "../leaf.ts";
import type { Glyph } from "../sheet.ts";

/** Words of one cell on one line, of the report's whole length: `depth` grows downwards and over the sheets. */
export interface Fragment extends TextLine {
  readonly text: string;
  /** As labels are compared; empty for punctuation alone. */
  readonly words: string;
  readonly sheet: number;
  readonly depth: number;
}

/** Deeper than any sheet is high. */
export const sheetDepth = 1e6;
/** Words of one operator and the next are apart by more than this many sizes, or are of one cell. */
const widestGap = 0.5;
const inNumber = /^[\d０-９.,，]$/u;
const digit = /^[\d０-９]$/u;

/** The words outside the ruled tables of all sheets, in reading order. */
export function listFragments(leaves: readonly Leaf[]): readonly Fragment[] {
  return leaves.flatMap(({ sheet, lines }, at) =>
    lines.flatMap((line) =>
      line.flatMap(splitSegment).map((glyphs): Fragment => {
        const own = buildLine(glyphs);
        const text = joinCell(own.glyphs, own);
        const depth = at * sheetDepth + sheet.frame.y1 - findMiddle(own);
        return { ...own, text, words: normalizeLabel(text), sheet: sheet.number, depth };
      }),
    ),
  );
}

/**
 * Parts words where another operator goes on: padding may be too narrow to part two cells. What belongs together is
 * found again by its words.
 */
function splitSegment({ glyphs }: Segment): readonly (readonly Glyph[])[] {
  const parts: Glyph[][] = [];
  glyphs.forEach((glyph, at) => {
    const last = parts.at(-1);
    // Punctuation goes with the words behind it.
    const isOpening = last?.every(({ text }) => normalizeLabel(text) === "") === true;
    if (last && (isOpening || !isParted(glyphs, at))) last.push(glyph);
    else parts.push([glyph]);
  });
  return parts;
}

function isParted(glyphs: readonly Glyph[], at: number): boolean {
  const [before, glyph] = [glyphs[at - 1], glyphs[at]];
  if (!before || !glyph || before.run === glyph.run) return false;
  if (glyph.x0 - before.x1 > widestGap * glyph.size) return true;
  const isOneByOne = [at - 1, at].every((place) => isAlone(glyphs, place));
  const isNumber = inNumber.test(before.text) && inNumber.test(glyph.text);
  return !isOneByOne || (!isNumber && (digit.test(before.text) || digit.test(glyph.text)));
}

/** Whether an operator prints this character alone. */
function isAlone(glyphs: readonly Glyph[], at: number): boolean {
  const run = glyphs[at]?.run;
  return glyphs[at - 1]?.run !== run && glyphs[at + 1]?.run !== run;
}
