import type { Box } from "./box.ts";
import type { Glyph } from "./sheet.ts";

/** The same character drawn again within this share of its size makes a bold face. */
const near = 0.2;
/** The width of the squares by which characters are looked up, in points. */
const square = 8;

/** Characters of one operator; one that is not known to belong to any stands alone. */
interface Run {
  readonly glyphs: readonly Glyph[];
  /** The earlier characters that these repeat, one for each; null where one repeats none. */
  readonly repeated: readonly Struck[] | null;
}

/** A character that others may repeat. */
interface Struck {
  readonly glyph: Glyph;
  readonly run: Run;
}

/**
 * Leaves out what is printed again in nearly the same place, to look bold or shaded: all characters of an
 * operator, and all of those that they repeat. A number that overflows its cell may end on the first digit of
 * the next, which is then no repetition.
 */
export function dropStruckAgain(glyphs: readonly Glyph[]): readonly Glyph[] {
  const seen = new Map<string, Struck[]>();
  const runs: Run[] = [];
  for (const own of listRuns(glyphs)) {
    const run: Run = { glyphs: own, repeated: findRepeated(seen, own) };
    runs.push(run);
    if (run.repeated) continue;
    for (const glyph of own) {
      const key = buildKey(glyph.text, glyph.x0, glyph.y0);
      const there = seen.get(key);
      if (there) there.push({ glyph, run });
      else seen.set(key, [{ glyph, run }]);
    }
  }
  const struck = new Set(runs.flatMap(({ repeated }) => repeated?.map(({ glyph }) => glyph) ?? []));
  const isWhole = ({ run }: Struck): boolean => run.glyphs.every((glyph) => struck.has(glyph));
  return runs.flatMap((run) => (run.repeated?.every(isWhole) ? [] : run.glyphs));
}

function* listRuns(glyphs: readonly Glyph[]): Generator<readonly Glyph[]> {
  for (let from = 0; from < glyphs.length;) {
    const run = glyphs[from]?.run;
    let to = from + 1;
    if (run !== undefined) while (glyphs[to]?.run === run) to++;
    yield glyphs.slice(from, to);
    from = to;
  }
}

function findRepeated(
  seen: ReadonlyMap<string, readonly Struck[]>,
  run: readonly Glyph[],
): readonly Struck[] | null {
  const found: Struck[] = [];
  for (const glyph of run) {
    const struck = findStruck(seen, glyph);
    if (!struck) return null;
    found.push(struck);
  }
  return found;
}

function findStruck(
  seen: ReadonlyMap<string, readonly Struck[]>,
  glyph: Glyph,
): Struck | undefined {
  const reach = Math.max(glyph.size * near, 0.01);
  const { text, x0, y0 } = glyph;
  for (const x of new Set([x0 - reach, x0 + reach].map(findSquare)))
    for (const y of new Set([y0 - reach, y0 + reach].map(findSquare))) {
      const found = seen
        .get(`${text} ${x} ${y}`)
        ?.find((other) => isNear(glyph, other.glyph, reach));
      if (found) return found;
    }
  return undefined;
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
