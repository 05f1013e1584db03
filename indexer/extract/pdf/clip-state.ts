import { type Box, intersectBoxes, joinBoxes } from "./box.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { transform } from "./matrix.ts";

/** Lines and characters at the very edge still show. In points. */
const edge = 1;
const nowhere: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

/** Lets nothing show from here on outside the bounds of a path: least x and y, largest x and y. */
export function clipState(state: GraphicsState, bounds: unknown): void {
  if (!(bounds instanceof Float32Array) || bounds.length < 4) return;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds;
  const corners = [
    transform(state.ctm, x0, y0),
    transform(state.ctm, x1, y0),
    transform(state.ctm, x0, y1),
    transform(state.ctm, x1, y1),
  ];
  if (!corners.flat().every(Number.isFinite)) return;
  const box = joinBoxes(
    corners.map(([x, y]) => ({ x0: x - edge, y0: y - edge, x1: x + edge, y1: y + edge })),
  );
  if (box) state.clip = intersectBoxes(state.clip, box) ?? nowhere;
}
