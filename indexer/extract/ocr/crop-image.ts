import type { Box } from "../pdf/box.ts";
import type { GrayImage } from "./gray-image.ts";
import type { ScannedImage } from "./scanned-image.ts";

/** The part of a picture within a box of its pixels, as a picture of that number, which tells places in the whole. */
export function cropImage(
  { image, unit, place }: ScannedImage,
  box: Box,
  number: number,
): ScannedImage {
  const left = clamp(Math.floor(box.x0), image.width - 1);
  const top = clamp(Math.floor(box.y0), image.height - 1);
  const width = clamp(Math.ceil(box.x1), image.width) - left;
  const height = clamp(Math.ceil(box.y1), image.height) - top;
  return {
    number,
    unit,
    image: copyPixels(image, { left, top, width: Math.max(1, width), height: Math.max(1, height) }),
    place: ({ x0, y0, x1, y1, confidence }) =>
      place({ x0: x0 + left, y0: y0 + top, x1: x1 + left, y1: y1 + top, confidence }),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function copyPixels(image: GrayImage, { left, top, width, height }: Part): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * image.width + left;
    pixels.set(image.pixels.subarray(from, from + width), y * width);
  }
  return { width, height, pixels };
}
