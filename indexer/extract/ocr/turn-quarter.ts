import type { GrayImage } from "./gray-image.ts";
import type { ScannedImage } from "./scanned-image.ts";

/** A page turned clockwise by a quarter; places on it are told as on the page before. */
export function turnQuarter(page: ScannedImage): ScannedImage {
  const { height } = page.image;
  return {
    ...page,
    image: turnImage(page.image),
    place: ({ x0, y0, x1, y1, confidence }) =>
      page.place({ x0: y0, x1: y1, y0: height - x1, y1: height - x0, confidence }),
  };
}

function turnImage({ width, height, pixels }: GrayImage): GrayImage {
  const turned = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      turned[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 0;
  return { width: height, height: width, pixels: turned };
}
