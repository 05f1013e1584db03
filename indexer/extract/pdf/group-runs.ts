import type { Glyph } from "./sheet.ts";
import { touches } from "./touches.ts";

const inNumber = /^[\d.,]$/u;
/** Signs that begin no line and no cell. */
const closing = /^[、，。；：！？）】》〉”’％%]$/u;

/**
 * Parts characters, in the order of printing, into those that stay together where they overflow a cell: the
 * digits of a number, and a closing sign with the character before it. Numbers of two cells may touch as well:
 * only what one operator prints, or operators for one character each, is one number.
 */
export function groupRuns(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = [];
  glyphs.forEach((glyph, at) => {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && touches(last, glyph) && goesOn(glyphs, at)) run.push(glyph);
    else runs.push([glyph]);
  });
  return runs;
}

/** Whether the character at a place belongs to the one before it. */
function goesOn(glyphs: readonly Glyph[], at: number): boolean {
  const [last, glyph] = [glyphs[at - 1], glyphs[at]];
  if (!last || !glyph) return false;
  if (closing.test(glyph.text)) return true;
  if (!inNumber.test(glyph.text) || !inNumber.test(last.text)) return false;
  return glyph.run === last.run || (isAlone(glyphs, at - 1) && isAlone(glyphs, at));
}

/** Whether an operator prints this character alone. */
function isAlone(glyphs: readonly Glyph[], at: number): boolean {
  const run = glyphs[at]?.run;
  return glyphs[at - 1]?.run !== run && glyphs[at + 1]?.run !== run;
}

/** Whether a run is a number or a part of one. */
export function isNumberRun([first]: readonly Glyph[]): boolean {
  return first !== undefined && inNumber.test(first.text);
}

/** Whether the digits of a run were printed one by one, so that they may be the numbers of two cells. */
export function isPieced(run: readonly Glyph[]): boolean {
  return run.some((glyph) => glyph.run !== run[0]?.run && inNumber.test(glyph.text));
}

/** The point by which a run belongs to a cell: the middle of a number, else that of the first character. */
export function findRunCenter(run: readonly Glyph[]): { readonly x: number; readonly y: number } {
  const [first] = run;
  if (!first) return { x: NaN, y: NaN };
  const last = inNumber.test(first.text) ? (run.at(-1) ?? first) : first;
  return { x: (first.x0 + last.x1) / 2, y: (first.y0 + first.y1) / 2 };
}
