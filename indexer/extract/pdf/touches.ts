import type { Box } from "./box.ts";

/** Characters that are printed in one go are apart by less than this many sizes. */
const touching = 0.15;

interface Placed extends Box {
  readonly size: number;
  readonly angle: number;
}

/** Whether a character stands right behind another, in the direction in which both are written. */
export function touches(before: Placed, glyph: Placed): boolean {
  if (glyph.angle !== before.angle) return false;
  const [gap, shift] = measureGap(before, glyph);
  const reach = touching * glyph.size;
  return Math.abs(gap) < reach && Math.abs(shift) < reach;
}

/** The distance along the writing direction, and across it. */
function measureGap(before: Placed, glyph: Placed): readonly [number, number] {
  switch (glyph.angle) {
    case 1:
      return [glyph.y0 - before.y1, glyph.x0 - before.x0];
    case 2:
      return [before.x0 - glyph.x1, glyph.y0 - before.y0];
    case 3:
      return [before.y0 - glyph.y1, glyph.x0 - before.x0];
    default:
      return [glyph.x0 - before.x1, glyph.y0 - before.y0];
  }
}
