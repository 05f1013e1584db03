import type { Bitmap } from "./bitmap.ts";
import type { PixelBox } from "./pixel-box.ts";

/** What counts as a ruling line, in pixels: how long and thick it is, and which gaps it may have. */
export interface StrokeBounds {
  readonly shortest: number;
  readonly thickest: number;
  readonly widestGap: number;
}

interface GrowingStroke {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  ink: number;
}

/**
 * The level ruling lines: rows of ink that hang together over a long way, joined with the rows above and below.
 * A line that leans by a pixel or two stays one.
 */
export function findStrokes(ink: Bitmap, bounds: StrokeBounds): readonly PixelBox[] {
  const strokes: GrowingStroke[] = [];
  let open: GrowingStroke[] = [];
  for (let y = 0; y < ink.height; y++) {
    const next: GrowingStroke[] = [];
    for (const [from, to] of listLongRuns(ink, y, bounds)) {
      const above = open.find((stroke) => stroke.x0 < to && from < stroke.x1 && stroke.y1 === y);
      const stroke = above ?? { x0: from, x1: to, y0: y, y1: y, ink: 0 };
      if (!above) strokes.push(stroke);
      stroke.x0 = Math.min(stroke.x0, from);
      stroke.x1 = Math.max(stroke.x1, to);
      stroke.ink += to - from;
      next.push(stroke);
    }
    for (const stroke of next) stroke.y1 = y + 1;
    open = [...new Set(next)];
  }
  return strokes.filter(({ x0, x1, ink: own }) => own / (x1 - x0) <= bounds.thickest);
}

/** The runs of ink of a row, with short gaps, that are long enough. */
function* listLongRuns(
  { width, bits }: Bitmap,
  y: number,
  { shortest, widestGap }: StrokeBounds,
): Generator<readonly [number, number]> {
  const start = y * width;
  let from = -1;
  let end = -1;
  for (let x = 0; x < width; x++) {
    if (bits[start + x] === 0) continue;
    if (from === -1 || x - end > widestGap) {
      if (from !== -1 && end - from >= shortest) yield [from, end];
      from = x;
    }
    end = x + 1;
  }
  if (from !== -1 && end - from >= shortest) yield [from, end];
}
