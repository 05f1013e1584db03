import type { GrayImage } from "./gray-image.ts";

/** A picture turned around its middle by degrees counter-clockwise, as large as before; white comes in at the edges. */
export function rotateImage({ width, height, pixels }: GrayImage, degrees: number): GrayImage {
  const turned = new Uint8Array(width * height).fill(255);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromX = cx + (x - cx) * cos - (y - cy) * sin;
      const fromY = cy + (x - cx) * sin + (y - cy) * cos;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const [right, below] = [fromX - left, fromY - top];
      const upper = (pixels[at] ?? 0) * (1 - right) + (pixels[at + 1] ?? 0) * right;
      const lower = (pixels[at + width] ?? 0) * (1 - right) + (pixels[at + width + 1] ?? 0) * right;
      turned[y * width + x] = Math.round(upper * (1 - below) + lower * below);
    }
  return { width, height, pixels: turned };
}
