import type { DrawnGlyph } from "./drawing.ts";
import { touches } from "./touches.ts";

/**
 * Makes one run of the characters of a text object, from `start` on, where each touches the next: printers that
 * change the font within a word use an operator for each character, but one object for the word.
 */
export function joinRun(glyphs: DrawnGlyph[], start: number): void {
  for (let at = start + 1; at < glyphs.length; at++) {
    const [before, glyph] = [glyphs[at - 1], glyphs[at]];
    if (!before || !glyph || !touches(before, glyph)) return;
  }
  const { run } = glyphs[start] ?? {};
  if (run === undefined) return;
  for (const [at, glyph] of glyphs.slice(start).entries()) glyphs[start + at] = { ...glyph, run };
}
