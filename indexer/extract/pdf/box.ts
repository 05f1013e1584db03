/** A rectangle in points, y upwards: x0 ≤ x1, y0 ≤ y1. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The smallest box around all, or null for none. */
export function joinBoxes(boxes: Iterable<Box>): Box | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return x0 <= x1 ? { x0, y0, x1, y1 } : null;
}

/** The part that both have, or null where they do not touch. */
export function intersectBoxes(a: Box, b: Box): Box | null {
  const [x0, x1] = [Math.max(a.x0, b.x0), Math.min(a.x1, b.x1)];
  const [y0, y1] = [Math.max(a.y0, b.y0), Math.min(a.y1, b.y1)];
  return x0 <= x1 && y0 <= y1 ? { x0, y0, x1, y1 } : null;
}

/** Turns a box around the origin by quarter turns counter-clockwise. */
export function turnBox({ x0, y0, x1, y1 }: Box, turns: number): Box {
  switch (turns & 3) {
    case 1:
      return { x0: -y1, y0: x0, x1: -y0, y1: x1 };
    case 2:
      return { x0: -x1, y0: -y1, x1: -x0, y1: -y0 };
    case 3:
      return { x0: y0, y0: -x1, x1: y1, y1: -x0 };
    default:
      return { x0, y0, x1, y1 };
  }
}

export function contains(
  outer: Box,
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}

export function findCenter({ x0, y0, x1, y1 }: Box): { readonly x: number; readonly y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}
