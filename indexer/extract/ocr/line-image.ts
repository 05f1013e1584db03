import type { GrayImage } from "./gray-image.ts";
import type { PixelBox } from "./pixel-box.ts";

/** How pieces of a page are set on one line for recognition, in pixels of that line. */
export interface LineSetting {
  /** How many pixels of the line one of the page becomes. */
  readonly scale: number;
  readonly height: number;
  /** Paper between pieces, and around the line. */
  readonly gap: number;
  readonly margin: number;
}

/** Pieces of a page set on one line, with the place from the left at which each begins. */
export interface LineImage {
  readonly image: GrayImage;
  readonly starts: readonly number[];
}

/** Sets pieces of a page beside each other on one line, their middles at one height. */
export function buildLineImage(
  page: GrayImage,
  pieces: readonly PixelBox[],
  { scale, height, gap, margin }: LineSetting,
): LineImage {
  const widths = pieces.map(({ x0, x1 }) => Math.max(1, Math.round((x1 - x0) * scale)));
  const starts = widths.map((_, at) => margin + sum(widths.slice(0, at)) + at * gap);
  const width = 2 * margin + sum(widths) + gap * (pieces.length - 1);
  const tall = Math.max(height, ...pieces.map(({ y0, y1 }) => Math.round((y1 - y0) * scale)));
  const line = {
    width,
    height: tall + 2 * margin,
    pixels: new Uint8Array(width * (tall + 2 * margin)).fill(255),
  };
  pieces.forEach((piece, at) => copyPiece({ page, piece, scale }, line, starts[at] ?? 0));
  return { image: line, starts };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

interface Copy {
  readonly page: GrayImage;
  readonly piece: PixelBox;
  readonly scale: number;
}

function copyPiece({ page, piece, scale }: Copy, line: GrayImage, left: number): void {
  const width = Math.max(1, Math.round((piece.x1 - piece.x0) * scale));
  const height = Math.max(1, Math.round((piece.y1 - piece.y0) * scale));
  const top = Math.round((line.height - height) / 2);
  const sample = scale < 0.7 ? sampleArea : samplePoint;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      line.pixels[(top + y) * line.width + left + x] = sample(page, {
        x: piece.x0 + (x + 0.5) / scale,
        y: piece.y0 + (y + 0.5) / scale,
        reach: 0.5 / scale,
      });
}

/** A place between pixels, and how far around it one pixel of the line reaches. */
interface Sample {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

function samplePoint({ width, height, pixels }: GrayImage, { x, y }: Sample): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y - 0.5)));
  const right = Math.min(1, Math.max(0, x - 0.5 - left));
  const below = Math.min(1, Math.max(0, y - 0.5 - top));
  const at = top * width + left;
  const upper = (pixels[at] ?? 255) * (1 - right) + (pixels[at + 1] ?? 255) * right;
  const lower = (pixels[at + width] ?? 255) * (1 - right) + (pixels[at + width + 1] ?? 255) * right;
  return Math.round(upper * (1 - below) + lower * below);
}

function sampleArea({ width, height, pixels }: GrayImage, { x, y, reach }: Sample): number {
  const [left, right] = [Math.max(0, Math.floor(x - reach)), Math.min(width, Math.ceil(x + reach))];
  const [top, below] = [Math.max(0, Math.floor(y - reach)), Math.min(height, Math.ceil(y + reach))];
  let total = 0;
  for (let row = top; row < below; row++)
    for (let column = left; column < right; column++) total += pixels[row * width + column] ?? 255;
  return Math.round(total / Math.max(1, (right - left) * (below - top)));
}
