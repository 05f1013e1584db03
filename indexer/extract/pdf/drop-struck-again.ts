import type { Box } from "./box.ts";
import type { Glyph } from "./sheet.ts";

/** The same character drawn again within this share of its size makes a bold face. */
const near = 0.2;
/** The width of the squares by which characters are looked up, in points. */
const square = 8;

/**
 * Leaves out what is printed again in nearly the same place, to look bold or shaded. All characters of an
 * operator must be there already: a number that overflows its cell may end on the first digit of the next.
 */
export function dropStruckAgain(glyphs: readonly Glyph[]): readonly Glyph[] {
  const seen = new Map<string, Box[]>();
  const kept: Glyph[] = [];
  for (const run of listRuns(glyphs)) {
    if (run.every((glyph) => isSeen(seen, glyph))) continue;
    for (const glyph of run) {
      const key = buildKey(glyph.text, glyph.x0, glyph.y0);
      const there = seen.get(key);
      if (there) there.push(glyph);
      else seen.set(key, [glyph]);
      kept.push(glyph);
    }
  }
  return kept;
}

/** Characters of one operator; one that is not known to belong to any stands alone. */
function* listRuns(glyphs: readonly Glyph[]): Generator<readonly Glyph[]> {
  for (let from = 0; from < glyphs.length;) {
    const run = glyphs[from]?.run;
    let to = from + 1;
    if (run !== undefined) while (glyphs[to]?.run === run) to++;
    yield glyphs.slice(from, to);
    from = to;
  }
}

function isSeen(seen: ReadonlyMap<string, readonly Box[]>, glyph: Glyph): boolean {
  const reach = Math.max(glyph.size * near, 0.01);
  const { text, x0, y0 } = glyph;
  for (const x of new Set([x0 - reach, x0 + reach].map(findSquare)))
    for (const y of new Set([y0 - reach, y0 + reach].map(findSquare)))
      if (seen.get(`${text} ${x} ${y}`)?.some((other) => isNear(glyph, other, reach))) return true;
  return false;
}

function buildKey(text: string, x: number, y: number): string {
  return `${text} ${findSquare(x)} ${findSquare(y)}`;
}

function findSquare(place: number): number {
  return Math.floor(place / square);
}

function isNear(a: Box, b: Box, reach: number): boolean {
  return Math.abs(a.x0 - b.x0) < reach && Math.abs(a.y0 - b.y0) < reach;
}
