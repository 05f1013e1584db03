import { type Box, intersectBoxes, joinBoxes } from "./box.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { transform } from "./matrix.ts";

/** Where a picture, which fills the unit square, shows on the page; null where it does not. */
export function findImageBox({ ctm, clip }: GraphicsState): Box | null {
  const corners = [
    transform(ctm, 0, 0),
    transform(ctm, 1, 0),
    transform(ctm, 0, 1),
    transform(ctm, 1, 1),
  ];
  if (!corners.flat().every(Number.isFinite)) return null;
  const box = joinBoxes(corners.map(([x, y]) => ({ x0: x, y0: y, x1: x, y1: y })));
  return box && intersectBoxes(clip, box);
}
