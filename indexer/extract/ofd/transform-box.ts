import { joinBoxes, type Box } from "../pdf/box.ts";
import { transform, type Matrix } from "../pdf/matrix.ts";

/** The box around a box that a matrix moves; null where a number is lost. */
export function transformBox(matrix: Matrix, { x0, y0, x1, y1 }: Box): Box | null {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const;
  const points = corners.map(([x, y]) => transform(matrix, x, y));
  if (!points.flat().every(Number.isFinite)) return null;
  return joinBoxes(points.map(([x, y]) => ({ x0: x, y0: y, x1: x, y1: y })));
}
