import type { PixelBox } from "./pixel-box.ts";
import type { ScanSpace } from "./scan-space.ts";

/** The smallest box around a box of the upright picture in the picture that leans by degrees clockwise. */
export function turnBack(
  { x0, y0, x1, y1 }: PixelBox,
  degrees: number,
  { width, height }: Pick<ScanSpace, "width" | "height">,
): PixelBox {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos] as const;
  });
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    x0: Math.max(0, Math.min(...xs)),
    y0: Math.max(0, Math.min(...ys)),
    x1: Math.min(width, Math.max(...xs)),
    y1: Math.min(height, Math.max(...ys)),
  };
}
