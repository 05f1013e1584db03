import type { GrayImage } from "../gray-image.ts";

/** A picture made smaller by a factor above 1: each pixel is the mean of those it stands for. */
export function shrinkImage({ width, height, pixels }: GrayImage, factor: number): GrayImage {
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.floor(side / factor)));
  const small = { width: columns ?? 1, height: rows ?? 1 };
  const shrunk = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++) {
      const [left, right] = [Math.floor(x * factor), Math.min(width, Math.ceil((x + 1) * factor))];
      const [top, below] = [Math.floor(y * factor), Math.min(height, Math.ceil((y + 1) * factor))];
      let sum = 0;
      for (let row = top; row < below; row++)
        for (let column = left; column < right; column++)
          sum += pixels[row * width + column] ?? 255;
      shrunk[y * small.width + x] = Math.round(sum / ((right - left) * (below - top)));
    }
  return { ...small, pixels: shrunk };
}
