import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";

/** A grid to draw: where its columns and rows begin and end, and which lines are left out. */
export interface DrawnGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly thickness?: number;
  /** `row/column` of cells whose right border is left out, and of those whose lower border is. */
  readonly openRight?: readonly string[];
  readonly openBelow?: readonly string[];
  /** One pixel in so many of each line is missing. */
  readonly breaks?: number;
}

/** White paper. */
export function buildPaper(width: number, height: number): GrayImage {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) };
}

export function fillBox(
  page: GrayImage,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  shade = 0,
): void {
  for (let y = Math.max(0, y0); y < Math.min(page.height, y1); y++)
    page.pixels.fill(
      shade,
      y * page.width + Math.max(0, x0),
      y * page.width + Math.min(page.width, x1),
    );
}

/** A block that stands for a Chinese character: strokes across a square of so many pixels. */
export function drawCharacter(
  page: GrayImage,
  [x, y]: readonly [number, number],
  size: number,
): void {
  const stroke = Math.max(2, Math.round(size / 10));
  fillBox(page, [x, y, x + size, y + stroke]);
  fillBox(page, [x, y + size - stroke, x + size, y + size]);
  fillBox(page, [x, y, x + stroke, y + size]);
  fillBox(page, [x + size - stroke, y, x + size, y + size]);
  fillBox(page, [x + (size >> 1), y, x + (size >> 1) + stroke, y + size]);
}

export function drawGrid(page: GrayImage, grid: DrawnGrid): void {
  const { xs, ys, thickness = 2, breaks = 0, openRight = [], openBelow = [] } = grid;
  const draw = (box: readonly [number, number, number, number]): void => {
    fillBox(page, box);
    if (breaks === 0) return;
    const [x0, y0, x1, y1] = box;
    const isLevel = x1 - x0 > y1 - y0;
    for (let at = breaks; at < Math.max(x1 - x0, y1 - y0); at += breaks)
      fillBox(page, isLevel ? [x0 + at, y0, x0 + at + 1, y1] : [x0, y0 + at, x1, y0 + at + 1], 255);
  };
  ys.slice(1).forEach((bottom, row) => {
    const top = ys[row] ?? 0;
    xs.slice(1).forEach((right, column) => {
      const left = xs[column] ?? 0;
      if (row === 0) draw([left, top, right + thickness, top + thickness]);
      if (column === 0) draw([left, top, left + thickness, bottom + thickness]);
      const key = `${row}/${column}`;
      if (!openRight.includes(key)) draw([right, top, right + thickness, bottom + thickness]);
      if (!openBelow.includes(key)) draw([left, bottom, right + thickness, bottom + thickness]);
    });
  });
}
