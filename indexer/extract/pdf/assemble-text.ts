import { joinBoxes, turnBox, type Box } from "./box.ts";
import type { Glyph } from "./sheet.ts";

/** Characters of one printed line, from left to right. */
export interface TextLine extends Box {
  readonly glyphs: readonly Glyph[];
  /** The size of most of its characters. */
  readonly size: number;
}

/** Han, kana, and the full-width signs between them: no space is written beside them. */
const wide = /^[\u2e80-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}“”‘’…—·]/u;
const digit = /^[\d.,%]/u;
const word = /^[\x21-\x7e\u00a1-\u024f]/u;

/** Gaps, in sizes of the font, from which two characters are apart: in prose and within a cell. */
interface Gaps {
  readonly wide: number;
  readonly digit: number;
  readonly word: number;
}
const proseGaps: Gaps = { wide: 1.2, digit: 0.2, word: 0.16 };
const cellGaps: Gaps = { wide: Infinity, digit: 0.5, word: 0.16 };

/** Groups characters whose middles are at one height into lines, from the top down. */
export function groupLines(glyphs: readonly Glyph[]): readonly TextLine[] {
  const ordered = glyphs
    .map((glyph) => ({ glyph, middle: (glyph.y0 + glyph.y1) / 2 }))
    .sort((a, b) => b.middle - a.middle);
  const lines: TextLine[] = [];
  let current: Glyph[] = [];
  let height = 0;
  for (const { glyph, middle } of ordered) {
    const first = current[0];
    if (first && height - middle > 0.45 * Math.min(first.size, glyph.size)) {
      lines.push(buildLine(current));
      current = [];
    }
    if (current.length === 0) height = middle;
    // The height follows slowly, so that a line that leans a little stays whole.
    height += (middle - height) / (current.length + 1);
    current.push(glyph);
  }
  if (current.length > 0) lines.push(buildLine(current));
  return lines;
}

/** A line of characters, which are put in order. */
export function buildLine(glyphs: readonly Glyph[]): TextLine {
  const ordered = [...glyphs].sort((a, b) => a.x0 - b.x0);
  const box = joinBoxes(ordered) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const sizes = ordered.map(({ size }) => size).sort((a, b) => a - b);
  return { glyphs: ordered, size: sizes[sizes.length >> 1] ?? 0, ...box };
}

/** The words of a line of prose. */
export function joinProse(line: TextLine): string {
  return joinGlyphs(line.glyphs, proseGaps);
}

/**
 * The words of a cell: wrapped lines from the top down, one character a line included. Digits that the file
 * prints apart are joined, spaces between Chinese characters dropped; two numbers stay apart.
 */
export function joinCell(glyphs: readonly Glyph[], cell: Box): string {
  const [first] = glyphs;
  if (!first) return "";
  const { angle } = first;
  if (angle !== 0 && glyphs.every((glyph) => glyph.angle === angle)) {
    const turned = glyphs.map((glyph) => ({ ...glyph, ...turnBox(glyph, -angle), angle: 0 }));
    return joinCell(turned, turnBox(cell, -angle));
  }
  let text = "";
  let above: TextLine | null = null;
  for (const line of groupLines(glyphs)) {
    const words = joinGlyphs(line.glyphs, cellGaps);
    text += above && isWordBreak(above, line, cell) ? ` ${words}` : words;
    above = line;
  }
  return text;
}

/** Whether two lines of a cell end and begin a word or number each, and the first had room for more. */
function isWordBreak(above: TextLine, line: TextLine, cell: Box): boolean {
  const last = above.glyphs.at(-1);
  const [first] = line.glyphs;
  if (!last || !first || !word.test(last.text) || !word.test(first.text)) return false;
  return hasRoom(above, line, cell);
}

/** Whether the first character of a line of a cell had room in the line above it. */
export function hasRoom(above: TextLine, line: TextLine, cell: Box): boolean {
  const [first] = line.glyphs;
  const room = cell.x1 - cell.x0 - (above.x1 - above.x0);
  // Word processors leave 5.4 points on each side.
  return first !== undefined && room > first.x1 - first.x0 + 2 * 5.5;
}

function joinGlyphs(glyphs: readonly Glyph[], gaps: Gaps): string {
  const spread = findSpread(glyphs);
  let text = "";
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (before && isApart(before, glyph, { ...gaps, wide: gaps.wide + spread })) text += " ";
    text += glyph.text;
    before = glyph;
  }
  return text;
}

function isApart(before: Glyph, after: Glyph, gaps: Gaps): boolean {
  const gap = (after.x0 - before.x1) / Math.min(before.size, after.size);
  if (wide.test(after.text) || wide.test(before.text.slice(-1))) return gap > gaps.wide;
  if (digit.test(after.text) && digit.test(before.text.slice(-1))) return gap > gaps.digit;
  return gap > gaps.word;
}

/** The gap that a heading of spread characters has between all of them, in sizes. */
function findSpread(glyphs: readonly Glyph[]): number {
  let spread = Infinity;
  for (let at = 1; at < glyphs.length; at++) {
    const before = glyphs[at - 1];
    const after = glyphs[at];
    if (before && after) spread = Math.min(spread, (after.x0 - before.x1) / after.size);
  }
  return spread > 0 && glyphs.length > 2 && Number.isFinite(spread) ? spread : 0;
}
